"""Learn: watch it, leave it, stop it, cancel it."""

import pytest

from desktop_app.records.jobs import Live, Problem
from desktop_app.records.jsonable import to_json
from desktop_app.records.notices import Notice
from desktop_app.records.stored import StoredTraining
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import EVALUATION, stored_table, stored_training

MILESTONE = Notice(code="learn.baseline", values={"common": "no", "guess": 0.73, "tested": 300})


@pytest.fixture
def training(workspace: Workspace, jobs: FakeJobs) -> StoredTraining:
    """A training that runs, 43 of 100 done."""
    training = stored_training(workspace, stored_table(workspace).id, evaluation=None)
    workspace.jobs.start(training.job_id)
    jobs.progress = Live(fraction=0.43, milestones=(MILESTONE,), seconds_left=9)
    return training


def test_the_page_shows_how_far_it_is_and_what_was_found(person: Person, training: StoredTraining) -> None:
    page = person.get(f"/trainings/{training.id}/learn").text

    assert "<title>43% – Learning &#34;left&#34; – Hunch</title>" in page
    assert "About 9 seconds left" in page
    assert "Simplest guess: always &#34;no&#34;. Right for 73 of 100." in page
    assert "Stop, keep the best" in page
    assert "Cancel" in page


def test_the_fragment_asks_again_and_says_milestones_once(person: Person, training: StoredTraining) -> None:
    fragment = person.poll(f"/trainings/{training.id}/progress/running")

    assert 'hx-trigger="every 500ms"' in fragment.text
    assert 'data-announce="Simplest guess' in fragment.text
    assert "HX-Redirect" not in fragment.headers


def test_the_page_is_drawn_anew_when_waiting_has_become_running(
    person: Person, training: StoredTraining
) -> None:
    fragment = person.poll(f"/trainings/{training.id}/progress/waiting")

    assert fragment.headers["HX-Redirect"] == f"/trainings/{training.id}/now"


def test_when_it_is_done_the_page_goes_on_to_the_result(person: Person, workspace: Workspace) -> None:
    training = stored_training(workspace, stored_table(workspace).id)

    fragment = person.poll(f"/trainings/{training.id}/progress/running")

    assert fragment.headers["HX-Redirect"] == f"/trainings/{training.id}/now"
    assert "hx-trigger" not in fragment.text
    assert person.get(fragment.headers["HX-Redirect"]).headers["Location"].endswith("/results")


def test_a_page_on_its_way_meanwhile_finds_the_training_where_it_is(
    person: Person, training: StoredTraining
) -> None:
    assert person.get(f"/trainings/{training.id}/now").headers["Location"].endswith("/learn")


def test_one_can_leave_and_come_back(person: Person, training: StoredTraining) -> None:
    data = person.get(f"/tables/{training.table_id}/data").text
    back = person.get(f"/tables/{training.table_id}/learn")

    assert f'href="/trainings/{training.id}/learn"' in data
    assert back.headers["Location"] == f"/trainings/{training.id}/learn"


def test_stopping_keeps_the_best(person: Person, training: StoredTraining, jobs: FakeJobs) -> None:
    response = person.post(f"/trainings/{training.id}/stop")

    assert jobs.stopped == [training.job_id]
    assert response.headers["Location"] == f"/trainings/{training.id}/now"


