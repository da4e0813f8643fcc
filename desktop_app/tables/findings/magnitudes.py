"""Numbers 100 or 1,000 times as large, or as small, as the others of their column: a lost decimal sign.

Amounts such as incomes reach far by themselves. What lies far off counts only where a wide gap parts it from
the others, where these lie close together, and where it falls among them once it is divided.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from desktop_app.records.notices import Notice
from desktop_app.records.tables import Column
from desktop_app.tables.findings.stored_rows import StoredRows, finding, shown

_FEWEST_CELLS, _FEWEST_VALUES = 20, 8  # of the others
_FACTORS = (1_000, 100)
_FAR = 10  # times as large as nearly all others: who does not reach so far is not looked at
_MOST_FAR = 0.05  # of the cells
_COMPACT = 0.5  # of the way of the factor, on a scale of powers, that nearly all others may cover
_COMPACT_FOR_ONE = 0.33  # the same, where a single number or two lie far off
_GAP = 0.35  # of the same way, which is empty
_NEAR_START = 0.8  # of the least of the others, and as near to the most of them, a divided number lies
_MANY = 5  # cells that lie far off spread as the others do
_SPREAD = 0.3  # of the way that the others cover
_FEWEST_SMALL = 3  # cells: a single one near zero is nothing
_MOST_VALUES = 10_000  # that lie far off; more are no slips

_LARGE = """
SELECT v{p}, count(*) FROM rows WHERE v{p} > $bound GROUP BY ALL ORDER BY ALL LIMIT {most}
"""
_SMALL = """
SELECT v{p}, count(*) FROM rows WHERE v{p} < $bound GROUP BY ALL ORDER BY ALL DESC LIMIT {most}
"""
_SPELLED = """
SELECT r{p} FROM rows WHERE v{p} BETWEEN $low AND $high GROUP BY r{p} ORDER BY min(v{p}), r{p} LIMIT 5
"""


class _Apart(NamedTuple):
    """The numbers beyond a gap."""

    factor: int
    low: float
    high: float
    cells: int


def magnitudes(rows: StoredRows) -> Iterator[Notice]:
    """Yield in which columns a few numbers are 100 or 1,000 times as large, or as small, as the others."""
    for column in rows.table.columns:
        filled = rows.filled(column)
        if column.type != "number" or filled < _FEWEST_CELLS or column.distinct <= _FEWEST_VALUES:
            continue
        low, high = column.low or 0.0, column.high or 0.0
        if low <= 0 or (column.minimum or 0.0) < 0:
            continue
        if (column.maximum or 0.0) >= _FAR * high:
            yield from _about(rows, column, is_large=True)
        elif 0 < (column.minimum or 0.0) <= low / _FAR:
            yield from _about(rows, column, is_large=False)


def _about(rows: StoredRows, column: Column, *, is_large: bool) -> Iterator[Notice]:
    bound = column.high if is_large else column.low
    query = (_LARGE if is_large else _SMALL).format(p=column.position, most=_MOST_VALUES)
    tail = rows.ask(query, (column,), bound=bound)
    apart = _apart(column, [(value, cells) for value, cells in tail]) if len(tail) < _MOST_VALUES else None
    filled = rows.filled(column)
    fewest = 1 if is_large else _FEWEST_SMALL
    if apart is None or not fewest <= apart.cells <= _MOST_FAR * filled:
        return
    spelled = rows.ask(_SPELLED.format(p=column.position), (column,), low=apart.low, high=apart.high)
    values = [str(text).strip() for (text,) in spelled]
    yield finding(
        "find.factor" if is_large else "find.factor_small",
        (column,),
        count=apart.cells,
        rows=filled,
        factor=apart.factor,
        example=shown(values)[0],
        usual=_written(rows, column, column.median or 0.0),
        meant=_written(rows, column, apart.low / apart.factor if is_large else apart.low * apart.factor),
        values=shown(values),
        start=apart.low if is_large else None,
        end=None if is_large else math.nextafter(apart.high, math.inf),
    )


def _written(rows: StoredRows, column: Column, value: float) -> str:
    """Return a number with the decimal sign that its column has in the file."""
    written = f"{value:.12g}"
    is_comma = rows.table.recipe.readings.get(column.in_file, "").startswith("number-comma")
    return written.replace(".", ",") if is_comma else written


def _apart(column: Column, tail: Sequence[tuple[float, int]]) -> _Apart | None:
    """Return the values of a tail, from near to far, that lie beyond its widest gap by a factor."""
    bound = (column.high if tail[0][0] > (column.median or 0.0) else column.low) or 0.0
    near = [bound, *(value for value, _cells in tail)]
    steps = [abs(math.log(far / close)) for close, far in pairwise(near)]
    widest = steps.index(max(steps))
    beyond = tail[widest:]
    values = sorted(value for value, _cells in beyond)
    cells = sum(cells for _value, cells in beyond)
    is_large = values[0] > bound
    least, most = column.minimum or column.low or bound, column.maximum or bound  # zero is on no such scale
    start, end = (min(least, bound), near[widest]) if is_large else (near[widest], max(most, bound))
    ends = _Ends(column.low or 0.0, column.high or 0.0, start, end)
    for factor in _FACTORS:
        if _is_by_factor(ends, values, factor, steps[widest]) and _is_no_accident(
            column, ends, beyond, factor
        ):
            return _Apart(factor, values[0], values[-1], cells)
    return None


class _Ends(NamedTuple):
    """Where nearly all values lie, and where all of them do that no gap parts from the others."""

    low: float
    high: float
    start: float
    end: float


def _is_by_factor(ends: _Ends, values: Sequence[float], factor: int, gap: float) -> bool:
    """Return whether values fall among the others, which are compact, once the factor is taken off."""
    way = math.log(factor)
    if math.log(ends.high / ends.low) > _COMPACT * way or gap < _GAP * way:
        return False
    divided = [value / factor if values[0] > ends.high else value * factor for value in values]
    return ends.start * _NEAR_START <= divided[0] and divided[-1] <= ends.end / _NEAR_START


def _is_no_accident(column: Column, ends: _Ends, beyond: Sequence[tuple[float, int]], factor: int) -> bool:
    """Return whether numbers far off look like slips, and not like a mark, codes, or a rare large amount."""
    values, cells = sorted(value for value, _cells in beyond), sum(cells for _value, cells in beyond)
    way = math.log(ends.high / ends.low)
    if cells >= _MANY:
        return math.log(values[-1] / values[0]) >= _SPREAD * way
    if len(values) < cells:  # one that repeats, such as 999, is a mark
        return len(values) > 1
    if cells > 2:
        return True
    has_lost_sign = not column.decimals or all(value == math.floor(value) for value in values)
    return has_lost_sign and way <= _COMPACT_FOR_ONE * math.log(factor)
