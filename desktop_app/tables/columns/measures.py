"""Which columns hold measures: numbers that have one unit behind them, all the same.

"1248 CC" is the number 1248 in CC, as "12 %" is the number 12. A few numbers without it, and slips, may stand
among them; a second unit makes the column one of words, which is said. The unit alone is no value.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.tables.columns.amounts import UNIT, is_amount
from desktop_app.tables.columns.units import (
    FACTORS,
    are_one,
    may_be_name,
    may_be_unit,
    one_name,
    parts,
)
from desktop_app.tables.quoting import matches, plain_of, quoted

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_FEWEST, _FEWEST_NUMBERS = 3, 2  # cells with the unit, and different numbers
_MOST_BARE = 0.05  # of the values
_MOSTLY = 0.8  # of the values: the rest are worth a word
_SECOND = 3  # cells make another unit no slip
_MOST_UNITS = 5  # in one column; more are codes
_SAME_LENGTH = 4  # digits: "80331 München" is a place

_PLAIN = plain_of("value")
_HAS_SOME = "SELECT EXISTS (FROM d WHERE kind = 'measured')"
_MAKE = f"""
CREATE OR REPLACE TEMP TABLE measured AS SELECT col, value, n, part.number, part.gap, part.unit
FROM (SELECT col, value, n, {parts(_PLAIN)} AS part FROM d WHERE kind = 'measured')
"""  # noqa: S608 - our names
_FOUND = f"""
SELECT col, unit, gap <> '', sum(n)::BIGINT, count(DISTINCT number),
    bool_and({matches("number", "[+-]?(?:[01]|[01]?[.,][0-9]+)")}),
    min(length(number)), max(length(number)), bool_and({matches("number", "[0-9]+")})
FROM measured GROUP BY ALL ORDER BY ALL
"""  # noqa: S608 - our names
_AMOUNTS = "('amount', 'amount_point', 'amount_comma', 'amount_point3', 'comma3', 'triple')"
_HAS_OTHER = f"regexp_matches(value, {quoted(UNIT)})"
_IS_BARE = f"(kind IN ('whole', 'point', 'point3') OR (kind IN {_AMOUNTS} AND NOT {_HAS_OTHER}))"
_CELLS = f"""
SELECT col, coalesce(sum(n) FILTER (kind <> 'mark'), 0)::BIGINT,
    coalesce(sum(n) FILTER ({_IS_BARE} AND x IS DISTINCT FROM 0), 0)::BIGINT,
    coalesce(sum(n) FILTER ({_IS_BARE} AND x = 0), 0)::BIGINT
FROM d WHERE list_contains(?, col) GROUP BY col
"""  # noqa: S608 - our names

# Of columns that hold measures: the number says how it is written, and what has another unit is a word.
_SETTLE = f"""
UPDATE d SET kind = CASE
    WHEN NOT list_contains(known.units, measured.unit) THEN 'word'
    WHEN {is_amount("number", "point")} THEN CASE
        WHEN NOT {is_amount("number", "comma")} THEN 'amount_point'
        WHEN contains(number, ',') THEN 'comma3'
        WHEN contains(number, '.') THEN 'amount_point3'
        ELSE 'amount' END
    WHEN {is_amount("number", "comma")} THEN 'amount_comma'
    ELSE 'word' END
FROM measured JOIN (SELECT unnest(?) AS place, unnest(?) AS units) AS known ON measured.col = known.place
WHERE d.col = measured.col AND d.value = measured.value
"""  # noqa: S608 - our names
_SETTLE_OTHERS = f"""
UPDATE d SET kind = CASE
    WHEN d.kind IN {_AMOUNTS} AND {_HAS_OTHER} THEN 'word'
    WHEN list_contains(known.units, {_PLAIN}) THEN 'mark'
    ELSE d.kind END
