"""Cells are selected and copied for a spreadsheet."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.grid.tables import clipboard, opened, press

pytestmark = pytest.mark.browser


def test_selected_cells_are_copied_for_a_spreadsheet(page: Page, tall: str) -> None:
    opened(page, tall)
    expect(page.locator("[data-holds=nothing-yet]")).to_have_count(0)

    press(page, "Shift+ArrowDown", "Shift+ArrowRight", "Control+c")
    page.get_by_text("Copied: 2 × 2 cells.").wait_for()
    assert clipboard(page) == "0\tWest\n1\tEast"

    press(page, "Control+Home", "End", "Shift+Control+ArrowRight", "Shift+ArrowDown", "Shift+ArrowDown")
    press(page, "Shift+ArrowDown", "Control+c")
    page.get_by_text("Copied: 4 × 1 cells. What a spreadsheet would take for a formula").wait_for()
    assert clipboard(page) == f'\n\'=1+1\n{"long " * 60}\n"one\nand two"'


def test_cells_that_were_never_seen_are_copied_too(page: Page, tall: str) -> None:
    clipboard(page)
    opened(page, tall)

    page.get_by_label("Go to row").fill("170001")
    press(page, "Enter", "Shift+Control+ArrowDown", "Control+c")
    page.get_by_text("Copied: 30,000 × 1 cells.").wait_for()
    lines = clipboard(page).split("\n")
    assert (len(lines), lines[0], lines[-1]) == (30_000, "170000", "199999")

    press(page, "Control+a", "Control+c")
    page.get_by_text("Up to 200,000 cells can be copied at once. Select fewer of them.").wait_for()


def test_a_browser_that_takes_no_text_later_is_given_it_at_the_next_press(page: Page, tall: str) -> None:
    opened(page, tall)
    page.evaluate("() => (navigator.clipboard.writeText = () => Promise.reject())")

    press(page, "Control+End", "Shift+Home", *["Shift+PageUp"] * 9, "Control+c")
    page.get_by_text("The cells are ready. Press Ctrl+C once more to copy them.").wait_for()
    press(page, "Control+c")
    page.get_by_text("× 4 cells.").wait_for()

    assert clipboard(page).endswith('199999\tEast\tn/a\t"one\nand two"')


def test_a_drag_selects_and_a_click_on_a_number_selects_the_row(page: Page, tall: str) -> None:
    grid = opened(page, tall)
    cell = "[aria-rowindex='{}'] [aria-colindex='{}']"

    grid.locator(cell.format(3, 2)).hover()
    page.mouse.down()
    grid.locator(cell.format(5, 3)).hover()
    page.mouse.up()
    expect(grid.locator("[aria-selected=true]")).to_have_count(6)

    left, right = (grid.locator(cell.format(row, 3)).bounding_box() for row in (3, 4))
    assert left
    assert right
    assert left["x"] == right["x"], "whatever the direction of their text"
    grid.locator(cell.format(4, 1)).click()
    expect(grid.locator("[aria-selected=true]")).to_have_count(4)
