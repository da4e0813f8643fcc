"""The question whether rows belong together or follow one another: asked, answered, kept, and learned by."""

from dataclasses import replace
from pathlib import Path

from desktop_app.records.notices import Notice
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.stored import StoredTable
from desktop_app.records.tables import Column
from desktop_app.workspace.store import Workspace
from tests.api.conftest import ORIGIN, FakeJobs, Person
from tests.api.made import EVALUATION, ROWS, stored_table, stored_training, table
from tests.api.test_predict import LEFT, REGION, plan_of
from tests.api.test_steps import step
from tests.stored_rows import write_rows

CUSTOMER, DAY = 4, 5
CUSTOMERS = Column(name="customer_id", type="category", position=CUSTOMER, missing=0, distinct=60)
DAYS = Column(
    name="day",
    type="date",
    position=DAY,
    missing=0,
    distinct=ROWS,
    minimum=1_704_067_200,  # 2024-01-01
    maximum=1_729_900_800,  # 2024-10-26
)
UNASKED = "How will you use it?"


def with_days(workspace: Workspace, *more: Column, order: str = "row") -> StoredTable:
    """Return a stored table whose last column holds a day for each row, in this order."""
    stored = stored_table(workspace, table("visits.csv", *more, DAYS))
    texts = ", ".join(f"'x' AS r{at}, 'x' AS v{at}" for at in range(DAY))
    day = f"TIMESTAMP '2024-01-01' + to_days(({order})::INT)"
    rows = f"SELECT range AS row FROM range({ROWS})"  # noqa: S608 - ours
    query = f"SELECT row, {texts}, {day} AS v{DAY}, ({day})::VARCHAR AS r{DAY} FROM ({rows})"  # noqa: S608 - ours
    write_rows(Path(stored.folder), query)
    return stored


def test_customers_with_several_rows_are_asked_about(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace, table("visits.csv", CUSTOMERS))

    page = person.get(f"/tables/{stored.id}/predict?target={LEFT}").text

    assert "&#34;customer_id&#34; has 60 different values in 300 rows." in page
    assert "Keep all rows of one &#34;customer_id&#34; together when it is tested?" in page
    assert "Yes, if you will use it on a &#34;customer_id&#34; that is new." in page
    assert "Without an answer, the stricter test is made where the rows call for it" in page
    assert f'name="apart" value="group-{CUSTOMER}">' in page
    assert 'name="apart" value="any">' in page
    assert "time-" not in page


def test_nothing_is_asked_where_no_column_gives_reason_or_nothing_is_to_be_predicted(
    person: Person, workspace: Workspace
) -> None:
    plain = stored_table(workspace)
    stored = stored_table(workspace, table("visits.csv", CUSTOMERS))

    assert UNASKED not in person.get(f"/tables/{plain.id}/predict?target={LEFT}").text
    assert UNASKED not in person.get(f"/tables/{stored.id}/predict").text
    assert UNASKED not in person.get(f"/tables/{stored.id}/predict?target={CUSTOMER}").text


def test_rows_in_the_order_of_a_date_are_asked_about(person: Person, workspace: Workspace) -> None:
    stored = with_days(workspace)

    page = person.get(f"/tables/{stored.id}/predict?target={LEFT}").text

    assert "Then it should be tested on the latest ones by &#34;day&#34;." in page
    assert "They go from 2024-01-01 to 2024-10-26." in page
    assert f'name="apart" value="time-{DAY}">' in page
    assert "No, the order does not matter" in page


def test_rows_in_no_order_are_not_asked_about_one(person: Person, workspace: Workspace) -> None:
    stored = with_days(workspace, order="row * 7919 % 300")

    assert UNASKED not in person.get(f"/tables/{stored.id}/predict?target={LEFT}").text


def test_both_questions_are_one_card_with_one_answer(person: Person, workspace: Workspace) -> None:
    stored = with_days(workspace, CUSTOMERS)

    page = person.get(f"/tables/{stored.id}/predict?target={LEFT}").text

    assert page.count(UNASKED) == 1
    assert page.count('name="apart"') == 3


