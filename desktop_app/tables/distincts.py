"""Every different value of some columns, how often it stands there, and what it looks like.

Types are found from all values, not from a sample: the late "n/a" of a long file counts. Columns are taken
some at a time, as many as hold about a million cells, so that two thousand short columns need few questions
and a long one little memory.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.tables.formulas import NUMBER
from desktop_app.tables.marks import MARKS
from desktop_app.tables.meanings import BLANKS, DMY, DMY_FORMATS, ELSEWHERE, ISO

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_CELLS = 1_000_000
_MOST_COLUMNS = 500

_ZEROS = r"[+-]?0[0-9]+(?:\.[0-9]*)?"
_LONG = r"[+-]?[0-9]{16,}"  # a double keeps 15 digits of them
_PHONE = r"\+[0-9]{8,}"

_GROUPED = r"(?:[1-9][0-9]{0,2}(?:[.,'’ \x{a0}\x{202f}][0-9]{3})+|0|[1-9][0-9]*)(?:[.,][0-9]+)?"
_MONEY = r"€|\$|£|EUR|USD|GBP|CHF"
_AMOUNT = rf"(?:(?:{_MONEY}) ?)?[+-]?{_GROUPED}(?: ?(?:%|{_MONEY}))?-?|\({_GROUPED}\)"
_DAY = r"[0-9]{1,2}/[0-9]{1,2}/|[0-9]{1,2}-[0-9]{1,2}-|[0-9]{1,2}\.[0-9]{1,2}\."
_DAYS = rf"(?:{_DAY})(?:[0-9]{{2}}|[0-9]{{4}})(?: .*)?"
_TWOFOLD = "(?:0?[1-9]|1[0-2])[^0-9](?:0?[1-9]|1[0-2])[^0-9].*"  # either number can be the month
_PARTS = "^0?([0-9]+)[^0-9]0?([0-9]+)"
_MONTH = r"(?i:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\p{L}*\.?"
_NAMED_DAYS = (
    rf"[0-9]{{1,2}}[-. /]+{_MONTH}[-, /]+(?:[0-9]{{2}}|[0-9]{{4}})|{_MONTH} [0-9]{{1,2}},? [0-9]{{4}}"
)

# `d`: one row a column and value. `x` is the number, or the seconds since 1970 of a date.
_MAKE = """
CREATE OR REPLACE TEMP TABLE d AS
SELECT col, value, n, kind,
    CASE kind
        WHEN 'number' THEN TRY_CAST(plain AS DOUBLE)
        WHEN 'iso' THEN epoch(TRY_CAST(plain AS TIMESTAMP))
        WHEN 'dmy' THEN epoch(try_strptime(plain, $formats))
    END AS x
FROM (
    SELECT col, value, n, plain, CASE
        WHEN regexp_full_match(plain, $number) THEN CASE
            WHEN length(plain) > 15 AND regexp_full_match(plain, $long) THEN 'long'
            WHEN length(plain) > 8 AND regexp_full_match(plain, $phone) THEN 'phone'
            WHEN isfinite(TRY_CAST(plain AS DOUBLE)) THEN 'number'
            ELSE 'word' END
        WHEN regexp_full_match(plain, $zeros) THEN 'zeros'
        WHEN length(plain) <= 9 AND list_contains($marks, lower(plain)) THEN 'mark'
        WHEN regexp_full_match(plain, $iso) AND TRY_CAST(plain AS TIMESTAMP) IS NOT NULL THEN 'iso'
        WHEN regexp_full_match(plain, $dmy) AND try_strptime(plain, $formats) IS NOT NULL THEN 'dmy'
        WHEN regexp_full_match(plain, $days) THEN CASE
            WHEN regexp_full_match(plain, $twofold)
                AND regexp_extract(plain, $parts, 1) <> regexp_extract(plain, $parts, 2) THEN 'twofold'
            ELSE 'day' END
        WHEN length(plain) <= 40 AND regexp_full_match(plain, $other_days) THEN 'day'
        WHEN length(plain) <= 30 AND regexp_full_match(plain, $amount) THEN 'amount'
        ELSE 'word' END AS kind
    FROM (SELECT col, value, trim(value, $blanks) AS plain, count(*) AS n FROM cells
          WHERE value IS NOT NULL GROUP BY col, value)
)
"""
_VALUES = {
    "formats": DMY_FORMATS,
    "number": NUMBER,
    "long": _LONG,
    "phone": _PHONE,
    "zeros": _ZEROS,
    "amount": _AMOUNT,
    "days": _DAYS,
    "twofold": _TWOFOLD,
    "parts": _PARTS,
    "other_days": f"{ELSEWHERE}|{_NAMED_DAYS}",
    "marks": sorted(MARKS),
    "iso": ISO,
    "dmy": DMY,
    "blanks": BLANKS,
}


def batches(width: int, rows: int) -> Iterator[range]:
    """Yield the positions of the columns to take at a time."""
    step = max(1, min(_MOST_COLUMNS, _CELLS // max(1, rows)))
    for start in range(0, width, step):
        yield range(start, min(width, start + step))


def collect(duck: "DuckDBPyConnection", raw: Path, positions: Sequence[int]) -> None:
    """Make the table `d` of the values in these columns of the raw Parquet file."""
    numbers = ", ".join(str(position) for position in positions)
    cells = ", ".join(f"r{position}" for position in positions)
    source = f"SELECT unnest([{numbers}]) AS col, unnest([{cells}]) AS value FROM read_parquet($raw)"  # noqa: S608 - our names
    if len(positions) == 1:
        source = f"SELECT {numbers} AS col, {cells} AS value FROM read_parquet($raw)"  # noqa: S608 - our names
    duck.execute(_MAKE.replace("FROM cells", f"FROM ({source})"), {**_VALUES, "raw": str(raw)})
