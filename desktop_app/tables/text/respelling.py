"""A text table written again by the rules, so that DuckDB can read what broke them."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from desktop_app.records.notices import Notice, Value
from desktop_app.records.tables import Recipe
from desktop_app.tables.place.gaps import Gaps, said_of_gaps
from desktop_app.tables.raw import Raw, Source, Text, check_width, load
from desktop_app.tables.text.by_rules import said_of_marks
from desktop_app.tables.text.edges import Edges
from desktop_app.tables.text.repairing import Record
from desktop_app.tables.text.text_records import TextTable, filled, records_of
from desktop_app.tables.text.text_regions import Region

_MOST_LONG = 0.5  # of the rows: where more have further cells, those are columns without a name
_LONGEST_SHOWN = 60  # letters


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


@dataclass(slots=True)
class _Shape:
    """What was met while the rows were written again."""

    width: int  # of the rows as they should be
    rows: int = 0
    widest: int = 0
    broken: int = 0  # rows with fewer cells, or with more
    long: int = 0  # rows with more
    example: str = ""  # the end of the first one
    odd_quotes: int = 0  # rows with a quote that is not closed as it should be
    gaps: Gaps = field(default_factory=Gaps)

    def see(self, record: Record, cells: list[str]) -> None:
        """Take note of a row, whose empty cells beyond the last column are gone."""
        self.gaps.see(record.number)
        self.rows += 1
        self.broken += len(cells) != self.width
        self.odd_quotes += record.has_odd_quote
        if len(cells) > self.width:
            self.long += 1
            self.widest = max(self.widest, len(cells))

    @property
    def is_wider(self) -> bool:
        """Whether so many rows have further cells that these are columns."""
        return self.long > _MOST_LONG * self.rows


def respell(table: TextTable, region: Region, edges: Edges, source: Source, *, has_text_marks: bool) -> Raw:
    """Return the rows of a text table as Python reads them; raises EndlessTextError.

    Short rows are padded. What a few rows have beyond the last column stays in that one, behind a delimiter;
    where most rows have it, it gets columns of its own. Both are said.
    """
    copy, goal = source.scratch / "respelled.csv", source.scratch / "raw.parquet"
    shape = _Shape(width=region.width)
    longest = _write(table, region, edges, shape, copy)
    folded = shape.long
    if shape.is_wider:
        check_width(shape.widest, source.name)
        wide = replace(
            region, headings=region.headings + ("",) * (shape.widest - region.width), width=shape.widest
        )
        longest = _write(table, wide, edges, _Shape(width=shape.widest), copy)
        region, folded = wide, 0
    text = Text(
        path=copy,
        delimiter=",",
        width=region.width,
        has_headings=False,
        longest=longest,
        has_text_marks=has_text_marks,
    )
    notices = (*_faults(shape, table, folded), *said_of_marks(load(text, goal, shape.rows), region))
    copy.unlink()
    return Raw(
        path=goal, headings=region.headings, rows=shape.rows, recipe=Recipe(format="csv"), notices=notices
    )


def _write(table: TextTable, region: Region, edges: Edges, shape: _Shape, goal: Path) -> int:
    """Write the rows to *goal*, of one width, every cell between quotes; return the bytes of the longest."""
    with goal.open("wb") as file:
        sink = Sink(file)
        write_rows(sink, _rows(table, region, edges, shape), region.width)
    return sink.longest


def _rows(table: TextTable, region: Region, edges: Edges, shape: _Shape) -> Iterator[list[str]]:
    first, last = edges.row(region.first).number, edges.row(region.end - 1).number
    if region.first and not table.dialect.delimiter:  # in the only column, an empty line is a row
        first = edges.row(region.first - 1).number + 1
    totals = {edges.row(total).number for total in region.totals}
    for record in records_of(table, shape.gaps):
        if record.number > last:
            return
        if record.number < first or record.number in totals:
            continue
        cells = filled(record.cells, region.width)
        shape.see(record, cells)
        if len(cells) > region.width:
            surplus = table.dialect.delimiter.join(cells[region.width - 1 :])
            shape.example = shape.example or surplus[:_LONGEST_SHOWN]
            cells = [*cells[: region.width - 1], surplus]
        yield cells


def write_rows(sink: Sink, rows: Iterable[list[str]], width: int) -> int:
    """Write rows, each padded to *width* cells, as DuckDB reads them without asking; return how many."""
    writer = csv.writer(sink, quoting=csv.QUOTE_ALL, lineterminator="\n")
    count = 0
    for cells in rows:
        writer.writerow(cells + [""] * (width - len(cells)))
        count += 1
    return count


def _faults(shape: _Shape, table: TextTable, folded: int) -> Iterator[Notice]:
    if table.dialect.delimiter:  # with one column, an empty line is a row
        yield from said_of_gaps(shape.gaps.count, shape.gaps.first)
    for code, count in (("find.broken_rows", shape.broken), ("find.odd_quotes", shape.odd_quotes)):
        if count:
            yield Notice(code=code, values={"count": count, "rows": shape.rows}, level="caution")
    if folded:
        values: dict[str, Value] = {"count": folded, "text": shape.example}
        yield Notice(code="find.long_rows", values=values, level="caution")
