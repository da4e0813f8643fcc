"""A text table written again by the rules, so that DuckDB can read what broke them."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from desktop_app.tables.delimiters import Dialect
from desktop_app.tables.gaps import Gaps
from desktop_app.tables.repairing import Record, read_records


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How many rows there are below the headings, and how many of them are as wide as they should be."""

    rows: int
    width: int  # cells of the widest row, or of the headings
    broken: int  # rows with fewer cells than headings, or with more
    odd_quotes: int  # rows with a quote that is not closed as it should be
    gaps: Gaps


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
    records, gaps = records_of(path, dialect), Gaps()
    first = next(records)
    gaps.see(first.number)
    headings = first.cells
    rows = broken = odd_quotes = 0
    width = len(headings)
    for record in records:
        cells = _filled(record.cells, len(headings))
        gaps.see(record.number)
        rows += 1
        broken += len(cells) != len(headings)
        odd_quotes += record.has_odd_quote
        width = max(width, len(cells))
    return Shape(rows=rows, width=width, broken=broken, odd_quotes=odd_quotes, gaps=gaps)


def respell(path: Path, dialect: Dialect, width: int, goal: Path) -> int:
    """Write the rows of *path* below its headings to *goal*, all of one width, every cell between quotes.

    Returns the bytes of the longest row.
    """
    with goal.open("wb") as file:
        sink = Sink(file)
        records = records_of(path, dialect)
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


def records_of(path: Path, dialect: Dialect) -> Iterator[Record]:
    """Yield the headings of a text table and its rows; raises EndlessTextError.

    An empty line is no row, nor is one of blanks alone; but in the only column, one above others is a value
    that is missing.
    """
    last = 0
    with path.open(encoding="utf-8-sig", newline="") as file:
        for record in read_records(file, dialect):
            if dialect.delimiter and len(record.cells) == 1 and not record.cells[0].strip():
                continue
            if last and not dialect.delimiter:
                yield from (Record([""], number) for number in range(last + 1, record.number))
            yield record
            last = record.number


def _filled(cells: list[str], width: int) -> list[str]:
    """Return the cells without the empty ones beyond the last heading: a delimiter at the end of a line."""
    while len(cells) > width and not cells[-1]:
        cells.pop()
    return cells
