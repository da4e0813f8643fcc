"""One page of a table's rows: some columns, some rows, and the ways to the others."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from flask import url_for

from desktop_app.language import _, number, say_count
from desktop_app.records.record import dataclass
from desktop_app.records.tables import Column, Table
from desktop_app.reports.charts import Rect, histogram
from desktop_app.reports.names import column_word, type_word
from desktop_app.tables.stored.rows import read_cells, read_rows

ROWS = 100
COLUMNS = 40
LONGEST_CELL = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in a table the person looks: first row, first column (both from 0), and a part of a name."""

    row: int = 0
    column: int = 0
    find: str = ""

    @property
    def row_number(self) -> int:
        """The first row as a person counts."""
        return self.row + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands over one column."""

    name: str
    kind: str
    empty: str  # how many cells are empty, in words
    bars: tuple[Rect, ...]
    is_amount: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell: the text as read, cut where it is very long; None where it is empty."""

    text: str | None
    whole: str = ""  # the longer text, for the title


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row, with its number as a person counts."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """The ways from one part of a long list to the next; None where there is none."""

    first: int | None
    previous: int | None
    next: int | None
    last: int | None
    words: str  # which part is shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The part of a table that is shown."""

    place: Place
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    row_paging: Paging
    column_paging: Paging | None  # None when all columns are shown


def read_sheet(folder: Path, table: Table, place: Place) -> Sheet:
    """Return the rows and columns at *place*, which is moved to where there are some."""
    found = [column for column in table.columns if place.find.casefold() in column.name.casefold()]
    place = Place(
        row=start_within(place.row, table.rows, ROWS),
        column=start_within(place.column, len(found), COLUMNS),
        find=place.find,
    )
    shown = tuple(found[place.column : place.column + COLUMNS])
    cells = read_rows(folder, replace(table, columns=shown), place.row, ROWS) if shown else []
    return Sheet(
        place=place,
        heads=tuple(_head(column, table.rows) for column in shown),
        rows=tuple(
            Row(number=place.row + offset, cells=tuple(cell_of(text) for text in row))
            for offset, row in enumerate(cells, start=1)
        ),
        row_paging=paging_of(place.row, ROWS, table.rows, _("Rows {first} to {last} of {all}")),
        column_paging=None
        if len(found) <= COLUMNS and not place.find
        else paging_of(place.column, COLUMNS, len(found), _("Columns {first} to {last} of {all}")),
    )


def sheet_of_rows(folder: Path, table: Table, rows: Sequence[int]) -> Sheet:
    """Return some rows by their numbers (from 0), in this order, with the first columns."""
    shown = table.columns[:COLUMNS]
    cells = read_cells(folder, shown, rows, 4 * LONGEST_CELL)
    return Sheet(
        place=Place(),
        heads=tuple(_head(column, table.rows) for column in shown),
        rows=tuple(
            Row(number=row + 1, cells=tuple(cell_of(cell.text) for cell in line))
            for row, line in zip(rows, cells, strict=True)
        ),
        row_paging=paging_of(0, ROWS, len(rows), _("Rows {first} to {last} of {all}")),
        column_paging=None,
    )


def sheet_at(table_id: str, place: Place, *, row: int | None = None, column: int | None = None) -> str:
    """Return the address of another part of the same table, shown plainly."""
    return url_for(
        "data.of_table",
        table_id=table_id,
        row=(place.row if row is None else row) + 1,
        column=(place.column if column is None else column) or None,
        find=place.find or None,
        show="table",
    )


def cell_of(text: str | None) -> Cell:
    """Return a cell that fits its place."""
    if text is None or len(text) <= LONGEST_CELL:
        return Cell(text=text)
    return Cell(text=f"{text[:LONGEST_CELL]}…", whole=text[: 4 * LONGEST_CELL])


def _head(column: Column, rows: int) -> Head:
    return Head(
        name=column.name,
        kind=kind_of(column),
        empty=empty_words(column, rows),
        bars=histogram(column),
        is_amount=column.type == "number",
    )


def kind_of(column: Column) -> str:
    """Return what the column holds, in a few words."""
    word = column_word(column)
    if column.type == "category" and word == type_word(column.type):
        return say_count("{n} kind", "{n} kinds", column.distinct, {"n": column.distinct})
    return word


def empty_words(column: Column, rows: int) -> str:
    """Return how many cells are empty; nothing when none is."""
    if not column.missing or not rows:
        return ""
    share = 100 * column.missing / rows
    percent = "< 1" if share < 1 else "> 99" if 99 < share < 100 else str(round(share))
    return _("{percent}% empty").format(percent=percent)


def start_within(wanted: int, count: int, step: int) -> int:
    """Return the start of a part that has something in it, at *wanted* if it can be."""
    return max(0, min(wanted, (count - 1) // step * step)) if count else 0


def paging_of(start: int, step: int, count: int, words: str) -> Paging:
    """Return the ways from the part of a list that begins at *start* to its other parts."""
    end = min(start + step, count)
    last = max(0, (count - 1) // step * step)
    said = {"first": number(min(start + 1, count)), "last": number(end), "all": number(count)}
    return Paging(
        first=0 if start > 0 else None,
        previous=max(0, start - step) if start > 0 else None,
        next=start + step if end < count else None,
        last=last if end < count else None,
        words=words.format(**said),
    )


def column_positions(columns: Sequence[Column]) -> dict[int, Column]:
    """Return the columns by position: forms name columns by number, for a name may hold anything."""
    return {column.position: column for column in columns}
