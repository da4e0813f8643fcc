"""Your data: columns and pages of rows."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from desktop_app.records.notices import Notice
from desktop_app.records.stored import StoredTable
from desktop_app.records.tables import Bar, Column
from desktop_app.workspace.store import Workspace
from tests.api.conftest import ORIGIN, Person
from tests.api.made import stored_table, table


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


def numbers(count: int) -> tuple[Column, ...]:
    """Return many columns of numbers, behind the four of the made table."""
    bars = tuple(Bar(label=str(place), count=place) for place in range(12))
    return tuple(
        Column(name=f"gene {place}", type="number", position=4 + place, missing=0, distinct=250, bars=bars)
        for place in range(count)
    )


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


def cells_of(person: Person, stored: StoredTable, query: str) -> Any:
    return person.get(f"/tables/{stored.id}/cells?{query}", headers={"Accept": "application/json"}).get_json()


def test_the_page_holds_no_row_but_the_ways_to_them(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)

    page = person.get(f"/tables/{stored.id}/data?row=250&column=2").text

    assert "row 0 column" not in page
    assert f'data-cells="/tables/{stored.id}/cells"' in page
    assert 'data-row="249" data-column="2"' in page
    assert 'aria-rowcount="301" aria-colcount="5"' in page
    assert f'url=/tables/{stored.id}/data?show=table"' in page
    assert f'<a class="small" href="/tables/{stored.id}/data?show=table">' in page


def test_cells_come_in_blocks_and_say_which_of_them_are_empty_or_unread(
    person: Person, workspace: Workspace
) -> None:
    block = cells_of(person, stored_table(workspace), "start=7&count=4&columns=1-2")

    assert block["rows"] == [
        ["row 7 column 1", "row 7 column 2"],
        ["row 8 column 1", "row 8 column 2"],
        [None, None],
        ["row 10 column 1", "row 10 column 2"],
    ]
    assert block["unread"] == [[1, 0], [1, 1]]


@pytest.mark.parametrize(
    ("query", "rows", "columns"),
    [
        ("start=290&count=200&columns=0-3", 10, 4),
        ("start=300&count=200&columns=0-3", 0, 0),
        ("start=99999999999999999999&count=1&columns=0-3", 0, 0),
        ("start=-5&count=2&columns=0-3", 2, 4),
        ("start=x&count=2&columns=3-9", 2, 1),
        ("start=0&count=0&columns=0-3", 0, 0),
        ("start=0&count=-1&columns=0-3", 0, 0),
        ("start=0&columns=0-3", 0, 0),
        ("start=0&count=2&columns=7-9", 0, 0),
        ("start=0&count=99999999999999999999&columns=0-0", 300, 1),
    ],
)
def test_a_block_ends_where_the_table_does(
    person: Person, workspace: Workspace, query: str, rows: int, columns: int
) -> None:
    block = cells_of(person, stored_table(workspace), query)

    assert (len(block["rows"]), len(block["rows"][0]) if block["rows"] else 0) == (rows, columns)


HOSTILE = (
    "",
    "0",
    "1-0",
    "-1-2",
    "0-3)",
    "r0-r1",
    "0-3;DROP",
    "٠-٣",
    "0-3-4",
    "0-400",
    "9999999-9999999",
    "*",
)


@pytest.mark.parametrize("columns", HOSTILE)
def test_columns_that_mean_none_are_refused_in_words(
    person: Person, workspace: Workspace, columns: str
) -> None:
    stored = stored_table(workspace)
    query = {"start": "0", "count": "1", "columns": columns}

    for part in ("cells", "heads"):
        answer = person.get(f"/tables/{stored.id}/{part}", query_string=query)
        assert (answer.status_code, "does not fit the page" in answer.text) == (400, True)


def test_no_request_takes_more_cells_than_a_page_can_show(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace, table("wide.csv", *numbers(396)))

    fits = cells_of(person, stored, "start=0&count=50&columns=0-399")
    beyond = cells_of(person, stored, "start=0&count=51&columns=0-399")
    whole = cells_of(person, stored, "start=0&count=3&columns=0-399&whole")

    assert len(fits["rows"]) == 50
    assert (beyond["error"]["code"], whole["error"]["code"]) == ("error.not_understood",) * 2


def test_a_long_cell_is_cut_and_comes_whole_when_it_is_to_be_copied(
    person: Person, workspace: Workspace
) -> None:
    import duckdb

    stored = stored_table(workspace)
    goal = Path(stored.folder) / "table.parquet"
    long = "repeat('é', 400)"
    duckdb.sql(f"COPY (SELECT 0 AS row, {long} AS r0, {long} AS v0) TO '{goal}'")

    block = cells_of(person, stored, "start=0&count=1&columns=0-0")
    whole = cells_of(person, stored, "start=0&count=1&columns=0-0&whole")

    assert block["rows"] == [[["é" * 200]]]
    assert whole["rows"] == [["é" * 400]]


@pytest.mark.parametrize("part", ["cells", "heads", "columns"])
def test_nothing_is_said_of_a_table_that_is_not_there(
    person: Person, stranger: FlaskClient, workspace: Workspace, part: str
) -> None:
    stored, query = stored_table(workspace), "start=0&count=1&columns=0-1&find=left"
    workspace.tables.delete(stored.id)

    assert person.get(f"/tables/{stored.id}/{part}?{query}").status_code == 404
    assert person.get(f"/tables/..%2F..%2Fx/{part}?{query}").status_code == 404
    assert stranger.get(f"/tables/{stored.id}/{part}?{query}", base_url=ORIGIN).status_code == 403


def test_a_heading_says_what_its_column_holds_whatever_its_name(person: Person, workspace: Workspace) -> None:
    name = "<script>alert(1)</script>"
    odd = Column(name=name, type="number", position=4, missing=2, distinct=60)
    stored = stored_table(workspace, table("odd.csv", odd))

    heads = person.get(f"/tables/{stored.id}/heads?columns=1-4").text

    assert heads.count('role="columnheader"') == 4
    assert "<span>60 values</span>" in heads
    assert ">3 empty</button>" in heads
    assert "3 kinds" in heads
    assert "<title>West: 100 rows</title>" in heads
    assert "<script" not in heads
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in heads


def test_columns_are_found_by_a_part_of_their_name(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace, table("wide.csv", *numbers(100)))

    def found(text: str) -> Any:
        return person.get(f"/tables/{stored.id}/columns", query_string={"find": text}).get_json()

    assert found("GENE 9")["columns"] == [13, *range(94, 104)]
    assert found("ft") == {"columns": [3], "names": ["left"], "count": 1}
    assert found("nowhere")["count"] == found("")["count"] == 0


def test_a_table_of_many_columns_has_a_page_that_is_not_large(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace, table("wide.csv", *numbers(596)))

    page = person.get(f"/tables/{stored.id}/data").text

    assert len(page) < 40_000
    assert page.partition('data-letters="')[2].partition('"')[0].count(" ") == 599
