"""How long a table of a million rows takes to open, and each page of it to be read.

The file has ten columns: numbers, kinds, days and texts. A page is 100 rows, read in this process as the
window's process reads them, at the start, in the middle and at the end of the table.
"""

import csv
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from desktop_app.tables.importing import import_file
from desktop_app.tables.stored.rows import read_rows

ROWS, PAGE = 1_000_000, 100
KINDS = ("north", "south", "east", "west")


def main(arguments: Sequence[str]) -> None:
    """Print one line: seconds to open, and the median milliseconds of a page."""
    rows = int(arguments[0]) if arguments else ROWS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = _written(folder / "rows.csv", rows)
        began = time.monotonic()
        table = import_file(path, folder / "table", name=path.name, report=lambda _: None)
        opened = time.monotonic() - began
        pages = []
        for start in (0, rows // 2, rows - PAGE) * 3:
            began = time.monotonic()
            read_rows(folder / "table", table, start, PAGE)
            pages.append(1000 * (time.monotonic() - began))
        size = path.stat().st_size / 1e6
    print("| rows | file, MB | opened, s | a page, ms |\n|---:|---:|---:|---:|")
    print(f"| {rows:,} | {size:.0f} | {opened:.1f} | {statistics.median(pages):.0f} |")


def _written(path: Path, rows: int) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(
            ["number", "region", "joined", "price", "visits", "share", "note", "paid", "weight", "code"]
        )
        writer.writerows(_row(row) for row in range(rows))
    return path


def _row(row: int) -> list[object]:
    day = f"2024-{row % 12 + 1:02}-{row % 28 + 1:02}"
    words = [f"note {row % 50021}", "yes" if row % 3 else "no"]
    numbers = [row % 9973 / 100, row % 37, round(row % 1009 / 1009, 4)]
    return [row, KINDS[row % 4], day, *numbers, *words, row * 7 % 1000, f"K{row % 97}"]
