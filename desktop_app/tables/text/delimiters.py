"""Which letter stands between the columns of a text table, and which ones around its cells."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop_app.tables.text.dialects import Dialect, delimiter_said
from desktop_app.tables.text.fits import (
    WEAK,
    Fit,
    are_amounts,
    first_records,
    fit_of,
    is_plausible,
    parts_values,
)

DELIMITERS = (",", ";", "\t", "|")
_LEAST_RIVAL = 0.4
_LEAST_NAMED = 0.95  # of the records are as wide as the names above them: then those are no title
_LEAST_QUOTED = 0.5  # of the records have a cell between quotes of the other kind
_LINES, _LEAST_LINES, _LONGEST = 200, 3, 2000
_RUN = re.compile(r"\S {2,}(?=\S)")
_OTHER_QUOTE = "'"
_EMPTY_LINES = re.compile(r"[\r\n]{2,}")
_ESCAPED = re.compile(r"\\\"(?!\")")
_ESCAPED_END = re.compile(r"\\\"(?=[,;\t|]|\s*(?:[\r\n]|\Z))")  # may be the end of a folder's name


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """A letter that stands equally often in most lines, and at which they are not cut."""

    letter: str
    times: int


def find_dialect(head: str, *, is_whole: bool, delimiter: str = "") -> Dialect:
    """Return the dialect of the text that *head* begins; its *delimiter* is taken where it is known.

    The one wins that cuts most of the first records, headings included, into equally many columns without
    another delimiter in their cells. One column is believed only when no delimiter fits.
    """
    head = _EMPTY_LINES.sub("\n", head)
    known = delimiter or delimiter_said(head)
    if known:
        return _best(head, [known], is_whole=is_whole) or Dialect(delimiter=known)
    best = _best(head, DELIMITERS, is_whole=is_whole, is_free=True)
    return best or _best(head, WEAK, is_whole=is_whole, is_free=True) or Dialect()


def _best(head: str, letters: Iterable[str], *, is_whole: bool, is_free: bool = False) -> Dialect | None:
    """Return the best dialect with one of these delimiters; only a plausible one where the choice is free."""
    escape = "\\" if len(_ESCAPED.findall(head)) > len(_ESCAPED_END.findall(head)) else ""
    fits: list[Fit] = []
    for letter in letters:
        for skips_blanks in (letter == " ", True):
            dialect = Dialect(delimiter=letter, escape=escape, skips_blanks=skips_blanks)
            for quoted in (dialect, replace(dialect, quote=_OTHER_QUOTE)):
                records = first_records(head, quoted, is_whole=is_whole)
                fit = fit_of(records, quoted)
                if not fit or (quoted.quote == _OTHER_QUOTE and not _is_quoted_so(head, dialect, is_whole)):
                    continue
                if not is_free or is_plausible(fit, records):
                    fits.append(fit)
    named = [fit for fit in fits if fit.heading > 1]
    is_named = any(fit.has_names and fit.share >= _LEAST_NAMED for fit in named)
    return max(named if is_named else fits, key=lambda fit: fit.score).dialect if fits else None


def _is_quoted_so(head: str, dialect: Dialect, is_whole: bool) -> bool:  # noqa: FBT001 - of its caller
    """Whether cells stand between single quotes, and none between double ones."""
    if f'{dialect.delimiter}"' in head or head.startswith('"'):
        return False
    records = first_records(head, replace(dialect, quote="\x1e"), is_whole=is_whole)[1:]
    starts = sum(any(cell.lstrip().startswith(_OTHER_QUOTE) for cell in record) for record in records)
    ends = sum(any(cell.rstrip().endswith(_OTHER_QUOTE) for cell in record) for record in records)
    return min(starts, ends) > _LEAST_QUOTED * len(records)


def find_rival(head: str, dialect: Dialect, *, is_whole: bool) -> Rival | None:
    """Return the letter that would cut the text more evenly than the dialect it was found to have."""
    head = _EMPTY_LINES.sub("\n", head)
    chosen = fit_of(first_records(head, dialect, is_whole=is_whole), dialect)
    best = chosen.share if chosen else 0.0
    rival = None
    for letter in (*DELIMITERS, *WEAK) if not chosen else DELIMITERS:
        other = Dialect(delimiter=letter, skips_blanks=letter == " ")
        records = first_records(head, other, is_whole=is_whole)
        fit = fit_of(records, other)
        if not fit or are_amounts(records, other) or (letter in WEAK and not parts_values(fit, records)):
            continue
        if fit.share >= _LEAST_RIVAL and fit.share > best:
            rival, best = Rival(letter=letter, times=fit.width - 1), fit.share
    return rival or (None if chosen else _aligned(head))


def _aligned(head: str) -> Rival | None:
    """Return the blank, where nearly every line has a run of them: columns that stand one below the other."""
    lines = [line.strip() for line in head.splitlines()[:_LINES] if line.strip()]
    runs = [len(_RUN.findall(line[:_LONGEST])) for line in lines]
    is_so = len(lines) >= _LEAST_LINES and sum(map(bool, runs)) >= _LEAST_NAMED * len(lines)
    return Rival(letter=" ", times=min(filter(None, runs))) if is_so else None
