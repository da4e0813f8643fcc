"""Which letter stands between the columns of a text table."""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice, product

DELIMITERS = (",", ";", "\t")
_NONE = "\x1f"  # stands in for the delimiter of a table with one column: no letter that a person can type
_RECORDS = 300
_LEAST_LIKE_HEADINGS = 0.25  # of the first records are as wide as the headings, where those decide
_LEAST_ALIKE = 0.5
_LEAST_WITHOUT_HEADINGS = 0.6
_AMOUNT = re.compile(r"[+-]?[\d.,]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How the cells of a text table are told from each other."""

    delimiter: str = ""  # none: one column
    skips_blanks: bool = False  # between a delimiter and a quote

    @property
    def letter(self) -> str:
        """The delimiter as a CSV reader needs it: there is always one."""
        return self.delimiter or _NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fit:
    """How well one dialect cuts the first records into columns."""

    dialect: Dialect
    width: int  # of most records
    heading: int  # of the first one
    share: float  # of records that have the width


def find_dialect(head: str, *, is_whole: bool) -> Dialect:
    """Return the dialect of the text that *head* begins.

    The one wins that cuts most of the first records, headings included, into equally many columns, and more
    of them where two are even. One column is believed only when no delimiter fits.
    """
    dialects = [
        Dialect(delimiter=delimiter, skips_blanks=skips_blanks)
        for skips_blanks, delimiter in product((False, True), DELIMITERS)
    ]
    fits = [fit for dialect in dialects if (fit := _fit(head, dialect, is_whole=is_whole))]
    best = max(fits, key=lambda fit: (fit.heading == fit.width, fit.share, fit.width), default=None)
    return best.dialect if best else Dialect()


def _fit(head: str, dialect: Dialect, *, is_whole: bool) -> _Fit | None:
    """Return how the dialect fits; None where it leaves one column, or makes no sense."""
    records = first_records(head, dialect, is_whole=is_whole)
    widths = [len(record) for record in records]
    wide = Counter(width for width in widths if width > 1)
    if not wide:
        return None
    width, count = max(wide.items(), key=lambda item: (item[1], item[0]))
    fit = _Fit(dialect=dialect, width=width, heading=widths[0], share=count / len(widths))
    return fit if _is_plausible(fit, records) else None


def _is_plausible(fit: _Fit, records: Sequence[Sequence[str]]) -> bool:
    if fit.heading > 1:
        return fit.share >= (_LEAST_LIKE_HEADINGS if fit.heading == fit.width else _LEAST_ALIKE)
    # The headings say one column: neither "12,50" nor "1,234,567" nor a sentence must make more of it.
    return (
        fit.width > 2
        and fit.share >= _LEAST_WITHOUT_HEADINGS
        and len(records) > 2
        and not all(_AMOUNT.fullmatch(fit.dialect.delimiter.join(record)) for record in records[1:])
    )


def first_records(head: str, dialect: Dialect, *, is_whole: bool) -> list[list[str]]:
    """Return the first records of a text; the last one only when the text holds all of it."""
    reader = csv.reader(
        io.StringIO(head, newline=""), delimiter=dialect.letter, skipinitialspace=dialect.skips_blanks
    )
    records: list[list[str]] = []
    with suppress(csv.Error):  # a quote that never closes: what came before it is enough
        records.extend(record for record in islice(reader, _RECORDS) if record)
    return records if is_whole or len(records) == _RECORDS else records[:-1] or records
