"""The records of a text table that breaks the rules: slower, and nothing is lost."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import TextIO

from desktop_app.tables.delimiters import Dialect

LONGEST = 16 * 1024**2  # letters of one line or cell
_MOST_READ_AGAIN = 1024**3  # letters; more is a file made to keep a reader busy


class EndlessTextError(Exception):
    """A line or a quoted cell goes on and on; *line* is where it begins."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of one line, or of several where a quoted cell holds line ends."""

    cells: list[str]
    number: int  # of the record in its file, from 1; an empty line is one
    has_odd_quote: bool = False  # it was not closed, or not at the end of its cell


def read_records(file: TextIO, dialect: Dialect) -> Iterator[Record]:
    """Yield every record of a text opened with `newline=""` that is not an empty line.

    Where a quote is opened and not closed as it should be, its line is taken as it stands and reading goes
    on behind it, so that it costs one odd row and does not swallow the others. Raises EndlessTextError.
    """
    csv.field_size_limit(LONGEST)
    lines = _Lines(file)
    reader = _reader(lines, dialect, is_strict=True)
    for number in count(1):
        lines.forget()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield Record(_as_it_stands(lines.take_back(), dialect), number, has_odd_quote=True)
            reader = _reader(lines, dialect, is_strict=True)
        else:
            if cells:
                yield Record(cells, number)


def _reader(lines: Iterator[str], dialect: Dialect, *, is_strict: bool) -> Iterator[list[str]]:
    return csv.reader(
        lines, delimiter=dialect.letter, skipinitialspace=dialect.skips_blanks, strict=is_strict
    )


def _as_it_stands(line: str, dialect: Dialect) -> list[str]:
    """Return the cells of one line; where a quote in it is left open, quotes are letters like others."""
    if line.count('"') % 2:
        return next(csv.reader([line], delimiter=dialect.letter, quoting=csv.QUOTE_NONE), [])
    return next(_reader(iter([line]), dialect, is_strict=False), [])


class _Lines:
    """The lines of a text; those of the record that is being read can be read once more."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._waiting: list[str] = []  # to be read once more, the next one last
        self._taken: list[str] = []
        self._line = self._read_again = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._waiting.pop() if self._waiting else self._file.readline(LONGEST)
        if not line:
            raise StopIteration
        if len(line) == LONGEST:
            raise EndlessTextError(self._line + 1)
        self._line += 1
        self._taken.append(line)
        return line

    def forget(self) -> None:
        """Begin a new record."""
        self._taken.clear()

    def take_back(self) -> str:
        """Return the first line of the record, and have the others read once more."""
        first, *others = self._taken
        self._line -= len(others)
        self._read_again += sum(map(len, others))
        if self._read_again > _MOST_READ_AGAIN:
            raise EndlessTextError(self._line)
        self._waiting.extend(reversed(others))
        return first
