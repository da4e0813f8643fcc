"""The records of a text table that breaks the rules: slower, and nothing is lost."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

from desktop_app.tables.delimiters import Dialect

LONGEST = 16 * 1024**2  # letters of one line or cell
_MOST_OPEN_QUOTES = 100


class EndlessTextError(Exception):
    """A line or a quoted cell goes on and on; *line* is where it begins."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of one line, or of several where a quoted cell holds line ends."""

    cells: list[str]
    is_sound: bool = True  # False: a quote in it was never closed, so it was read as a letter


def read_records(file: TextIO, dialect: Dialect) -> Iterator[Record]:
    """Yield every record of a text opened with `newline=""` that is not an empty line.

    Where a quote is opened and never closed, its line is taken as it stands and reading goes on behind it,
    so that it costs one odd row and does not swallow the others. Raises EndlessTextError.
    """
    lines = _Lines(file)
    csv.field_size_limit(LONGEST)
    reader = _reader(lines, dialect)
    while True:
        lines.forget()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:  # longer than a cell can be
            cells, is_open = [], True
        else:
            is_open = lines.is_over
        if is_open:
            yield Record(_as_it_stands(lines.take_back(), dialect), is_sound=False)
            reader = _reader(lines, dialect)
        elif cells:
            yield Record(cells)


def _reader(lines: Iterator[str], dialect: Dialect) -> Iterator[list[str]]:
    return csv.reader(lines, delimiter=dialect.letter, skipinitialspace=dialect.skips_blanks)


def _as_it_stands(line: str, dialect: Dialect) -> list[str]:
    return next(csv.reader([line], delimiter=dialect.letter, quoting=csv.QUOTE_NONE), [])


class _Lines:
    """The lines of a text; those of the record that is being read can be read once more."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._waiting: list[str] = []  # to be read once more, the next one last
        self._taken: list[str] = []
        self._line = self._open_quotes = 0
        self.is_over = False  # the reader asked for more and there was none

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._waiting.pop() if self._waiting else self._file.readline(LONGEST)
        if not line:
            self.is_over = True
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
        self._line -= len(self._taken) - 1
        self._open_quotes += 1
        if self._open_quotes > _MOST_OPEN_QUOTES:
            raise EndlessTextError(self._line)
        self._waiting.extend(reversed(self._taken[1:]))
        self.is_over = False
        return self._taken[0]
