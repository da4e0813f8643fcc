"""Which type a column is, from all of its values, and what is said about it.

- *number*: every value is a plain number: an optional sign, digits without needless zeros in front, a
  decimal point, an exponent. "007", "1,5", "12 %" and whole numbers too long for a computer's number stay
  text. 0 and 1 are numbers, too.
- *date*: every value is a day, perhaps with a time, written year first ("2024-01-31", "2024/01/31") or as
  "31.01.2024". With the year behind slashes two readings fit, so it stays text.
- *yes/no*: exactly two spellings, and they are a pair such as "yes" and "no"; a third, "unknown", is a kind.
- *id*: another value in every one of at least 20 rows, none missing, and the name says so, or they are words
  of letters and digits, or whole numbers that follow one another from 0 or 1 (in 300 rows and more: from
  anywhere; a year in each row is no id).
- *category*: values that repeat: on average twice or more, at most 1,000 of them, or 10,000 that stand in 20
  rows each; texts over 100 letters only where each stands ten times.
- *text*: all else, and a column without any value.
"""

import re
from dataclasses import dataclass, field

from desktop_app.records.notices import Notice, Value
from desktop_app.records.tables import ColumnType
from desktop_app.tables.facts import NEARLY_ALL, Facts
from desktop_app.tables.marks import CLEAR, CODE, SYMBOLS, WORDS

PAIRS = (
    frozenset(("yes", "no")),
    frozenset(("y", "n")),
    frozenset(("true", "false")),
    frozenset(("t", "f")),
    frozenset(("ja", "nein")),
    frozenset(("j", "n")),
    frozenset(("wahr", "falsch")),
)
_NOT_NUMBERS = (
    ("zeros", "import.kept_text"),
    ("phone", "import.kept_digits"),
    ("long", "import.kept_digits"),
    ("amount", "import.kept_amounts"),
)
_NOT_DATES = (
    ("twofold", "import.kept_dates"),
    ("day", "import.kept_days"),
)
_NEARLY = (
    ("number", "find.kept_text"),
    ("iso", "find.kept_text_dates"),
    ("dmy", "find.kept_text_dates"),
)
_MOST_ODD = 5  # values that are shown
_FEWEST_IDS = 20
_FEWEST_FROM_ANYWHERE = 300
_LEVELS = 1_000
_MANY_LEVELS, _ROWS_OF_EACH = 10_000, 20
_LONG, _ROWS_OF_EACH_LONG = 100, 10
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_ID_WORDS = frozenset(
    ("id", "ids", "pid", "uuid", "guid", "key", "nr", "rowid", "rownames", "kennung", "schlüssel")
)
_LAST_ID_WORDS = frozenset(("no", "number", "nummer", "code"))
_JOINED_ID = re.compile(
    r"(?:customer|client|user|member|patient|passenger|person|student|employee|account|order|invoice|item|product"
    r"|article|transaction|session|record|row|case|sample|kunden|artikel|auftrags|rechnungs|personal)"
    r"(?:id|no|nr|number|nummer)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How a column is read."""

    type: ColumnType
    dates: str = ""  # how a date is written: iso or dmy
    missing: dict[str, int] = field(default_factory=dict)  # spelling of "no value" -> cells
    notices: tuple[Notice, ...] = ()


def read_column(name: str, facts: Facts, rows: int) -> Reading:
    """Return how the column of that name is read; *rows* is the length of the table."""
    if not facts.values:
        return Reading(type="text", missing=facts.marks)
    if facts.share("number") == 1:
        return Reading(type="id" if _numbers_rows(name, facts, rows) else "number", missing=facts.marks)
    for dates in ("iso", "dmy"):
        if facts.share(dates) == 1:
            return Reading(type="date", dates=dates, missing=facts.marks)
    if _is_pair(facts) and WORDS.isdisjoint(mark.strip().lower() for mark in facts.marks):
        return Reading(type="yes/no", missing=facts.marks)
    return _read_words(name, facts, rows)


def _read_words(name: str, facts: Facts, rows: int) -> Reading:
    missing = {mark: cells for mark, cells in facts.marks.items() if _means_nothing(mark, facts)}
    others = {mark: cells for mark, cells in facts.marks.items() if mark not in missing}
    values, distinct = facts.values + sum(others.values()), facts.distinct + len(others)
    type_: ColumnType = "text"
    if distinct == values == rows >= _FEWEST_IDS and (facts.is_code or _is_id_name(name)):
        type_ = "id"
    elif _repeats(values, distinct, facts.longest):
        type_ = "category"
    return Reading(type=type_, missing=missing, notices=_said(name, facts, rows))


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
    if plain == CODE:
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
    return follow_on or _is_id_name(name)


def _is_id_name(name: str) -> bool:
    words = [word.lower() for word in _WORDS.findall(name)]
    if not words:
        return False
    joined = _JOINED_ID.fullmatch(name.lower()) is not None
    return joined or words[-1] in _LAST_ID_WORDS or not _ID_WORDS.isdisjoint(words)


def _said(name: str, facts: Facts, rows: int) -> tuple[Notice, ...]:
    """Return what a person would wonder about: a column that looks like numbers or dates and is text."""
    if found := _look_alike(facts):
        kind, code = found
        values: dict[str, Value] = {"column": name, "example": facts.examples[kind][0]}
        return (Notice(code=code, values=values, columns=(name,)),)
    for kind, code in _NEARLY:
        if facts.share(kind) >= NEARLY_ALL:
            odd = [value for other, some in facts.examples.items() if other != kind for value in some]
            count = facts.values - facts.cells[kind]
            values = {"column": name, "count": count, "rows": rows, "values": odd[:_MOST_ODD]}
            return (Notice(code=code, values=values, columns=(name,), level="caution"),)
    return ()


def _look_alike(facts: Facts) -> tuple[str, str] | None:
    """Return the kind of value that keeps a column of numbers or dates from being one, and how to say so."""
    kinds = set(facts.cells)
    if kinds <= {"number", "zeros", "phone", "long", "amount"}:
        return next(((kind, code) for kind, code in _NOT_NUMBERS if kind in kinds), None)
    if kinds <= {"iso", "dmy", "twofold", "day"}:
        return next(((kind, code) for kind, code in _NOT_DATES if kind in kinds), None)
    return None
