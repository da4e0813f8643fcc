"""A page that shows an earlier reading of a table gets no cells of the present one under its headings."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import ImportOrder
from desktop_app.records.stored import StoredTable
from desktop_app.workspace.store import Workspace
from tests.api.conftest import Person
from tests.api.made import stored_table, table, write_rows

ASKED = ("cells?start=0&count=1&columns=0-0", "heads?columns=0-0", "columns?find=e")


def leave_first_column_out(workspace: Workspace, stored: StoredTable) -> str:
    """Land another reading of the table, and return it."""
    made = table()
    order = ImportOrder(path=stored.source, name=stored.name, table_id=stored.id)
    job = workspace.jobs.add("import", to_json(order), lane="short", subject=stored.id)
    write_rows(Path(job.folder), made)
    workspace.land(job, to_json(replace(made, columns=made.columns[1:], columns_out=made.columns[:1])))
    return job.id


@pytest.mark.parametrize("asked", ASKED, ids=["cells", "headings", "names"])
def test_what_counts_columns_as_they_stand_on_another_page(
    person: Person, workspace: Workspace, asked: str
) -> None:
    stored = stored_table(workspace)
    address = f"/tables/{stored.id}/{asked}"

    assert person.get(f"{address}&shown={stored.reading}").status_code == 200
    reading = leave_first_column_out(workspace, stored)

    old, new = (person.get(f"{address}&shown={shown}") for shown in (stored.reading, reading))
    assert (old.status_code, new.status_code) == (400, 200)
    assert "This table was changed on another page." in old.text


def test_rows_are_not_looked_for_in_another_column(person: Person, workspace: Workspace) -> None:
    stored = stored_table(workspace)
    reading = leave_first_column_out(workspace, stored)

    for shown, status in ((stored.reading, 400), (reading, 200)):
        form = {"sort": "0", "shown": shown}
        assert person.post(f"/tables/{stored.id}/views", **form).status_code == status
