"""How the grid behaves with a large table: `python -m tests.benchmarks grid [ROWS] [COLUMNS] [FOLDER]`.

The table is written straight into a workspace; FOLDER is one to keep it in, or in which it is already. First
the blocks of cells that the window's process reads, then the page in Chromium: how long after a key or a jump
cells are there, how even it scrolls, and what it weighs.
"""

import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import psutil
from playwright.sync_api import Page, sync_playwright

from desktop_app.records.stored import StoredTable
from desktop_app.settings import read_settings
from desktop_app.shell.assembly import RunningApp, running
from desktop_app.shell.instance import take_place
from desktop_app.web.grid import Asked, read_block
from tests.benchmarks.tall_tables import tall_table

ROWS, COLUMNS = 500_000, 60
TIMES = 12
_PATIENCE = 120_000  # milliseconds
_SIZE = {"width": 1280, "height": 800}
_IDLE = "() => document.querySelector('data-grid').getAttribute('aria-busy') === 'false'"
# Milliseconds between two frames while the wheel is turned.
_FRAMES = """() => new Promise((done) => {
  const grid = document.querySelector("data-grid"), gaps = [];
  let last = performance.now(), left = 120;
  const turn = (now) => {
    gaps.push(now - last);
    last = now;
    grid.scrollTop += 90;
    if (--left) requestAnimationFrame(turn); else done(gaps.slice(2));
  };
  requestAnimationFrame(turn);
})"""
# Milliseconds from a jump until no cell in sight is waited for.
_JUMP = """(row) => new Promise((done) => {
  const grid = document.querySelector("data-grid"), began = performance.now();
  const isBusy = () => grid.getAttribute("aria-busy") !== "false";
  const isMissing = () => isBusy() || grid.querySelector("[data-holds=nothing-yet]");
  grid.move(row, grid.here.column);
  const look = () => isMissing() ? requestAnimationFrame(look) : done(performance.now() - began);
  requestAnimationFrame(() => requestAnimationFrame(look));
})"""


def main(arguments: Sequence[str]) -> None:
    """Print one line for each thing that is measured."""
    numbers = [int(word) for word in arguments if word.isdecimal()]
    rows, columns = (*numbers, *(ROWS, COLUMNS)[len(numbers) :])
    folder = next((Path(word) for word in arguments if not word.isdecimal()), None)
    chromium = shutil.which("chromium")
    if chromium is None:
        print("there is no chromium on this computer")
        return
    with tempfile.TemporaryDirectory(prefix="hunch-grid-") as place:
        settings = read_settings({"HUNCH_WORKERS": "2"}).in_workspace(folder or Path(place))
        held = take_place(settings.workspace)
        if held is None:
            raise RuntimeError(settings.workspace)
        with running(settings) as app, sync_playwright() as playwright:
            stored = _table(app, rows, columns)
            print("| measured | median | 95th of 100 | of |\n|---|---:|---:|---:|")
            _blocks(stored)
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            page = browser.new_context(viewport=_SIZE).new_page()  # type: ignore[arg-type]
            page.set_default_timeout(_PATIENCE)
            page.goto(app.entrance.link())
            page.get_by_role("button", name="Open Hunch").click()
            _in_the_page(page, app, stored)
            browser.close()
        held.leave()


def _table(app: RunningApp, rows: int, columns: int) -> StoredTable:
    name = f"{rows} x {columns}.csv"
    if found := next((one for one in app.workspace.tables.list() if one.name == name), None):
        return app.workspace.tables.get(found.id)
    began = time.monotonic()
    stored = tall_table(app.workspace, rows, columns)
    size = sum(file.stat().st_size for file in Path(stored.folder).glob("*.parquet")) / 1e6
    print(f"{name} written in {time.monotonic() - began:.0f} s, {size:.0f} MB", file=sys.stderr)
    return stored


