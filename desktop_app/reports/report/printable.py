"""Texts from anywhere, as every format can hold them."""

import re
from typing import Any, TypeVar

from desktop_app.records.jsonable import from_json, to_json

T = TypeVar("T")
LONGEST_TITLE = 200
LONGEST_NOTE = 20_000
_JOINERS = "\u200c\u200d"  # part of how some scripts and emoji are written
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # in no file of XML


def one_line(text: str) -> str:
    """Return the text on one line, without letters that cannot be printed, and not without end."""
    return " ".join(_printable(text).split())[:LONGEST_TITLE]


def lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text that are not empty."""
    parts = text[:LONGEST_NOTE].splitlines()
    return tuple(line for part in parts if (line := " ".join(_printable(part).split())))


def printable(record: T) -> T:
    """Return a record without the letters in its texts that no document can hold."""
    return from_json(type(record), _fit(to_json(record)))


def _fit(value: Any) -> Any:
    if isinstance(value, str):
        return _UNFIT.sub("", value)
    if isinstance(value, list):
        return [_fit(item) for item in value]
    if isinstance(value, dict):
        return {key: _fit(item) for key, item in value.items()}
    return value


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() or letter in _JOINERS else " " for letter in text)
