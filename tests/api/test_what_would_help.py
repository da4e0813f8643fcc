"""What would help on the Results page: each piece once, with what can be done about it."""

from dataclasses import replace

from desktop_app.engine.leaks.accusing import gives_away
from desktop_app.records.notices import Notice, about
from desktop_app.records.results import Importance, Verdict
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import EVALUATION, stored_table, stored_training
from tests.api.made_results import plan_of, results
from tests.unit.reports.insight_parts import STILL_RISING

TITLE = "What would help</h3>"
LEAVE = "Leave it out and learn again"
HARMFUL = Importance(column="region", loss=-0.09, low=-0.12, high=-0.06)
LATE = Notice(code="learn.out_of_time", values={"kinds": ["forest"]}, level="caution")


def verdict_of(page: str) -> str:
    return page.partition('class="verdict"')[2].partition("</section>")[0]


def beside(page: str) -> str:
    return page.partition('class="verdict"')[2].partition("</section>")[2]


def test_where_nothing_is_known_to_help_nothing_is_advised(person: Person, workspace: Workspace) -> None:
    assert TITLE not in results(person, workspace)


def test_a_column_that_does_harm_is_left_out_by_a_button(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    harmed = replace(EVALUATION, importances=(*EVALUATION.importances, HARMFUL))
    training = stored_training(workspace, stored_table(workspace).id, harmed)

    page = verdict_of(person.get(f"/trainings/{training.id}/results").text)
    person.post(f"/trainings/{training.id}/without", column="region")

    assert TITLE in page
    assert "Leaving &#34;region&#34; out may help" in page
    assert f'action="/trainings/{training.id}/without"' in page
    assert f'{LEAVE}<span class="visually-hidden"> region</span>' in page
    assert plan_of(jobs)["exclude"] == ["region"]


def test_a_rising_curve_leads_to_its_picture(person: Person, workspace: Workspace) -> None:
    page = results(person, workspace, replace(EVALUATION, pace=STILL_RISING))

    assert "More rows would help: twice as many" in verdict_of(page)
    assert 'href="#more">Show the curve</a>' in verdict_of(page)
    assert 'id="more"' in beside(page)


def test_a_question_that_is_open_is_asked_once_with_the_way_to_its_answer(
    person: Person, workspace: Workspace
) -> None:
    told = about("day", "plan.time_question", first="2024-01-01", last="2024-10-26", target="left")
    page = results(person, workspace, replace(EVALUATION, warnings=(told,)))

    assert "Will you use it on later rows?" in verdict_of(page)
    assert '/predict">Say how you will use it</a>' in verdict_of(page)
    assert "Will you use it on later rows?" not in beside(page)
    assert "How will you use it?" not in beside(page)


def test_more_time_has_one_button(person: Person, workspace: Workspace) -> None:
    page = results(person, workspace, replace(EVALUATION, longer_helps=True, warnings=(LATE,)))

    assert page.count("The time was too short for") == 1
    assert page.count("Learn longer (up to 1 minute)") == 1
    assert verdict_of(page).index(TITLE) < verdict_of(page).index("Learn longer (up to 1 minute)")


def test_what_there_is_no_room_for_stands_below_with_its_buttons(
    person: Person, workspace: Workspace
) -> None:
    several = tuple(gives_away(f"closed {place}") for place in range(4))
    page = results(person, workspace, replace(EVALUATION, longer_helps=True, warnings=(*several, LATE)))

    assert [f"closed {place}&#34; alone" in verdict_of(page) for place in range(4)] == [True] * 3 + [False]
    assert "closed 3&#34; alone" in beside(page)
    assert "The time was too short for" in beside(page)
    assert page.count("Learn longer (up to 1 minute)") == 1
    assert page.count("Yes, I would know it") == 4


def test_a_guess_asks_for_other_columns(person: Person, workspace: Workspace) -> None:
    guess = replace(EVALUATION, verdict=Verdict(level="guessing", shape="two"))

    assert "are known beforehand would help: the 2 that were used" in verdict_of(
        results(person, workspace, guess)
    )


def test_a_result_in_doubt_asks_its_own_question_alone(person: Person, workspace: Workspace) -> None:
    doubted = replace(
        EVALUATION, verdict=Verdict(level="suspicious", shape="two"), longer_helps=True, warnings=(LATE,)
    )

    assert TITLE not in results(person, workspace, doubted)
