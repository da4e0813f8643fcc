"""The grid of a page: its cells in blocks, its headings, and columns found by name."""

from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from desktop_app.records.stored import StoredTable
from desktop_app.records.tables import Column
from desktop_app.workspace.store import Workspace
from tests.api.conftest import ORIGIN, Person
from tests.api.made import stored_table, table
from tests.api.numbered import numbers
from tests.stored_rows import write_rows


def cells_of(person: Person, stored: StoredTable, query: str) -> Any:
    return person.get(f"/tables/{stored.id}/cells?{query}", headers={"Accept": "application/json"}).get_json()


def test_the_page_holds_no_row_but_the_ways_to_them(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)

    page = person.get(f"/tables/{stored.id}/data?row=250&column=2").text

    assert "row 0 column" not in page
    assert f'data-cells="/tables/{stored.id}/cells?shown={stored.reading}"' in page
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
    stored = stored_table(workspace)
    long = "repeat('é', 400)"
    write_rows(Path(stored.folder), f"SELECT 0 AS row, {long} AS r0, {long} AS v0")

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
