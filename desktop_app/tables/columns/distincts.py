"""Every different value of some columns, how often it stands there, and what it looks like.

Types are found from all values, not from a sample: the late "n/a" of a long file counts. Columns are taken
some at a time, as many as hold about a million cells, so that two thousand short columns need few questions
and a long one little memory. Cheap tests come first; the rare forms of numbers and days are looked for only
among the values that are neither plain numbers nor words.

The kinds of values:

- *whole*, *point*: a plain number, such as "12" or "12.5"; *point3*: one such as "1.234", perhaps grouped.
- *zeros*, *long*, *phone*: digits that name things, such as "007".
- *amount*: a number as people write it, such as "12 %"; *amount_point* and *amount_comma* where its decimal
  sign is certain; *amount_point3* ("€ 1.234") and *comma3* ("1,234") where it is not. *triple*: nine digits
  in three groups, which may be a phone number, too.
- *iso*: a day as DuckDB reads it by itself; *ymd*, *named*, *zoned*: other days that are certain, the last
  with the time of another zone; *dmy*, *mdy*, *ymd2*: days that have one order only, the last with a year of
  two digits in front; *dotted*: day and month in this order, parted by points; *twofold*: two days fit;
  *same*: two orders fit and mean the same day; *day*: looks like a day, but there is none such, or its month
  is not known here.
- *measured*: a number with a word behind it, which may be its unit: that is decided later (`measures`).
- *mark*: stands for "no value"; *word*: all else.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.records.tables import LONGEST_VALUE
from desktop_app.tables.columns.amounts import ZEROS, is_amount
from desktop_app.tables.columns.marks import LONGEST_MARK, MARKS
from desktop_app.tables.columns.meanings import POINT_OR_GROUP
from desktop_app.tables.columns.moments import (
    DOTTED,
    ISO,
    LIKE_NAMED,
    NAMED,
    SHORT,
    UTC,
    YEAR_FIRST,
    ZONED,
    is_day,
    moment_of,
    numbered_moment,
)
from desktop_app.tables.columns.units import MEASURE
from desktop_app.tables.formulas import NUMBER
from desktop_app.tables.quoting import matches, plain_of, quoted

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_CELLS = 1_000_000
_MOST_COLUMNS = 500
_LONGEST_DAY = 60  # letters
_LONGEST_AMOUNT = 40

_LONG = r"[+-]?[0-9]{16,}"  # a double keeps 15 digits of them
_PHONE = r"\+[0-9]{8,}"
_TRIPLE = "[1-9][0-9]{2} [0-9]{3} [0-9]{3}"

# Taking blanks off takes long, and most values have none: neither end is beyond the plain letters.
_MAY_HAVE_BLANKS = "regexp_matches(value, '^[^!-~]|[^!-~]$')"
_PLAIN = f"CASE WHEN {_MAY_HAVE_BLANKS} THEN {plain_of('value')} ELSE value END"

# `d`: one row a column and value. `x` is the number, or the seconds since 1970 of a date, where certain.
_UNDERSTOOD = """
SELECT col, value, n, kind, CASE WHEN kind IN ('whole', 'point', 'point3', 'iso') THEN x END AS x
FROM (
    SELECT col, value, n, x, {kind} AS kind
    FROM (SELECT *, CASE form WHEN 'number' THEN TRY_CAST(plain AS DOUBLE)
            WHEN 'day' THEN epoch(TRY_CAST(plain AS TIMESTAMP)) END AS x
        FROM (SELECT *, {form} AS form FROM ({values})))
)
"""
# Of a long text its beginning, and what tells it from others that begin so: nobody asks for more. What only
# blanks make long is a short one: databases fill cells up with them.
_VALUE = f"""CASE WHEN strlen(cell) > {LONGEST_VALUE} AND length({plain_of("cell")}) > {LONGEST_VALUE}
    THEN left(cell, {LONGEST_VALUE}) || md5(cell) ELSE cell END"""
_VALUES = """
SELECT col, value, value AS plain, count(*) AS n
FROM (SELECT col, {value} AS value FROM ({cells}) WHERE cell IS NOT NULL) GROUP BY col, value
"""
_HAS_BLANK = "SELECT EXISTS (FROM d WHERE kind = 'blank')"
_TELL_BLANK = """
CREATE OR REPLACE TEMP TABLE d AS
SELECT * FROM d WHERE kind <> 'blank' UNION ALL {understood}
"""
_BLANK = f"SELECT col, value, {plain_of('value')} AS plain, n FROM d WHERE kind = 'blank'"  # noqa: S608 - our names
# Few columns hold more than plain numbers, plain days and words; the long questions are for those.
_HAS_ODD = "SELECT EXISTS (FROM d WHERE kind = 'odd')"
_TELL_ODD = """
CREATE OR REPLACE TEMP TABLE d AS
SELECT col, value, n, CASE kind WHEN 'odd' THEN {kind} ELSE kind END AS kind, x
FROM (SELECT *, {plain} AS plain FROM d)
"""
_HAS_DATED = "SELECT EXISTS (FROM d WHERE kind = 'dated')"
_TELL_DATED = """
CREATE OR REPLACE TEMP TABLE d AS
SELECT col, value, n, CASE kind WHEN 'dated' THEN {kind} ELSE kind END AS kind, x
FROM (
    SELECT *, CASE WHEN kind = 'dated' THEN {dmy} END AS dmy, CASE WHEN kind = 'dated' THEN {mdy} END AS mdy
    FROM (SELECT *, {plain} AS plain FROM d)
)
"""
_MARKS = "[" + ", ".join(quoted(mark) for mark in sorted(MARKS)) + "]"
_FORM = f"CASE WHEN {matches('plain', NUMBER)} THEN 'number' WHEN {matches('plain', ISO)} THEN 'day' END"
_FORM_AT_FIRST = _FORM.removesuffix("END") + f"WHEN {_MAY_HAVE_BLANKS} THEN 'blank' END"
_KIND = f"""CASE
    WHEN form = 'number' THEN CASE
        WHEN length(plain) > 15 AND {matches("plain", _LONG)} THEN 'long'
        WHEN length(plain) > 8 AND {matches("plain", _PHONE)} THEN 'phone'
        WHEN NOT isfinite(x) THEN 'word'
        WHEN NOT contains(plain, '.') THEN 'whole'
        WHEN length(plain) BETWEEN 5 AND 8 AND {matches("plain", POINT_OR_GROUP)} THEN 'point3'
        ELSE 'point' END
    WHEN form = 'day' THEN CASE WHEN x IS NULL THEN 'day' ELSE 'iso' END
    WHEN form = 'blank' THEN 'blank'
    WHEN length(plain) <= {LONGEST_MARK} AND list_contains({_MARKS}, lower(plain)) THEN 'mark'
    WHEN length(plain) > {_LONGEST_DAY} OR NOT regexp_matches(plain, '[0-9]') THEN 'word'
    ELSE 'odd' END"""
_ODD = f"""CASE
    WHEN {is_day("plain")} THEN 'dated'
    WHEN {matches("plain", ZEROS)} THEN 'zeros'
    WHEN length(plain) <= {_LONGEST_AMOUNT} AND {is_amount("plain", "point")} THEN CASE
        WHEN NOT {is_amount("plain", "comma")} THEN 'amount_point'
        WHEN regexp_matches(plain, '[0-9],[0-9]') THEN 'comma3'
        WHEN regexp_matches(plain, '[0-9]\\.[0-9]') THEN 'amount_point3'
        WHEN {matches("plain", _TRIPLE)} THEN 'triple'
        ELSE 'amount' END
    WHEN length(plain) <= {_LONGEST_AMOUNT} AND {is_amount("plain", "comma")} THEN 'amount_comma'
    WHEN length(plain) <= {_LONGEST_AMOUNT} AND {matches("plain", MEASURE)} THEN 'measured'
    ELSE 'word' END"""
_DATED = f"""CASE
    WHEN {matches("plain", f"{NAMED}|{YEAR_FIRST}")} THEN CASE
        WHEN dmy IS NULL THEN CASE
            WHEN {matches("plain", LIKE_NAMED)} OR NOT regexp_matches(plain, '[a-zA-Z]{{3}}') THEN 'day'
            ELSE 'word' END
        WHEN {matches("plain", ZONED)} AND NOT {matches("plain", UTC)} THEN 'zoned'
        WHEN {matches("plain", NAMED)} THEN 'named'
        ELSE 'ymd' END
    WHEN {matches("plain", ZONED)} THEN 'day'
    WHEN dmy IS NULL AND mdy IS NULL THEN CASE
        WHEN regexp_matches(plain, '[a-zA-Z]{{3}}') THEN 'word'
        WHEN {matches("plain", SHORT)} AND ({numbered_moment("plain", "ymd")}) IS NOT NULL THEN 'ymd2'
        ELSE 'day' END
    WHEN dmy IS NULL THEN 'mdy'
    WHEN {matches("plain", DOTTED)} THEN 'dotted'
    WHEN mdy IS NULL THEN 'dmy'
    WHEN dmy = mdy THEN 'same'
    ELSE 'twofold' END"""


def batches(width: int, rows: int) -> Iterator[range]:
    """Yield the positions of the columns to take at a time."""
    step = max(1, min(_MOST_COLUMNS, _CELLS // max(1, rows)))
    for start in range(0, width, step):
        yield range(start, min(width, start + step))


def collect(duck: "DuckDBPyConnection", raw: Path, positions: Sequence[int]) -> None:
    """Make the table `d` of the values in these columns of the raw Parquet file."""
    numbers = ", ".join(str(position) for position in positions)
    cells = ", ".join(f"r{position}" for position in positions)
    source = f"SELECT unnest([{numbers}]) AS col, unnest([{cells}]) AS cell FROM read_parquet($raw)"  # noqa: S608 - our names
    if len(positions) == 1:
        source = f"SELECT {numbers} AS col, {cells} AS cell FROM read_parquet($raw)"  # noqa: S608 - our names
    forget(duck)  # before there is another one: both would not fit into memory
    values = _VALUES.format(value=_VALUE, cells=source)
    understood = _UNDERSTOOD.format(kind=_KIND, form=_FORM_AT_FIRST, values=values)
    duck.execute(f"CREATE TEMP TABLE d AS {understood}", {"raw": str(raw)})
    if duck.execute(_HAS_BLANK).fetchone() == (True,):
        understood = _UNDERSTOOD.format(kind=_KIND, form=_FORM, values=_BLANK)
        duck.execute(_TELL_BLANK.format(understood=understood))
    if duck.execute(_HAS_ODD).fetchone() == (True,):
        duck.execute(_TELL_ODD.format(kind=_ODD, plain=_PLAIN))
    if duck.execute(_HAS_DATED).fetchone() == (True,):
        days = {"dmy": moment_of("plain", "dmy"), "mdy": numbered_moment("plain", "mdy")}
        duck.execute(_TELL_DATED.format(kind=_DATED, plain=_PLAIN, **days))


def forget(duck: "DuckDBPyConnection") -> None:
    """Give the memory back that the table `d` takes: of a column of millions of values, half of all."""
    duck.execute("DROP TABLE IF EXISTS d")


def by_column(found: Iterable[tuple[Any, ...]]) -> dict[int, dict[Any, Any]]:
    """Return rows of a position, a key and a value as the values by key of each position."""
    columns: dict[int, dict[Any, Any]] = {}
    for position, key, value in found:
        columns.setdefault(position, {})[key] = value
    return columns


def set_apart(duck: "DuckDBPyConnection", position: int, spellings: Sequence[str]) -> None:
    """Make values of a column in `d` marks for "no value"."""
    duck.execute(
        f"UPDATE d SET kind = 'mark', x = NULL WHERE col = ? AND list_contains(?, {plain_of('value')})",  # noqa: S608 - our names
        [position, [*spellings]],
    )
