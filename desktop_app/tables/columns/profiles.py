"""The numbers over a column, from its different values."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop_app.records.tables import LONGEST_VALUE, Bar, ColumnType
from desktop_app.tables.columns.column_types import Reading
from desktop_app.tables.columns.distincts import by_column
from desktop_app.tables.columns.pictures import DAY, Slots, bars_of, slots_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_WIDE = 300  # columns: beyond, each is described more briefly, so that a page need not read megabytes
_MOST_VALUES, _MOST_VALUES_WIDE = 50, 20
_MOST_BARS, _MOST_BARS_WIDE = 20, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """What the numbers of a column are like; dates as seconds since 1970."""

    minimum: float
    maximum: float
    low: float
    median: float
    high: float
    whole: bool
    days: bool  # a date without a time, in every cell
    decimals: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One column in numbers; empty cells are not in it."""

    filled: int = 0
    distinct: int = 0
    top_values: tuple[Bar, ...] = ()
    bars: tuple[Bar, ...] = ()
    amounts: Amounts | None = None


_FORGET = """
DELETE FROM d USING (SELECT unnest($cols) AS col, unnest($values) AS value) AS gone
WHERE d.col = gone.col AND d.value = gone.value
"""
_FILLED = "SELECT col, sum(n)::BIGINT, count(*), max(n) FROM d GROUP BY col"
_TOP = """
SELECT col, value, n FROM d JOIN (
    SELECT col, list_min(max(n, $most)) AS least FROM d WHERE col IN (SELECT unnest($cols)) GROUP BY col
) USING (col) WHERE n >= least
QUALIFY row_number() OVER (PARTITION BY col ORDER BY n DESC, value) <= $most ORDER BY col, n DESC, value
"""
_AMOUNTS = """
SELECT col, min(x), max(x), bool_and(x = floor(x)),
    bool_and(NOT list_contains($dates, col) OR x % 86400 = 0), max(decimals)
FROM (
    SELECT col, x,
        CASE WHEN list_contains($commas, col) THEN length(regexp_extract(value, ',([0-9]+)', 1))
            WHEN list_contains($amounts, col)
            THEN length(regexp_extract(value, '(?:^|[^\\p{L}])\\.([0-9]+)', 1))
            WHEN kind = 'whole' THEN 0
            WHEN contains(value, '.') AND NOT contains(value, 'e') AND NOT contains(value, 'E')
            THEN length(rtrim(value)) - strpos(value, '.') ELSE 0 END AS decimals
    FROM d WHERE col IN (SELECT unnest($cols))
) GROUP BY col
"""
# The same three numbers in two ways: one is quick where values repeat, the other one where they do not.
_MARKS_OF_REPEATED = """
SELECT col, [min(x) FILTER (below >= 0.05 * cells), min(x) FILTER (below >= 0.5 * cells),
    min(x) FILTER (below >= 0.95 * cells)]
FROM (
    SELECT col, x, sum(n) OVER (PARTITION BY col) AS cells,
        sum(n) OVER (PARTITION BY col ORDER BY x ROWS UNBOUNDED PRECEDING) AS below
    FROM d WHERE col IN (SELECT unnest(?))
) GROUP BY col
"""
_MARKS_OF_SINGLE = """
SELECT col, quantile_disc(x, [0.05, 0.5, 0.95])
FROM (
    SELECT col, x, n FROM d UNION ALL SELECT col, x, unnest(range(n - 1)) FROM d WHERE n > 1
) WHERE col IN (SELECT unnest(?)) GROUP BY col
"""
_OFTEN = 4  # times that a value stands there on average, from which values repeat
_SLOTS = """
SELECT col, least(floor((x - start) / step), last)::INTEGER AS slot, sum(n)::BIGINT
FROM d JOIN (
    SELECT unnest($cols) AS col, unnest($starts) AS start, unnest($steps) AS step, unnest($lasts) AS last
) USING (col) GROUP BY ALL ORDER BY ALL
"""


def forget_missing(duck: "DuckDBPyConnection", missing: Mapping[int, Sequence[str]]) -> None:
    """Take the spellings of "no value" out of the table `d`."""
    pairs = [(position, value) for position, values in missing.items() for value in values]
    if pairs:
        duck.execute(_FORGET, {"cols": [pair[0] for pair in pairs], "values": [pair[1] for pair in pairs]})


