"""Which rows are odd? What its page has beside that of the groups."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.records.stored import StoredTable
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import stored_table
from tests.api.made_rows import ODDNESS, SLIP, USUAL, odd_found


@pytest.fixture
def stored(workspace: Workspace) -> StoredTable:
    return stored_table(workspace)


def test_the_oddest_are_shown_with_their_reasons_and_lead_to_the_table(
    person: Person, workspace: Workspace, stored: StoredTable
) -> None:
    odd_found(workspace, stored)

    page = person.get(f"/tables/{stored.id}/odd").text

    assert "2 rows stand out." in page
    assert "Odd is not wrong." in page
    assert f'href="/tables/{stored.id}/data?row=8">Row 8</a>' in page
    assert "odder than 299 of 300 rows" in page
    assert page.count("perhaps a fault of the file") == 1
    assert "divided by 10 it would be like the others" in page
    assert page.count("&#34;region&#34; is &#34;Moon&#34;, as in 1 of 300 rows") == 2
    assert "How many groups?" not in page


def test_as_many_are_shown_as_one_can_look_at(
    person: Person, workspace: Workspace, stored: StoredTable
) -> None:
    odd_found(workspace, stored, replace(ODDNESS, odd=ODDNESS.odd[:1] * 60, count=70))
    address = f"/tables/{stored.id}/odd"

    usual, more, most = (person.get(f"{address}{asked}").text for asked in ("", "?show=35", "?show=999"))

    assert [page.count(">Row 8</a>") for page in (usual, more, most)] == [20, 35, 60]
    assert "50 more rows stand out." in usual
    assert "10 more rows stand out." in most


def test_beyond_those_that_stand_out_it_says_so(
    person: Person, workspace: Workspace, stored: StoredTable
) -> None:
    odd_found(workspace, stored, replace(ODDNESS, after=(replace(ODDNESS.odd[1], row=50),)))
    address = f"/tables/{stored.id}/odd"

    assert "From here on" not in person.get(address).text
    assert "Row 51" not in person.get(address).text
    beyond = person.get(f"{address}?show=3").text.partition("From here on no row is odder")[2]
    assert ">Row 51</a>" in beyond


def test_that_none_stands_out_is_an_answer(person: Person, workspace: Workspace, stored: StoredTable) -> None:
    odd_found(workspace, stored, USUAL)

    page = person.get(f"/tables/{stored.id}/odd").text

    assert "No row stands out." in page
    assert 'class="verdict" data-tone=""' in page
    assert "Nothing odd" in page
    assert "Choose the columns" in page
    assert "The oddest rows" not in page


def test_what_is_odd_by_chance_is_folded_away(
    person: Person, workspace: Workspace, stored: StoredTable
) -> None:
    odd_found(workspace, stored, replace(USUAL, after=ODDNESS.odd))

    page = person.get(f"/tables/{stored.id}/odd").text

    assert '<details class="more">\n    <summary>The oddest rows all the same, to look at' in page
    assert ">Row 8</a>" in page.partition("all the same, to look at")[2]


def test_a_fault_that_most_share_is_left_out_by_one_press(
    person: Person, workspace: Workspace, stored: StoredTable, jobs: FakeJobs
) -> None:
    odd_found(workspace, stored, replace(ODDNESS, shared=SLIP, sharing=2, looked_at=2))
    page = person.get(f"/tables/{stored.id}/odd").text

    person.post(f"/tables/{stored.id}/odd", leave="1")

    assert "Leave it out and look again" in page
    assert jobs.orders[-1][0] == "odd_file"
    assert jobs.orders[-1][1]["plan"] == {"exclude": ["months"], "include": [], "seed": 0}


def test_rows_of_a_table_that_was_changed_are_not_looked_up_in_it(
    person: Person, workspace: Workspace, stored: StoredTable
) -> None:
    odd_found(workspace, replace(stored, folder=str(Path(stored.folder).with_name("earlier"))))

    page = person.get(f"/tables/{stored.id}/odd").text

    assert "?row=8" not in page
    assert "The table was changed since." in page


def test_all_rows_are_saved_with_their_oddness(
    person: Person, workspace: Workspace, stored: StoredTable, jobs: FakeJobs
) -> None:
    odd_found(workspace, stored)

    person.post(f"/tables/{stored.id}/odd/save", kind="xlsx")

    journey, order = jobs.orders[-1]
    assert (journey, order["path"], order["table_folder"]) == ("odd_file", stored.source, stored.folder)
    assert str(order["out"]).endswith(".xlsx")


def test_odd_rows_have_no_names(person: Person, workspace: Workspace, stored: StoredTable) -> None:
    odd_found(workspace, stored)

    assert person.post(f"/tables/{stored.id}/odd/names", group="0", name="A").status_code == 400


def test_no_other_question_is_answered(person: Person, stored: StoredTable) -> None:
    assert person.get(f"/tables/{stored.id}/even").status_code == 404


def test_who_thinks_better_of_saving_is_back_on_the_page(
    owner: Person, workspace: Workspace, stored: StoredTable, jobs: FakeJobs
) -> None:
    odd_found(workspace, stored)

    response = owner.post(f"/tables/{stored.id}/odd/save", kind="csv")

    assert response.headers["Location"] == f"/tables/{stored.id}/odd#save"
    assert jobs.orders == []
