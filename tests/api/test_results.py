"""Results: the verdict, its pictures, its questions, and the models of a table."""

from dataclasses import replace
from typing import Any

import pytest

from desktop_app.records.results import (
    Baseline,
    Confusion,
    Evaluation,
    GiveAway,
    Misses,
    Score,
    Skill,
    Verdict,
)
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import EVALUATION, stored_table, stored_training

EASY = replace(
    EVALUATION,
    verdict=Verdict(level="suspicious", shape="two"),
    skill=Skill(value=0.99, low=0.97),
    score=Score(metric="accuracy", value=0.99, low=0.97, high=1, rows=120),
    give_away=GiveAway(column="cancel_date", alone=0.99, without=0.81, without_baseline=0.73),
)
NUMBER = replace(
    EVALUATION,
    task="regression",
    target="price",
    classes=(),
    common="",
    confusion=None,
    decimals=2,
    verdict=Verdict(level="useful", shape="number"),
    baseline=Baseline(metric="mean_absolute_error", value=21.3, answer="50.2"),
    score=Score(metric="mean_absolute_error", value=7.2, low=6.8, high=7.6, rows=4000),
    misses=Misses(half=5.5, tenth=16, coverage=0.81, pairs=((10, 12), (50, 47.5), (90, 88)), of=4000),
)


def plan_of(jobs: FakeJobs) -> dict[str, Any]:
    order: Any = jobs.orders[-1][1]
    plan: dict[str, Any] = order["plan"]
    return plan


def results(person: Person, workspace: Workspace, evaluation: Evaluation = EVALUATION) -> str:
    training = stored_training(workspace, stored_table(workspace).id, evaluation)
    return person.get(f"/trainings/{training.id}/results").text


def test_the_verdict_comes_first(person: Person, workspace: Workspace) -> None:
    page = results(person, workspace)

    assert page.index("Good") < page.index("Right for 88 of 100 rows it had never seen.")
    assert "Always answering &#34;no&#34; is right for 73" in page
    assert page.index("Right for 88") < min(page.index("Models that were tried"), page.index("Details for"))


def test_right_and_wrong_answers_stand_in_a_table(person: Person, workspace: Workspace) -> None:
    page = results(person, workspace)

    assert "It finds 26 of 32 real &#34;yes&#34;" in page
    assert page.count("data-right") == 2
    assert "said &#34;yes&#34;" in page


def test_a_number_has_a_picture_and_its_numbers(person: Person, workspace: Workspace) -> None:
    page = results(person, workspace, NUMBER)

    assert page.count('class="dot"') == 3
    assert "half are within 5.5" in page
    assert "3 of 4,000 rows are drawn." in page
    assert "Show the numbers" in page


def test_many_kinds_are_cut_to_the_most_frequent(person: Person, workspace: Workspace) -> None:
    labels = tuple(f"kind {place}" for place in range(30))
    counts = tuple(tuple(40 - i if i == j else 1 for j in range(30)) for i in range(30))
    many = replace(
        EVALUATION,
        classes=labels,
        verdict=Verdict(level="useful", shape="many"),
        confusion=Confusion(labels=labels, counts=counts),
    )

    page = results(person, workspace, many)

    assert "The 23 least frequent kinds are shown together as others." in page
    assert page.count("data-right") == 7


def test_a_give_away_is_asked_about_and_nothing_is_offered_before(
    person: Person, workspace: Workspace
) -> None:
    page = results(person, workspace, EASY)

    assert "Too good to be true" in page
    assert "Would you know &#34;cancel_date&#34; in time?" in page
    assert "No, leave it out and learn again" in page
    assert "Save the model" not in page
    assert 'class="button primary" href="/trainings' not in page


def test_a_guess_leads_to_another_question(person: Person, workspace: Workspace) -> None:
    guess = replace(
        EVALUATION, verdict=Verdict(level="guessing", shape="two"), skill=Skill(value=0, low=-0.1)
    )

    page = results(person, workspace, guess)

    assert "Do not use it." in page
    assert "Ask another question" in page
    assert 'class="button primary" href="/trainings' not in page


def test_leaving_the_give_away_out_learns_again(person: Person, workspace: Workspace, jobs: FakeJobs) -> None:
    training = stored_training(workspace, stored_table(workspace).id, EASY)

    response = person.post(f"/trainings/{training.id}/without", column="cancel_date")

    assert plan_of(jobs)["exclude"] == ["cancel_date"]
    assert response.headers["Location"].endswith("/learn")
    assert training.id not in response.headers["Location"]


def test_a_column_that_is_known_in_time_stays(person: Person, workspace: Workspace, jobs: FakeJobs) -> None:
    training = stored_training(workspace, stored_table(workspace).id, EASY)

    person.post(f"/trainings/{training.id}/known", column="cancel_date")
    assert plan_of(jobs)["known"] == ["cancel_date"]

    person.post(f"/trainings/{training.id}/all-known")
    assert plan_of(jobs)["all_known"] is True


def test_learning_longer_takes_the_next_budget(person: Person, workspace: Workspace, jobs: FakeJobs) -> None:
    training = stored_training(workspace, stored_table(workspace).id)

    page = person.get(f"/trainings/{training.id}/results").text
    person.post(f"/trainings/{training.id}/longer")

    assert "Learn longer (about 1 minute)" in page
    assert plan_of(jobs)["budget"] == 60.0


def test_a_model_takes_another_name(person: Person, workspace: Workspace) -> None:
    training = stored_training(workspace, stored_table(workspace).id)

    person.post(f"/trainings/{training.id}/name", name="Leavers, spring")

    assert "Leavers, spring" in person.get(f"/trainings/{training.id}/results").text


@pytest.mark.parametrize("others", [0, 1])
def test_a_deleted_model_can_be_brought_back(person: Person, workspace: Workspace, others: int) -> None:
    stored = stored_table(workspace)
    for _ in range(others):
        stored_training(workspace, stored.id)
    training = stored_training(workspace, stored.id)

    gone = person.post(f"/trainings/{training.id}/delete")
    page = person.client.get(
        gone.headers["Location"], base_url="http://127.0.0.1:4711", follow_redirects=True
    ).text
    assert "&#34;left&#34; is deleted." in page
    assert person.get(f"/trainings/{training.id}/results").status_code == 404

    person.post(f"/trainings/{training.id}/undo")
    assert person.get(f"/trainings/{training.id}/results").status_code == 200


def test_the_last_model_of_a_deleted_table_can_be_brought_back_too(
    person: Person, workspace: Workspace
) -> None:
    stored = stored_table(workspace)
    training = stored_training(workspace, stored.id)
    person.post(f"/tables/{stored.id}/delete")

    gone = person.post(f"/trainings/{training.id}/delete")

    assert f"/trainings/{training.id}/undo" in person.get(gone.headers["Location"]).text


def test_before_anything_is_learned_the_page_shows_the_way(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)

    assert "Nothing learned yet." in person.get(f"/tables/{stored.id}/results").text


def test_a_training_on_its_way_has_no_result_yet(person: Person, workspace: Workspace) -> None:
    training = stored_training(workspace, stored_table(workspace).id, evaluation=None)

    response = person.get(f"/trainings/{training.id}/results")

    assert response.headers["Location"] == f"/trainings/{training.id}/learn"