def _blocks(stored: StoredTable) -> None:
    """Read blocks as the grid asks for them, in this process."""
    table, chance = stored.table, random.Random(1)  # noqa: S311 - places to look at
    took = []
    for _time in range(TIMES):
        start = chance.randrange(max(1, table.rows - 200))
        first = chance.randrange(max(1, len(table.columns) - 16))
        asked = Asked(rows=range(start, start + 200), columns=range(first, first + 16))
        began = time.perf_counter()
        read_block(Path(stored.folder), table, asked, None)
        took.append(1000 * (time.perf_counter() - began))
    _show("a block of 200 x 16 cells, read, ms", took)


def _in_the_page(page: Page, app: RunningApp, stored: StoredTable) -> None:
    table, chance = stored.table, random.Random(2)  # noqa: S311 - places to look at
    address = f"{app.entrance.origin}/tables/{stored.id}/data"
    _show(
        "the page opened until cells are there, ms", [_timed(lambda: _open(page, address)) for _ in range(3)]
    )
    jumps = [page.evaluate(_JUMP, chance.randrange(table.rows)) for _ in range(TIMES)]
    _show("a jump to any row, ms", jumps)
    grid = page.get_by_role("grid", name="Rows")
    grid.focus()
    for keys in (("Control+End", "Control+Home"), ("PageDown", "PageDown"), ("ArrowDown", "ArrowRight")):
        took = [_timed(partial(_pressed, page, key)) for _ in range(TIMES // 2) for key in keys]
        _show(f"{' and '.join(dict.fromkeys(keys))} until cells are there, ms", took)
    _show("between two frames while it scrolls, ms", page.evaluate(_FRAMES))
    page.wait_for_function(_IDLE)
    _show("elements in the grid", [page.evaluate("() => document.querySelectorAll('data-grid *').length")])
    heap = page.evaluate("() => performance.memory ? performance.memory.usedJSHeapSize / 1e6 : 0")
    _show("memory of the page's scripts, MB", [heap])
    _show("copying 20,000 cells, ms", [_timed(lambda: _copy(page))])
    for column in (1, 2, 3):
        name = table.columns[column].name
        _show(f'sorted by "{name}", s', [_timed(partial(_sorted, page, column)) / 1000])
        _show(
            "then a jump to any row, ms",
            [page.evaluate(_JUMP, chance.randrange(table.rows)) for _ in range(5)],
        )
    _show("memory of the window's process, MB", [psutil.Process().memory_info().rss / 1e6])


def _open(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_function(f"() => document.querySelector('data-grid .grid-cell') && ({_IDLE})()")


def _pressed(page: Page, key: str) -> None:
    page.keyboard.press(key)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.wait_for_function(_IDLE)


def _copy(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate(
        "() => { const g = document.querySelector('data-grid'); g.focus(); "
        "g.select({row: 1000, column: 0}, {row: 2999, column: 9}); }"
    )
    page.keyboard.press("Control+c")
    page.get_by_text("Copied: 2,000 × 10 cells.").wait_for()


def _sorted(page: Page, column: int) -> None:
    line = page.locator("[data-grid-view]")
    page.evaluate("(column) => { const g = document.querySelector('data-grid'); g.move(0, column); }", column)
    head = page.locator(f"[role=columnheader][aria-colindex='{column + 2}']")
    head.locator("[data-sort]").first.click()
    line.get_by_text("Sorted by").wait_for()
    page.wait_for_function(
        "(column) => document.querySelector(`[aria-colindex='${column + 2}'][aria-sort]`)", arg=column
    )
    page.wait_for_function(_IDLE)


def _timed(work: Callable[[], None]) -> float:
    """Return how many milliseconds it takes."""
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


def _show(what: str, took: Sequence[float]) -> None:
    late = sorted(took)[min(len(took) - 1, round(0.95 * len(took)))]
    print(f"| {what} | {statistics.median(took):,.1f} | {late:,.1f} | {len(took)} |", flush=True)
