"""Which type a column is, from all of its values, and what is said about it.

- *number*: the values are numbers as offices write them (`amounts`), in one way (`senses`); at most one in
  20 is a slip, which is read as empty and said. "007" and whole numbers too long for a computer's number
  keep the column text. "12 %" is the number 12 and "€ 5" the number 5: the unit is said and kept with the
  column, and so it is with "1248 CC". A column that mixes units, or percentages and plain numbers, stays
  text. 0 and 1 are numbers, too.
- *date*: the values are days as people write them (`moments`), in one order; slips as with numbers. Times of
  zones that differ by more than summer time keep the column text. Dates in Excel's own count are numbers.
- *yes/no*: exactly two spellings, and they are a pair such as "yes" and "no"; a third, "unknown", is a kind.
- *id*: another value in every one of at least 20 rows, none missing, and the name says so, or they are words
  of letters and digits, or whole numbers that follow one another from 0 or 1 (in 300 rows and more: from
  anywhere; a year in each row is no id). "1.00" is an amount and no id.
- *category*: values that repeat: on average twice or more, at most 1,000 of them, or 10,000 that stand in 20
  rows each; texts over 100 letters only where each stands ten times.
- *text*: all else, and a column without any value.

What is wished for a column goes before all this; what its file says of it, before what it looks like.
"""

from dataclasses import dataclass, field, replace
from typing import get_args

from desktop_app.records.notices import Notice
from desktop_app.records.tables import ColumnType
from desktop_app.tables.columns.facts import AMOUNTS, PLAIN, Facts
from desktop_app.tables.columns.id_names import is_id_name
from desktop_app.tables.columns.marks import CLEAR, CODES, PAIRS, SYMBOLS, WORDS
from desktop_app.tables.columns.remarks import (
    about_days,
    about_mixed_units,
    about_other,
    remarks,
    telling_example,
)
from desktop_app.tables.columns.senses import (
    NO_EVIDENCE,
    Evidence,
    Sense,
    is_otherwise,
    sense_of_days,
    sense_of_numbers,
)
from desktop_app.tables.columns.wished import DATES, NUMBERS, Wish
from desktop_app.tables.raw import Given

KINDS: tuple[ColumnType, ...] = get_args(ColumnType)

_FEWEST_IDS = 20
_FEWEST_FROM_ANYWHERE = 300
_LEVELS = 1_000
_MANY_LEVELS, _ROWS_OF_EACH = 10_000, 20
_LONG, _ROWS_OF_EACH_LONG = 100, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What is known of a column beside its values."""

    evidence: Evidence = NO_EVIDENCE  # of the other columns
    given: Given = ""  # by the file itself
    wish: Wish | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How a column is read."""

    type: ColumnType
    written: str = ""  # of a number or a date: which reading of `records.tables.Wishes`; empty where plain
    missing: dict[str, int] = field(default_factory=dict)  # spelling of "no value" -> cells
    notices: tuple[Notice, ...] = ()
    has_odd: bool = False  # some cells cannot be read so, and count as missing
    sense: Sense | None = None  # of a number or a date; also of one that only a person can decide
    unit: str = ""  # of all numbers: "%", a currency, or that of a measure
    unit_spellings: tuple[str, ...] = ()  # of the unit of a measure
    example: str = ""  # a cell that shows how it is written, where that is not plain

    @property
    def as_read(self) -> bool:
        """Whether every text is its own value."""
        is_worked_out = self.type in ("number", "date") or self.has_odd
        return not (is_worked_out or self.missing)


CONTEXT = Context()


def read_column(name: str, facts: Facts, rows: int, context: Context = CONTEXT) -> Reading:
    """Return how the column of that name is read; *rows* is the length of the table."""
    if context.wish:
        return _as_wished(name, facts, rows, context, context.wish)
    if not facts.values:
        return Reading(type="text", missing=facts.marks)
    if context.given != "words" and (found := _amounts_or_days(name, facts, rows, context)):
        return found
    is_given = context.given == "yes/no" and facts.distinct <= 2
    if is_given or (_is_pair(facts) and WORDS.isdisjoint(mark.strip().lower() for mark in facts.marks)):
        return Reading(type="yes/no", missing=facts.marks)
    return _read_words(name, facts, rows, is_given=context.given == "words")


