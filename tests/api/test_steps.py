"""Steps on a table: what is left out, renamed or read otherwise comes back, is undone, and done again."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.orders import ImportOrder
from desktop_app.records.stored import StoredTable
from desktop_app.records.tables import Column, RowRule, Table, Wishes
from desktop_app.web.reading.step_forms import STEPS
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import stored_table, table, write_rows

RULE = RowRule(kind="value", column="region", value="West")
BEFORE = Wishes(
    columns_out=("code",),
    names={"months": "age of the contract", "code": "key"},
    readings={"months": "number missing:999"},
    rows_out=(RULE,),
)


def changed() -> Table:
    """A table of which one column is left out, another renamed, and rows of the west left out."""
    made = table()
    code = Column(name="key", heading="code", type="text", position=4, missing=0, distinct=9)
    columns = tuple(
        replace(column, name="age of the contract", heading="months") if column.name == "months" else column
        for column in made.columns
    )
    recipe = replace(made.recipe, wishes=BEFORE)
    return replace(made, columns=columns, columns_out=(code,), rows_out=(12,), recipe=recipe)


def ordered(jobs: FakeJobs) -> Wishes:
    return from_json(ImportOrder, jobs.orders[-1][1]).wishes


def step(workspace: Workspace, stored: StoredTable, made: Table) -> Job:
    """Return the job by which a file was read anew, and which has landed."""
    order = ImportOrder(path=stored.source, name=stored.table.name, table_id=stored.id)
    job = workspace.jobs.add("import", to_json(order), lane="short", subject=stored.id)
    write_rows(Path(job.folder), replace(made, columns=(*made.columns, *made.columns_out)))
    workspace.land(job, to_json(made))
    return job


@pytest.mark.parametrize(
    ("form", "changes"),
    [
        ({"part": "columns", "leave": ["0", "2"]}, {"columns_out": ("code", "id", "region")}),
        ({"part": "columns", "leave": "1"}, {"columns_out": ("code", "months")}),
        ({"part": "columns", "back": "4"}, {"columns_out": ()}),
        ({"part": "name", "column": "2", "value": "  part of\tthe country "}, {"names": "region"}),
        ({"part": "name", "column": "1", "value": ""}, {"names": {"code": "key"}}),
        ({"part": "name", "column": "1", "value": "months"}, {"names": {"code": "key"}}),
        ({"part": "name", "column": "4", "value": " "}, {"names": {"months": "age of the contract"}}),
        (
            {"part": "types", "column": ["0", "1"], "value": "text"},
            {"readings": {"id": "text", "months": "text missing:999"}},
        ),
        ({"part": "types", "column": ["0", "1"], "forget": "1"}, {"readings": {}}),
        (
            {"part": "missing", "column": "1", "value": "-1"},
            {"readings": {"months": "number missing:999 missing:-1"}},
        ),
        (
            {"part": "missing", "column": "2", "value": "no region"},
            {"readings": {**BEFORE.readings, "region": "category missing:no region"}},
        ),
        ({"part": "rows", "forget": "0"}, {"rows_out": ()}),
        (
            {"part": "rows", "kind": "value", "column": "2", "value": "East", "keep": "1"},
            {"rows_out": (RULE, RowRule(kind="value", column="region", value="East", keep=True))},
        ),
        (
            {
                "part": "rows",
                "kind": "range",
                "column": "1",
                "value": "",
                "start": "-2.5",
                "end": "1e3",
                "keep": "",
            },
            {"rows_out": (RULE, RowRule(kind="range", column="months", start=-2.5, end=1000.0))},
        ),
        (
            {"part": "rows", "kind": "empty", "column": "1", "value": "", "start": "", "end": ""},
            {"rows_out": (RULE, RowRule(kind="empty", column="months"))},
        ),
        ({"part": "rows", "kind": "repeated", "column": ""}, {"rows_out": (RULE, RowRule(kind="repeated"))}),
    ],
)
def test_a_form_takes_one_step_and_leaves_all_others(
    person: Person, workspace: Workspace, jobs: FakeJobs, form: dict[str, Any], changes: dict[str, Any]
) -> None:
    stored = stored_table(workspace, changed())
    if changes.get("names") == "region":
        changes = {"names": {**BEFORE.names, "region": "part of the country"}}

    response = person.post(f"/tables/{stored.id}/reading", **form)

    assert response.status_code == 303
    assert ordered(jobs) == replace(BEFORE, **changes)


@pytest.mark.parametrize(
    "form",
    [
        {"part": "columns"},
        {"part": "columns", "leave": "4"},
        {"part": "columns", "leave": "-1"},
        {"part": "columns", "back": "1"},
        {"part": "name", "column": "9", "value": "x"},
        {"part": "name", "value": "x"},
        {"part": "types", "column": ["1", "9"], "value": "text"},
        {"part": "types", "column": "1", "value": "text missing:3"},
        {"part": "missing", "column": "1", "value": ""},
        {"part": "missing", "column": "1", "value": "a missing:b"},
        {"part": "missing", "column": "1", "value": "x" * 1001},
        {"part": "rows", "forget": "1"},
        {"part": "rows", "forget": "-1"},
        {"part": "rows", "forget": "x"},
        {"part": "rows", "kind": "value", "column": "2"},
        {"part": "rows", "kind": "value", "column": "9", "value": "x"},
        {"part": "rows", "kind": "range", "column": "2", "start": "1"},
        {"part": "rows", "kind": "range", "column": "1"},
        {"part": "rows", "kind": "range", "column": "1", "start": "2", "end": "2"},
        {"part": "rows", "kind": "range", "column": "1", "start": "nan"},
        {"part": "rows", "kind": "range", "column": "1", "start": "one"},
        {"part": "rows", "kind": "odd", "column": "1"},
    ],
)
def test_a_step_that_no_page_sends_is_not_taken(
    person: Person, workspace: Workspace, jobs: FakeJobs, form: dict[str, Any]
) -> None:
    stored = stored_table(workspace, changed())

    assert person.post(f"/tables/{stored.id}/reading", **form).status_code == 400
    assert jobs.orders == []


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (
            {"part": "name", "column": "0", "value": "left"},
            "Another column is called &#34;left&#34; already.",
        ),
        ({"part": "name", "column": "0", "value": "key"}, "Another column is called &#34;key&#34; already."),
        ({"part": "name", "column": "0", "value": "x" * 201}, "This name is longer than 200 letters."),
        (
            {"part": "name", "column": "0", "value": " \t "},
            "A column needs a name. It keeps the name that it has",
        ),
        ({"part": "columns", "leave": ["0", "1", "2", "3"]}, "At least one column has to stay."),
    ],
)
def test_a_step_that_cannot_be_taken_is_said_on_the_page_it_came_from(
    person: Person, workspace: Workspace, jobs: FakeJobs, form: dict[str, Any], said: str
) -> None:
    stored = stored_table(workspace, changed())

    response = person.post(f"/tables/{stored.id}/reading", **form)

    assert response.status_code == 303
    assert said in person.get(response.headers["Location"]).text
    assert jobs.orders == []


def test_a_step_that_was_taken_already_reads_nothing(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    stored = stored_table(workspace, changed())

    person.post(f"/tables/{stored.id}/reading", part="rows", kind="value", column="2", value="West")
    person.post(f"/tables/{stored.id}/reading", part="name", column="1", value="age of the contract")

    assert jobs.orders == []
    assert set(STEPS) == {"columns", "name", "types", "rows", "missing"}


def test_what_was_changed_stands_in_chips_that_take_it_back(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace, changed())

    page = person.get(f"/tables/{stored.id}/data").text
    chips = page.partition('id="changed"')[2].partition("</section>")[0]

    assert re.findall(r"<summary[^>]*><span>(.*?)</span>", chips) == [
        "1 column left out",
        "2 columns renamed",
        "12 rows left out: &#34;region&#34; is &#34;West&#34;",
    ]
    assert 'name="back" value="4"' in chips
    assert 'name="forget" value="0"' in chips
    assert "&#34;age of the contract&#34; is &#34;months&#34; in the file" in chips
