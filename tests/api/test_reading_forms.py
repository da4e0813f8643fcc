"""A form changes one decision about how a file is read, and only our own forms do."""

from dataclasses import replace

import pytest

from desktop_app.records.jsonable import from_json
from desktop_app.records.orders import ImportOrder
from desktop_app.records.tables import Recipe, Wishes
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import stored_table
from tests.api.reading_orders import BOOK, CSV, read_so

KEPT = {"id": "text"}


@pytest.mark.parametrize(
    ("recipe", "form", "wishes"),
    [
        (CSV, {"part": "letters", "value": "cp1251"}, Wishes(encoding="cp1251", readings=KEPT)),
        (CSV, {"part": "delimiter", "value": "\t"}, Wishes(delimiter="\t", readings=KEPT)),
        (CSV, {"part": "header", "value": "4"}, Wishes(header=4, readings=KEPT)),
        (CSV, {"part": "header", "value": "4", "none": "1"}, Wishes(header=0, readings=KEPT)),
        (CSV, {"part": "left"}, Wishes(keep_all=True, readings=KEPT)),
        (
            CSV,
            {"part": "types", "column": "1", "value": "category"},
            Wishes(readings=KEPT | {"months": "category"}),
        ),
        (CSV, {"part": "types", "column": "0", "value": "id", "forget": "1"}, Wishes()),
        (CSV, {"part": "types", "column": "3", "value": "id", "all": "1"}, Wishes()),
        (
            replace(BOOK, wishes=Wishes(range="A1:B9", header=2, readings=KEPT)),
            {"part": "sheet", "value": '"><b>notes'},
            Wishes(sheet='"><b>notes'),
        ),
        (BOOK, {"part": "range", "value": " $b$4 : d90 "}, Wishes(range="B4:D90")),
        (replace(BOOK, wishes=Wishes(range="A1:B9")), {"part": "range", "forget": "1"}, Wishes()),
        (replace(CSV, wishes=Wishes(header=3)), {"part": "header", "forget": "1"}, Wishes()),
        (replace(CSV, wishes=Wishes(encoding="cp850")), {"part": "letters", "forget": "1"}, Wishes()),
        (replace(CSV, wishes=Wishes(keep_all=True)), {"part": "left", "forget": "1"}, Wishes()),
    ],
)
def test_a_form_changes_one_decision_and_leaves_the_others(
    person: Person, workspace: Workspace, jobs: FakeJobs, recipe: Recipe, form: dict[str, str], wishes: Wishes
) -> None:
    stored = stored_table(workspace, read_so(recipe))

    response = person.post(f"/tables/{stored.id}/reading", **form)

    journey, params = jobs.orders[-1]
    order = from_json(ImportOrder, params)
    assert (journey, order.wishes, order.table_id) == ("import", wishes, stored.id)
    assert f"/tables/{stored.id}/data?reading=" in response.headers["Location"]


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"part": "nothing"},
        {"part": "letters", "value": "rot13"},
        {"part": "delimiter", "value": "ab"},
        {"part": "header", "value": "0"},
        {"part": "header", "value": "x"},
        {"part": "sheet", "value": "elsewhere"},
        {"part": "range", "value": "B3"},
        {"part": "types", "column": "99", "value": "text"},
        {"part": "types", "column": "1", "value": "money"},
    ],
)
def test_a_form_that_no_page_sends_reads_nothing(
    person: Person, workspace: Workspace, jobs: FakeJobs, form: dict[str, str]
) -> None:
    stored = stored_table(workspace)

    assert person.post(f"/tables/{stored.id}/reading", **form).status_code == 400
    assert jobs.orders == []


def test_a_choice_that_changes_nothing_reads_nothing(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    stored = stored_table(workspace)

    person.post(f"/tables/{stored.id}/reading", part="types", column="1", value="number-point")

    assert jobs.orders == []
