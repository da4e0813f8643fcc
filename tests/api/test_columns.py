"""The list of columns: found among thousands, and some of them changed at once, with scripts and without."""

import re
import time
from dataclasses import replace
from typing import Any

import pytest

from desktop_app.records.tables import Column, Table, Wishes
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import stored_table, table
from tests.api.test_steps import BEFORE, changed, ordered


def wide(count: int) -> Table:
    """A table of as many columns as are wanted, named after their places."""
    columns = tuple(
        Column(name=f"gene {place}", type="number", position=place, missing=0, distinct=3)
        for place in range(count)
    )
    return replace(table("genes.csv"), columns=columns)


def names(page: str) -> list[str]:
    return re.findall(r'<span class="cut" title="[^"]*"><bdi>(.*?)</bdi>', page)


def test_all_columns_are_listed_those_left_out_and_renamed_too(person: Person, workspace: Workspace) -> None:
    address = f"/tables/{stored_table(workspace, changed()).id}/columns/list"

    page = person.get(address).text

    listed = page.partition('class="column-list"')[2]
    assert names(listed) == ["id", "age of the contract", "region", "left", "key"]
    assert "4 columns. 1 more is left out." in page
    assert "in the file: &#34;months&#34;" in page
    assert "1% empty" in page
    for which, found in (("out", ["key"]), ("renamed", ["age of the contract", "key"]), ("in", 4)):
        shown = names(person.get(f"{address}?which={which}").text.partition('class="column-list"')[2])
        assert shown == found or len(shown) == found
    assert names(person.get(f"{address}?find=MONTH").text.partition('class="column-list"')[2]) == [
        "age of the contract"
    ]


@pytest.mark.parametrize(
    ("query", "form", "changes"),
    [
        ("", {"do": "leave", "column": ["0", "4"]}, {"columns_out": ("code", "id")}),
        ("", {"do": "back", "column": ["0", "4"]}, {"columns_out": ()}),
        ("", {"do": "read", "column": ["2", "4"], "value": "text"}, {"readings": "region"}),
        (
            "?find=e",
            {"do": "leave", "all": "1", "column": "0"},
            {"columns_out": ("code", "months", "region", "left")},
        ),
        ("?which=out", {"do": "back", "all": "1"}, {"columns_out": ()}),
    ],
)
def test_what_is_ticked_or_found_is_changed_at_once(
    person: Person,
    workspace: Workspace,
    jobs: FakeJobs,
    query: str,
    form: dict[str, Any],
    changes: dict[str, Any],
) -> None:
    stored = stored_table(workspace, changed())
    if "readings" in changes:
        changes = {"readings": {**BEFORE.readings, "region": "text"}}

    response = person.post(f"/tables/{stored.id}/columns/list{query}", **form)

    assert ordered(jobs) == replace(BEFORE, **changes)
    assert response.headers["Location"].startswith(f"/tables/{stored.id}/")


def test_a_step_leads_back_to_the_place_in_the_list_that_it_was_taken_at(
    person: Person, workspace: Workspace
) -> None:
    stored = stored_table(workspace, wide(300))
    page = person.get(f"/tables/{stored.id}/columns/list?find=gene+1&start=100").text
    action = re.findall(r'id="chosen" method="post" action="(.*?)"', page)[0].replace("&amp;", "&")

    location = person.post(action, do="leave", column="150").headers["Location"]

    assert location.startswith(f"/tables/{stored.id}/columns/list?reading=")
    assert "find=gene+1" in location
    assert "start=100" in location
    reading = person.get(location).text
    assert re.search(r'hx-get="[^"]*from=columns[^"]*find=gene\+1', reading)
    assert 'id="chosen"' not in reading, "nothing is done with columns while the file is read"


@pytest.mark.parametrize(
    ("form", "status", "said"),
    [
        ({"do": "leave"}, 303, "No column was chosen."),
        ({"do": "leave", "all": "1"}, 303, "At least one column has to stay."),
        ({"do": "leave", "column": "77"}, 400, ""),
        ({"do": "read", "column": "2", "value": "money"}, 400, ""),
        ({"do": "eat", "column": "2"}, 400, ""),
    ],
)
def test_what_cannot_be_done_with_columns_is_said(
    person: Person, workspace: Workspace, jobs: FakeJobs, form: dict[str, Any], status: int, said: str
) -> None:
    stored = stored_table(workspace, changed())

    response = person.post(f"/tables/{stored.id}/columns/list?from=columns", **form)

    assert (response.status_code, jobs.orders) == (status, [])
    if said:
        page = person.get(response.headers["Location"]).text
        assert said in page
        assert "<h1>Columns</h1>" in page


def test_sixteen_thousand_columns_are_a_page_of_a_hundred(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    stored = stored_table(workspace, wide(3))
    many = replace(stored.table, columns=wide(16_384).columns)
    with workspace.tables._database.writing() as db:  # whose rows would take long
        workspace.tables.read_anew(db, stored.id, "0", many)

    page = person.get(f"/tables/{stored.id}/columns/list?start=16300").text

    assert "Columns 16,301 to 16,384 of 16,384" in page
    assert page.count('name="column"') == 2 * 84
    assert len(page) < 200_000
    started = time.monotonic()
    person.post(f"/tables/{stored.id}/columns/list?find=gene+1", do="leave", all="1")
    assert time.monotonic() - started < 5
    assert len(ordered(jobs).columns_out) == sum("gene 1" in one.name for one in many.columns)


def test_names_from_a_file_are_text_in_the_list(person: Person, workspace: Workspace) -> None:
    hostile = Column(name='"><b>x', heading="<i>y", type="text", position=4, missing=0, distinct=1)
    made = replace(table("a.csv", hostile), columns_out=(replace(hostile, name="<u>z", position=5),))
    stored = stored_table(workspace, replace(made, recipe=replace(made.recipe, wishes=Wishes())))

    for page in ("columns/list", "data", "heads?columns=0-4"):
        text = person.get(f"/tables/{stored.id}/{page}").text
        assert not re.search(r"<b>x|<i>y|<u>z", text)
