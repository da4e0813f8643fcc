"""The grid of the data page: any row of many, any column of many, by keys alone, and copied as it is."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import ImportOrder
from desktop_app.records.stored import StoredTable
from desktop_app.records.tables import Bar, Column, Recipe, Table
from desktop_app.shell.assembly import RunningApp
from tests.e2e.conftest import visit
from tests.e2e.test_accessibility import RULES

pytestmark = pytest.mark.browser
ROWS = 200_000
MANY = 2_000_000
WIDE = 1_000

# The columns of the tall table, as text; "n/a" is no number and counts as missing.
CELLS = {
    "number": "range::VARCHAR",
    "region": "['West', 'East', 'نعم'][range % 3 + 1]",
    "price": "CASE range % 5 WHEN 3 THEN NULL WHEN 4 THEN 'n/a' ELSE (range / 4)::VARCHAR END",
    "note": "CASE range % 4 WHEN 0 THEN '' WHEN 1 THEN '=1+' || range WHEN 2 THEN repeat('long ', 60) "
    "ELSE 'one\nand two' END",
}
KINDS = {"number": "id", "region": "category", "price": "number", "note": "text"}


def landed(app: RunningApp, rows: int, cells: dict[str, str], kinds: dict[str, str]) -> StoredTable:
    """Return a table that is written by DuckDB straight into the workspace."""
    import duckdb

    made = Table(
        name="made.csv", rows=rows, columns=tuple(columns_of(cells, kinds)), recipe=Recipe(format="csv")
    )
    order = ImportOrder(path="-", name=made.name)
    job = app.workspace.jobs.add("import", to_json(order), lane="short")
    goal = Path(job.folder) / "table.parquet"
    goal.parent.mkdir(exist_ok=True)
    types = ("DOUBLE" if kinds.get(name) == "number" else "TEXT" for name in cells)
    fields = ", ".join(
        f"{sql} AS r{position}, TRY_CAST({sql} AS {type_}) AS v{position}"
        for position, (sql, type_) in enumerate(zip(cells.values(), types, strict=True))
    )
    duckdb.sql(
        f"COPY (SELECT range AS row, {fields} FROM range({rows})) "  # noqa: S608 - our names
        f"TO '{goal}' (FORMAT parquet, ROW_GROUP_SIZE 100000)"
    )
    (goal.parent / "table.json").write_text(json.dumps(to_json(made)), encoding="utf-8")
    app.workspace.land(job, to_json(made))
    return app.workspace.tables.get(job.id)


def columns_of(cells: dict[str, str], kinds: dict[str, str]) -> Iterator[Column]:
    bars = tuple(Bar(label=label, count=66_000) for label in ("West", "East", "نعم"))
    for position, name in enumerate(cells):
        yield Column(
            name=name,
            type=kinds.get(name, "text"),  # type: ignore[arg-type]
            position=position,
            missing=3,
            distinct=90,
            examples=("1234567",),
            bars=bars,
        )


@pytest.fixture(scope="module")
def page(browser: Browser, app: RunningApp) -> Iterator[Page]:
    """One page for all tests: each goes to the address of its table."""
    with visit(browser, app) as page:
        yield page


@pytest.fixture(scope="module")
def tall(app: RunningApp) -> str:
    stored = landed(app, ROWS, CELLS, KINDS)
    return f"{app.entrance.origin}/tables/{stored.id}/data"


@pytest.fixture(scope="module")
def wide(app: RunningApp) -> str:
    cells = {f"gene {place}": f"'{place} of ' || range" for place in range(WIDE)}
    stored = landed(app, 300, cells, {})
    return f"{app.entrance.origin}/tables/{stored.id}/data"


def here(page: Page) -> Locator:
    """The cell that the grid names as the one where the keys are."""
    return page.locator("#grid-here")


def opened(page: Page, address: str) -> Locator:
    page.goto(address)
    grid = page.get_by_role("grid", name="Rows")
    expect(grid.get_by_role("columnheader").nth(1)).to_contain_text("value")
    grid.focus()
    return grid


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def clipboard(page: Page) -> str:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return str(page.evaluate("() => navigator.clipboard.readText()"))


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


def test_what_could_not_be_read_is_said_and_asked_for_again(page: Page, tall: str) -> None:
    page.route("**/cells?*", lambda route: route.abort())
    page.goto(tall)
    said = page.get_by_role("alert")
    expect(said).to_contain_text("The rows could not be read")

    page.unroute("**/cells?*")
    said.get_by_role("button", name="Try again").click()

    expect(page.locator("[data-holds=nothing-yet]")).to_have_count(0)
    expect(said).to_be_hidden()


def test_axe_finds_nothing_and_nothing_is_cut_off_in_the_dark_at_200_percent(
    browser: Browser, app: RunningApp, tall: str
) -> None:
    with visit(browser, app, color_scheme="dark", device_scale_factor=2) as page:
        page.set_viewport_size({"width": 640, "height": 400})
        grid = opened(page, tall)
        expect(page.locator("[data-holds=nothing-yet]")).to_have_count(0)
        press(page, "ArrowDown", "Shift+ArrowRight")

        found = Axe().run(page, options=RULES)

        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth") == 0
        shown = [line for line in grid.get_by_role("row").all()[1:] if line.is_visible()]
        assert len(shown) >= 4


def test_what_is_selected_is_seen_in_forced_colours(page: Page, tall: str) -> None:
    page.emulate_media(forced_colors="active")
    grid = opened(page, tall)
    ground = "cell => getComputedStyle(cell).backgroundColor"

    press(page, "Shift+ArrowDown", "Shift+ArrowDown")

    expect(grid.locator("[aria-selected=true]")).to_have_count(3)
    chosen, other = (grid.locator(f"[aria-selected={state}]").first for state in ("true", "false"))
    highlight = page.evaluate_handle(
        "() => Object.assign(document.body.appendChild(document.createElement('i')), { id: 'highlight' })"
    )
    page.evaluate("mark => (mark.style.background = 'Highlight')", highlight)
    assert chosen.evaluate(ground) == page.locator("#highlight").evaluate(ground) != other.evaluate(ground)
    page.emulate_media(forced_colors="none")


def test_the_grid_turns_with_the_text(page: Page, wide: str) -> None:
    opened(page, wide)
    page.evaluate("() => (document.documentElement.dir = 'rtl')")

    press(page, "ArrowLeft", "ArrowLeft")
    expect(here(page)).to_have_text("2 of 0")
    press(page, "End")
    expect(here(page)).to_have_text("999 of 0")
    expect(here(page)).to_be_in_viewport(ratio=1)


def test_without_scripts_the_rows_are_a_plain_table(browser: Browser, app: RunningApp, tall: str) -> None:
    with visit(browser, app, java_script_enabled=False) as page:
        page.goto(tall)
        page.wait_for_url("**/data?show=table")

        expect(page.get_by_role("table")).to_contain_text("نعم")
        expect(page.get_by_text("Rows 1 to 100 of 200,000")).to_be_visible()
