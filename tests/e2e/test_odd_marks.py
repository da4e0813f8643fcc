"""A person goes through odd rows by keys and marks them, in a real browser."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from desktop_app.records.clusters import NearRow
from desktop_app.records.oddness import OddRow, Repeats
from desktop_app.shell.assembly import RunningApp
from tests.api.made import stored_table
from tests.api.made_rows import GROUPING, ODDNESS, RARE, SLIP, USUAL, grouped, odd_found
from tests.e2e.looking_over import look_over

pytestmark = pytest.mark.browser
ROWS = tuple(
    OddRow(row=row, less_odd=299 - row, reasons=(SLIP, RARE)[row % 2 :], key=f"k{row}") for row in range(30)
)
REPEATS = Repeats(rows=2, places=((4, 8), (9, 77)), but=("id",))


@pytest.fixture(scope="module")
def addresses(app: RunningApp) -> list[str]:
    found, usual = stored_table(app.workspace), stored_table(app.workspace)
    some = replace(ODDNESS, odd=ROWS[:23], after=ROWS[23:], count=23, repeats=REPEATS)
    odd_found(app.workspace, found, some)
    odd_found(app.workspace, usual, replace(USUAL, after=ROWS))
    near = tuple(NearRow(row=row, group=0, other=1, fit=0.1) for row in range(12))
    grouped(app.workspace, found, replace(GROUPING, near=near))
    return [
        f"/tables/{one.id}/{rest}" for one, rest in ((found, "odd"), (usual, "odd?show=5"), (found, "alike"))
    ]


def test_rows_are_marked_by_keys_and_taken_back(page: Page, app: RunningApp) -> None:
    stored = stored_table(app.workspace)
    odd_found(app.workspace, stored, replace(ODDNESS, odd=ROWS[:3], count=3))
    page.goto(f"{app.entrance.origin}/tables/{stored.id}/odd")
    main = page.get_by_role("main")

    main.get_by_role("button", name="Fine Row 2").focus()
    page.keyboard.press("Enter")
    expect(main.get_by_text("You have looked at 1 of 3: 0 really odd, 1 fine.")).to_be_visible()
    page.keyboard.press("Tab")
    expect(main.get_by_role("link", name="Row 3")).to_be_focused()
    main.get_by_role("button", name="Really odd Row 3").press("Enter")
    expect(main.locator("ol.things > li").first).to_contain_text("Row 3")
    for _ in range(2):
        main.get_by_role("button", name="Take back the last mark").press("Enter")
    expect(main.get_by_role("button", name="Take back the last mark")).to_have_count(0)


def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    page: Page, app: RunningApp, addresses: list[str]
) -> None:
    for address in addresses:
        look_over(page, app.entrance.origin + address)
