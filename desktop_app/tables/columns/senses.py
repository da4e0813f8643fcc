"""In which way the numbers or the days of a column are written, decided over all values.

One value that fits one way only, such as "12,5" or "31/01/2024", decides. Where every value fits two ways,
the other columns of the file decide if they agree; otherwise only a person can.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop_app.tables.columns.facts import AMOUNTS, DAYS, FEW, NAMES, NUMBERED_DAYS, NUMBERS, Facts

_SUMMER_TIME = 60  # minutes
_PERCENT = "%"
_FEW_KINDS, _ROWS_OF_EACH_KIND = 10, 5
_EITHER = frozenset(("point3", "amount_point3", "comma3"))
_SHOWN_BY: dict[
    tuple[str, ...], tuple[frozenset[str], frozenset[str]]
] = {  # the values that fit one way only, and those that fit another one, too
    ("number-point",): (frozenset(("point", "amount_point")), _EITHER),
    ("number-comma",): (frozenset(("amount_comma",)), _EITHER),
    ("date-dmy",): (frozenset(("dmy",)), frozenset(("twofold",))),
    ("date-dmy", "dotted"): (frozenset(("dmy", "dotted")), frozenset(("twofold",))),
    ("date-mdy",): (frozenset(("mdy",)), frozenset(("twofold",))),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the columns of a file that are certain say of those that are not."""

    decimal: str = ""  # number-point or number-comma
    order: str = ""  # date-dmy or date-mdy


NO_EVIDENCE = Evidence()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """How numbers or days are written."""

    written: str = ""  # empty: plain; else as `records.tables.Wishes` has it
    votes: tuple[str, ...] = ()  # what this says of other columns
    open: tuple[str, ...] = ()  # the readings of which only a person can choose one
    has_odd: bool = False  # some values are not written so
    by_others: bool = False  # other columns decided


def evidence_of(votes: Iterable[str], delimiter: str) -> Evidence:
    """Return what the certain columns of a file have in common; nothing where they contradict each other.

    A vote is the way a column is written, "commas" for numbers of which only that is known, or "dotted" for
    days such as 31.1.2024. Office programs part columns by ";" where the comma is the decimal sign, but it is
    chosen elsewhere, too: only where days are dotted as well, nobody puts commas between thousands.
    """
    found = Counter(votes)
    decimals = [sign for sign in ("number-point", "number-comma") if found[sign]]
    if not decimals and delimiter == ";" and found["commas"] and found["dotted"]:
        decimals = ["number-comma"]
    orders = [order for order in ("date-dmy", "date-mdy") if found[order]]
    return Evidence(
        decimal=decimals[0] if len(decimals) == 1 else "", order=orders[0] if len(orders) == 1 else ""
    )


def sense_of_numbers(facts: Facts, evidence: Evidence) -> Sense | None:
    """Return how the numbers of a column are written; None where it holds no numbers for certain."""
    kinds = facts.cells.keys()
    if NUMBERS.isdisjoint(kinds) or not NAMES.isdisjoint(kinds) or not facts.nearly_all(NUMBERS):
        return None
    if facts.share("triple") >= 1 - FEW or mixed_units(facts) or _are_kinds(facts):
        return None
    sense = _certain_numbers(facts) or _unclear_numbers(facts, evidence)
    return replace(sense, has_odd=True) if sense and facts.of(NUMBERS) < facts.values else sense


def _are_kinds(facts: Facts) -> bool:
    """Whether words stand beside few numbers that repeat, as with 4, 6, 8 and rotary."""
    numbers = sum(count for kind, count in facts.spellings.items() if kind in NUMBERS)
    repeat = facts.of(NUMBERS) >= _ROWS_OF_EACH_KIND * numbers
    return facts.of(NUMBERS) < facts.values and numbers <= _FEW_KINDS and repeat


def _certain_numbers(facts: Facts) -> Sense | None:
    """Return how numbers are written of which some fit one way only; nothing where too many contradict."""
    points, commas = facts.of(("point", "amount_point")), facts.of(("amount_comma",))
    few = min(points, commas) + facts.values - facts.of(NUMBERS)
    if not points + commas or (min(points, commas) and few > FEW * facts.values):
        return None
    if min(points, commas):
        return Sense(written=_pointed(facts) if points > commas else "number-comma", has_odd=True)
    if points:
        return Sense(written=_pointed(facts), votes=("number-point",))
    return Sense(written="number-comma", votes=("number-comma",))


