"""Where a model fails: each group of rows that is named can be looked at in the grid of its table."""

from dataclasses import replace
from typing import Any

import pytest

from desktop_app.records.insights import Where
from desktop_app.records.stored import StoredTable, StoredTraining
from desktop_app.records.tables import Bar, Column, Table
from desktop_app.records.views import Only, View
from desktop_app.web.arranging import rule_fields, view_words
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import EVALUATION, stored_table, stored_training, table
from tests.unit.reports.insight_parts import spot

JOINED = Column(name="joined", type="date", position=4, missing=0, distinct=90)
BARS = tuple(Bar(label=f"{start}", count=9, start=start, end=start + 9) for start in (0.0, 10.0, 20.0))
PRICE = Column(name="price", type="number", position=5, missing=0, distinct=90, bars=BARS)
WEST = Where(column="region", values=("West",))
LATER = Where(column="joined", low=19_723.0, is_date=True)  # from 1 January 2024 on
NOTHING = {"value": None, "start": None, "end": None, "behind": None, "is_repeated": False}


def weak(workspace: Workspace, *where: Where) -> tuple[StoredTable, StoredTraining]:
    """Return a table, and a training on it that does worse on the rows that are all of this."""
    stored = stored_table(workspace, with_days())
    evaluation = replace(EVALUATION, weak_spots=(spot(where=where, rows=50),))
    return stored, stored_training(workspace, stored.id, evaluation)


def with_days() -> Table:
    return table("customers.csv", JOINED, PRICE)


def view_of(person: Person, jobs: FakeJobs, stored: StoredTable, key: str) -> Any:
    """Return what the grid has looked for where a page leads to a group of rows."""
    assert f'data-only-spot="{key}"' in person.get(f"/tables/{stored.id}/data?spot={key}").text
    person.post(f"/tables/{stored.id}/views", spot=key)
    return jobs.orders[-1][1]["view"]


@pytest.mark.parametrize(
    ("where", "only"),
    [
        (WEST, {"column": 2, "value": "West"}),
        (Where(column="months", low=12.0, high=24.0), {"column": 1, "start": 12.0, "end": 24.0}),
        (Where(column="months", high=6.0), {"column": 1, "end": 6.0}),
        (Where(column="months", is_empty=True), {"column": 1}),
        (LATER, {"column": 4, "start": 1_704_067_200.0}),
    ],
    ids=("kind", "numbers", "small numbers", "empty", "days"),
)
def test_the_rows_where_it_fails_can_be_shown(
    where: Where, only: dict[str, Any], person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    stored, training = weak(workspace, where)

    page = person.get(f"/trainings/{training.id}/results").text
    view = view_of(person, jobs, stored, f"{training.id}-0")

    assert f'<a href="/tables/{stored.id}/data?spot={training.id}-0#rows">Show these rows</a>' in page
    assert view["only"] == {**NOTHING, **only}
    assert view["also"] is None


def test_rows_that_are_two_things_at_once_can_be_shown(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    stored, training = weak(workspace, WEST, LATER)

    view = view_of(person, jobs, stored, f"{training.id}-0")

    assert view["only"] == {**NOTHING, "column": 2, "value": "West"}
    assert view["also"] == {**NOTHING, "column": 4, "start": 1_704_067_200.0}


@pytest.mark.parametrize(
    "where",
    [
        Where(column="age", low=60.0),
        Where(column="region", low=60.0),
        Where(column="months", low=1.0, is_date=True),
    ],
    ids=("gone", "no numbers now", "no days now"),
)
def test_rows_that_the_table_cannot_tell_any_more_are_not_offered(
    where: Where, person: Person, workspace: Workspace
) -> None:
    stored, training = weak(workspace, WEST, where)

    page = person.get(f"/trainings/{training.id}/results").text

    assert "It does worse where" in page
    assert "Show these rows" not in page
    assert "data-only-spot" not in person.get(f"/tables/{stored.id}/data?spot={training.id}-0").text


def test_without_its_table_a_model_shows_no_rows(person: Person, workspace: Workspace) -> None:
    stored, training = weak(workspace, WEST)
    workspace.tables.delete(stored.id)

    page = person.get(f"/trainings/{training.id}/results").text

    assert "It does worse where" in page
    assert "Show these rows" not in page


def test_groups_of_rows_that_are_not_there_are_refused(person: Person, workspace: Workspace) -> None:
    stored, training = weak(workspace, WEST)
    other = stored_table(workspace)

    for key in (f"{training.id}-1", f"{training.id}-x", training.id, "nowhere-0"):
        assert person.post(f"/tables/{stored.id}/views", spot=key).status_code == 400
        assert "data-only-spot" not in person.get(f"/tables/{stored.id}/data?spot={key}").text
    assert person.post(f"/tables/{other.id}/views", spot=f"{training.id}-0").status_code == 400


@pytest.mark.parametrize(
    ("view", "words"),
    [
        (View(only=Only(column=1, start=12.0, end=24.0)), '"months" is from 12 to below 24'),
        (View(only=Only(column=5, start=10.0)), '"price" is 10 or more'),
        (View(only=Only(column=4, start=1_704_067_200.0)), '"joined" is 2024-01-01 or later'),
        (
            View(only=Only(column=2, value="West"), also=Only(column=1)),
            '"region" is "West" and "months" is empty',
        ),
    ],
)
def test_a_view_says_which_rows_it_shows(view: View, words: str) -> None:
    assert view_words(with_days(), view, 20) == f"Only rows where {words}. 20 of 300 rows."


def test_rows_that_are_two_things_at_once_are_no_rule_to_leave_out_by() -> None:
    one = Only(column=2, value="West")

    assert rule_fields(View(only=one), with_days(), 20) is not None
    assert rule_fields(View(only=one, also=Only(column=1)), with_days(), 20) is None
