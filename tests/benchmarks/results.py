"""How soon a result is on the screen: `python -m tests.benchmarks results [FILE TARGET] [RUNS]`.

The program runs without a window; Chromium learns from the table (Quick), then opens pages again and again.
Counted from asking for the page until the browser has loaded it.
"""

import statistics
import time
from collections.abc import Sequence
from urllib.parse import urljoin

from playwright.sync_api import Page

from tests.benchmarks.learning import learned, visit
from tests.benchmarks.tables import asked

RUNS = 40


def main(arguments: Sequence[str]) -> None:
    """Print a line for each table and page: the median and the 95th of 100."""
    print("| table | page | median, ms | 95th of 100, ms |\n|---|---|---:|---:|")
    for table in asked(arguments, runs=RUNS):
        with visit() as page:
            learned(page, table)
            for name in ("results", "try"):
                address = urljoin(page.url, name)
                _show(table.file.name, name, [_timed(page, address) for _ in range(table.runs)])


def _timed(page: Page, address: str) -> float:
    began = time.perf_counter()
    page.goto(address, wait_until="load")
    return 1000 * (time.perf_counter() - began)


def _show(table: str, name: str, took: Sequence[float]) -> None:
    most = statistics.quantiles(took, n=20)[-1]
    print(f"| {table} | {name} | {statistics.median(took):.0f} | {most:.0f} |", flush=True)