def test_an_answer_is_kept_and_learned_by(person: Person, workspace: Workspace, jobs: FakeJobs) -> None:
    stored = stored_table(workspace, table("visits.csv", CUSTOMERS))
    answers = {
        f"group-{CUSTOMER}": ("customer_id", "", False),
        f"time-{DAY - 1}": ("", "customer_id", False),
        "any": ("", "", True),
    }

    for answer, (group, time, any_row) in answers.items():
        person.post(f"/tables/{stored.id}/plan", target=LEFT, was=LEFT, apart=answer)
        page = person.get(f"/tables/{stored.id}/predict").text
        person.post(f"/tables/{stored.id}/trainings", target=LEFT, was=LEFT, apart=answer)
        assert f'name="apart" value="{answer}" checked' in page
        assert "Without an answer" not in page
        told = plan_of(jobs)
        assert (told["group"], told["time"], told["any_row"]) == (group, time, any_row)


def test_the_card_comes_back_with_the_answer_at_once(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace, table("visits.csv", CUSTOMERS))

    part = person.client.post(
        f"/tables/{stored.id}/plan",
        base_url=ORIGIN,
        data={"token": person.token, "target": LEFT, "was": LEFT, "apart": f"group-{CUSTOMER}"},
        headers={"HX-Request": "true"},
    ).text

    assert part.lstrip().startswith("<form")
    assert f'value="group-{CUSTOMER}" checked' in part


def test_an_answer_goes_on_when_its_column_is_renamed_and_is_forgotten_with_it(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    made = table("visits.csv", CUSTOMERS)
    stored = stored_table(workspace, made)
    person.post(f"/tables/{stored.id}/plan", target=LEFT, was=LEFT, apart=f"group-{CUSTOMER}")
    renamed = (*made.columns[:CUSTOMER], replace(CUSTOMERS, name="client", heading="customer_id"))
    step(workspace, stored, replace(made, columns=renamed))

    page = person.get(f"/tables/{stored.id}/predict").text

    assert "Keep all rows of one &#34;client&#34; together" in page
    assert f'value="group-{CUSTOMER}" checked' in page
    step(workspace, stored, table("visits.csv"))
    assert UNASKED not in person.get(f"/tables/{stored.id}/predict").text


def test_an_answer_that_no_card_offers_is_taken_for_none(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    stored = stored_table(workspace)

    for answer in ("group-99", "group-", "time-x", "group--1", f"group-{LEFT}", "nonsense"):
        person.post(f"/tables/{stored.id}/trainings", target=LEFT, was=LEFT, apart=answer)
        told = plan_of(jobs)
        assert (told["group"], told["time"], told["any_row"]) == ("", "", False)
    assert workspace.tables.get(stored.id).plan == TrainingPlan(target="left", budget=15.0)


def test_a_change_over_time_that_shows_when_it_learns_is_asked_about_afterwards(
    person: Person, workspace: Workspace
) -> None:
    stored = with_days(workspace, order="row * 7919 % 300")
    told = Notice(code="plan.time_question", values={"column": "day"}, columns=("day",))
    stored_training(workspace, stored.id, replace(EVALUATION, warnings=(told,)))

    assert f'value="time-{DAY}"' in person.get(f"/tables/{stored.id}/predict?target={LEFT}").text
    assert UNASKED not in person.get(f"/tables/{stored.id}/predict?target={REGION}").text


def test_a_result_leads_to_where_its_open_question_is_answered(person: Person, workspace: Workspace) -> None:
    stored = with_days(workspace, order="row * 7919 % 300")
    told = Notice(code="plan.time_question", values={"column": "day"}, columns=("day",))
    training = stored_training(workspace, stored.id, replace(EVALUATION, warnings=(told,)))

    page = person.get(f"/trainings/{training.id}/results").text

    assert page.count("Then it should be tested on the latest ones") == 1
    assert f'href="/tables/{stored.id}/predict">Say how you will use it</a>' in page
