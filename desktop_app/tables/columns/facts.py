"""What all values of a column have in common: the ground on which its type is decided."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop_app.tables.columns.amounts import name_of_unit, unit_of
from desktop_app.tables.columns.distincts import by_column
from desktop_app.tables.columns.marks import CODES
from desktop_app.tables.columns.measures import find_measures
from desktop_app.tables.columns.moments import minutes_of, parts_of_short

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

NEARLY_ALL = 0.8  # of the values: the rest are worth a word
FEW = 0.05  # of the values: the rest decide
_FEW_SPELLINGS = (10, 0.01)  # at most, or of all spellings; more are a kind of code and no slips

PLAIN = frozenset(("whole", "point", "point3"))
AMOUNTS = frozenset(("amount", "amount_point", "amount_comma", "amount_point3", "comma3", "triple"))
NUMBERS = PLAIN | AMOUNTS
NAMES = frozenset(("zeros", "long", "phone"))  # digits that name things
SURE_DAYS = frozenset(("iso", "ymd", "named", "zoned"))
NUMBERED_DAYS = frozenset(("dmy", "mdy", "ymd2", "dotted", "twofold", "same"))
DAYS = SURE_DAYS | NUMBERED_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """Days with a year of two digits: where it stands is not certain."""

    cells: int = 0
    year_first: int = 0  # cells that are days that way, too
    firsts: int = 0  # different numbers in front
    lasts: int = 0  # and behind
    is_dashed: bool = False  # some are parted by dashes, as days with the year in front mostly are


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One column; marks for "no value" are held apart from values, and all cells are counted."""

    cells: dict[str, int] = field(default_factory=dict)  # kind of value -> cells
    spellings: dict[str, int] = field(default_factory=dict)  # kind of value -> different ones
    marks: dict[str, int] = field(default_factory=dict)  # spelling -> cells
    distinct: int = 0  # values
    longest: int = 0  # letters of the longest value
    shortest: int = 0
    minimum: float | None = None
    maximum: float | None = None
    is_whole: bool = False  # each value is a whole number, written without decimals: no "1.00"
    is_code: bool = False  # each value is one word of letters and digits
    is_short_code: bool = False  # each value is one to three capital letters
    examples: dict[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # kind of value -> some, frequent first
    units: dict[str, int] = field(default_factory=dict)  # "" for none -> cells but zeros
    unit_spellings: tuple[str, ...] = ()  # of the one unit of a column that holds measures, as "kg" is
    minutes: tuple[int, ...] = ()  # how far the zones of its times are ahead of UTC
    short: Short = Short()

    @property
    def values(self) -> int:
        """How many cells hold a value."""
        return sum(self.cells.values())

    def share(self, *kinds: str) -> float:
        """Return the share of some kinds among the values."""
        return self.of(kinds) / self.values if self.values else 0.0

    def of(self, kinds: Iterable[str]) -> int:
        """Return how many cells hold values of some kinds."""
        return sum(self.cells.get(kind, 0) for kind in kinds)

    def nearly_all(self, kinds: Collection[str]) -> bool:
        """Return whether what is of no such kind are a few slips."""
        odd = self.values - self.of(kinds)
        spellings = sum(count for kind, count in self.spellings.items() if kind not in kinds)
        most, share = _FEW_SPELLINGS
        return odd <= FEW * self.values and spellings <= max(most, share * self.distinct)


# Blanks around a value matter where it is one letter; to take them off takes long.
_KINDS = """
SELECT col, kind, sum(n)::BIGINT, count(*), max(length(value)),
    min(CASE WHEN length(value) < 9 THEN length(trim(value)) ELSE length(value) END),
    min(x), max(x), coalesce(bool_and(x = floor(x)), false)
FROM d WHERE kind <> 'mark' GROUP BY col, kind ORDER BY col, kind
"""
_MARKS = "SELECT col, value, n FROM d WHERE kind = 'mark' ORDER BY col, n DESC, value"
# Digits alone, or among letters: each \p{L} in a pattern costs more than all the rest of it.
_CODES = """
SELECT col, bool_and(CASE WHEN kind = 'whole' THEN x >= 0
    WHEN regexp_full_match(value, '[0-9_.#-]*') THEN regexp_full_match(value, '[0-9]+')
    ELSE regexp_matches(value, '[0-9]') AND regexp_full_match(value, '[\\p{L}0-9_.#-]*') END)
FROM d WHERE kind <> 'mark' AND col IN (SELECT unnest(?)) GROUP BY col
"""
_SHORT_CODES = """
SELECT col, bool_and(regexp_full_match(value, '[A-Z]{1,3}'))
FROM d WHERE kind <> 'mark' AND col IN (SELECT unnest(?)) GROUP BY col
"""
_UNITS = f"""
SELECT col, {unit_of("value")} AS unit, sum(n)::BIGINT FROM d
WHERE list_contains({sorted(NUMBERS)}, kind) AND x IS DISTINCT FROM 0
    AND col IN (SELECT unnest(?)) GROUP BY ALL ORDER BY ALL
"""  # noqa: S608 - our names
_ZONES = f"""
SELECT DISTINCT col, {minutes_of("trim(value)")} AS minutes FROM d
WHERE kind <> 'mark' AND col IN (SELECT unnest(?)) AND minutes IS NOT NULL ORDER BY ALL
"""  # noqa: S608 - our names
_SHORT = f"""
SELECT col, sum(n)::BIGINT, coalesce(sum(n) FILTER (moment IS NOT NULL), 0)::BIGINT,
    count(DISTINCT first), count(DISTINCT last), bool_or(is_dashed)
FROM (SELECT col, n, {", ".join(parts_of_short("trim(value)"))} FROM d
    WHERE kind IN ('dmy', 'mdy', 'ymd2', 'dotted', 'twofold', 'same') AND col IN (SELECT unnest(?)))
WHERE is_short GROUP BY col
"""  # noqa: S608 - our names
_EXAMPLES = """
SELECT col, kind, arg_min(value, {'often': -n, 'value': value}, 5) FROM d
WHERE kind <> 'mark' AND col IN (SELECT unnest(?)) GROUP BY ALL ORDER BY col, kind
"""


def collect_facts(
    duck: "DuckDBPyConnection", positions: Iterable[int], rows: int, *, numbers: Collection[int] = ()
) -> dict[int, Facts]:
    """Return the facts of the columns whose values are in the table `d`, by position.

    *numbers* are those of which somebody said that they hold some.
    """
    measures = find_measures(duck, numbers)
    marks = by_column(duck.execute(_MARKS).fetchall())
    kinds: defaultdict[int, list[_Kind]] = defaultdict(list)
    for position, *kind in duck.execute(_KINDS).fetchall():
        kinds[position].append(_Kind(*kind))
    facts = {position: _facts(kinds[position], marks.get(position, {})) for position in positions}
    facts = _with_units(duck, _with_codes(duck, _with_examples(duck, facts), rows))
    for position, measure in measures.items():
        facts[position] = replace(facts[position], units=measure.units, unit_spellings=measure.spellings)
    return _with_days(duck, facts)


class _Kind(NamedTuple):
    """The values of one kind in a column."""

    name: str
    cells: int
    spellings: int
    longest: int
    shortest: int
    minimum: float | None
    maximum: float | None
    is_whole: bool


def _facts(kinds: Sequence[_Kind], marks: dict[str, int]) -> Facts:
    return Facts(
        cells={kind.name: kind.cells for kind in kinds},
        spellings={kind.name: kind.spellings for kind in kinds},
        marks=marks,
        distinct=sum(kind.spellings for kind in kinds),
        longest=max((kind.longest for kind in kinds), default=0),
        shortest=min((kind.shortest for kind in kinds), default=0),
        minimum=min((kind.minimum for kind in kinds if kind.minimum is not None), default=None),
        maximum=max((kind.maximum for kind in kinds if kind.maximum is not None), default=None),
        is_whole=bool(kinds) and all(kind.name == "whole" and kind.is_whole for kind in kinds),
    )


def _with_units(duck: "DuckDBPyConnection", facts: dict[int, Facts]) -> dict[int, Facts]:
    """Say of columns of amounts in which units they are."""
    wanted = [position for position, fact in facts.items() if not AMOUNTS.isdisjoint(fact.cells)]
    units: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for position, unit, cells in _asked(duck, _UNITS, wanted):
        units[position][name_of_unit(unit)] += cells
    for position, found in units.items():
        facts[position] = replace(facts[position], units=dict(found.most_common()))
    return facts


def _with_days(duck: "DuckDBPyConnection", facts: dict[int, Facts]) -> dict[int, Facts]:
    """Say of columns of days in which zones their times are, and where a year of two digits stands."""
    zoned = [position for position, fact in facts.items() if "zoned" in fact.cells]
    numbered = [position for position, fact in facts.items() if not NUMBERED_DAYS.isdisjoint(fact.cells)]
    zones: defaultdict[int, list[int]] = defaultdict(list)
    for position, minutes in _asked(duck, _ZONES, zoned):
        zones[position].append(minutes)
    for position, found in zones.items():
        facts[position] = replace(facts[position], minutes=tuple(found))
    for position, cells, year_first, firsts, lasts, is_dashed in _asked(duck, _SHORT, numbered):
        short = Short(cells=cells, year_first=year_first, firsts=firsts, lasts=lasts, is_dashed=is_dashed)
        facts[position] = replace(facts[position], short=short)
    return facts


def _with_codes(duck: "DuckDBPyConnection", facts: dict[int, Facts], rows: int) -> dict[int, Facts]:
    """Say of the columns for which it matters whether they hold codes."""
    unique = [position for position, fact in facts.items() if fact.distinct == fact.values == rows]
    unclear = [
        position for position, fact in facts.items() if any(_is_code_mark(mark) for mark in fact.marks)
    ]
    for position, is_code in _asked(duck, _CODES, unique):
        facts[position] = replace(facts[position], is_code=is_code)
    for position, is_code in _asked(duck, _SHORT_CODES, unclear):
        facts[position] = replace(facts[position], is_short_code=is_code)
    return facts


def _with_examples(duck: "DuckDBPyConnection", facts: dict[int, Facts]) -> dict[int, Facts]:
    """Show the values of the columns of which something has to be said."""
    wanted = [position for position, fact in facts.items() if fact.values and _is_worth_a_look(fact)]
    found = _asked(duck, _EXAMPLES, wanted)
    for position, kinds in by_column((place, kind, tuple(values)) for place, kind, values in found).items():
        facts[position] = replace(facts[position], examples=kinds)
    return facts


def _is_worth_a_look(fact: Facts) -> bool:
    is_pure = fact.cells.keys() <= {"whole", "point"} or fact.cells.keys() == {"iso"}
    # Divided as shares are, so that what is said of NEARLY_ALL of the cells always has its examples.
    others = (fact.values - fact.cells.get("word", 0)) / fact.values
    return fact.distinct == 2 or (not is_pure and others >= NEARLY_ALL)


def _asked(duck: "DuckDBPyConnection", query: str, positions: list[int]) -> list[tuple[Any, ...]]:
    return duck.execute(query, [positions]).fetchall() if positions else []


def _is_code_mark(mark: str) -> bool:
    return mark.strip().lower() in CODES
