"""The records of a text table that breaks the rules: slower, and nothing is lost."""

import csv
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple, TextIO

from desktop_app.tables.text.dialects import Dialect

LONGEST = 16 * 1024**2  # letters of one line or cell
_MOST_READ_AGAIN = 1024**3  # letters; more is a file made to keep a reader busy


class EndlessTextError(Exception):
    """A line or a quoted cell goes on and on; *line* is where it begins."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class Record(NamedTuple):
    """The cells of one line, or of several where a quoted cell holds line ends."""

    cells: list[str]
    number: int  # of the record in its file, from 1; an empty line is one
    has_odd_quote: bool = False  # it was not closed, or not at the end of its cell
    line: int = 0  # of the file, from 1, in which it ends
    lines: int = 1  # that it takes


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
            cells = _as_it_stands(lines.take_back(), dialect)
            yield Record(cells, number, has_odd_quote=True, line=lines.count)
            reader = _reader(lines, dialect, is_strict=True)
        else:
            if cells:
                yield Record(cells, number, line=lines.count, lines=lines.taken)


def _reader(lines: Iterator[str], dialect: Dialect, *, is_strict: bool) -> Iterator[list[str]]:
    return csv.reader(
        lines,
        delimiter=dialect.letter,
        quotechar=dialect.quote,
        escapechar=dialect.escape or None,
        doublequote=not dialect.escape,
        skipinitialspace=dialect.skips_blanks,
        strict=is_strict,
    )


def _as_it_stands(line: str, dialect: Dialect) -> list[str]:
    """Return the cells of one line; a quote ends its cell before a delimiter only, others are letters.

    Where one is left open, it is a letter as well.
    """
    line = line.rstrip("\r\n")
    cells: list[str] = []
    start, last = 0, line.rfind(dialect.quote + dialect.letter)
    while start <= len(line):
        begin = _skipped(line, start, dialect)
        end = _closing(line, begin, last, dialect)
        if end < 0:
            end = line.find(dialect.letter, start)
            end = len(line) if end < 0 else end
            cells.append(line[begin:end])
        else:
            cells.append(line[begin + 1 : end].replace(dialect.quote * 2, dialect.quote))
            end += 1
        start = end + 1
    return cells


def _skipped(line: str, start: int, dialect: Dialect) -> int:
    while dialect.skips_blanks and line.startswith(" ", start):
        start += 1
    return start


def _closing(line: str, begin: int, last: int, dialect: Dialect) -> int:
    """Return where the quote is that ends a cell; -1 where none begins it, or it stays open."""
    if not line.startswith(dialect.quote, begin):
        return -1
    if begin < last:
        return line.find(dialect.quote + dialect.letter, begin + 1)
    return len(line) - 1 if line.endswith(dialect.quote) and len(line) > begin + 1 else -1


class _Lines:
    """The lines of a text; those of the record that is being read can be read once more."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._waiting: list[str] = []  # to be read once more, the next one last
        self._taken: list[str] = []
        self.count = self._read_again = 0  # lines that were read, letters that were read twice

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._waiting.pop() if self._waiting else self._file.readline(LONGEST)
        if not line:
            raise StopIteration
        if len(line) == LONGEST:
            raise EndlessTextError(self.count + 1)
        self.count += 1
        self._taken.append(line)
        return line

    @property
    def taken(self) -> int:
        """How many lines the record has."""
        return len(self._taken)

    def forget(self) -> None:
        """Begin a new record."""
        self._taken.clear()

    def take_back(self) -> str:
        """Return the first line of the record, and have the others read once more."""
        first, *others = self._taken
        self.count -= len(others)
        self._read_again += sum(map(len, others))
        if self._read_again > _MOST_READ_AGAIN:
            raise EndlessTextError(self.count)
        self._waiting.extend(reversed(others))
        return first
