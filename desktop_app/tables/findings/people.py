"""Whether cells hold the names of people, or where these live; a heading alone never decides."""

import re
from collections.abc import Callable, Sequence

from desktop_app.tables.findings.headings import has_word, words_of
from desktop_app.tables.findings.word_lists import (
    GIVEN_NAMES,
    MAYBE_NAMES,
    NOT_PEOPLE,
    OTHER_ADDRESSES,
    PARTS_OF_NAMES,
    STREETS,
)

_MOSTLY = 0.8  # of the cells
_FEWEST_DIFFERENT = 8
_GIVEN_SHARE = 0.03  # of the cells, that hold a frequent given name
_NAME = re.compile(r"[^\W\d_][^\W\d_'’.\-]*(?:[ '’.\-]+[^\W\d_][^\W\d_'’.\-]*){0,4}\.?")
_LISTED = re.compile(r"[^\W\d_][\w'’ \-]+, (?:[A-Z][a-z]{1,5}\. )?[^\W\d_][^\d]*")
_TITLED = re.compile(r"\b(?:Mrs?|Miss|Ms|Dr|Herr|Frau|Mme|Mlle|Sra?|Sig)\b\.?", re.IGNORECASE)
_HOUSE = re.compile(r"(?=.*[^\W\d_]{3})(?=.*(?<![^\W_])[0-9]{1,5}[a-zA-Z]?(?![^\W_]))[\w\s.,'’/#\-]{6,}")


def may_name_people(heading: str) -> bool:
    """Return whether a heading may stand over names of people, or over where they live."""
    return has_word(heading, PARTS_OF_NAMES | MAYBE_NAMES | STREETS)


def are_names(heading: str, cells: Sequence[str], distinct: int) -> bool:
    """Return whether cells under a heading are names of people."""
    if distinct < _FEWEST_DIFFERENT or not _mostly(cells, _is_name):
        return False
    if has_word(heading, PARTS_OF_NAMES):
        return True
    words = words_of(heading)
    if not has_word(heading, MAYBE_NAMES) or not NOT_PEOPLE.isdisjoint(words):
        return False
    return _share(cells, _is_titled) >= _GIVEN_SHARE or (
        _share(cells, _has_given) >= _GIVEN_SHARE and _mostly(cells, _has_two_parts)
    )


def are_addresses(heading: str, cells: Sequence[str], distinct: int) -> bool:
    """Return whether cells under a heading say where somebody lives."""
    if distinct < _FEWEST_DIFFERENT or not OTHER_ADDRESSES.isdisjoint(words_of(heading)):
        return False
    return has_word(heading, STREETS) and _mostly(cells, lambda cell: bool(_HOUSE.fullmatch(cell)))


def _is_name(cell: str) -> bool:
    is_shaped = _NAME.fullmatch(cell) is not None or _LISTED.fullmatch(cell) is not None
    return is_shaped and cell[0].isupper() and len(cell) <= 90


def _is_titled(cell: str) -> bool:
    return _TITLED.search(cell) is not None


def _has_given(cell: str) -> bool:
    return not GIVEN_NAMES.isdisjoint(words_of(cell))


def _has_two_parts(cell: str) -> bool:
    return 2 <= len(cell.replace(",", " ").split()) <= 5


def _mostly(cells: Sequence[str], test: Callable[[str], bool]) -> bool:
    return _share(cells, test) >= _MOSTLY


def _share(cells: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(test(cell) for cell in cells) / len(cells) if cells else 0.0
