"""Which rows are alike? The page in each of its states."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.records.jobs import Problem
from desktop_app.records.stored import StoredTable
from desktop_app.records.tables import Column
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import stored_table, table
from tests.api.made_rows import NOTHING, REPEATS, grouped


@pytest.fixture
def stored(workspace: Workspace) -> StoredTable:
    return stored_table(workspace)


def asked(jobs: FakeJobs) -> dict[str, Any]:
    journey, params = jobs.orders[-1]
    assert journey == "group_file"
    return params


@pytest.mark.parametrize("page", ["data", "predict"])
def test_the_table_and_step_two_lead_to_both_questions(
    person: Person, stored: StoredTable, page: str
) -> None:
    shown = person.get(f"/tables/{stored.id}/{page}").text

    for key, words in (("alike", "Which rows are alike?"), ("odd", "Which rows are odd?")):
        assert f'href="/tables/{stored.id}/{key}">{words}</a>' in shown


def test_at_first_there_are_columns_and_one_button(person: Person, stored: StoredTable) -> None:
    page = person.get(f"/tables/{stored.id}/alike").text

    assert "<h1>Which rows are alike?</h1>" in page
    assert "3 of 4 columns count." in page
    assert "&#34;id&#34; is left out" in page
    assert page.count("checked>") == 3
    assert ">Find groups</button>" in page
    assert 'aria-label="Verdict"' not in page


def test_it_is_asked_of_the_rows_that_are_stored_without_what_is_unticked(
    person: Person, stored: StoredTable, jobs: FakeJobs
) -> None:
    form = {"shown": ["1", "2", "3"], "use": ["1", "3"], "use_also": "0", "number": "4"}
    response = person.post(f"/tables/{stored.id}/alike", **form)

    assert response.headers["Location"] == f"/tables/{stored.id}/alike"
    order = asked(jobs)
    assert order["plan"] == {"exclude": ["region"], "include": ["id"], "number": 4, "seed": 0}
    assert (order["table_folder"], order["path"], order["out"]) == (stored.folder, "", "")


def test_a_tick_changes_what_is_said_and_nothing_is_asked(
    person: Person, stored: StoredTable, jobs: FakeJobs
) -> None:
    part = person.client.post(
        f"/tables/{stored.id}/alike/columns",
        base_url="http://127.0.0.1:4711",
        headers={"HX-Request": "true"},
        data={"token": person.token, "shown": ["1", "2", "3"], "use": ["1"]},
    ).text

    assert part.lstrip().startswith("<form")
    assert "1 of 4 columns count." in part
    assert "&#34;region&#34; is left out, as you asked." in part
    assert jobs.orders == []


def test_with_no_column_left_it_says_why_and_cannot_be_asked(person: Person, stored: StoredTable) -> None:
    page = person.post(f"/tables/{stored.id}/alike/columns", exclude=["1", "2", "3"]).text

    assert 'role="alert"' in page
    assert '<button class="button primary large" disabled>' in page


def test_a_thousand_columns_come_in_parts_and_can_be_found(person: Person, workspace: Workspace) -> None:
    more = [
        Column(name=f"<script>{n}", type="category", position=n, missing=0, distinct=2)
        for n in range(4, 1004)
    ]
    stored = stored_table(workspace, table("wide.csv", *more))

    page = person.get(f"/tables/{stored.id}/alike").text
    found = person.post(f"/tables/{stored.id}/alike/columns", find="script>999", exclude="1").text

    assert "Columns 1 to 40 of 1,004" in page
    assert "<script>4" not in page
    assert "&lt;script&gt;4" in page
    assert found.count('name="use"') == 1
    assert '<input type="hidden" name="exclude" value="1">' in found


def test_while_it_looks_the_page_waits_and_can_be_left(
    person: Person, workspace: Workspace, stored: StoredTable
) -> None:
    person.post(f"/tables/{stored.id}/alike")
    (job,) = workspace.jobs.list("group_file")

    page = person.get(f"/tables/{stored.id}/alike").text
    assert f"/alike/progress/{job.id}" in page
    assert ">Find groups</button>" not in page

    person.post(f"/tables/{stored.id}/alike/cancel/{job.id}")
    assert ">Find groups</button>" in person.get(f"/tables/{stored.id}/alike").text


def test_when_it_is_over_the_page_moves_on(person: Person, workspace: Workspace, stored: StoredTable) -> None:
    job = grouped(workspace, stored)

    moved = person.poll(f"/tables/{stored.id}/alike/progress/{job.id}")

    assert moved.headers["HX-Redirect"] == f"/tables/{stored.id}/alike"
    assert person.poll(f"/tables/{stored.id}/odd/progress/{job.id}").status_code == 404


def test_the_groups_are_shown_with_what_tells_them_apart(
    person: Person, workspace: Workspace, stored: StoredTable, jobs: FakeJobs
) -> None:
    grouped(workspace, stored, exclude=("region",))

    page = person.get(f"/tables/{stored.id}/alike").text

    assert "2 groups, mostly apart." in page
    assert "20 of 300 rows sit near a border" in page
    assert "</svg> <bdi>Group 1</bdi></h3>" in page
    assert "<span>200 of 300 rows</span>" in page
    assert "&#34;months&#34; is below 12 for 90 of 100, elsewhere for 10" in page
    assert "No column tells it apart by itself." in page
    assert "The map shows 66 of 100 parts of how rows differ." in page
    assert page.count('class="slot-1"') >= 2  # the dots of the first group
    assert "2 of 4 columns count." in page  # as they were asked
    assert ">Look again</button>" in page
    assert jobs.orders == []


def test_that_there_are_none_is_an_answer_with_help_of_its_own(
    person: Person, workspace: Workspace, stored: StoredTable
) -> None:
    grouped(workspace, stored, NOTHING)

    page = person.get(f"/tables/{stored.id}/alike").text

    assert "There are no clear groups." in page
    assert 'href="#columns">Choose the columns</a>' in page
    assert f'href="/tables/{stored.id}/odd">Look for odd rows</a>' in page
    assert "Save the rows" not in page


def test_a_column_that_they_only_repeat_is_left_out_by_one_press(
    person: Person, workspace: Workspace, stored: StoredTable, jobs: FakeJobs
) -> None:
    grouped(workspace, stored, REPEATS, exclude=("left",))
    page = person.get(f"/tables/{stored.id}/alike").text

    person.post(f"/tables/{stored.id}/alike", leave="2")

    assert "Leave it out and look again" in page
    assert "20 of 300 rows sit near a border between groups." in page
    assert asked(jobs)["plan"]["exclude"] == ["region", "left"]


def test_a_table_that_was_changed_since_is_said(
    person: Person, workspace: Workspace, stored: StoredTable
) -> None:
    grouped(workspace, replace(stored, folder=str(Path(stored.folder).with_name("earlier"))))

    page = person.get(f"/tables/{stored.id}/alike").text

    assert "The table was changed since." in page
    assert "Save the rows" not in page
    assert person.post(f"/tables/{stored.id}/alike/save", kind="csv").status_code == 400


def test_what_failed_does_not_hide_what_was_found_before(
    person: Person, workspace: Workspace, stored: StoredTable
) -> None:
    grouped(workspace, stored)
    job = workspace.jobs.add("group_file", {"plan": {}}, lane="short", subject=stored.id)
    workspace.jobs.fail(job.id, Problem(code="groups.too_few", values={"rows": 3, "need": 20}))

    page = person.get(f"/tables/{stored.id}/alike").text

    assert 'role="alert"' in page
    assert "2 groups, mostly apart." in page


def test_while_it_looks_another_reading_is_still_seen(
    person: Person, workspace: Workspace, stored: StoredTable
) -> None:
    workspace.jobs.add("import", {"table_id": stored.id, "path": "-"}, lane="short", subject=stored.id)
    person.post(f"/tables/{stored.id}/alike")

    assert "/reading/" in person.get(f"/tables/{stored.id}/data").text