def _unclear_numbers(facts: Facts, evidence: Evidence) -> Sense | None:
    """Return how numbers are written that fit both ways, or hold no sign at all."""
    if facts.of(("point", "amount_point", "amount_comma")):
        return None
    if not facts.of(_EITHER):
        return Sense(written="number" if _pointed(facts) else "")
    if evidence.decimal:
        written = _pointed(facts) if evidence.decimal == "number-point" else evidence.decimal
        return Sense(written=written, by_others=True)
    votes = ("commas",) if facts.of(("comma3",)) else ()
    return Sense(votes=votes, open=("number-point", "number-comma"))


def _pointed(facts: Facts) -> str:
    """Return how numbers with a point are written: plainly, where no other form is among them."""
    return "" if AMOUNTS.isdisjoint(facts.cells) else "number-point"


def mixed_units(facts: Facts) -> tuple[tuple[str, int], tuple[str, int]] | None:
    """Return the two most frequent units of a column, with their cells, where they cannot stand side by side.

    An amount without a currency is one in the same currency; a number without "%" is no percentage, and many
    numbers without the unit of a measure are of none.
    """
    units = [unit for unit in facts.units if unit]
    has_bare = "" in facts.units and (units == [_PERCENT] or "measured" in facts.cells)
    if len(units) > 1 or has_bare:
        first, second, *_rest = [unit for unit in facts.units.items() if unit[0] or len(units) == 1]
        return first, second
    return None


def sense_of_days(facts: Facts, evidence: Evidence) -> Sense | None:
    """Return how the days of a column are written; None where it holds no days for certain."""
    if DAYS.isdisjoint(facts.cells) or not facts.nearly_all(DAYS) or _mixes_zones(facts):
        return None
    if facts.of(NUMBERED_DAYS):
        sense = _numbered_days(facts, evidence)
    else:
        sense = Sense(written="" if facts.of(("iso",)) == facts.of(DAYS) else "date")
    return replace(sense, has_odd=True) if sense and facts.of(DAYS) < facts.values else sense


def _numbered_days(facts: Facts, evidence: Evidence) -> Sense | None:
    """Return the order of days in numbers; nothing where too many contradict each other."""
    fitting, numbered = _orders(facts), facts.of(NUMBERED_DAYS)
    certain = [order for order, cells in fitting.items() if cells == numbered]
    if not certain:
        odd = facts.values - facts.of(DAYS)
        near = [order for order, cells in fitting.items() if numbered - cells + odd <= FEW * facts.values]
        return Sense(written=near[0], has_odd=True) if len(near) == 1 else None
    if len(certain) == 1:
        return Sense(written=certain[0], votes=(certain[0], *(["dotted"] if facts.of(("dotted",)) else [])))
    if "date-ymd" not in certain and not facts.of(("twofold",)):
        return Sense(written="date")
    if evidence.order in certain:
        return Sense(written=evidence.order, by_others=True)
    return Sense(open=tuple(certain))


def is_otherwise(facts: Facts, sense: Sense, reading: str) -> bool:
    """Whether a column is certainly not written as it was asked for.

    So it is with a file of the next month that comes from another computer; where most values fit both ways,
    who asks knows better.
    """
    alone, both = _SHOWN_BY.get(sense.votes, (frozenset(), frozenset()))
    return reading not in sense.votes and facts.of(alone) > facts.of(both)


def _orders(facts: Facts) -> dict[str, int]:
    """Return how many days in numbers fit each order."""
    both, short = facts.of(("same", "twofold")), facts.short
    fitting = {"date-dmy": both + facts.of(("dmy", "dotted"))}
    if not facts.of(("dotted",)):
        fitting["date-mdy"] = both + facts.of(("mdy",))
    # With years of two digits, 31/01/24 could be the 24th of January 2031: only where the number behind
    # changes more often than the one in front, it may be the day.
    is_likely = short.lasts > short.firsts or (short.is_dashed and short.lasts == short.firsts)
    if short.cells == facts.of(NUMBERED_DAYS) and (facts.of(("ymd2",)) or is_likely):
        fitting["date-ymd"] = short.year_first
    return fitting


def _mixes_zones(facts: Facts) -> bool:
    """Whether times were taken in zones that lie further apart than summer and winter."""
    return bool(facts.minutes) and max(facts.minutes) - min(facts.minutes) > _SUMMER_TIME
