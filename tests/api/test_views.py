"""Views: the rows of a table in another order, or some of them."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import TestResponse

from desktop_app.records.jobs import Problem
from desktop_app.records.notices import Notice
from desktop_app.records.stored import StoredTable
from desktop_app.records.tables import Bar, Column, Table
from desktop_app.records.views import Only, View
from desktop_app.web.arranging import rule_fields
from desktop_app.web.finding_keys import finding_key
from desktop_app.workspace.folders import TABLE_FILES
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import stored_table, table

BARS = tuple(Bar(label=f"{start}", count=9, start=start, end=start + 9) for start in (0.0, 10.0, 20.0))


def with_bars() -> Table:
    price = Column(name="price", type="number", position=4, missing=0, distinct=90, bars=BARS)
    return table("prices.csv", price)


def ask(person: Person, stored: StoredTable, **form: str) -> TestResponse:
    return person.send("POST", f"/tables/{stored.id}/views", data=form)


def asked(jobs: FakeJobs) -> Any:
    journey, params = jobs.orders[-1]
    assert journey == "arrange"
    return params["view"]


def arranged(person: Person, workspace: Workspace, stored: StoredTable, rows: list[int], **form: str) -> str:
    """Return the id of a view whose job has been carried out, with these rows in this order."""
    import duckdb

    view_id = str(ask(person, stored, **form).get_json()["view"])
    job = workspace.jobs.get(view_id)
    goal = Path(job.folder) / "view.parquet"
    duckdb.sql(f"COPY (SELECT unnest({rows}) AS row) TO '{goal}'")
    workspace.land(job, {"rows": len(rows)})
    return view_id


def test_a_form_says_which_rows_are_wanted_and_in_which_order(
    person: Person, jobs: FakeJobs, workspace: Workspace
) -> None:
    stored = stored_table(workspace, with_bars())

    views = []
    for form in (
        {"sort": "1", "descending": "1"},
        {"only": "2", "bar": "1"},
        {"only": "4", "bar": "0", "sort": "0"},
        {"only": "4", "bar": "2"},
        {"only": "1"},
    ):
        ask(person, stored, **form)
        views.append(asked(jobs))

    nothing = {"value": None, "start": None, "end": None, "behind": None, "is_repeated": False}
    assert [view["only"] for view in views] == [
        None,
        {**nothing, "column": 2, "value": "East"},
        {**nothing, "column": 4, "start": 0.0, "end": 10.0},
        {**nothing, "column": 4, "start": 20.0},
        {**nothing, "column": 1},
    ]
    assert [(view["sort"], view["descending"]) for view in views] == [
        (1, True),
        (None, False),
        (0, False),
        (None, False),
        (None, False),
    ]


@pytest.mark.parametrize(
    "form",
    [
        {"sort": "5"},
        {"sort": "-1"},
        {"sort": "x"},
        {"sort": "²"},
        {"sort": "99999999999999999999"},
        {"only": "9"},
        {"only": "4", "bar": "3"},
        {"only": "4", "bar": "-1"},
        {"only": "4", "bar": "1; DROP"},
        {"only": "0", "bar": "0"},
    ],
)
def test_a_form_that_names_no_column_or_bar_is_refused(
    person: Person, jobs: FakeJobs, workspace: Workspace, form: dict[str, str]
) -> None:
    answer = ask(person, stored_table(workspace, with_bars()), **form)

    assert (answer.status_code, answer.get_json()["error"]["code"]) == (400, "error.not_understood")
    assert jobs.orders == []


def test_a_view_says_what_it_shows_once_it_is_there(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)
    waits = ask(person, stored, sort="0").get_json()["view"]
    view_id = arranged(person, workspace, stored, [7, 3, 8], only="2", bar="1", sort="1", descending="1")

    there = person.send("GET", f"/tables/{stored.id}/views/{view_id}").get_json()

    assert person.send("GET", f"/tables/{stored.id}/views/{waits}").get_json()["rows"] is None
    assert there["rows"] == 3
    assert there["words"] == (
        'Only rows where "region" is: East. 3 of 300 rows. Sorted by "months", the other way round.'
    )
    assert there["rule"] == {"kind": "value", "column": "2", "value": "East", "start": "", "end": ""}


@pytest.mark.parametrize(
    ("only", "rows", "fields"),
    [
        (Only(column=1), 3, {"kind": "empty", "column": "1", "value": "", "start": "", "end": ""}),
        (
            Only(column=4, start=0.1, end=10.0),
            3,
            {"kind": "range", "column": "4", "value": "", "start": "0.1", "end": "10.0"},
        ),
        (
            Only(column=4, start=20.0),
            3,
            {"kind": "range", "column": "4", "value": "", "start": "20.0", "end": ""},
        ),
        (Only(column=1), 0, None),
        (Only(column=1), 300, None),
        (None, 300, None),
    ],
)
def test_the_rows_of_a_view_can_be_left_out_where_others_stay(
    only: Only | None, rows: int, fields: dict[str, str] | None
) -> None:
    assert rule_fields(View(only=only), with_bars(), rows) == fields


def test_the_cells_of_a_view_come_in_its_order_with_the_numbers_of_their_rows(
    person: Person, workspace: Workspace
) -> None:
    stored = stored_table(workspace)
    view_id = arranged(person, workspace, stored, [7, 3, 8], sort="0")

    block = person.get(f"/tables/{stored.id}/cells?start=1&count=200&columns=1-1&view={view_id}").get_json()

    assert block == {"rows": [["row 3 column 1"], ["row 8 column 1"]], "unread": [[1, 0]], "numbers": [3, 8]}


def test_a_view_is_of_one_table_and_gone_when_its_file_is(person: Person, workspace: Workspace) -> None:
    stored, other = stored_table(workspace), stored_table(workspace)
    view_id = arranged(person, workspace, stored, [1], sort="0")
    waits = ask(person, stored, sort="0").get_json()["view"]
    block = "start=0&count=1&columns=0-0"

    for strange in (waits, stored.id, "nowhere", "../" + view_id):
        assert person.get(f"/tables/{stored.id}/cells?{block}&view={strange}").status_code == 404
    assert person.get(f"/tables/{other.id}/cells?{block}&view={view_id}").status_code == 404
    assert person.get(f"/tables/{other.id}/views/{view_id}").status_code == 404
    (Path(stored.folder) / f"view-{view_id}.parquet").unlink()
    assert person.get(f"/tables/{stored.id}/cells?{block}&view={view_id}").status_code == 404


def test_why_a_view_could_not_be_made_is_said(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)
    view_id = ask(person, stored, sort="0").get_json()["view"]
    workspace.jobs.fail(view_id, Problem(code="save.failed", values={"file": "view", "reason": "full"}))

    answer = person.send("GET", f"/tables/{stored.id}/views/{view_id}")

    assert (answer.status_code, answer.get_json()["error"]["code"]) == (507, "save.failed")


def test_only_the_newest_views_of_a_table_are_kept(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)

    made = [arranged(person, workspace, stored, [place], sort="0") for place in range(10)]

    there = {file.name for file in Path(stored.folder).glob("view-*")}
    assert len(there) == 8
    assert f"view-{made[-1]}.parquet" in there
    workspace.tidy()
    assert {file.name for file in Path(stored.folder).iterdir()} == {*TABLE_FILES}


def test_cells_that_were_not_understood_are_one_click_away(person: Person, workspace: Workspace) -> None:
    note = Notice(
        code="find.not_numbers",
        values={"column": "months", "count": 3, "rows": 300, "values": ["ten"]},
        columns=("months",),
        level="caution",
    )
    stored = stored_table(workspace, replace(table(), warnings=(note,)))

    page = person.get(f"/tables/{stored.id}/data").text
    shown = person.get(f"/tables/{stored.id}/data?empty=months").text

    key = finding_key(note, stored.table)
    assert f'<a href="/tables/{stored.id}/data?finding={key}#rows">Show them</a>' in page
    assert f'data-only-finding="{key}"' in person.get(f"/tables/{stored.id}/data?finding={key}").text
    assert "data-only-empty" not in page
    assert 'data-only-empty="1"' in shown
