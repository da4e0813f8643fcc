"""A text table written again by the rules, so that DuckDB can read what broke them."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from desktop_app.tables.delimiters import Dialect
from desktop_app.tables.repairing import Record, read_records


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How many rows there are below the headings, and how many of them are as wide as they should be."""

    rows: int
    width: int  # cells of the widest row, or of the headings
    broken: int  # rows with fewer cells than headings, or with more
    odd_quotes: int  # rows with a quote that is not closed as it should be


class Sink:
    """A file that takes text records, and remembers how long the longest one is."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.longest = 0  # bytes

    def write(self, text: str) -> int:
        """Write one record."""
        line = text.encode("utf-8")
        self.longest = max(self.longest, len(line))
        return self._file.write(line)


def shape_of(path: Path, dialect: Dialect) -> Shape:
    """Return how many rows a text table has, and how wide; raises EndlessTextError."""
    records = _records(path, dialect)
    headings = next(records).cells
    rows = broken = odd_quotes = 0
    width = len(headings)
    for record in records:
        cells = _filled(record.cells, len(headings))
        rows += 1
        broken += len(cells) != len(headings)
        odd_quotes += record.has_odd_quote
        width = max(width, len(cells))
    return Shape(rows=rows, width=width, broken=broken, odd_quotes=odd_quotes)


def respell(path: Path, dialect: Dialect, width: int, goal: Path) -> int:
    """Write the rows of *path* below its headings to *goal*, all of one width, every cell between quotes.

    Returns the bytes of the longest row.
    """
    with goal.open("wb") as file:
        sink = Sink(file)
        records = _records(path, dialect)
        headings = next(records).cells
        write_rows(sink, (_filled(record.cells, len(headings)) for record in records), width)
    return sink.longest


def write_rows(sink: Sink, rows: Iterable[list[str]], width: int) -> int:
    """Write rows, each padded to *width* cells, as DuckDB reads them without asking; return how many."""
    writer = csv.writer(sink, quoting=csv.QUOTE_ALL, lineterminator="\n")
    count = 0
    for cells in rows:
        writer.writerow(cells + [""] * (width - len(cells)))
        count += 1
    return count


def _records(path: Path, dialect: Dialect) -> Iterator[Record]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        for record in read_records(file, dialect):
            if len(record.cells) > 1 or not dialect.delimiter or record.cells[0].strip():
                yield record  # a line of blanks alone is an empty line


def _filled(cells: list[str], width: int) -> list[str]:
    """Return the cells without the empty ones beyond the last heading: a delimiter at the end of a line."""
    while len(cells) > width and not cells[-1]:
        cells.pop()
    return cells
