"""How a file was read: chips say it, and questions ask what only a person knows."""

import re
from dataclasses import replace
from typing import Any

import pytest

from desktop_app.records.jsonable import from_json
from desktop_app.records.notices import Notice
from desktop_app.records.orders import ImportOrder
from desktop_app.records.tables import Choice, Column, Question, Recipe, Wishes
from desktop_app.web.reading.chips import chips_of, reading_now
from desktop_app.web.reading.letters import in_letters, odd_words
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import stored_table, table
from tests.api.reading_orders import ASKED, BOOK, CSV, read_so


def words_of(recipe: Recipe) -> list[str]:
    return [chip.words for chip in chips_of(read_so(recipe))][:-1]  # the last one is that of all types


@pytest.mark.parametrize(
    ("recipe", "words"),
    [
        (
            Recipe(format="csv", encoding="cp1252", delimiter=";", header=4, left_out=2),
            ["Western European letters", "Semicolon between columns", "Names in row 4", "2 rows left out"],
        ),
        (
            Recipe(
                format="csv", encoding="utf-8-sig", delimiter="", header=0, missing_marks=("-", "n/a", "?")
            ),
            ["Unicode letters", "One column", "No row of names", "3 marks read as empty"],
        ),
        (
            Recipe(format="csv", encoding="x-odd", delimiter="~", header=3, header_rows=2),
            ["x-odd letters", '"~" between columns', "Names in rows 2 to 3"],
        ),
        (BOOK, ['Sheet "Data"', "Cells B3:F40", "Names in row 3"]),
        (Recipe(format="parquet"), []),
        (
            Recipe(format="json", readings={"months": "number-comma"}, wishes=Wishes(keep_all=True)),
            ["All rows kept", "Comma before the decimals in 1 column"],
        ),
    ],
)
def test_each_decision_of_a_recipe_is_a_chip(recipe: Recipe, words: list[str]) -> None:
    assert words_of(recipe) == words


def test_a_chip_says_which_decisions_are_the_persons_own() -> None:
    wishes = Wishes(delimiter=";", readings={"months": "text"})
    chips = chips_of(read_so(Recipe(format="csv", encoding="utf-8", delimiter=";", wishes=wishes)))

    assert {chip.part for chip in chips if chip.is_decided} == {"delimiter", "types"}


def test_letters_are_chosen_by_words_of_the_file_itself() -> None:
    name = Column(name="Größe", type="text", position=0, missing=0, distinct=2, examples=("plain", "Łódź 3"))
    shown = odd_words(replace(table(), columns=(name,)))

    assert shown == ("Größe", "Łódź")
    assert in_letters("Größe", "cp1252", "cp1251") == "GrцЯe"
    assert in_letters("Größe", "cp1252", "utf-8") == "Gr��e"
    assert in_letters("Größe", "cp1252", "iso8859-1") == "Größe"


@pytest.mark.parametrize(
    ("recipe", "type_", "now"),
    [
        (Recipe(format="csv"), "number", "number-point"),
        (Recipe(format="csv", readings={"x": "date-mdy"}), "date", "date-mdy"),
        (Recipe(format="csv", wishes=Wishes(readings={"x": "text"})), "text", "text"),
    ],
)
def test_what_a_column_is_read_as_is_chosen_at_first(recipe: Recipe, type_: Any, now: str) -> None:
    assert reading_now(Column(name="x", type=type_, position=0, missing=0, distinct=1), recipe) == now


def test_a_question_shows_the_cells_beside_both_readings_and_three_answers(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    stored = stored_table(workspace, read_so(CSV, ASKED))

    page = person.get(f"/tables/{stored.id}/data").text

    cells = re.findall(r'<td dir="auto">([^<]*)</td>', page)[:6]
    assert cells == ["01/02/2024", "1 Feb 2024", "2 Jan 2024", "03/04/2024", "3 Apr 2024", "4 Mar 2024"]
    assert re.findall(r'name="value" value="([\w-]+)">(?:Day|Month|Keep)', page) == [
        "date-dmy",
        "date-mdy",
        "text",
    ]
    person.post(f"/tables/{stored.id}/reading", part="types", column="1", value="text")
    assert from_json(ImportOrder, jobs.orders[-1][1]).wishes.readings == {"id": "text", "months": "text"}


def test_a_value_that_may_be_none_is_real_or_not_known(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    none = Choice(reading="number missing:999", examples=("",))
    asked = Question(
        code="import.code_question",
        column="months",
        examples=("999",),
        choices=(Choice(reading="number", examples=("999",)), none),
        values={"value": "999", "count": 4, "rows": 300},
    )
    stored = stored_table(workspace, read_so(CSV, asked))

    page = person.get(f"/tables/{stored.id}/data").text

    assert re.findall(r'name="value" value="(number[^"]*)">([\w ]+)<', page) == [
        ("number", "A real value"),
        ("number missing:999", "Not known"),
    ]
    person.post(f"/tables/{stored.id}/reading", part="types", column="1", value="number missing:999")
    assert from_json(ImportOrder, jobs.orders[-1][1]).wishes.readings["months"] == "number missing:999"


def test_what_is_told_at_a_chip_or_asked_by_a_question_is_not_said_again(
    person: Person, workspace: Workspace
) -> None:
    left = Notice(code="import.footer", values={"count": 2, "texts": ["Source: office"]})
    open_question = Notice(
        code="import.unanswered", values={"count": 1, "columns": ["months"]}, level="caution"
    )
    made = replace(read_so(replace(CSV, left_out=2), ASKED), warnings=(left, open_question))

    page = person.get(f"/tables/{stored_table(workspace, made).id}/data").text

    assert page.count("Source: office") == 1
    assert "1 question is open" not in page
