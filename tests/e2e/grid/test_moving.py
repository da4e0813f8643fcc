"""Any row of many and any column of many is reached, by mouse and by keys."""

import re

import pytest
from playwright.sync_api import Page, expect

from desktop_app.shell.assembly import RunningApp
from tests.e2e.grid.tables import ROWS, clipboard, here, landed, opened, press

pytestmark = pytest.mark.browser
MANY = 2_000_000


def test_the_last_of_many_rows_is_one_key_away(page: Page, tall: str) -> None:
    grid = opened(page, tall)

    press(page, "Control+End")

    expect(here(page)).to_have_text("one↵and two")
    expect(here(page)).to_be_in_viewport(ratio=1)
    expect(grid).to_have_attribute("aria-rowcount", str(ROWS + 1))
    expect(grid).to_have_attribute("aria-activedescendant", "grid-here")
    row = here(page).locator("xpath=ancestor::*[@role='row']")
    expect(row).to_have_attribute("aria-rowindex", str(ROWS + 1))
    expect(row.get_by_role("rowheader")).to_have_text("200,000")
    press(page, "Home", "ArrowUp")
    expect(here(page)).to_have_text("199998")
    press(page, "Control+Home", "PageDown", "End", "Control+ArrowLeft")
    expect(here(page)).to_have_attribute("aria-colindex", "2")
    expect(here(page)).to_have_text(re.compile(r"^[1-3]?\d$"))


def test_few_elements_stand_for_all_rows_and_columns(page: Page, tall: str, wide: str) -> None:
    for address in (tall, wide):
        opened(page, address)
        expect(page.locator("[data-holds=nothing-yet]")).to_have_count(0)
        assert page.evaluate("() => document.querySelectorAll('data-grid *').length") < 1_000


def test_rows_are_seen_wherever_the_scroll_bar_is_dragged(page: Page, app: RunningApp) -> None:
    stored = landed(app, MANY, {"number": "range::VARCHAR"}, {"number": "id"})
    grid = opened(page, f"{app.entrance.origin}/tables/{stored.id}/data")
    middle = "grid => grid.scrollTop = (grid.scrollHeight - grid.clientHeight) / 2"

    grid.evaluate(middle)
    grid.get_by_text("1,000,000", exact=True).wait_for()
    before = grid.get_by_role("rowheader").first.inner_text()
    grid.hover()
    page.mouse.wheel(0, 60)

    first = grid.get_by_role("rowheader").first
    expect(first).to_have_text(f"{int(before.replace(',', '')) + 2:,}")
    press(page, "Control+End")
    expect(here(page)).to_have_text("1999999")
    press(page, "PageUp", "PageDown", "ArrowDown")
    expect(here(page)).to_have_text("1999999")
    press(page, "Control+Home")
    expect(here(page)).to_have_text("0")


def test_a_cell_that_is_empty_looks_unlike_one_with_an_empty_text(page: Page, tall: str) -> None:
    grid = opened(page, tall)

    cells = grid.get_by_role("row").filter(has=page.get_by_role("rowheader", name="1", exact=True))
    expect(cells.get_by_role("gridcell").nth(3)).to_have_text('""')
    fourth = grid.locator("[aria-rowindex='5'] [aria-colindex='4']")
    expect(fourth).to_have_text("empty")
    expect(fourth).to_have_attribute("data-holds", "empty")
    unread = grid.locator("[aria-rowindex='6'] [aria-colindex='4']")
    expect(unread).to_have_text("n/a")
    expect(unread).to_have_attribute("title", "Counts as empty")


def test_a_column_is_found_by_its_name_and_the_next_one_by_enter(page: Page, wide: str) -> None:
    grid = opened(page, wide)

    press(page, "Control+f")
    expect(page.get_by_label("Find a column")).to_be_focused()
    page.keyboard.type("gene 99")
    press(page, "Enter")
    page.get_by_text("1 of 11: gene 99", exact=True).wait_for()
    expect(here(page)).to_have_text("99 of 0")
    press(page, "Enter")
    page.get_by_text("2 of 11: gene 990", exact=True).wait_for()
    expect(here(page)).to_have_attribute("aria-colindex", "992")
    expect(grid.get_by_role("columnheader", name="gene 990")).to_be_visible()
    press(page, "Escape")
    expect(grid).to_be_focused()

    page.get_by_label("Go to row").fill("300")
    press(page, "Enter")
    expect(here(page)).to_have_text("990 of 299")


def test_a_column_is_made_wider_by_mouse_and_by_keys(page: Page, tall: str) -> None:
    grid = opened(page, tall)
    head = grid.locator("[role=columnheader][aria-colindex='3']")
    width = head.evaluate("head => head.offsetWidth")
    edge = head.get_by_role("separator")

    box = edge.bounding_box()
    assert box
    page.mouse.move(box["x"] + 4, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + 54, box["y"] + 40)
    page.mouse.up()
    expect(edge).to_have_attribute("aria-valuenow", str(width + 50))

    press(page, "ArrowUp", "ArrowRight", "Enter", "ArrowLeft", "Enter")
    expect(edge).to_have_attribute("aria-valuenow", str(width + 34))
    expect(grid).to_be_focused()


def test_rows_are_sorted_and_looked_through_by_mouse_and_by_keys(page: Page, tall: str) -> None:
    grid = opened(page, f"{tall}?empty=price")
    line = page.locator("[data-grid-view]")
    first = grid.locator("[aria-rowindex='2']")

    expect(line).to_contain_text("80,000 of 200,000 rows.")
    expect(first.get_by_role("gridcell").nth(2)).to_have_text("n/a")
    expect(first.get_by_role("rowheader")).to_have_text("5")
    line.get_by_role("button", name="Show all rows").click()
    expect(first.get_by_role("rowheader")).to_have_text("1")
    expect(line).to_be_hidden()

    grid.get_by_role("button", name="note", exact=True).click()
    line.get_by_text('Sorted by "note".').wait_for()
    expect(grid.locator("[aria-sort=ascending]")).to_contain_text("note")
    grid.focus()
    press(page, "ArrowUp", "ArrowRight", "Enter", "Tab", "Tab", "Tab", "ArrowRight", "Enter")
    line.get_by_text('Only rows where "region" is: East. 66,667 of 200,000 rows.').wait_for()
    expect(grid).to_have_attribute("aria-rowcount", "66668")
    press(page, "Escape", "Control+Home", "Shift+ArrowDown", "Shift+ArrowRight", "Control+c")
    page.get_by_text("Copied: 2 × 2 cells.").wait_for()
    assert clipboard(page) == "4\tEast\n16\tEast"