FROM (SELECT unnest(?) AS place, unnest(?) AS units) AS known WHERE d.col = known.place
"""  # noqa: S608 - our names
_FORGET = "UPDATE d SET kind = 'word' WHERE kind = 'measured' AND NOT list_contains(?, col)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """The units of one column."""

    units: dict[str, int]  # as it is mostly spelled, "" for none -> cells but zeros; most frequent first
    spellings: tuple[str, ...] = ()  # of the one unit; nothing where there are several


class _Spelled(NamedTuple):
    """One spelling of a unit in one column."""

    text: str
    has_gap: bool
    cells: int
    numbers: int  # different ones
    are_single: bool  # they are one, or a part of one
    shortest: int  # letters of the numbers
    longest: int
    are_whole: bool


@dataclass(slots=True)
class _Seen:
    """What stands in one column."""

    values: int = 0
    bare: int = 0  # numbers without a unit, but zeros
    zeros: int = 0
    spelled: list[_Spelled] = field(default_factory=list)
    rejected: list[_Spelled] = field(default_factory=list)


def find_measures(duck: "DuckDBPyConnection", wished: Collection[int]) -> dict[int, Measures]:
    """Return the units of columns that hold measures, and make their values in `d` numbers.

    Where a number is *wished* for, the most frequent unit is the one that counts.
    """
    if duck.execute(_HAS_SOME).fetchone() != (True,):
        return {}
    duck.execute(_MAKE)
    seen: defaultdict[int, _Seen] = defaultdict(_Seen)
    for place, *found in duck.execute(_FOUND).fetchall():
        spelled = _Spelled(*found)
        is_unit = may_be_unit(spelled.text, has_gap=spelled.has_gap)
        (seen[place].spelled if is_unit else seen[place].rejected).append(spelled)
    for place, values, bare, zeros in duck.execute(_CELLS, [[*seen]]).fetchall():
        seen[place].values, seen[place].bare, seen[place].zeros = values, bare, zeros
    measures = {}
    for place, one in seen.items():
        if decided := _wished(one) if place in wished else _decided(one):
            measures[place] = decided
    if settled := {place: [*one.spellings] for place, one in measures.items() if one.spellings}:
        duck.execute(_SETTLE_OTHERS, [[*settled], [*settled.values()]])
        duck.execute(_SETTLE, [[*settled], [*settled.values()]])
    duck.execute(_FORGET, [[*measures]])
    return measures


def _decided(seen: _Seen) -> Measures | None:
    """Return the one unit of a column, or all of them where that has to be said; None where there is none."""
    names = _names(seen.spelled)
    cells = {name: sum(one.cells for one in some) for name, some in names.items()}
    with_unit = sum(cells.values())
    if not names or with_unit + seen.bare + seen.zeros < _MOSTLY * seen.values:
        return None
    main = max(cells, key=cells.__getitem__)
    if _are_names(names[main]) or cells[main] < _FEWEST:
        return None
    others = {name: count for name, count in cells.items() if name != main}
    is_other_size = seen.bare > 0 and main in FACTORS
    if seen.bare > _MOST_BARE * seen.values:
        others[""] = seen.bare
    if is_other_size or any(count >= min(_SECOND, _MOST_BARE * seen.values) for count in others.values()):
        is_mixed = len(names) <= _MOST_UNITS
        return Measures(units=_shown(names, cells, seen.bare)) if is_mixed else None
    are_many = sum(one.numbers for one in names[main]) >= _FEWEST_NUMBERS
    return _of_one(names[main], cells[main], seen.bare) if are_many else None


def _wished(seen: _Seen) -> Measures | None:
    names = _names([*seen.spelled, *seen.rejected])
    main = max(names, key=lambda name: sum(one.cells for one in names[name]))
    cells = sum(one.cells for one in names[main])
    return _of_one(names[main], cells, seen.bare) if cells >= seen.bare else None


def _of_one(spelled: Collection[_Spelled], cells: int, bare: int) -> Measures:
    units = {_usual(spelled): cells, **({"": bare} if bare else {})}
    return Measures(units=units, spellings=tuple(dict.fromkeys(one.text for one in spelled)))


def _names(spelled: Collection[_Spelled]) -> Mapping[str, list[_Spelled]]:
    """Return the spellings by the unit that they are of; a singular belongs to its plural."""
    names: defaultdict[str, list[_Spelled]] = defaultdict(list)
    for one in spelled:
        names[one_name(one.text)].append(one)
    for name in sorted(names):
        plural = next((more for more in names if are_one(name, more)), None)
        if plural and all(one.are_single for one in names[name]):
            names[plural] += names.pop(name)
    return names


def _are_names(spelled: Collection[_Spelled]) -> bool:
    """Whether the numbers tell things apart, as in "80331 München": all of one length, and many digits."""
    may_be = all(may_be_name(one.text, has_gap=one.has_gap) for one in spelled)
    lengths = {one.shortest for one in spelled} | {one.longest for one in spelled}
    are_alike = len(lengths) == 1 and all(one.are_whole for one in spelled)
    least = _SAME_LENGTH if all(one.has_gap for one in spelled) else _SAME_LENGTH - 1
    return are_alike and may_be and min(lengths) >= least


def _shown(names: Mapping[str, list[_Spelled]], cells: Mapping[str, int], bare: int) -> dict[str, int]:
    found = Counter({_usual(names[name]): count for name, count in cells.items()})
    if bare:
        found[""] = bare
    return dict(found.most_common())


def _usual(spelled: Collection[_Spelled]) -> str:
    """Return how a unit is mostly spelled, a plural rather than its singular."""
    counts: Counter[str] = Counter()
    for one in spelled:
        counts[one.text] += one.cells
    singulars = {text for text in counts for more in counts if are_one(one_name(text), one_name(more))}
    counts = Counter({text: count for text, count in counts.items() if text not in singulars})
    return max(counts, key=lambda text: (counts[text], text)).rstrip(".")
