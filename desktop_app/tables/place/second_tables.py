"""Whether a second table stands below the first one, in a file of which all rows are seen."""

from collections.abc import Sequence

from desktop_app.tables.place.cell_kinds import kind_of, kinds_below

Row = Sequence[str]

_LEAST_ROWS = 2  # of each of them
_MOST_TITLES = 3


def second_table(rows: Sequence[Row], first: int) -> int:
    """Return the row with which a second table begins, its title included; 0 where there is none.

    *first* is the first row below the names of the first table. It must be beyond doubt: names of another
    number or below a title of their own, above values and below values.
    """
    for row in range(first + _LEAST_ROWS, len(rows) - _LEAST_ROWS):
        start = _start(rows, row, first)
        if start - first >= _LEAST_ROWS and _are_names(rows, row, start, first):
            return start
    return 0


def _start(rows: Sequence[Row], names: int, first: int) -> int:
    """Return the row with which the titles above these names begin."""
    start = names
    while start - 1 > first and names - start < _MOST_TITLES and _is_title(rows[start - 1]):
        start -= 1
    return start


def _is_title(row: Row) -> bool:
    return _fill(row) == 1 and kind_of(next(cell for cell in row if cell)) == "words"


def _are_names(rows: Sequence[Row], row: int, start: int, first: int) -> bool:
    cells = [cell for cell in rows[row] if cell]
    if len(cells) < 2 or len(set(cells)) < len(cells) or any(kind_of(cell) != "words" for cell in cells):
        return False
    has_title, names = start < row, rows[first - 1] if first else rows[0]
    if not has_title and (len(cells) == _fill(names) or not first):
        return False
    if not _values_at(rows[row + 1 :], rows[row]):
        return False
    has_own_width = {_fill(below) for below in rows[row:]}.isdisjoint(
        _fill(above) for above in rows[first:start]
    )
    has_values = {"number", "date"} & set(kinds_below(rows[first:start], max(map(len, rows[first:start]))))
    return (has_own_width and bool(has_values)) or bool(_values_at(rows[first:start], rows[row]))


def _values_at(rows: Sequence[Row], names: Row) -> list[int]:
    """Return in which columns below or above a row of words nothing but values stand."""
    kinds = kinds_below(rows, len(names))
    return [
        place
        for place, kind in enumerate(kinds)
        if names[place]
        and kind not in ("", "words")
        and all(kind_of(row[place]) != "words" for row in rows[:_LEAST_ROWS] if place < len(row))
    ]


def _fill(row: Row) -> int:
    return sum(map(bool, row))
