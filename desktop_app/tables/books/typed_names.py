"""Which rows name the columns of a sheet, by what a text file does not know: the kinds of cells."""

from collections.abc import Sequence

from desktop_app.tables.books.grids import GridRow
from desktop_app.tables.books.sheet_cells import Cell
from desktop_app.tables.place.cell_kinds import kind_of

_MOST_LINES = 6  # below the row that was taken for the names
_LEAST_TYPED = 2  # columns: with one alone, a word may be a value that is missing
_LEAST_ROWS = 2
_MOST_OF = 0.6  # of the cells of a column


def names_below(head: Sequence[GridRow], header: int) -> range:
    """Return which rows name the columns, where *header* does not: they stand below it, all of words.

    Rows are counted among those of *head*. None where the first row below *header* holds values.
    """
    last = header
    while last - header < _MOST_LINES and last + 1 < len(head) and _is_text(head[last + 1].cells):
        last += 1
    typed = _typed_columns(head[last + 1 :]) if last > header else []
    is_named = bool(typed) and _names(head[header].cells, typed) == len(typed)
    if len(typed) < _LEAST_TYPED + is_named:
        return range(0)
    lines = [row for row in range(header, last + 1) if _names(head[row].cells, typed) >= _LEAST_TYPED]
    if not lines or lines[-1] == header:
        return range(0)
    last = lines[-1]
    full = [row for row in lines if row > header and _are_all_named(head[row].cells, typed)]
    if not full:
        return range(0)
    return range(last if full[-1] == last else header, last + 1)


def _are_all_named(cells: Sequence[Cell], columns: Sequence[int]) -> bool:
    """Whether a row has another word above each of these columns."""
    named = _names(cells, columns) == len(columns)
    return named and len({cells[column] for column in columns}) == len(columns)


def _is_text(cells: Sequence[Cell]) -> bool:
    return all(isinstance(cell, str) for cell in cells)


def _typed_columns(rows: Sequence[GridRow]) -> list[int]:
    """Return the columns that mostly hold numbers, days or truth values."""
    width = max((len(row.cells) for row in rows), default=0)
    found = []
    for column in range(width):
        filled = [row.cells[column] for row in rows if column < len(row.cells) and row.cells[column] != ""]
        if len(filled) >= _LEAST_ROWS and sum(not isinstance(cell, str) for cell in filled) >= _MOST_OF * len(
            filled
        ):
            found.append(column)
    return found


def _names(cells: Sequence[Cell], columns: Sequence[int]) -> int:
    """Return above how many of these columns a row has words."""
    texts = [cell for column in columns if column < len(cells) and isinstance(cell := cells[column], str)]
    return sum(kind_of(text.strip()) == "words" for text in texts)
