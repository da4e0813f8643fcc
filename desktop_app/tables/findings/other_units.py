"""Columns of numbers that follow from another one by one factor, as the same amounts in another unit do."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from desktop_app.records.notices import Notice
from desktop_app.records.tables import Column
from desktop_app.tables.findings.stored_rows import StoredRows, finding

_FEWEST_ROWS, _FEWEST_VALUES = 20, 10
_MOST_COLUMNS = 200  # of numbers; of more, 20,000 pairs would be compared
_MOST_COMPARED = 100_000_000  # rows, all pairs together
_NEAR = 0.02  # of the spread, where the quantiles of one column lie in another
_FINEST = 0.01  # of the spread: columns rounded more coarsely agree too easily
_EXACT = 1e-9
_DIGITS = 5  # of a factor

_LINE = """
SELECT regr_slope(v{b}, v{a}), regr_intercept(v{b}, v{a}), bool_and((v{a} IS NULL) = (v{b} IS NULL))
FROM rows
"""
_OFF = "SELECT max(abs(v{b} - ($slope * v{a} + $start))) FROM rows"
_EXAMPLE = "SELECT r{a}, r{b} FROM rows WHERE v{a} IS NOT NULL AND v{a} <> 0 LIMIT 1"


class _Line(NamedTuple):
    """How one column is worked out from another."""

    slope: float
    start: float


def other_units(rows: StoredRows) -> Iterator[Notice]:
    """Yield which columns of numbers are another one times a factor, perhaps plus an amount."""
    columns = [column for column in rows.table.columns if _spreads(column)][:_MOST_COLUMNS]
    if rows.table.rows < _FEWEST_ROWS:
        return
    left, told = rows.most_pairs(_MOST_COMPARED), set[int]()
    glance, all_rows = rows.glances()
    for first, other in combinations(columns, 2):
        if left <= 0 or other.position in told or not _may_follow(first, other):
            continue
        left -= 1
        line = _line(rows, first, other, glance) and _line(rows, first, other, all_rows)
        if line and abs(line.slope - 1) > _EXACT:  # else it is said to be the same, or counts from elsewhere
            told.add(other.position)
            yield _said(rows, first, other, line)


def _said(rows: StoredRows, first: Column, other: Column, line: _Line) -> Notice:
    one, another = rows.first_of(_EXAMPLE.format(a=first.position, b=other.position), (first, other))
    values = {"factor": _short(line.slope), "one": str(one).strip(), "another": str(another).strip()}
    if abs(line.start) <= _fineness(first, other, line.slope):
        return finding("find.same_scale", (first, other), "note", **values)
    return finding("find.same_line", (first, other), "note", **values, offset=_short(line.start))


def _short(amount: float) -> str:
    return f"{float(f'{amount:.{_DIGITS}g}'):.12g}"


def _spreads(column: Column) -> bool:
    is_number = column.type == "number" and column.distinct >= _FEWEST_VALUES
    return is_number and column.minimum is not None and column.minimum != column.maximum


def _may_follow(first: Column, other: Column) -> bool:
    """Return whether the quantiles of both lie in the same places between their ends, or mirrored."""
    fewer, more = sorted((first.distinct, other.distinct))
    if first.missing != other.missing or fewer < 0.8 * more:
        return False
    one, another = _places(first), _places(other)
    mirrored = tuple(1 - place for place in reversed(another))
    return _are_near(one, another) or _are_near(one, mirrored)


def _places(column: Column) -> tuple[float, ...]:
    start, end = column.minimum or 0.0, column.maximum or 0.0
    return tuple(((at or 0.0) - start) / (end - start) for at in (column.low, column.median, column.high))


def _are_near(one: tuple[float, ...], another: tuple[float, ...]) -> bool:
    return all(abs(a - b) <= _NEAR for a, b in zip(one, another, strict=True))


def _line(rows: StoredRows, first: Column, other: Column, some: range) -> _Line | None:
    """Return how *other* follows from *first* in each of the first rows; nothing where it does not."""
    names = {"a": first.position, "b": other.position}
    slope, start, is_filled_alike = rows.first_of(_LINE.format(**names), (first, other), some)
    if slope is None or not slope or not is_filled_alike:
        return None
    fineness = _fineness(first, other, slope)
    if fineness > _FINEST * ((other.maximum or 0.0) - (other.minimum or 0.0)):
        return None
    (off,) = rows.first_of(_OFF.format(**names), (first, other), some, slope=slope, start=start)
    return _Line(slope, start) if off is not None and off <= fineness else None


def _fineness(first: Column, other: Column, slope: float) -> float:
    """Return how far two equal amounts may lie apart, as both are rounded."""
    rounded = 0.5 * 10.0**-other.decimals + abs(slope) * 0.5 * 10.0**-first.decimals
    size = max(abs(other.minimum or 0.0), abs(other.maximum or 0.0))
    return 1.02 * rounded + _EXACT * size
