"""A stream out of an OLE file, the container of older Office files, as [MS-CFB] describes it."""

import sys
from array import array
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

_LARGEST = 512 * 1024**2  # bytes of a file
_LEAST = 1536  # bytes: a header, a table and a directory
_FIRST_LISTS = slice(76, 512)  # of the header: the sectors of the table that it names itself
_ENTRY = 128  # bytes of the directory for each stream
_ROOT, _STREAM = 5, 2
_NONE = 0xFFFFFFFA  # from here on, a number stands for no sector


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A line of the directory."""

    name: str
    kind: int
    start: int  # sector
    size: int  # bytes


def read_stream(path: Path, names: Collection[str]) -> bytes:
    """Return the first stream that has one of the *names* (in small letters); nothing where none has.

    What a damaged file does not hold is missing from it.
    """
    if not _LEAST <= path.stat().st_size <= _LARGEST:
        return b""
    return _OleFile(path.read_bytes()).stream(names)


class _OleFile:
    """The sectors of an OLE file: each has a number, and a table says which one follows it."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._bytes = 1 << min(12, max(7, _number(content, 30, 2)))  # of a sector
        self._table = _numbers(b"".join(self._sector(number) for number in self._lists()))

    def stream(self, names: Collection[str]) -> bytes:
        """Return the first stream that has one of the names."""
        root: _Entry | None = None
        for entry in self._entries():
            root = entry if entry.kind == _ROOT else root
            if entry.kind == _STREAM and entry.name.lower() in names:
                if entry.size >= _number(self._content, 56):
                    return self._chained(entry.start)[: entry.size]
                return self._small_stream(entry, root) if root else b""
        return b""

    def _entries(self) -> Iterator[_Entry]:
        directory = self._chained(_number(self._content, 48))
        for place in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            written = directory[place : place + _ENTRY]
            yield _Entry(
                name=written[: max(0, min(64, _number(written, 64, 2)) - 2)].decode("utf-16-le", "replace"),
                kind=written[66],
                start=_number(written, 116),
                size=_number(written, 120),
            )

    def _small_stream(self, entry: _Entry, root: _Entry) -> bytes:
        """Return a stream that is kept in small sectors, which are within the stream of the root."""
        table = _numbers(self._chained(_number(self._content, 60)))
        room, small = self._chained(root.start), 1 << min(12, _number(self._content, 32, 2))
        parts = [room[number * small : (number + 1) * small] for number in _chain(entry.start, table)]
        return b"".join(parts)[: entry.size]

    def _chained(self, start: int) -> bytes:
        return b"".join(map(self._sector, _chain(start, self._table)))

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._bytes
        return self._content[start : start + self._bytes]

    def _lists(self) -> Iterator[int]:
        """Yield the sectors that hold the table."""
        yield from (number for number in _numbers(self._content[_FIRST_LISTS]) if number < _NONE)
        following = _number(self._content, 68)
        for _turn in range(len(self._content) // self._bytes):  # a damaged list may lead back into itself
            numbers = _numbers(self._sector(following)) if following < _NONE else ()
            yield from (number for number in numbers[:-1] if number < _NONE)
            if not numbers:
                return
            following = numbers[-1]


def _chain(start: int, table: "array[int]") -> Iterator[int]:
    """Yield the sectors of a chain; one that leads back into itself ends after as many as there are."""
    number = start
    for _turn in range(len(table)):
        if number >= len(table):
            return
        yield number
        number = table[number]


def _number(content: bytes, place: int, length: int = 4) -> int:
    return int.from_bytes(content[place : place + length], "little")


def _numbers(content: bytes) -> "array[int]":
    numbers = array("I", content[: len(content) // 4 * 4])
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
