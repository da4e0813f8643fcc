"""Looking into a model from the Results page: begun once, watched, cancelled, shown."""

from dataclasses import replace
from typing import Any

import pytest

from desktop_app.records.jobs import Live, Problem
from desktop_app.records.jsonable import to_json
from desktop_app.records.notices import Notice
from desktop_app.records.results import Skill, Verdict
from desktop_app.records.stored import StoredTraining
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import EVALUATION, stored_training
from tests.api.made_explained import FOUND, land_explained


@pytest.fixture
def running(person: Person, training: StoredTraining, jobs: FakeJobs, workspace: Workspace) -> StoredTraining:
    """A training whose model is being looked into."""
    person.post(f"/trainings/{training.id}/explained")
    workspace.jobs.start(job_of(workspace, training).id)
    told = Notice(code="why.looking", values={"column": "months", "done": 1, "count": 2})
    jobs.progress = Live(fraction=0.31, notice=told)
    return training


def job_of(workspace: Workspace, training: StoredTraining) -> Any:
    return workspace.jobs.list("explain", training.id)[0]


def page_of(person: Person, training: StoredTraining) -> str:
    return person.get(f"/trainings/{training.id}/results").text


def test_opening_the_page_orders_nothing_but_asks_for_it(
    person: Person, training: StoredTraining, jobs: FakeJobs
) -> None:
    page = page_of(person, training)

    assert f'hx-post="/trainings/{training.id}/explained" hx-trigger="load"' in page
    assert "<noscript><form" in page.replace("\n", "")
    assert jobs.orders == []


def test_it_is_looked_into_with_the_rows_that_it_learned_from(
    person: Person, training: StoredTraining, jobs: FakeJobs, workspace: Workspace
) -> None:
    response = person.post(f"/trainings/{training.id}/explained")

    (journey, order), *others = jobs.orders
    table = workspace.tables.get(training.table_id)
    assert (journey, order["table_folder"], order["model"]) == ("explain", table.folder, training.model)
    assert others == []
    assert response.headers["Location"] == f"/trainings/{training.id}/results#explained"


def test_it_holds_up_neither_a_file_that_is_opened_nor_waits_for_what_is_learning(
    person: Person, training: StoredTraining, workspace: Workspace
) -> None:
    person.post(f"/trainings/{training.id}/explained")
    first = job_of(workspace, training)
    workspace.jobs.cancel(first.id)
    learning = workspace.jobs.add("train", {}, lane="long", subject="another")
    workspace.jobs.start(learning.id)

    person.post(f"/trainings/{training.id}/explained")

    assert (first.lane, job_of(workspace, training).lane) == ("long", "short")


def test_it_is_never_begun_twice(person: Person, running: StoredTraining, jobs: FakeJobs) -> None:
    person.post(f"/trainings/{running.id}/explained")

    assert len(jobs.orders) == 1
    assert 'hx-trigger="load"' not in page_of(person, running)


def test_the_page_says_how_far_it_is(person: Person, running: StoredTraining) -> None:
    page = page_of(person, running)
    fragment = person.poll(f"/trainings/{running.id}/explained/progress")

    for text in (page, fragment.text):
        assert "Looking at &#34;months&#34;: 1 of 2 columns" in text
        assert ">31%<" in text
        assert 'hx-trigger="every 500ms"' in text
    assert "Cancel" in page
    assert "HX-Retarget" not in fragment.headers


def test_when_it_is_done_what_was_found_takes_its_place(
    person: Person, running: StoredTraining, workspace: Workspace
) -> None:
    workspace.land(job_of(workspace, running), to_json(FOUND))

    fragment = person.poll(f"/trainings/{running.id}/explained/progress")

    assert fragment.headers["HX-Retarget"] == "#explained"
    assert fragment.headers["HX-Reswap"] == "outerHTML"
    assert "every 500ms" not in fragment.text
    assert "goes from 10 to 80 of 100" in fragment.text


def test_curves_groups_and_pairs_are_shown(
    person: Person, training: StoredTraining, workspace: Workspace
) -> None:
    land_explained(workspace, training)

    page = page_of(person, training)

    assert page.count('name="effect" open') == 1
    assert page.index('name="effect" open') < page.index("goes from 10 to 80 of 100")
    assert "It shows what the model uses, not what causes it." in page
    assert "go together in this table" in page
    assert "What &#34;calls&#34; does to its answer depends on &#34;region&#34;." in page