def _amounts_or_days(name: str, facts: Facts, rows: int, context: Context) -> Reading | None:
    """Return how a column of numbers or dates is read, or nothing; where it is not certain, it is words."""
    is_given = context.given == "number" and facts.cells.keys() <= PLAIN
    if facts.unit_spellings and is_id_name(name):  # "4711 kg" and the like only tell rows apart
        return _read_words(name, facts, rows, is_given=True)
    numbers = Sense() if is_given else sense_of_numbers(facts, context.evidence)
    if numbers and context.given == "some numbers" and not facts.of(("amount_point",)):
        # A program wrote the points of its numbers: they do not show how the people of the file spell them.
        numbers = replace(numbers, votes=tuple(vote for vote in numbers.votes if vote != "number-point"))
    days = None if numbers else sense_of_days(facts, context.evidence)
    sense = numbers or days
    if sense is None:
        return None
    if sense.open:
        return replace(_read_words(name, facts, rows, is_given=False), sense=sense)
    if numbers and not sense.written and not sense.has_odd and _numbers_rows(name, facts, rows):
        return Reading(type="id", missing=facts.marks)
    return _read_as("number" if numbers else "date", name, facts, sense)


def _read_as(kind: ColumnType, name: str, facts: Facts, sense: Sense) -> Reading:
    units = [unit for unit in facts.units if unit] if kind == "number" else []
    return Reading(
        type=kind,
        written=sense.written,
        missing=facts.marks,
        notices=about_days(name, facts) if kind == "date" else (),
        has_odd=sense.has_odd,
        sense=sense,
        unit=units[0] if units else "",
        unit_spellings=facts.unit_spellings if kind == "number" else (),
        example=telling_example(facts) if sense.written or sense.by_others else "",
    )


def _as_wished(name: str, facts: Facts, rows: int, context: Context, wish: Wish) -> Reading:
    """Return the reading that is wished for, which is never a question."""
    if wish.reading in NUMBERS or wish.reading in DATES:
        is_number = wish.reading in NUMBERS
        sense = (sense_of_numbers if is_number else sense_of_days)(facts, context.evidence)
        if sense is None or sense.open:
            written = _likeliest(facts) if wish.reading == "number" else wish.reading
            sense = Sense(written=written)
        is_free = wish.reading in ("number", "date")
        is_other = not is_free and is_otherwise(facts, sense, wish.reading)
        written = sense.written if is_free or is_other else wish.reading
        read = _read_as("number" if is_number else "date", name, facts, Sense(written=written, has_odd=True))
        units = about_mixed_units(name, facts, as_asked=True) if is_number else ()
        other = (about_other(name),) if is_other else ()
        return replace(read, notices=(*read.notices, *other, *units))
    words = _read_words(name, facts, rows, is_given=True)
    missing = words.missing | {mark: n for mark, n in facts.marks.items() if mark.strip() in wish.missing}
    if wish.reading == "yes/no":
        return Reading(type="yes/no", missing=facts.marks, has_odd=facts.distinct > 2)
    return Reading(type=next(kind for kind in KINDS if kind == wish.reading), missing=missing)


def _likeliest(facts: Facts) -> str:
    """Return how numbers are written where not all are, or where that is not certain."""
    if facts.of(("amount_comma",)) > facts.of(("point", "amount_point")):
        return "number-comma"
    return "" if facts.cells.keys().isdisjoint(AMOUNTS) else "number"


def _read_words(name: str, facts: Facts, rows: int, *, is_given: bool) -> Reading:
    missing = {mark: cells for mark, cells in facts.marks.items() if _means_nothing(mark, facts)}
    others = {mark: cells for mark, cells in facts.marks.items() if mark not in missing}
    values, distinct = facts.values + sum(others.values()), facts.distinct + len(others)
    type_: ColumnType = "text"
    if distinct == values == rows >= _FEWEST_IDS and (facts.is_code or is_id_name(name)):
        type_ = "id"
    elif values and _repeats(values, distinct, facts.longest):
        type_ = "category"
    notices = () if is_given else remarks(name, facts, rows)
    return Reading(type=type_, missing=missing, notices=notices)


def _repeats(values: int, distinct: int, longest: int) -> bool:
    rows_of_each = values / distinct
    if longest > _LONG and rows_of_each < _ROWS_OF_EACH_LONG:
        return False
    most = _MANY_LEVELS if rows_of_each >= _ROWS_OF_EACH else _LEVELS
    return rows_of_each >= 2 and distinct <= most


def _means_nothing(mark: str, facts: Facts) -> bool:
    """Whether a mark stands for "no value" among words."""
    plain = mark.strip().lower()
    if plain in SYMBOLS:
        return facts.shortest > 1
    if plain in CODES:
        return not facts.is_short_code
    return plain in CLEAR


def _is_pair(facts: Facts) -> bool:
    values = [value for some in facts.examples.values() for value in some]
    return facts.distinct == 2 and frozenset(value.strip().lower() for value in values) in PAIRS


def _numbers_rows(name: str, facts: Facts, rows: int) -> bool:
    """Whether the numbers only tell rows apart."""
    if not (facts.distinct == facts.values == rows >= _FEWEST_IDS and facts.is_whole):
        return False
    low, high = facts.minimum or 0, facts.maximum or 0
    follow_on = high - low == rows - 1 and (low in (0, 1) or rows >= _FEWEST_FROM_ANYWHERE)
    return follow_on or is_id_name(name)
