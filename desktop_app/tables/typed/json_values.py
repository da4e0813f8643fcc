"""The values of a JSON text, one after the other: a long list is never in memory as a whole."""

import json
from collections.abc import Iterator
from typing import TextIO

Value = object  # None, bool, str, Number, Endless, dict or list

LARGEST_VALUE = 200 * 1024**2  # letters of one value: in memory they take ten times as much
_PIECE = 1024**2
_CUT = 16  # letters from the end of what is read: there, a mistake may be that more is to come
_MOST_DIGITS = 15  # that a number keeps
_BLANKS = " \t\r\n\ufeff\0"


class Number(str):
    """A number as it is written, so that no digit is lost."""

    __slots__ = ()


class LongNumber(Number):
    """A whole number with more digits than can be reckoned with."""

    __slots__ = ()


class Twofold(dict[str, Value]):
    """An object in which a name stands twice; it has the last value."""

    __slots__ = ()


class Endless:
    """NaN or an endless number, which JSON does not have and programs write."""

    __slots__ = ()


class JsonError(Exception):
    """A text that is no JSON from *line* on, counted from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


class TooLargeError(Exception):
    """One value is longer than `LARGEST_VALUE`."""


def elements(file: TextIO) -> Iterator[tuple[Value, bool]]:
    """Yield the values of a text, and whether each is an element of a list.

    A list of objects or lists is yielded element by element; any other value as a whole. Values may follow
    each other with or without line ends or commas. Raises JsonError, TooLargeError and RecursionError.
    """
    text = _Text(file)
    while letter := text.peek():
        if letter == ",":
            text.take()
        elif letter == "[" and text.peek(1) in ("{", "[", "]"):
            yield from ((value, True) for value in _members(text))
        else:
            yield text.value(), False


def _members(text: "_Text") -> Iterator[Value]:
    text.take()
    if text.peek() == "]":
        text.take()
        return
    while True:
        yield text.value()
        letter = text.peek()
        if letter not in (",", "]"):
            raise JsonError(text.line)
        text.take()
        if letter == "]":
            return


class _Text:
    """What is read of a file and not yet taken."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._read, self._at, self._is_whole = "", 0, False
        self._lines = 1  # the number of the line in which `_read` begins
        self._decode = json.JSONDecoder(
            object_pairs_hook=_object,
            parse_float=Number,
            parse_int=_whole,
            parse_constant=lambda _name: Endless(),
            strict=False,
        ).raw_decode

    @property
    def line(self) -> int:
        return self._line_at(self._at)

    def peek(self, further: int = 0) -> str:
        """Return the next letter that is no blank, or the one *further* behind it; nothing at the end."""
        place = self._at
        for _time in range(further + 1):
            place = self._skip(place) + 1
        if not further:
            self._at = place - 1
        return self._read[place - 1 : place]

    def take(self) -> None:
        """Go on behind the letter that was seen."""
        self._at += 1

    def value(self) -> Value:
        """Return the value that begins at the next letter."""
        self.peek()
        while True:
            try:
                value, end = self._decode(self._read, self._at)
            except json.JSONDecodeError as error:
                if self._is_whole or not self._may_be_cut(error):
                    raise JsonError(self._line_at(error.pos)) from error
            else:
                if end < len(self._read) or self._is_whole or isinstance(value, dict | list):
                    self._at = end
                    found: Value = value
                    return found
            self._more()

    def _skip(self, place: int) -> int:
        while True:
            while self._read[place : place + 1] and self._read[place] in _BLANKS:
                place += 1
            if place < len(self._read) or self._is_whole:
                return place
            place -= self._more()

    def _may_be_cut(self, error: json.JSONDecodeError) -> bool:
        return error.msg.startswith("Unterminated string") or error.pos >= len(self._read) - _CUT

    def _more(self) -> int:
        """Read on, and return how many letters were forgotten."""
        gone, kept = self._at, len(self._read) - self._at
        if kept > LARGEST_VALUE:
            raise TooLargeError
        self._lines += self._read.count("\n", 0, gone)
        piece = self._file.read(max(_PIECE, kept))
        self._is_whole = not piece
        self._read, self._at = self._read[gone:] + piece, 0
        return gone

    def _line_at(self, place: int) -> int:
        return self._lines + self._read.count("\n", 0, place)


def _object(pairs: list[tuple[str, Value]]) -> dict[str, Value]:
    record = dict(pairs)
    return record if len(record) == len(pairs) else Twofold(record)


def _whole(digits: str) -> Number:
    return Number(digits) if len(digits) <= _MOST_DIGITS else LongNumber(digits)


def as_json(value: Value) -> str:
    """Return a value as JSON on one line, its numbers as they were written."""
    match value:
        case Number():
            text = str(value)
        case dict():
            text = f"{{{', '.join(f'{_string(name)}: {as_json(part)}' for name, part in value.items())}}}"
        case list():
            text = f"[{', '.join(map(as_json, value))}]"
        case str():
            text = _string(value)
        case bool():
            text = "true" if value else "false"
        case _:
            text = "null"
    return text


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
