"""What a person says of odd rows: it is kept, used, undone and saved."""

from dataclasses import replace

import pytest

from desktop_app.records.jsonable import from_json
from desktop_app.records.oddness import NearlySame, NearPair, OddFileOrder, OddMark, OddRow, Repeats
from desktop_app.records.reporting import ReportOrder
from desktop_app.records.stored import StoredTable
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import stored_table
from tests.api.made_rows import ODDNESS, RARE, SLIP, grouped, odd_found

ROWS = tuple(
    OddRow(row=row, less_odd=299 - row, reasons=reasons, key=f"key{row}")
    for row, reasons in enumerate([(SLIP,), (RARE,), (RARE,), (SLIP, RARE)])
)


@pytest.fixture
def stored(workspace: Workspace) -> StoredTable:
    stored = stored_table(workspace)
    odd_found(workspace, stored, replace(ODDNESS, odd=ROWS, count=4))
    return stored


def listed(page: str) -> list[int]:
    shown = page.partition('<h2 id="odd"')[2].partition("that you marked fine")[0]
    return [int(part.partition('"')[0]) for part in shown.split('id="odd-')[1:]]


def test_what_is_fine_takes_those_like_it_along(person: Person, stored: StoredTable) -> None:
    response = person.post(f"/tables/{stored.id}/odd/marks", row="1", mark="fine", next="2")
    page = person.get(f"/tables/{stored.id}/odd").text

    assert response.headers["Location"] == f"/tables/{stored.id}/odd#odd-2"
    assert listed(page) == [0, 3]
    assert "1 row is like one you marked fine and is not listed." in page
    assert "1 row that you marked fine" in page
    assert "You have looked at 1 of 4: 0 really odd, 1 fine." in page
    assert "Nobody has looked at them yet" not in page


def test_what_is_really_odd_stands_first_and_is_pressed(person: Person, stored: StoredTable) -> None:
    person.post(f"/tables/{stored.id}/odd/marks", row="3", mark="odd", show="4")
    page = person.get(f"/tables/{stored.id}/odd").text

    assert listed(page) == [3, 0, 1, 2]
    assert page.count('aria-pressed="true"') == 1


def test_the_last_mark_is_taken_back(person: Person, workspace: Workspace, stored: StoredTable) -> None:
    for mark in ("odd", "fine"):
        person.post(f"/tables/{stored.id}/odd/marks", row="1", mark=mark)

    person.post(f"/tables/{stored.id}/odd/marks", undo="1")
    assert [one.mark for one in workspace.tables.get(stored.id).marks] == ["odd"]
    person.post(f"/tables/{stored.id}/odd/marks", undo="1")
    assert workspace.tables.get(stored.id).marks == ()


def test_how_often_those_that_stand_out_were_really_odd_is_said_of_enough_marks(
    person: Person, workspace: Workspace, stored: StoredTable
) -> None:
    rows = tuple(replace(ROWS[0], row=row, key=f"key{row}") for row in range(25))
    odd_found(workspace, stored, replace(ODDNESS, odd=rows[:18], after=rows[18:], count=18))
    workspace.remarks.keep_marks(stored.id, tuple(OddMark(mark="odd", row=row, rows=300) for row in rows))

    page = person.get(f"/tables/{stored.id}/odd").text

    assert "Of 18 that stand out and that you marked, 18 were really odd; of 7 of the next oddest, 7." in page


def test_a_new_look_knows_the_rows_by_their_cells(
    person: Person, workspace: Workspace, stored: StoredTable
) -> None:
    person.post(f"/tables/{stored.id}/odd/marks", row="0", mark="odd")
    moved = tuple(replace(row, row=row.row + 10) for row in reversed(ROWS))
    odd_found(workspace, stored, replace(ODDNESS, odd=moved, count=4))

    assert listed(person.get(f"/tables/{stored.id}/odd").text)[0] == 10


def test_marks_go_into_the_saved_file(person: Person, stored: StoredTable, jobs: FakeJobs) -> None:
    person.post(f"/tables/{stored.id}/odd/marks", row="0", mark="odd")
    person.post(f"/tables/{stored.id}/odd/save", kind="csv")

    order = from_json(OddFileOrder, jobs.orders[-1][1])
    assert (order.marked, order.found) == ({"0": "odd"}, "")


@pytest.mark.parametrize("form", [{"row": "77", "mark": "odd"}, {"row": "0", "mark": "so-so"}])
def test_another_mark_is_none(person: Person, stored: StoredTable, form: dict[str, str]) -> None:
    assert person.post(f"/tables/{stored.id}/odd/marks", **form).status_code == 400


def test_rows_that_are_the_same_lead_to_the_table(
    person: Person, workspace: Workspace, stored: StoredTable
) -> None:
    odd_found(workspace, stored, replace(ODDNESS, repeats=Repeats(rows=1, places=((4, 8),))))

    page = person.get(f"/tables/{stored.id}/odd").text

    assert "1 row is the same as an earlier one." in page
    assert '?row=5">Row 5</a> = <a' in page
    assert "not listed" not in page


def test_rows_that_are_the_same_and_not_listed_are_counted(
    person: Person, workspace: Workspace, stored: StoredTable
) -> None:
    repeats = Repeats(rows=1_382, places=((4, 8), (10, 11, 12)))
    odd_found(workspace, stored, replace(ODDNESS, repeats=repeats))

    assert "1,379 more such rows are not listed." in person.get(f"/tables/{stored.id}/odd").text


def test_rows_that_are_nearly_the_same_are_told_with_both_cells(
    person: Person, workspace: Workspace, stored: StoredTable
) -> None:
    pair = NearPair(row=4, other=8, column="town", value="Ahlen", other_value="<b>Ahlne")
    odd_found(workspace, stored, replace(ODDNESS, nearly=NearlySame(count=1, pairs=(pair,))))

    page = person.get(f"/tables/{stored.id}/odd").text

    assert "1 pair of rows is the same but for one cell that hardly differs." in page
    assert f'<a href="/tables/{stored.id}/data?row=5">Row 5</a> ≈ <a' in page
    assert (
        '?row=9">Row 9</a>: <bdi>&#34;town&#34; is &#34;Ahlen&#34; and &#34;&lt;b&gt;Ahlne&#34;</bdi>' in page
    )


@pytest.mark.parametrize(("key", "field"), [("odd", "oddness"), ("alike", "grouping")])
def test_a_report_is_made_of_what_was_found(
    person: Person, workspace: Workspace, stored: StoredTable, jobs: FakeJobs, key: str, field: str
) -> None:
    grouped(workspace, stored)

    person.post(f"/tables/{stored.id}/{key}/report", kind="pdf")

    journey, params = jobs.orders[-1]
    rows = from_json(ReportOrder, params).rows
    assert journey == "write_report"
    assert rows is not None
    assert getattr(rows, field) is not None
    assert rows.table == stored.name


def test_the_steps_are_those_of_the_question(person: Person, stored: StoredTable) -> None:
    odd, alike = (person.get(f"/tables/{stored.id}/{key}").text for key in ("odd", "alike"))

    assert f'href="/tables/{stored.id}/odd#odd"' in odd
    assert '<span class="step-name">Look at the oddest</span>' in odd
    assert '<span class="step-name">Describe the groups</span>' in alike
    assert "Try it out" not in alike + odd
