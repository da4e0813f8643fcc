"""Your data: what its page says of a table and of its columns."""

from dataclasses import replace

import pytest

from desktop_app.records.notices import Notice
from desktop_app.records.tables import Column
from desktop_app.workspace.store import Workspace
from tests.api.conftest import Person
from tests.api.made import stored_table, table
from tests.api.numbered import numbers


def test_what_reading_a_column_gave_rise_to_is_said_once(person: Person, workspace: Workspace) -> None:
    note = Notice(
        code="find.kept_text_dates",
        values={"column": "born", "count": 2, "rows": 300, "values": ["of"]},
        columns=("born",),
        level="caution",
    )
    born = Column(name="born", type="text", position=4, missing=0, distinct=300, notes=(note,))
    stored = stored_table(workspace, replace(table("deaths.xlsx", born), warnings=(note,)))

    page = person.get(f"/tables/{stored.id}/data").text

    assert page.count("2 of 300 cells in &#34;born&#34; are not dates") == 1


def test_the_plain_page_says_how_large_the_table_is_and_shows_its_first_rows(
    person: Person, workspace: Workspace
) -> None:
    stored = stored_table(workspace)

    page = person.get(f"/tables/{stored.id}/data?show=table").text

    assert "300 rows, 4 columns." in page
    assert "Rows 1 to 100 of 300" in page
    assert "row 0 column 0" in page
    assert "row 100 column" not in page
    assert page.count('<td class="nothing') == 10 * 4


def test_each_column_says_what_it_holds(person: Person, workspace: Workspace) -> None:
    page = person.get(f"/tables/{stored_table(workspace).id}/data?show=table").text

    assert "3 kinds" in page
    assert "number · 1% empty" in page
    assert "<title>West: 100 rows</title>" in page


def test_questions_are_one_click_from_learning(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)

    page = person.get(f"/tables/{stored.id}/data").text

    assert f'href="/tables/{stored.id}/predict?target=3"' in page
    assert "Can it tell &#34;left&#34;: yes or no?" in page
    assert "Something else" in page


@pytest.mark.parametrize(
    ("row", "first", "last"),
    [("1", 0, 99), ("101", 100, 199), ("250", 200, 299), ("9999", 200, 299), ("-5", 0, 99), ("x", 0, 99)],
)
def test_any_row_of_the_plain_table_can_be_gone_to(
    person: Person, workspace: Workspace, row: str, first: int, last: int
) -> None:
    page = person.get(f"/tables/{stored_table(workspace).id}/data?show=table&row={row}").text

    assert f"row {first} column 0" in page
    assert f"row {first - 1} column 0" not in page
    assert f"row {last + 1} column 0" not in page


def test_a_wide_table_is_shown_in_parts(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace, table("wide.csv", *numbers(596)))

    first = person.get(f"/tables/{stored.id}/data?show=table").text
    last = person.get(f"/tables/{stored.id}/data?show=table&column=560").text

    assert "Columns 1 to 40 of 600" in first
    assert "gene 35<" in first
    assert "gene 36<" not in first
    assert "Columns 561 to 600 of 600" in last
    assert "gene 595<" in last
    assert len(first) < 700_000


def test_a_column_is_found_by_a_part_of_its_name(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace, table("wide.csv", *numbers(100)))

    page = person.get(f"/tables/{stored.id}/data?show=table&find=GENE 77").text

    assert "Columns 1 to 1 of 1" in page
    assert "gene 77<" in page


def test_a_name_that_no_column_has_is_said(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)

    page = person.get(f"/tables/{stored.id}/data?show=table&find=nowhere").text

    assert "No column has &#34;nowhere&#34; in its name." in page
    assert f'href="/tables/{stored.id}/data?row=1&amp;show=table">All columns</a>' in page
    assert [words for words in ("Columns 0", "Rows 1", "Go to row", "Previous") if words in page] == []


def test_what_was_found_in_the_file_is_said_the_worst_first(person: Person, workspace: Workspace) -> None:
    notes = (
        Notice(code="import.text_marks", values={"count": 4}),
        Notice(code="find.broken_rows", values={"count": 2}, level="problem"),
    )
    stored = stored_table(workspace, replace(table(), warnings=notes))

    page = person.get(f"/tables/{stored.id}/data").text

    worst = page.index("2 rows have more or fewer cells")
    assert page.index("Problem") < worst < page.index("4 cells begin with the mark")


def test_a_table_that_is_not_there_is_said_so(person: Person) -> None:
    response = person.get("/tables/none/data")

    assert response.status_code == 404
    assert "It is no longer there." in response.text
