"""Steps on a table by keyboard alone: columns renamed and left out, rows left out, all of it undone."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from desktop_app.shell.assembly import RunningApp
from tests.e2e.conftest import visit
from tests.e2e.grid.tables import here, press
from tests.e2e.test_reading import check

pytestmark = pytest.mark.browser
BEYOND = "() => document.documentElement.scrollWidth - window.innerWidth"
WIDE = 1_000


def opened(page: Page, file: Path) -> Locator:
    page.locator("input[type=file]").set_input_files(file)
    page.wait_for_url("**/data*")
    return page.get_by_role("grid", name="Rows")


def said(page: Page, words: str) -> None:
    """Wait for the sentence that says what has happened, before the eyes and in the ears."""
    expect(page.locator(".happened[role=status]")).to_contain_text(words)
    expect(page.locator("[data-announcer]")).to_contain_text(words)


def heads(page: Page) -> Locator:
    return page.locator("data-grid .grid-head .column-name")


def test_columns_and_rows_are_changed_undone_and_done_again_by_keyboard(
    browser: Browser, app: RunningApp, customers: Path
) -> None:
    with visit(browser, app) as page:
        grid = opened(page, customers)
        expect(heads(page)).to_have_text(["number", "calls", "region", "left"])
        grid.focus()
        rename(page, grid)
        press(page, "ArrowUp", "ArrowLeft", "Delete")
        said(page, '"calls" is left out.')
        check(page)
        go_back_and_forth(page)
        leave_rows_out(page, grid)


def rename(page: Page, grid: Locator) -> None:
    """Give a column a name that is taken, then one that is not; the place in the grid stays the same."""
    press(page, "ArrowRight", "ArrowRight", "F2")
    expect(page.get_by_role("textbox", name="Name of the column")).to_be_focused()
    check(page)
    page.keyboard.type("calls")
    press(page, "Enter")
    expect(page.get_by_role("alert")).to_contain_text('Another column is called "calls" already.')

    expect(grid).to_be_focused()
    expect(heads(page)).to_have_count(4)
    press(page, "F2")
    page.keyboard.type("part of the country")
    press(page, "Control+z", "Control+y", "Enter")  # the keys of the field, not of the page
    said(page, '"region" is called "part of the country" now.')
    expect(grid).to_be_focused()
    expect(here(page)).to_have_attribute("aria-colindex", "4")
    expect(heads(page)).to_have_count(4)


def go_back_and_forth(page: Page) -> None:
    press(page, "Control+z")
    said(page, 'Undone: "calls" left out.')
    press(page, "Control+z")
    said(page, 'Undone: "part of the country" renamed.')
    expect(heads(page)).to_have_text(["number", "calls", "region", "left"])
    press(page, "Control+y")
    said(page, '"region" is called "part of the country" now.')
    press(page, "Control+Shift+z")
    said(page, '"calls" is left out.')
    expect(heads(page)).to_have_text(["number", "part of the country", "left"])


def leave_rows_out(page: Page, grid: Locator) -> None:
    """Leave out the rows of one bar, at twice the size; then bring them back by their chip."""
    page.set_viewport_size({"width": 640, "height": 400})
    expect(grid).to_be_focused()
    expect(heads(page)).to_have_count(3)
    press(page, "Control+Home", "ArrowUp", "ArrowRight", "Enter", "Tab", "Tab", "Enter")
    expect(page.locator("[data-grid-view]")).to_contain_text(
        '"part of the country" is: West. 204 of 600 rows.'
    )
    check(page)
    page.get_by_role("button", name="Leave these rows out").focus()
    press(page, "Enter")
    said(page, '204 rows are left out: "part of the country" is "West".')
    expect(page.get_by_text("396 rows, 3 columns.")).to_be_visible()
    chip = page.locator(".chip > summary", has_text="204 rows left out")
    chip.focus()
    press(page, "Enter")
    assert page.evaluate(BEYOND) == 0
    check(page)
    page.get_by_role("button", name="Bring them back").focus()
    press(page, "Enter")
    said(page, 'Rows that were left out are back: "part of the country" is "West".')
    expect(page.get_by_text("600 rows, 3 columns.")).to_be_visible()
    read_as_text(page)


def read_as_text(page: Page) -> None:
    """Read two columns otherwise at once, one of which is left out and stays so."""
    page.get_by_role("link", name="List of columns").click()
    for name in ("number", "calls", "left"):
        page.get_by_label(name, exact=True).check()
    page.get_by_label("Read their cells as").select_option(label="Text, as it stands")
    page.get_by_role("button", name="Read them so").click()
    said(page, "2 columns are read so now: Text, as it stands.")


def test_many_of_a_thousand_columns_are_changed_at_once(
    browser: Browser, app: RunningApp, tmp_path: Path
) -> None:
    wide = tmp_path / "genes.csv"
    rows = [",".join(str((n * row) % 17) for n in range(WIDE)) for row in range(30)]
    wide.write_text("\n".join([",".join(f"gene {n}" for n in range(WIDE)), *rows]), encoding="utf-8")
    with visit(browser, app) as page:
        opened(page, wide)
        page.get_by_role("link", name="List of columns").click()
        page.get_by_label("Find a column").fill("gene 9")
        press(page, "Enter")
        expect(page.get_by_role("heading", name="Columns 1 to 100 of 111")).to_be_visible()
        check(page)

        page.get_by_label("All 111 columns found").check()
        expect(page.get_by_label("gene 90", exact=True)).to_be_checked()
        page.get_by_role("button", name="Leave out").click()
        said(page, "111 columns are left out.")
        expect(page.get_by_text("889 columns. 111 more are left out.")).to_be_visible()
        expect(page.get_by_label("Find a column")).to_have_value("gene 9")
        press(page, "Control+z")
        said(page, "Undone: 111 columns left out.")

        page.set_viewport_size({"width": 320, "height": 800})
        assert page.evaluate(BEYOND) == 0
        check(page)
