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
_OTHERS = ("|",)  # stand between columns in some files; such a file is not cut there, which is said
_NONE = "\x1f"  # stands in for the delimiter of a table with one column: no letter that a person can type
_RECORDS = 300
_LEAST_LIKE_HEADINGS = 0.25  # of the first records are as wide as the headings, where those decide
_LEAST_ALIKE = 0.5
_LEAST_CUT = 0.9  # of the first records have several cells, where hardly two of them are equally wide
_LEAST_WITHOUT_HEADINGS = 0.6
_LEAST_RIVAL = 0.6
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
    cut: float  # share of records with several cells


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """A letter that stands equally often in most lines, and at which they are not cut."""

    letter: str
    times: int


def find_dialect(head: str, *, is_whole: bool) -> Dialect:
    """Return the dialect of the text that *head* begins.

    The one wins that cuts most of the first records, headings included, into equally many columns, and more
    of them where two are even. One column is believed only when no delimiter fits.
    """
    dialects = [
        Dialect(delimiter=delimiter, skips_blanks=skips_blanks)
        for skips_blanks, delimiter in product((False, True), DELIMITERS)
    ]
    fits = [fit for dialect in dialects if (fit := _plausible(head, dialect, is_whole=is_whole))]
    best = max(fits, key=lambda fit: (fit.heading == fit.width, fit.share, fit.width), default=None)
    return best.dialect if best else Dialect()


def find_rival(head: str, dialect: Dialect, *, is_whole: bool) -> Rival | None:
    """Return the letter that would cut the text more evenly than the dialect it was found to have."""
    chosen = _fit(first_records(head, dialect, is_whole=is_whole), dialect)
    best = chosen.share if chosen else 0.0
    rival = None
    for letter in (*_OTHERS, *DELIMITERS):
        other = Dialect(delimiter=letter)
        records = first_records(head, other, is_whole=is_whole)
        fit = _fit(records, other)
        if not fit or _are_amounts(records, other):
            continue
        if fit.share >= _LEAST_RIVAL and fit.share > best:
            rival, best = Rival(letter=letter, times=fit.width - 1), fit.share
    return rival


def _plausible(head: str, dialect: Dialect, *, is_whole: bool) -> _Fit | None:
    """Return how the dialect fits; None where it leaves one column, or makes no sense."""
    records = first_records(head, dialect, is_whole=is_whole)
    fit = _fit(records, dialect)
    return fit if fit and _is_plausible(fit, records) else None


def _fit(records: Sequence[Sequence[str]], dialect: Dialect) -> _Fit | None:
    """Return how these records are cut; None where each has one cell."""
    widths = [len(record) for record in records]
    wide = Counter(width for width in widths if width > 1)
    if not wide:
        return None
    width, count = max(wide.items(), key=lambda item: (item[1], item[0] == widths[0], item[0]))
    return _Fit(
        dialect=dialect,
        width=width,
        heading=widths[0],
        share=count / len(widths),
        cut=wide.total() / len(widths),
    )


def _is_plausible(fit: _Fit, records: Sequence[Sequence[str]]) -> bool:
    if fit.heading > 1:
        least = _LEAST_LIKE_HEADINGS if fit.heading == fit.width else _LEAST_ALIKE
        return fit.share >= least or fit.cut >= _LEAST_CUT
    # The headings say one column: neither "12,50" nor "1,234,567" nor a sentence must make more of it.
    return (
        fit.width > 2
        and fit.share >= _LEAST_WITHOUT_HEADINGS
        and len(records) > 2
        and not _are_amounts(records, fit.dialect)
    )


def _are_amounts(records: Sequence[Sequence[str]], dialect: Dialect) -> bool:
    """Whether the lines below the first one are numbers, and the delimiter is a part of them."""
    return all(_AMOUNT.fullmatch(dialect.delimiter.join(record)) for record in records[1:])


def first_records(head: str, dialect: Dialect, *, is_whole: bool) -> list[list[str]]:
    """Return the first records of a text; the last one only when the text holds all of it."""
    reader = csv.reader(
        io.StringIO(head, newline=""), delimiter=dialect.letter, skipinitialspace=dialect.skips_blanks
    )
    records: list[list[str]] = []
    with suppress(csv.Error):  # a quote that never closes: what came before it is enough
        records.extend(
            record for record in islice(reader, _RECORDS) if len(record) > 1 or "".join(record).strip()
        )
    return records if is_whole or len(records) == _RECORDS else records[:-1] or records
