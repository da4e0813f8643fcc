"""What a person waits for after pressing Learn: the first model on the page, and the verdict (Quick).

The program runs without a window, its spare worker has loaded; Chromium opens the table, chooses the column
and presses the button. Counted from the press until the sentence of the first model, and until the verdict,
can be seen.
"""

import csv
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urljoin

from playwright.sync_api import Page, expect, sync_playwright

from desktop_app.settings import read_settings
from desktop_app.shell.assembly import RunningApp, running
from desktop_app.shell.instance import take_place
from tests.benchmarks.tables import Asked, asked

PATIENCE = 120_000  # milliseconds
LOADED = 5.0  # seconds in which a spare worker has loaded


def main(arguments: Sequence[str]) -> None:
    """Print one line a table: the medians of both waits."""
    print("| table | first model, s | verdict, s |\n|---|---:|---:|")
    for table in asked(arguments, runs=3):
        with visit() as page:
            waits = [_waits(page, table) for _ in range(table.runs + 1)]  # the first is not counted
        first, verdict = (statistics.median(side) for side in zip(*waits[1:], strict=True))
        print(f"| {table.file.name} | {first:.1f} | {verdict:.1f} |", flush=True)


@contextmanager
def visit() -> Iterator[Page]:
    """Run the program in a folder of its own, and give the first page in Chromium."""
    with (
        tempfile.TemporaryDirectory(prefix="hunch-bench-") as folder,
        _program(Path(folder)) as app,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(app.entrance.link())
        page.get_by_role("button", name="Open Hunch").click()
        yield page
        browser.close()


@contextmanager
def _program(folder: Path) -> Iterator[RunningApp]:
    settings = read_settings({}).in_workspace(folder)
    place = take_place(settings.workspace)
    if place is None:
        raise SystemExit("the folder is taken")
    with running(settings) as app:
        app.supervisor.prepare_spare()
        yield app
    place.leave()


def learned(page: Page, table: Asked) -> None:
    """Open a table, learn from it, and wait for the verdict."""
    _waits(page, table)


def _waits(page: Page, table: Asked) -> tuple[float, float]:
    page.goto(urljoin(page.url, "/"))
    page.locator("input[type=file]").set_input_files(table.file)
    page.wait_for_url("**/data")
    page.goto(urljoin(page.url, f"predict?target={_position(table)}"))
    page.get_by_label("Quick").check()
    time.sleep(LOADED)
    began = time.monotonic()
    page.get_by_role("button", name="Learn", exact=True).click()
    expect(page.get_by_text("so far.").first).to_be_visible(timeout=PATIENCE)
    first = time.monotonic() - began
    expect(page.get_by_label("Verdict")).to_be_visible(timeout=PATIENCE)
    return first, time.monotonic() - began


def _position(table: Asked) -> int:
    with table.file.open(encoding="utf-8-sig", newline="") as file:
        return next(csv.reader(file)).index(table.target)
