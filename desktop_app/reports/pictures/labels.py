"""Names as they have room in a picture, where nothing breaks a line or cuts a word."""

import unicodedata
from collections.abc import Sequence
from itertools import accumulate, takewhile

from desktop_app.language import name

ROOM = 144.0  # for a name at the left of a picture
_NARROW, _LARGE = frozenset(" ,.:;'|!()[]-/fijlrt"), frozenset("mwMW%@")
_MORE = "…"
_KEPT = 4  # letters of what names have alike, before what tells them apart


def width_of(text: str) -> float:
    """Return how wide a text of 12 px is: about, and rather too wide than too narrow."""
    return sum(map(_width, text))


def _width(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in ("W", "F"):
        return 12.5
    if letter in _NARROW:
        return 5.0
    if letter in _LARGE:
        return 11.0
    return 8.8 if letter.isupper() else 7.2


def short(texts: Sequence[str], room: float = ROOM) -> list[str]:
    """Return names without the end that has no room; where two would look alike, without what is alike."""
    cut = {text: _without_end(text, room) for text in texts}
    for shown in set(cut.values()):
        alike = [text for text in cut if cut[text] == shown]
        if len(alike) > 1:
            cut |= _apart(alike, room)
    return [name(cut[text]) for text in texts]


def _apart(alike: Sequence[str], room: float) -> dict[str, str]:
    """Return names that begin alike without their middle, or else without their beginning."""
    ends = {one: fitted(one, room) for one in alike}
    if len(set(ends.values())) == len(ends):
        return ends
    start = max(0, _shared(min(alike), max(alike)) - _KEPT)
    return {one: f"{_MORE}{_without_end(one[start:], room - width_of(_MORE))}" for one in alike}


def fitted(text: str, room: float) -> str:
    """Return a text without the middle that has no room."""
    if width_of(text) <= room:
        return text
    half = (room - width_of(_MORE)) / 2
    return f"{_fitting(text, half)}{_MORE}{_fitting(text[::-1], half)[::-1]}"


def two_lines(text: str, room: float) -> list[str]:
    """Return a name in at most two lines, parted where there is a blank."""
    if width_of(text) <= room:
        return [name(text)]
    first = len(_fitting(text, room))
    cut = max(text.rfind(" ", 0, first + 1), 0) or first
    return [name(text[:cut]), *short([text[cut:].strip()], room)]


def _shared(one: str, other: str) -> int:
    """Return with how many of the same letters two texts begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _without_end(text: str, room: float) -> str:
    return text if width_of(text) <= room else f"{_fitting(text, room - width_of(_MORE)).rstrip()}{_MORE}"


def _fitting(text: str, room: float) -> str:
    """Return as many letters from the beginning as there is room for."""
    return text[: sum(reached <= room for reached in accumulate(map(_width, text)))]
