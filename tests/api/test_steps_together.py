"""A step that is taken while another one is on its way: neither is lost."""

import pytest

from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.orders import ImportOrder
from desktop_app.records.tables import Wishes
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import stored_table

LEAVE_ID = {"part": "columns", "leave": "0"}


def take(
    person: Person, workspace: Workspace, jobs: FakeJobs, pending: Wishes, **form: str
) -> tuple[Wishes | None, str]:
    """Return what is ordered while another step is on its way, and what became of that one."""
    stored = stored_table(workspace)
    order = ImportOrder(path="-", name="a.csv", table_id=stored.id, wishes=pending)
    job, before = (
        workspace.jobs.add("import", to_json(order), lane="short", subject=stored.id),
        len(jobs.orders),
    )
    person.post(f"/tables/{stored.id}/reading", **form)
    ordered = jobs.orders[before:]
    wishes = from_json(ImportOrder, ordered[-1][1]).wishes if ordered else None
    return wishes, workspace.jobs.get(job.id).state


def test_both_are_taken(person: Person, workspace: Workspace, jobs: FakeJobs) -> None:
    pending = Wishes(columns_out=("months",), names={"region": "part"})

    wishes, state = take(person, workspace, jobs, pending, **LEAVE_ID)

    assert wishes == Wishes(columns_out=("months", "id"), names={"region": "part"})
    assert state == "cancelled"


def test_the_same_one_is_not_taken_twice(person: Person, workspace: Workspace, jobs: FakeJobs) -> None:
    assert take(person, workspace, jobs, Wishes(columns_out=("id",)), **LEAVE_ID) == (None, "waiting")


def test_one_that_takes_the_other_back_only_stops_it(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    form = {"part": "types", "column": "0", "forget": "1"}

    assert take(person, workspace, jobs, Wishes(readings={"id": "text"}), **form) == (None, "cancelled")


@pytest.mark.parametrize("pending", [Wishes(sheet="Other"), Wishes(header=3)], ids=["sheet", "names"])
def test_one_that_reads_other_columns_is_thought_better_of(
    person: Person, workspace: Workspace, jobs: FakeJobs, pending: Wishes
) -> None:
    assert take(person, workspace, jobs, pending, **LEAVE_ID) == (Wishes(columns_out=("id",)), "cancelled")
