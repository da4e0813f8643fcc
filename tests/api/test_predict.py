"""What to predict: the question, the columns, and how careful."""

import re
from dataclasses import replace
from html import unescape
from typing import Any

from desktop_app.records.tables import Bar, Column
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import ROWS, stored_table, table

LEFT, REGION, ID, MONTHS = 3, 2, 0, 1


def plan_of(jobs: FakeJobs) -> dict[str, Any]:
    order: Any = jobs.orders[-1][1]
    plan: dict[str, Any] = order["plan"]
    return plan


def test_a_question_that_was_clicked_is_ready_to_learn(person: Person, workspace: Workspace) -> None:
    page = person.get(f"/tables/{stored_table(workspace).id}/predict?target={LEFT}").text

    assert "&#34;left&#34; holds 2 kinds, so the question is: Can it tell &#34;left&#34;: yes or no?" in page
    assert "no: 220 rows" in page
    assert "2 of 3 other columns are used." in page
    assert "&#34;id&#34; is left out: it is different in every row." in page
    assert "autofocus" in page


def test_a_number_is_asked_as_a_number(person: Person, workspace: Workspace) -> None:
    page = person.get(f"/tables/{stored_table(workspace).id}/predict?target={MONTHS}").text

    assert "so the question is: What number will &#34;" in page
    assert "There are 297 rows, so the result may have a wide range." in page
    assert "Usually 2 to 60." in page


def test_without_a_question_there_is_nothing_to_press(person: Person, workspace: Workspace) -> None:
    page = person.get(f"/tables/{stored_table(workspace).id}/predict").text

    assert "Choose a column" in page
    assert 'id="learn" disabled' in page
    assert "Choose a column first." in page


def test_the_title_names_the_step_and_the_table(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)

    for step, title in (("data", "Your data"), ("predict", "What to predict"), ("results", "Results")):
        page = person.get(f"/tables/{stored.id}/{step}").text
        assert f"<title>{title} – customers.csv – Hunch</title>" in page


