"""The grid of the data page: what it has to know of each column, and the cells that it asks for."""

import math
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from desktop_app.errors import UsageError
from desktop_app.language import number, say_count
from desktop_app.records.jsonable import JSON
from desktop_app.records.record import dataclass
from desktop_app.records.tables import Column, Table
from desktop_app.reports.charts import Rect, histogram
from desktop_app.tables.stored.rows import read_cells, read_view
from desktop_app.web.sheet import kind_of

MOST_CELLS = 20_000  # of one request
MOST_COLUMNS = 400
MOST_WHOLE = 1_000  # cells that are not cut: each may hold a book
MOST_FOUND = 1_000
LONGEST_CELL = 200  # letters; what is longer is cut, which is said
LONGEST_WHOLE = 32_767  # letters, as many as a cell of Excel holds
NARROWEST, WIDEST = 9, 30  # letters of a column before it is resized
_SPAN = re.compile(r"([0-9]{1,6})-([0-9]{1,6})", re.ASCII)
_TYPICAL = 12  # values that say how wide a column is


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A block of a table that the grid asks for; rows and columns from 0."""

    rows: range
    columns: range
    whole: bool = False  # cells as long as they are: for copying


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What stands over one column."""

    column: Column
    kind: str
    values: str  # how many differ
    empty: str  # how many cells are; nothing where none is
    bars: tuple[Rect, ...]
    is_amount: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """What the grid knows before it asks for anything."""

    rows: int
    columns: int
    letters: str  # how wide each column is
    amounts: str  # 1 for each column of numbers, else 0
    row: int  # from 0, to begin with
    column: int
    only_empty: int | None  # the column whose empty cells are looked for, to begin with
    finding: str = ""  # the key of the finding whose rows are looked for, to begin with
    spot: str = ""  # the same of a group of rows where a model does worse


def grid_of(table: Table, row: int, column: int, only_empty: str) -> Grid:
    """Return the grid of a table that begins at a row and a column, or with the empty cells of a column."""
    names = [one.name for one in table.columns]
    return Grid(
        rows=table.rows,
        columns=len(table.columns),
        letters=" ".join(str(_letters(one)) for one in table.columns),
        amounts="".join("1" if one.type == "number" else "0" for one in table.columns),
        row=max(0, min(row, table.rows - 1)),
        column=max(0, min(column, len(table.columns) - 1)),
        only_empty=names.index(only_empty) if only_empty in names else None,
    )


def block_of(table: Table, start: int, count: int, columns: str, *, whole: bool) -> Asked:
    """Return the block that a request means, cut to what there is; raises UsageError where it means none."""
    first = max(0, min(start, table.rows))
    asked = Asked(
        rows=range(first, min(table.rows, first + max(0, count))),
        columns=span_of(columns, len(table.columns)),
        whole=whole,
    )
    if len(asked.rows) * len(asked.columns) > (MOST_WHOLE if whole else MOST_CELLS):
        raise UsageError("error.not_understood")
    return asked


def span_of(text: str, count: int) -> range:
    """Return the columns that "first-last" means, of *count*; raises UsageError for any other text."""
    found = _SPAN.fullmatch(text)
    if found is None:
        raise UsageError("error.not_understood")
    first, last = int(found[1]), int(found[2])
    if not 0 <= last - first < MOST_COLUMNS:
        raise UsageError("error.not_understood")
    return range(min(first, count), min(last + 1, count))


def read_block(folder: Path, table: Table, asked: Asked, view: Path | None) -> dict[str, JSON]:
    """Return cells as the grid takes them: text, in a list where it was cut, and null where a cell is empty.

    `unread` names the cells that hold something which counts as missing, by row and column of the block, and
    `numbers` the rows of the table that a view shows there.
    """
    columns = table.columns[asked.columns.start : asked.columns.stop]
    longest = LONGEST_WHOLE if asked.whole else LONGEST_CELL
    there = columns and asked.rows
    numbers = read_view(view, asked.rows) if view and there else asked.rows
    found = read_cells(folder, columns, numbers, longest + 1) if there else []
    unread: list[JSON] = [
        [place, position]
        for place, row in enumerate(found)
        for position, cell in enumerate(row)
        if cell.text is not None and cell.is_missing
    ]
    rows: list[JSON] = [[_cut(cell.text, longest) for cell in row] for row in found]
    return {"rows": rows, "unread": unread, "numbers": [*numbers] if view else None}


def _cut(text: str | None, longest: int) -> JSON:
    return text if text is None or len(text) <= longest else [text[:longest]]


def cards_of(table: Table, columns: range) -> tuple[Card, ...]:
    """Return what stands over some columns."""
    return tuple(_card(column) for column in table.columns[columns.start : columns.stop])


def _card(column: Column) -> Card:
    return Card(
        column=column,
        kind=kind_of(column),
        values=_values(column),
        empty=_empty(column),
        bars=histogram(column),
        is_amount=column.type == "number",
    )


def _values(column: Column) -> str:
    """Return how many values differ, where that is not said already."""
    if column.type == "category":
        return ""
    return say_count("{n} value", "{n} values", column.distinct, {"n": column.distinct})


def _empty(column: Column) -> str:
    if not column.missing:
        return ""
    return say_count("{n} empty", "{n} empty", column.missing, {"n": column.missing})


def find_columns(table: Table, text: str) -> dict[str, JSON]:
    """Return which columns have *text* in their name, those that begin with it first, and how many."""
    wanted = text.casefold()
    if not wanted:
        return {"columns": [], "names": [], "count": 0}
    names = [(place, column.name.casefold()) for place, column in enumerate(table.columns)]
    found = [(not name.startswith(wanted), place) for place, name in names if wanted in name]
    places = [place for _is_later, place in sorted(found)][:MOST_FOUND]
    return {
        "columns": [*places],
        "names": [table.columns[place].name[:LONGEST_CELL] for place in places],
        "count": len(found),
    }


def _letters(column: Column) -> int:
    """Return for how many letters a column needs room: its name, what is said of it, and its usual cells."""
    cells: Sequence[str] = [bar.label for bar in column.top_values[:_TYPICAL]] + [*column.examples[:_TYPICAL]]
    ends = [number(end, digits=6) for end in (column.minimum, column.maximum) if end is not None]
    longest = max(map(_wide, [*cells, *(ends if column.type == "number" else ())]), default=0)
    heading = max(_wide(column.name) + 2, round(0.86 * len(_values(column) + _empty(column))))
    return max(NARROWEST, min(max(longest, heading), WIDEST))


def _wide(text: str) -> int:
    """Return how many Latin letters take as much room as the text does."""
    return math.ceil(sum(_width(letter) for letter in text[: WIDEST + 1]))


def _width(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.8
    return 1.15 if letter.isdigit() or letter.isupper() else 1.0
