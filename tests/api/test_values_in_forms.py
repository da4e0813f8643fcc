"""Values that browsers send otherwise than they stand in a form."""

from dataclasses import replace

import pytest

from desktop_app.records.jsonable import from_json
from desktop_app.records.orders import ImportOrder
from desktop_app.records.tables import Bar, Table
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import stored_table, table

ENDS = ["\n", "\r", "\r\n"]
NAMED = ["Unix", "old", "Windows"]


def holding(value: str) -> Table:
    """Return a table of which the third column holds a value."""
    made = table()
    bars = (Bar(label="one line", count=5), Bar(label=value, count=3))
    columns = (*made.columns[:2], replace(made.columns[2], top_values=bars), *made.columns[3:])
    return replace(made, columns=columns)


@pytest.mark.parametrize("end", ENDS, ids=NAMED)
def test_a_value_of_several_lines_is_left_out_as_it_stands_in_the_file(
    person: Person, workspace: Workspace, jobs: FakeJobs, end: str
) -> None:
    value = end.join(("first", "second"))
    stored = stored_table(workspace, holding(value))

    form = {"part": "rows", "kind": "value", "column": "2", "value": "first\r\nsecond"}
    person.post(f"/tables/{stored.id}/reading", **form)

    (rule,) = from_json(ImportOrder, jobs.orders[-1][1]).wishes.rows_out
    assert rule.value == value


def test_the_longest_value_of_several_lines_can_be_left_out(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    value = "line\n" * 200
    stored = stored_table(workspace, holding(value))

    form = {"part": "rows", "kind": "value", "column": "2", "value": value.replace("\n", "\r\n")}
    assert person.post(f"/tables/{stored.id}/reading", **form).status_code == 303

    assert from_json(ImportOrder, jobs.orders[-1][1]).wishes.rows_out[0].value == value
