"""All of many series can be found on the page of a forecast, each drawn when it is chosen."""

from pathlib import Path

import pytest

from desktop_app.workspace.folders import ahead_beside
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made_ahead import gone_on_with
from tests.api.test_next import MONTHS, done, opened

_SHOPS = [f"Shop {place:02}" for place in range(30)]


def rows(months: list[str]) -> str:
    sold = (
        (month, shop, 50 + place % 12 * (1 + len(shop) % 3))
        for place, month in enumerate(months)
        for shop in _SHOPS
    )
    return "month,shop,sales\n" + "\n".join(f"{month},{shop},{amount}" for month, shop, amount in sold)


@pytest.fixture
def model_id(person: Person, workspace: Workspace, jobs: FakeJobs) -> str:
    table = opened(workspace, rows(MONTHS[:40]))
    person.post(f"/tables/{table.id}/next", target=2, time=0, group=1, horizon=3)
    return done(workspace, table, jobs)


def test_they_are_listed_found_and_shown(person: Person, workspace: Workspace, model_id: str) -> None:
    first = person.get(f"/forecasts/{model_id}").text
    found = person.get(f"/forecasts/{model_id}?find=shop+29").text
    none = person.get(f"/forecasts/{model_id}?find=nobody").text
    second = person.get(f"/forecasts/{model_id}?from=25&series=3").text

    assert "1 to 25 of 30 series." in first
    assert first.count("the simple way</td>") == 25
    assert "Shop 29</bdi></a>" in found
    assert found.count("the simple way</td>") == 1
    assert "<b>Shop 29</b>" in found
    assert "None of the 30 series" in none
    assert ("26 to 30 of 30 series." in second, "<b>Shop 03</b>" in second) == (True, True)


def test_after_newer_rows_they_are_those_that_went_on(
    person: Person, workspace: Workspace, model_id: str
) -> None:
    gone_on_with(workspace, model_id, rows(MONTHS[:41]).encode())

    page = person.get(f"/forecasts/{model_id}?series=7").text

    assert "<b>Shop 07</b>" in page
    assert f'<th scope="row">{MONTHS[41]}' in page
    assert page.count("not tested alone") == 0


@pytest.mark.parametrize("content", [b"", b"[", b'["a"]\n', b'["a"]\n{"name": 3}\n', b"\xff"])
def test_a_file_that_is_no_list_of_series_is_not_shown(
    content: bytes, person: Person, workspace: Workspace, model_id: str
) -> None:
    ahead_beside(Path(workspace.others.forecast(model_id).model))["series"].write_bytes(content)

    page = person.get(f"/forecasts/{model_id}").text

    assert 'id="series" name="series"' in page
    assert person.get(f"/other-models/{model_id}/rows/series").status_code == 404