def test_while_the_best_is_kept_there_is_nothing_to_stop(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    workspace.jobs.stop(workspace.jobs.get(training.job_id))

    page = person.get(f"/trainings/{training.id}/learn").text

    assert "Keeping the best" in page
    assert "Stop, keep the best" not in page


def test_once_the_best_is_tested_there_is_nothing_to_stop(
    person: Person, training: StoredTraining, jobs: FakeJobs
) -> None:
    jobs.progress = Live(fraction=0.8, milestones=(Notice(code="learn.final_test", values={"rows": 60}),))

    fragment = person.poll(f"/trainings/{training.id}/progress/running")
    page = person.get(f"/trainings/{training.id}/learn").text

    assert fragment.headers["HX-Redirect"] == f"/trainings/{training.id}/now"
    assert "Nearly done: the best one is being tested." in page
    assert "Stop, keep the best" not in page


def test_what_was_found_before_stopping_stays_in_sight(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    workspace.jobs.stop(workspace.jobs.get(training.job_id))

    page = person.get(f"/trainings/{training.id}/learn").text

    assert "Simplest guess: always &#34;no&#34;." in page


def test_cancelling_keeps_nothing(person: Person, training: StoredTraining) -> None:
    person.post(f"/trainings/{training.id}/cancel")

    page = person.get(f"/trainings/{training.id}/learn").text

    assert "Cancelled. Nothing was kept, and your table is as before." in page
    assert "Learn again" in page


def test_a_failure_is_said_with_a_way_on(
    person: Person, workspace: Workspace, training: StoredTraining, jobs: FakeJobs
) -> None:
    workspace.jobs.fail(training.job_id, Problem(code="error.worker_ended", values={"job": "Learning"}))

    page = person.get(f"/trainings/{training.id}/learn").text
    again = person.post(f"/trainings/{training.id}/again")

    assert "&#34;Learning&#34; ended unexpectedly." in page
    assert "Keep the best" in page
    assert again.headers["Location"] != f"/trainings/{training.id}/learn"
    assert [journey for journey, _ in jobs.orders] == ["train"]


def test_an_interrupted_training_can_be_kept_learned_again_or_discarded(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    workspace.jobs.interrupt(training.job_id)

    page = person.get(f"/trainings/{training.id}/learn").text
    person.post(f"/trainings/{training.id}/discard")

    assert all(words in page for words in ("interrupted", "Keep the best", "Learn again", "Discard"))
    assert workspace.trainings.latest(training.table_id) is None


def test_one_that_waits_says_for_what(person: Person, workspace: Workspace, training: StoredTraining) -> None:
    other = stored_training(workspace, training.table_id, evaluation=None)

    page = person.get(f"/trainings/{other.id}/learn").text

    assert "Waiting: &#34;left&#34; is learning first." in page
    assert "Stop, keep the best" not in page


def test_one_that_has_just_begun_does_not_wait_for_itself(
    person: Person, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    training = stored_training(workspace, stored_table(workspace).id, evaluation=None)
    waiting = workspace.jobs.get(training.job_id)
    workspace.jobs.start(training.job_id)
    monkeypatch.setattr("desktop_app.workspace.jobs.Jobs.get", lambda *_: waiting)

    fragment = person.poll(f"/trainings/{training.id}/progress/waiting").text

    assert "Starting…" in fragment
    assert "is learning first" not in fragment


@pytest.mark.parametrize(("way", "said"), [("held_out", True), ("repeated", False)])
def test_the_scores_so_far_are_said_to_be_what_they_are(
    way: str, said: bool, person: Person, training: StoredTraining, jobs: FakeJobs
) -> None:
    checked = Notice(code="learn.checked", values={"count": 1, "way": way})
    jobs.progress = Live(fraction=0.43, milestones=(checked, MILESTONE))

    page = person.get(f"/trainings/{training.id}/learn").text

    assert "These are practice scores." in page
    assert ("kept aside" in page) == said


def test_with_nothing_learned_the_page_shows_the_way(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)

    page = person.get(f"/tables/{stored.id}/learn").text

    assert "Nothing to learn yet. Choose what to predict first." in page
    assert f'href="/tables/{stored.id}/predict"' in page


def test_a_training_that_finishes_between_two_questions_is_still_shown(
    person: Person, workspace: Workspace
) -> None:
    training = stored_training(workspace, stored_table(workspace).id)

    page = person.get(f"/trainings/{training.id}/learn").text

    assert "See the result" in page
    assert to_json(EVALUATION)["target"] in page


def test_an_interrupted_training_whose_table_is_gone_can_only_be_discarded(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    workspace.jobs.interrupt(training.job_id)
    workspace.tables.delete(training.table_id)

    page = person.get(f"/trainings/{training.id}/learn").text
    gone = person.post(f"/trainings/{training.id}/discard")

    assert "Its table was deleted" in page
    assert "Discard" in page
    assert "/tables/" not in page
    assert not any(words in page for words in ("Keep the best", "Learn again", "Change the question"))
    assert gone.headers["Location"] == "/"


def test_a_cancelled_training_whose_table_is_gone_leads_to_the_first_page(
    person: Person, workspace: Workspace, training: StoredTraining
) -> None:
    workspace.tables.delete(training.table_id)
    person.post(f"/trainings/{training.id}/cancel")

    page = person.get(f"/trainings/{training.id}/learn").text

    assert "Go to the first page" in page
    assert "Learn again" not in page
