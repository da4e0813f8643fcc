"""Results: the verdict, its pictures and its questions."""

from dataclasses import replace
from typing import Any

import pytest

from desktop_app.records.notices import Notice
from desktop_app.records.results import (
    Baseline,
    Candidate,
    Confusion,
    GiveAway,
    Importance,
    Misses,
    ModelName,
    Score,
    Skill,
    Verdict,
)
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import EVALUATION, stored_table, stored_training
from tests.api.made_results import plan_of, results

EASY = replace(
    EVALUATION,
    verdict=Verdict(level="suspicious", shape="two"),
    skill=Skill(value=0.99, low=0.97),
    score=Score(metric="accuracy", value=0.99, low=0.97, high=1, rows=120),
    give_away=GiveAway(column="cancel_date", alone=0.99, without=0.81),
)


THREE = replace(
    EVALUATION,
    target="species",
    classes=("Adelie", "Chinstrap", "Gentoo"),
    common="Adelie",
    verdict=Verdict(level="good", shape="many"),
    confusion=Confusion(
        labels=("Adelie", "Chinstrap", "Gentoo"), counts=((50, 2, 0), (9, 30, 1), (20, 0, 28))
    ),
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


def test_the_verdict_comes_first(person: Person, workspace: Workspace) -> None:
    page = results(person, workspace)

    assert page.index("Good") < page.index("Right for 88 of 100 rows it had never seen.")
    assert "Always answering &#34;no&#34; is right for 73." in page
    assert page.index("Right for 88") < min(page.index("Models that were tried"), page.index("Details for"))


def test_right_and_wrong_answers_stand_in_a_table(person: Person, workspace: Workspace) -> None:
    page = results(person, workspace)

    assert "It finds 26 of 32 real &#34;yes&#34;" in page
    assert page.count("data-right") == 2
    assert "said &#34;yes&#34;" in page


def test_a_number_has_a_picture_and_its_numbers(person: Person, workspace: Workspace) -> None:
    page = results(person, workspace, NUMBER)

    assert page.count('fill-opacity="0.45"') == 3
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
    assert page.count(">right or wrong<") == 1


def test_from_three_kinds_on_the_table_takes_the_whole_row(person: Person, workspace: Workspace) -> None:
    two, three = results(person, workspace), results(person, workspace, THREE)

    assert two.index('class="columns"') < two.index('class="confusion"')
    assert three.index('class="confusion"') < three.index('class="columns"')
    assert "The redder a mistake, the more rows of its line it takes." in three


def test_each_bar_has_its_number_and_no_column_is_passed_over(person: Person, workspace: Workspace) -> None:
    number = replace(NUMBER, importances=(Importance(column="rooms", loss=4.31, low=4, high=5),))

    kinds, amounts = results(person, workspace), results(person, workspace, number)

    assert ">10 fewer right</text>" in kinds
    assert ">+4.31</text>" in amounts
    assert "the thin line is its range." in kinds
    assert "And 1 other column, which it leans on less." in kinds


def test_where_no_column_matters_that_is_said_and_nothing_drawn(person: Person, workspace: Workspace) -> None:
    noise = replace(EVALUATION, importances=(Importance(column="months", loss=0.001, low=-0.01, high=0.02),))
    unknown = replace(EVALUATION, importances=())

    page, older = results(person, workspace, noise), results(person, workspace, unknown)

    assert "No single column changes measurably how often it is right." in page
    assert "It makes no measurable use of: &#34;months&#34;." in page
    assert 'id="what-matters"' not in page
    assert "What matters to it?" not in older


def test_the_picture_of_a_number_names_the_column(person: Person, workspace: Workspace) -> None:
    assert ">Real &#34;price&#34;</text>" in results(person, workspace, NUMBER)


def test_models_of_one_question_can_be_told_apart(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)
    person.post(f"/tables/{stored.id}/trainings", target=3, was=3)
    person.post(f"/tables/{stored.id}/trainings", target=3, was=3, effort="normal", exclude=1)
    training = stored_training(workspace, stored.id)

    page = person.get(f"/trainings/{training.id}/results").text

    assert "Quick (about 15 seconds)" in page
    assert "Normal (about 1 minute)" in page
    assert "without &#34;months&#34;" in page


def test_a_give_away_is_asked_about_and_nothing_is_offered_before(
    person: Person, workspace: Workspace
) -> None:
    page = results(person, workspace, EASY)

    assert "Too good to be true" in page
    assert "Would you know &#34;cancel_date&#34; in time?" in page
    assert "No, leave it out and learn again" in page
    assert "Save the model…" not in page
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


def test_the_simplest_guess_has_one_figure_on_the_page(person: Person, workspace: Workspace) -> None:
    guess = Candidate(name="baseline", metric="log_loss", score=0.6, practice=0.72, seconds=0)

    page = results(person, workspace, replace(EVALUATION, candidates=(guess, *EVALUATION.candidates)))

    assert "Straight-line model: right for 81 of 100 while practising." in page
    assert "right for 72" not in page


@pytest.mark.parametrize(("tested", "said"), [("held_out", True), ("repeated", False)])
def test_rows_kept_aside_are_spoken_of_only_where_there_are_some(
    tested: Any, said: bool, person: Person, workspace: Workspace
) -> None:
    page = results(person, workspace, replace(EVALUATION, tested=tested))

    assert ("kept aside" in page) == said


def test_rows_that_only_tested_were_not_learned_from(person: Person, workspace: Workspace) -> None:
    page = results(person, workspace, replace(EVALUATION, tested="held_out_no_refit"))

    assert '<dt>Rows it learned from</dt><dd class="number">180</dd>' in page


def test_few_rows_are_no_caution_beside_a_narrow_range(person: Person, workspace: Workspace) -> None:
    few = Notice(code="plan.few_rows", values={"rows": 300, "need": 1200}, level="caution")

    assert "wide" not in results(person, workspace, replace(EVALUATION, warnings=(few,)))
    wide = replace(EVALUATION, warnings=(few,), score=replace(EVALUATION.score, low=0.7))
    assert "There were 300 rows, so the range is wide: 70 to 91 of 100." in results(person, workspace, wide)


def test_of_several_kinds_together_each_has_its_share(person: Person, workspace: Workspace) -> None:
    kinds: tuple[tuple[ModelName, float], ...] = (("linear", 0.62), ("kernel", 0.045), ("forest", 0.0))
    made = tuple(
        Candidate(name=name, metric="log_loss", score=0.4, practice=0.8, seconds=2.0, weight=weight)
        for name, weight in kinds
    )

    several = results(person, workspace, replace(EVALUATION, candidates=made))
    alone = results(person, workspace)

    assert all(share in several for share in (">Share<", ">62 %<", ">4 %<"))
    assert ">0 %<" not in several
    assert ">Share<" not in alone