def test_a_name_from_right_to_left_does_not_turn_its_sentence_around(
    person: Person, workspace: Workspace
) -> None:
    kinds = tuple(Bar(label=kind, count=ROWS // 2) for kind in ("כן", "לא"))
    column = replace(
        table().columns[REGION], position=4, name="answer", distinct=2, top_values=kinds, bars=kinds
    )
    stored = stored_table(workspace, table("customers.csv", column))

    page = person.get(f"/tables/{stored.id}/predict?target=4").text

    assert '<span class="cut">\u2068כן\u2069: 150 rows</span>' in page


def test_what_was_changed_is_still_there_when_one_comes_back(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)
    person.post(
        f"/tables/{stored.id}/plan",
        target=LEFT,
        was=LEFT,
        effort="thorough",
        shown=[MONTHS, REGION],
        use=[MONTHS],
    )

    page = person.get(f"/tables/{stored.id}/predict").text

    assert "1 of 3 other columns are used." in page
    assert 'value="thorough" checked' in page


def test_after_learning_the_same_question_is_still_chosen(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)
    person.post(f"/tables/{stored.id}/trainings", target=LEFT, was=LEFT, effort="normal")

    page = person.get(f"/tables/{stored.id}/predict").text

    assert "2 of 3 other columns are used." in page
    assert 'value="normal" checked' in page


def test_learn_orders_a_training_and_shows_it(person: Person, workspace: Workspace, jobs: FakeJobs) -> None:
    stored = stored_table(workspace)

    response = person.post(f"/tables/{stored.id}/trainings", target=LEFT, was=LEFT, effort="normal")

    training = workspace.trainings.latest(stored.id)
    assert training is not None
    assert response.headers["Location"] == f"/trainings/{training.id}/learn"
    assert (plan_of(jobs)["target"], plan_of(jobs)["budget"]) == ("left", 60.0)


def test_two_models_of_one_question_have_two_names(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)
    for _ in range(3):
        person.post(f"/tables/{stored.id}/trainings", target=LEFT, was=LEFT)

    assert [one.name for one in workspace.trainings.of_table(stored.id)] == ["left (3)", "left (2)", "left"]


def test_a_question_that_cannot_be_asked_is_said_before_anything_starts(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    same = replace(
        table().columns[REGION],
        distinct=1,
        top_values=(Bar(label="West", count=ROWS),),
        position=4,
        name="land",
    )
    stored = stored_table(workspace, table("customers.csv", same))

    page = person.get(f"/tables/{stored.id}/predict?target=4").text
    answer = person.post(f"/tables/{stored.id}/trainings", target=4, was=4)

    assert "&#34;land&#34; has one value only" in page
    assert answer.status_code == 400
    assert jobs.orders == []


def test_a_column_that_is_unticked_is_left_out(person: Person, workspace: Workspace, jobs: FakeJobs) -> None:
    stored = stored_table(workspace)
    ticks = {"shown": [ID, MONTHS, REGION], "use": [REGION]}

    fragment = person.post(f"/tables/{stored.id}/plan", target=LEFT, was=LEFT, **ticks).text
    person.post(f"/tables/{stored.id}/trainings", target=LEFT, was=LEFT, **ticks)

    assert "&#34;months&#34; is left out, as you asked." in fragment
    assert (plan_of(jobs)["exclude"], plan_of(jobs)["include"]) == (["months"], [])


def test_a_column_that_is_left_out_can_be_put_back(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    stored = stored_table(workspace)

    fragment = person.post(f"/tables/{stored.id}/plan", target=LEFT, was=LEFT, use_also=ID).text
    person.post(f"/tables/{stored.id}/trainings", target=LEFT, was=LEFT, include=ID)

    assert "3 of 3 other columns are used." in fragment
    assert f'name="include" value="{ID}"' in fragment
    assert plan_of(jobs)["include"] == ["id"]


def test_a_column_without_any_value_is_not_offered(person: Person, workspace: Workspace) -> None:
    void = Column(name="void", type="text", position=4, missing=ROWS, distinct=0)
    nearly = Column(name="nearly", type="text", position=5, missing=ROWS - 1, distinct=1)
    stored = stored_table(workspace, table("a.csv", void, nearly))

    page = unescape(person.get(f"/tables/{stored.id}/predict?target={LEFT}").text)

    assert f'"void" is left out: {ROWS} of {ROWS} cells are empty.' in page
    assert re.findall(r'name="use_also" value="(\d+)"', page) == ["0", "5"]
    assert re.findall(r'name="use" value="(\d+)"[^>]* disabled', page) == ["4"]
    assert 'name="shown" value="4"' not in page, "what cannot be ticked is not unticked"


def test_ticks_of_another_question_are_forgotten(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)

    fragment = person.post(
        f"/tables/{stored.id}/plan", target=REGION, was=LEFT, shown=[ID, MONTHS, REGION], use=[REGION]
    ).text

    assert "&#34;region&#34; holds 3 kinds" in fragment
    assert "as you asked" not in fragment


def test_few_whole_numbers_are_asked_about(person: Person, workspace: Workspace, jobs: FakeJobs) -> None:
    stars = Column(
        name="stars",
        type="number",
        position=4,
        missing=0,
        distinct=5,
        whole=True,
        top_values=tuple(Bar(label=str(star), count=60) for star in range(1, 6)),
        minimum=1,
        maximum=5,
        low=1,
        high=5,
    )
    stored = stored_table(workspace, table("hotels.csv", stars))

    page = person.get(f"/tables/{stored.id}/predict?target=4").text
    amounts = person.post(f"/tables/{stored.id}/plan", target=4, was=4, task="regression").text
    person.post(f"/tables/{stored.id}/trainings", target=4, was=4, task="regression")

    assert "names of kinds, or amounts?" in page
    assert ("1: 60 rows" in page, "Usually 1 to 5." in page) == (True, False)
    assert ("1: 60 rows" in amounts, "Usually 1 to 5." in amounts) == (False, True)
    assert plan_of(jobs)["task"] == "regression"


def test_the_choice_comes_back_alone_to_a_page_and_whole_without_scripts(
    person: Person, workspace: Workspace
) -> None:
    address = f"/tables/{stored_table(workspace).id}/plan"
    form = {"token": person.token, "target": str(LEFT), "was": str(LEFT)}

    alone = person.client.post(
        address, base_url="http://127.0.0.1:4711", data=form, headers={"HX-Request": "true"}
    )
    whole = person.post(address, target=LEFT, was=LEFT)

    assert "<html" not in alone.text
    assert "<html" in whole.text


def test_names_that_hold_anything_are_chosen_by_number(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    name = 'a "quoted"\r\n<b>&amp; name</b>'
    column = replace(table().columns[REGION], position=4, name=name)
    stored = stored_table(workspace, table("customers.csv", column))

    page = person.get(f"/tables/{stored.id}/predict?target=4").text
    person.post(f"/tables/{stored.id}/trainings", target=4, was=4)

    assert "<b>&amp;amp;" not in page
    assert plan_of(jobs)["target"] == name
