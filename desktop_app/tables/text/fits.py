"""How well a dialect cuts the first records of a text into columns."""

import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop_app.tables.place.cell_kinds import kind_of, kinds_below
from desktop_app.tables.text.dialects import Dialect
from desktop_app.tables.text.repairing import EndlessTextError, read_records

_RECORDS = 300
_MOST_ODD = 20  # quotes that are not closed; more say enough about a dialect
_MOST_CELLS = 20_000  # that are looked at
_LEAST_LIKE_HEADINGS = 0.25  # of the first records are as wide as the headings, where those decide
_LEAST_ALIKE = 0.5
_LEAST_CUT = 0.9  # of the first records have several cells, where hardly two of them are equally wide
_LEAST_WITHOUT_HEADINGS = 0.6
_LEAST_BETWEEN = 0.4  # the same, of a letter that hardly stands in a sentence so often: titles and notes
_WIDE = 3  # cells
_LEAST_OF_WEAK = 0.9
_AMOUNT = re.compile(r"[+-]?[\d.,]+")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+-]?\d+(?:\.\d+)?")
_SPACED = re.compile(
    r"[^\d\s]?\s?[+-]?\d{1,3}(?: \d{3})+(?:[.,]\d+)?(?: ?[^\d\s]{1,3})?|[+-]?[\d.,]+ [^\d\s]{1,3}"
)
_TIME = re.compile(r"(?:.*[ T])?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?")
_NAME = re.compile(r"[^\W\d]\w*")
_STRONG = ";\t|"
_PRIORS = {",": 1.0, ";": 1.0, "\t": 1.05, "|": 1.0, "^": 0.8, "~": 0.8, ":": 0.5, " ": 0.5}
WEAK = (" ", ":", "^", "~")  # stand within cells as well


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How well one dialect cuts the first records into columns."""

    dialect: Dialect
    width: int  # of most records
    heading: int  # of the first one
    share: float  # of records that have the width
    cut: float  # share of records with several cells
    clean: float  # share of cells that hold no other delimiter
    has_names: bool  # the first record holds one word for each column, all different

    @property
    def score(self) -> float:
        """How likely it is the right one; only to be compared."""
        prior = _PRIORS.get(self.dialect.delimiter, 0.5)
        is_headed = 1.0 if self.heading == self.width else 0.8
        return prior * is_headed * self.share * self.clean**2 * (1 - 1 / (2 * self.width))


def first_records(head: str, dialect: Dialect, *, is_whole: bool) -> list[list[str]]:
    """Return the first records of a text but for comments; the last one only when all of it is there."""
    records: list[list[str]] = []
    odd = 0
    try:
        for record in read_records(io.StringIO(head, newline=""), dialect):
            odd += record.has_odd_quote
            if odd > _MOST_ODD or len(records) == _RECORDS:
                break
            if len(record.cells) > 1 or "".join(record.cells).strip():
                records.append(record.cells)
    except EndlessTextError:
        pass
    records = records if is_whole or len(records) == _RECORDS else records[:-1] or records
    return [record for record in records if not record[0].startswith("#")] or records


def fit_of(records: Sequence[Sequence[str]], dialect: Dialect) -> Fit | None:
    """Return how these records are cut; None where each has one cell."""
    widths = [len(record) for record in records]
    wide = Counter(width for width in widths if width > 1)
    if not wide:
        return None
    width, count = max(wide.items(), key=lambda item: (item[1], item[0] == widths[0], item[0]))
    return Fit(
        dialect=dialect,
        width=width,
        heading=widths[0],
        share=count / len(widths),
        cut=wide.total() / len(widths),
        clean=_clean(records, dialect),
        has_names=width == widths[0] == len(set(records[0])) and all(map(_NAME.fullmatch, records[0])),
    )


def _clean(records: Sequence[Sequence[str]], dialect: Dialect) -> float:
    """Return the share of cells without a letter that parts columns elsewhere, and without a quote."""
    rows = max(20, _MOST_CELLS // max(map(len, records)))
    cells = [cell for record in records[:rows] for cell in record if cell]
    others = [letter for letter in _STRONG if letter != dialect.delimiter]
    soiled = sum(
        any(letter in cell for letter in others) or cell.lstrip().startswith(dialect.quote) for cell in cells
    )
    return 1 - soiled / max(1, len(cells))


def is_plausible(fit: Fit, records: Sequence[Sequence[str]]) -> bool:
    """Whether the records make sense as they are cut."""
    if fit.dialect.delimiter in WEAK:
        return _is_plausible_weak(fit, records)
    if _are_grouped(records, fit):
        return False
    if fit.heading > 1:
        least = _LEAST_LIKE_HEADINGS if fit.heading == fit.width else _LEAST_ALIKE
        return fit.share >= least or fit.cut >= _LEAST_CUT
    # The first line says one column: neither "12,50" nor "1,234,567" nor a sentence must make more of it.
    is_pattern = len(records) > 2 and not are_amounts(records, fit.dialect)
    is_certain = fit.dialect.delimiter in _STRONG or fit.width > _WIDE
    is_wide = fit.width > 2 and fit.share >= (_LEAST_BETWEEN if is_certain else _LEAST_WITHOUT_HEADINGS)
    return is_pattern and (is_wide or (fit.width == 2 and _is_pair_below_title(fit, records)))


def _is_pair_below_title(fit: Fit, records: Sequence[Sequence[str]]) -> bool:
    """Whether every line below the first one holds two cells, one of which has values in all of them."""
    rows = [record for record in records[1:] if len(record) == fit.width]
    if len(rows) < max(2, _LEAST_OF_WEAK * (len(records) - 1)):
        return False
    if any(cell.startswith(" ") for _first, cell in rows):
        return False
    kinds = kinds_below(rows[1:], 2)
    return fit.dialect.delimiter != "," or (kinds[0] != kinds[1] and "words" in kinds)


def _is_plausible_weak(fit: Fit, records: Sequence[Sequence[str]]) -> bool:
    """Whether a letter that stands within cells as well parts columns: all lines alike, with values."""
    if fit.share < _LEAST_OF_WEAK or len(records) < 3 or are_amounts(records, fit.dialect):
        return False
    letter = fit.dialect.delimiter
    if letter in "^~":
        return fit.heading == fit.width
    body = [record for record in records[1:] if len(record) == fit.width]
    kinds = kinds_below(body, fit.width)
    valued = sum(kind not in ("", "words") for kind in kinds)
    if letter == ":":
        is_time = sum(_TIME.fullmatch(":".join(record)) is not None for record in body) > len(body) / 2
        return not is_time and fit.width > 2 and not _hold_times(body)
    if fit.width == 2:
        return valued == 2 and not _are_single(body, letter)
    return valued * 2 >= fit.width and not _are_single(body, letter)


def parts_values(fit: Fit, records: Sequence[Sequence[str]]) -> bool:
    """Whether a letter that stands within cells as well may part columns: values stand in one of them."""
    body = [record for record in records[1:] if len(record) == fit.width]
    kinds = set(kinds_below(body, fit.width))
    letter = fit.dialect.delimiter
    are_alike = len(body) >= _LEAST_OF_WEAK * (len(records) - 1)
    return are_alike and bool(kinds - {"", "words"}) and not _are_single(body, letter)


def _are_single(body: Sequence[Sequence[str]], letter: str) -> bool:
    """Whether lines are one value each: a time, a day or an amount."""
    lines = [letter.join(record).strip() for record in body]
    singles = [kind_of(line) in ("date", "address") or _SPACED.fullmatch(line) is not None for line in lines]
    return sum(singles) > len(lines) / 2


def _hold_times(body: Sequence[Sequence[str]]) -> bool:
    """Whether a colon stands in times of day: what it parts ends and begins with two digits."""
    halves = [
        left[-2:].strip().isdigit() and right[:2].isdigit() and len(right) > 1
        for record in body
        for left, right in pairwise(record)
    ]
    return sum(halves) > len(halves) / 2


def _are_grouped(records: Sequence[Sequence[str]], fit: Fit) -> bool:
    """Whether lines are one number each, with a comma between its thousands, of different lengths."""
    if fit.dialect.delimiter != "," or (fit.share == 1 and not any("." in record[-1] for record in records)):
        return False
    lines = [",".join(record) for record in records]
    return sum(_THOUSANDS.fullmatch(line) is not None for line in lines) >= _LEAST_OF_WEAK * len(lines)


def are_amounts(records: Sequence[Sequence[str]], dialect: Dialect) -> bool:
    """Whether the lines below the first one are numbers, and the delimiter is a part of them."""
    return all(_AMOUNT.fullmatch(dialect.delimiter.join(record)) for record in records[1:])
