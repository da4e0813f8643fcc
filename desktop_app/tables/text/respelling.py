"""A text table written again by the rules, so that DuckDB can read what broke them."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from desktop_app.records.notices import Notice, Value
from desktop_app.records.tables import Recipe
from desktop_app.tables.place.cell_kinds import kind_below, kind_of
from desktop_app.tables.place.gaps import Gaps, said_of_gaps
from desktop_app.tables.raw import Raw, Source, Text, check_width, load
from desktop_app.tables.text.by_rules import said_of_marks
from desktop_app.tables.text.edges import Edges
from desktop_app.tables.text.repairing import Record
from desktop_app.tables.text.text_records import TextTable, filled, records_of
from desktop_app.tables.text.text_regions import Region

_MOST_LONG = 0.5  # of the rows: where more have further cells, those are columns without a name
_LONGEST_SHOWN = 60  # letters
_LOOKED_AT = 200  # rows that say what the last column usually holds
_ENOUGH = 8  # cells, below which nothing is usual and nothing is left out
_FEW = 10  # different words, which are kinds and no sentences


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Usual:
    """What the last column holds in the first rows of the right length."""

    is_value: bool  # numbers or dates
    words: frozenset[str]  # where they are few

    def has(self, cell: str) -> bool:
        """Whether a cell is whole as it stands; among free texts, none is known to be."""
        if self.is_value:
            return kind_of(cell.strip()) in ("", "mark", "number", "date")
        return cell in self.words or (bool(self.words) and not cell.strip())


def _usual(edges: Edges, region: Region) -> _Usual:
    places = range(region.first, min(region.end, len(edges.head), region.first + _LOOKED_AT))
    rows = [edges.row(place).cells for place in places]
    last = [row[-1] for row in rows if len(row) == region.width and row[-1].strip()]
    if len(last) < _ENOUGH:
        return _Usual(is_value=False, words=frozenset())
    words = frozenset(last)
    are_few = len(words) <= min(_FEW, len(last) // 2)
    is_value = kind_below(last) in ("number", "year", "date")
    return _Usual(is_value=is_value, words=words if are_few else frozenset())


@dataclass(slots=True)
class _Shape:
    """What was met while the rows were written again."""

    width: int  # of the rows as they should be
    usual: _Usual
    rows: int = 0
    widest: int = 0
    broken: int = 0  # rows with fewer cells, or with more
    long: int = 0  # rows with more
    folded: int = 0  # of those, rows whose surplus stands in the last cell
    example: str = ""  # the end of the first one
    surplus: str = ""  # the first that is left out
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

    def fitted(self, cells: list[str], delimiter: str) -> list[str]:
        """Return a row that is too long as long as the others.

        Its surplus stays in the last cell, unless that one is whole without it: then it is left out.
        """
        surplus = cells[self.width :]
        has_number = any(kind_of(cell.strip()) == "number" for cell in surplus)  # decimals behind a comma?
        if self.usual.has(cells[self.width - 1]) and not has_number:
            self.surplus = self.surplus or delimiter.join(surplus)[:_LONGEST_SHOWN]
            return cells[: self.width]
        last = delimiter.join(cells[self.width - 1 :])
        self.folded += 1
        self.example = self.example or last[:_LONGEST_SHOWN]
        return [*cells[: self.width - 1], last]

    @property
    def is_wider(self) -> bool:
        """Whether so many rows have further cells that these are columns."""
        return self.long > _MOST_LONG * self.rows


def respell(table: TextTable, region: Region, edges: Edges, source: Source, *, has_text_marks: bool) -> Raw:
    """Return the rows of a text table as Python reads them; raises EndlessTextError.

    Short rows are padded. What a few rows have beyond the last column stays in that one, behind a delimiter,
    or is left out where that one is whole without it; where most rows have it, it gets columns of its own.
    All of it is said.
    """
    copy, goal = source.scratch / "respelled.csv", source.scratch / "raw.parquet"
    shape = _Shape(width=region.width, usual=_usual(edges, region))
    longest = _write(table, region, edges, shape, copy)
    if shape.is_wider:
        check_width(shape.widest, source.name)
        wide = replace(
            region, headings=region.headings + ("",) * (shape.widest - region.width), width=shape.widest
        )
        longest = _write(table, wide, edges, _Shape(width=shape.widest, usual=shape.usual), copy)
        region = wide
    text = Text(
        path=copy,
        delimiter=",",
        width=region.width,
        has_headings=False,
        longest=longest,
        has_text_marks=has_text_marks,
    )
    notices = (*_faults(shape, table), *said_of_marks(load(text, goal, shape.rows), region))
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
            cells = shape.fitted(cells, table.dialect.delimiter)
        yield cells


def write_rows(sink: Sink, rows: Iterable[list[str]], width: int) -> int:
    """Write rows, each padded to *width* cells, as DuckDB reads them without asking; return how many."""
    writer = csv.writer(sink, quoting=csv.QUOTE_ALL, lineterminator="\n")
    count = 0
    for cells in rows:
        writer.writerow(cells + [""] * (width - len(cells)))
        count += 1
    return count


def _faults(shape: _Shape, table: TextTable) -> Iterator[Notice]:
    if table.dialect.delimiter:  # with one column, an empty line is a row
        yield from said_of_gaps(shape.gaps.count, shape.gaps.first)
    for code, count in (("find.broken_rows", shape.broken), ("find.odd_quotes", shape.odd_quotes)):
        if count:
            yield Notice(code=code, values={"count": count, "rows": shape.rows}, level="caution")
    if shape.is_wider:
        return
    surplus: dict[str, Value] = {"count": shape.long - shape.folded, "text": shape.surplus}
    folded: dict[str, Value] = {"count": shape.folded, "text": shape.example}
    for code, values in (("find.surplus", surplus), ("find.long_rows", folded)):
        if values["count"]:
            yield Notice(code=code, values=values, level="caution")
