"""Groups get names, which are kept, and are saved with the rows."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.records.clusters import GroupedFile
from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import Written
from desktop_app.records.stored import StoredTable
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import stored_table
from tests.api.made_rows import GROUPING, grouped


@pytest.fixture
def stored(workspace: Workspace) -> StoredTable:
    return stored_table(workspace)


def asked(jobs: FakeJobs) -> dict[str, Any]:
    journey, params = jobs.orders[-1]
    assert journey == "group_file"
    return params


def test_a_group_gets_a_name_that_is_kept_and_saved_with_its_rows(
    person: Person, workspace: Workspace, stored: StoredTable, jobs: FakeJobs
) -> None:
    grouped(workspace, stored)

    person.post(f"/tables/{stored.id}/alike/names", group="1", name=" <b>New\ncustomers ")
    page = person.get(f"/tables/{stored.id}/alike").text
    person.post(f"/tables/{stored.id}/alike/save", kind="csv")

    assert "<bdi>&lt;b&gt;New customers</bdi></h3>" in page
    order = asked(jobs)
    assert order["names"] == ["", "<b>New customers"]
    assert (order["path"], order["out"].endswith(".csv")) == (stored.source, True)


def test_names_stay_where_the_same_is_asked_again_and_not_where_something_else_is(
    person: Person, workspace: Workspace, stored: StoredTable, jobs: FakeJobs
) -> None:
    grouped(workspace, stored)
    person.post(f"/tables/{stored.id}/alike/names", group="0", name="Regulars")

    person.post(f"/tables/{stored.id}/alike", number="0")
    same = asked(jobs)["names"]
    person.post(f"/tables/{stored.id}/alike", number="2")

    assert (same, asked(jobs)["names"]) == (["Regulars", ""], [])


def test_a_name_is_not_given_to_groups_that_were_found_since(
    person: Person, workspace: Workspace, stored: StoredTable
) -> None:
    seen = grouped(workspace, stored).id
    assert f'name="found" value="{seen}"' in person.get(f"/tables/{stored.id}/alike").text
    grouped(workspace, stored, replace(GROUPING, rows=299))

    late = person.post(f"/tables/{stored.id}/alike/names", group="0", name="Regulars", found=seen)

    assert (late.status_code, "name a group there" in late.text) == (400, True)
    assert "Regulars" not in person.get(f"/tables/{stored.id}/alike").text


def test_no_name_is_given_while_groups_are_looked_for(
    person: Person, workspace: Workspace, stored: StoredTable
) -> None:
    grouped(workspace, stored)
    person.post(f"/tables/{stored.id}/alike", number="0")

    page = person.get(f"/tables/{stored.id}/alike").text
    assert "Name it" not in page
    assert '<noscript><p><a href="">Show how far it is</a>' in page  # nothing else moves on without a script
    assert person.post(f"/tables/{stored.id}/alike/names", group="0", name="A").status_code == 400


@pytest.mark.parametrize("group", ["2", "-1", "x"])
def test_a_group_that_is_not_there_gets_none(
    person: Person, workspace: Workspace, stored: StoredTable, group: str
) -> None:
    grouped(workspace, stored)

    assert person.post(f"/tables/{stored.id}/alike/names", group=group, name="A").status_code == 400


def test_what_was_saved_is_said_and_fetched(
    person: Person, workspace: Workspace, stored: StoredTable
) -> None:
    grouped(workspace, stored)
    saving = person.post(f"/tables/{stored.id}/alike/save", kind="csv").headers["Location"]
    assert "/alike/progress/" in person.get(saving).text
    job = workspace.jobs.get(saving.partition("=")[2].removesuffix("#save"))
    out = Path(str(job.params["out"]))
    out.write_text("a,group\n", encoding="utf-8")
    written = Written(path=str(out), size=8, added=("group", "fit"))
    workspace.land(job, {**to_json(GroupedFile(grouping=GROUPING)), "written": to_json(written)})

    assert "customers grouped.csv" in person.get(saving).text
    assert person.get(f"/exports/{job.id}").data == b"a,group\n"