def test_a_column_of_no_measurable_use_stands_apart(
    person: Person, training: StoredTraining, workspace: Workspace
) -> None:
    noise = replace(EVALUATION.importances[0], column="region", loss=0.0, low=-0.01)
    evaluation = replace(EVALUATION, importances=(*EVALUATION.importances, noise))
    training = stored_training(workspace, training.table_id, evaluation)
    land_explained(workspace, training)

    page = page_of(person, training)

    assert (
        page.index("goes from 10 to 80")
        < page.index("Columns that it hardly uses")
        < page.index(f'hx-get="/trainings/{training.id}/explained/1" hx-trigger="toggle')
    )
    assert "for &#34;West&#34;" not in page


def test_a_column_is_drawn_when_it_is_opened(
    person: Person, training: StoredTraining, workspace: Workspace
) -> None:
    land_explained(workspace, training)

    opened = person.poll(f"/trainings/{training.id}/explained/1")
    plain = person.get(f"/trainings/{training.id}/results?curve=1").text

    assert opened.text.lstrip().startswith('<figure class="picture"')
    assert "for &#34;West&#34;" in opened.text
    way = f'<noscript><a href="/trainings/{training.id}/results?curve=1#explained">'
    assert way in page_of(person, training)
    assert "for &#34;West&#34;" in plain
    assert plain.count('name="effect" open') == 1
    assert person.poll(f"/trainings/{training.id}/explained/2").status_code == 404


def test_nothing_is_drawn_of_a_model_that_was_not_looked_into(
    person: Person, training: StoredTraining
) -> None:
    assert person.poll(f"/trainings/{training.id}/explained/0").status_code == 404


def test_cancelling_leaves_a_button_and_does_not_begin_again(
    person: Person, running: StoredTraining, jobs: FakeJobs
) -> None:
    response = person.post(f"/trainings/{running.id}/explained/cancel")

    page = page_of(person, running)
    assert response.headers["Location"].endswith("/results#explained")
    assert "Look into the model" in page
    assert 'hx-trigger="load"' not in page
    person.post(f"/trainings/{running.id}/explained")
    assert len(jobs.orders) == 2


def test_what_went_wrong_is_said_and_can_be_tried_again(
    person: Person, running: StoredTraining, workspace: Workspace, jobs: FakeJobs
) -> None:
    problem = Problem(code="why.other_columns", values={"columns": ["months"]})
    workspace.jobs.fail(job_of(workspace, running).id, problem)

    fragment = person.poll(f"/trainings/{running.id}/explained/progress").text

    assert "The table no longer holds what the model reads: &#34;months&#34;." in fragment
    assert "Try again" in fragment
    person.post(f"/trainings/{running.id}/explained")
    assert len(jobs.orders) == 2


def test_without_its_table_a_model_cannot_be_looked_into(
    person: Person, training: StoredTraining, workspace: Workspace, jobs: FakeJobs
) -> None:
    workspace.tables.delete(training.table_id)

    page = page_of(person, training)

    assert "The rows it learned from are not here" in page
    assert "Look into the model" not in page
    person.post(f"/trainings/{training.id}/explained")
    assert jobs.orders == []


def test_what_was_found_stays_when_the_table_goes(
    person: Person, training: StoredTraining, workspace: Workspace
) -> None:
    land_explained(workspace, training)
    workspace.tables.delete(training.table_id)

    assert "goes from 10 to 80 of 100" in page_of(person, training)


def test_a_model_no_better_than_guessing_is_not_looked_into(
    person: Person, training: StoredTraining, workspace: Workspace, jobs: FakeJobs
) -> None:
    guess = replace(
        EVALUATION, verdict=Verdict(level="guessing", shape="two"), skill=Skill(value=0, low=-0.1)
    )
    training = stored_training(workspace, training.table_id, guess)

    assert 'id="explained"' not in page_of(person, training)
    person.post(f"/trainings/{training.id}/explained")
    assert jobs.orders == []