def profile(duck: "DuckDBPyConnection", readings: Mapping[int, Reading], width: int) -> dict[int, Profile]:
    """Return the columns in numbers; their values are in the table `d`, *width* is of all."""
    types = {position: reading.type for position, reading in readings.items()}
    filled = {position: counts for position, *counts in duck.execute(_FILLED).fetchall() if position in types}
    ordered = [position for position in filled if types[position] in ("number", "date")]
    most_values = _MOST_VALUES if width <= _WIDE else _MOST_VALUES_WIDE
    listed = [
        position
        for position, (_cells, distinct, often) in filled.items()
        if distinct <= most_values or (often > 1 and position not in ordered)
    ]
    top = _top_values(duck, listed, most_values)
    repeated = {position for position in ordered if filled[position][0] >= _OFTEN * filled[position][1]}
    amounts = _amounts(duck, {position: readings[position] for position in ordered}, repeated)
    bars = _bars(duck, amounts, types, _MOST_BARS if width <= _WIDE else _MOST_BARS_WIDE)
    return {
        position: Profile(
            filled=found[0],
            distinct=found[1],
            top_values=top.get(position, ()),
            bars=bars.get(position) or top.get(position, ())[:_MOST_BARS],
            amounts=amounts.get(position),
        )
        for position, found in filled.items()
    }


def _bars(
    duck: "DuckDBPyConnection", amounts: Mapping[int, Amounts], types: Mapping[int, ColumnType], most: int
) -> dict[int, tuple[Bar, ...]]:
    """Return the bars over columns of numbers and dates."""
    slots = {
        position: slots_of(amount.minimum, amount.maximum, unit=_unit(amount, types[position]), most=most)
        for position, amount in amounts.items()
    }
    counts = _counts(duck, slots)
    return {position: bars_of(slot, counts[position], types[position]) for position, slot in slots.items()}


def _top_values(
    duck: "DuckDBPyConnection", positions: Sequence[int], most: int
) -> dict[int, tuple[Bar, ...]]:
    """Return the most frequent values of columns, most frequent first; all of them where they are few."""
    found: defaultdict[int, list[Bar]] = defaultdict(list)
    if positions:
        for position, value, count in duck.execute(_TOP, {"cols": positions, "most": most}).fetchall():
            found[position].append(Bar(label=value[:LONGEST_VALUE], count=count))
    return {position: tuple(bars) for position, bars in found.items()}


def _amounts(
    duck: "DuckDBPyConnection", readings: Mapping[int, Reading], repeated: Collection[int]
) -> dict[int, Amounts]:
    if not readings:
        return {}
    marks: dict[int, Sequence[float]] = {}
    single = [position for position in readings if position not in repeated]
    for query, positions in ((_MARKS_OF_REPEATED, [*repeated]), (_MARKS_OF_SINGLE, single)):
        marks |= dict(duck.execute(query, [positions]).fetchall() if positions else [])
    written = {position: reading.written for position, reading in readings.items()}
    places = {
        "cols": list(readings),
        "dates": [position for position, reading in readings.items() if reading.type == "date"],
        "commas": [position for position, way in written.items() if way == "number-comma"],
        "amounts": [position for position, way in written.items() if way in ("number", "number-point")],
    }
    return {
        position: Amounts(
            minimum=minimum,
            maximum=maximum,
            low=marks[position][0],
            median=marks[position][1],
            high=marks[position][2],
            whole=whole,
            days=days,
            decimals=decimals,
        )
        for position, minimum, maximum, whole, days, decimals in duck.execute(_AMOUNTS, places).fetchall()
    }


def _unit(amounts: Amounts, kind: ColumnType) -> float:
    if kind == "date":
        return DAY if amounts.days else 0.0
    return 1.0 if amounts.whole else 0.0


def _counts(duck: "DuckDBPyConnection", slots: Mapping[int, Slots]) -> dict[int, dict[int, int]]:
    """Return how many cells fall into each slot of each column."""
    values: dict[str, list[Any]] = {
        "cols": list(slots),
        "starts": [slot.start for slot in slots.values()],
        "steps": [slot.step for slot in slots.values()],
        "lasts": [slot.count - 1 for slot in slots.values()],
    }
    return by_column(duck.execute(_SLOTS, values).fetchall() if slots else [])
