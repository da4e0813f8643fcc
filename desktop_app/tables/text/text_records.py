"""The records of a text table: its lines, but for empty ones, comments and what names the delimiter."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.tables.place.gaps import Gaps
from desktop_app.tables.text.dialects import Dialect
from desktop_app.tables.text.repairing import LONGEST, Record, read_records

COMMENT = "#"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextTable:
    """A text in UTF-8 and how its records are read."""

    path: Path
    dialect: Dialect
    has_sep_line: bool = False  # the first line names the delimiter
    width: int = 0  # cells of most records, where lines of another width that begin with # are comments


def records_of(table: TextTable, gaps: Gaps | None = None) -> Iterator[Record]:
    """Yield the headings of a text table and its rows; *gaps* hears of comments. Raises EndlessTextError.

    An empty line is no row, nor is one of blanks alone; but in the only column, one above others is a value
    that is missing.
    """
    last = 0
    with table.path.open(encoding="utf-8-sig", newline="") as file:
        for record in read_records(file, table.dialect):
            if (table.has_sep_line and record.number == 1) or is_comment(record.cells, table.width):
                last = record.number if last else 0
                if gaps:
                    gaps.pass_over(record.number)
                continue
            if table.dialect.delimiter and len(record.cells) == 1 and not record.cells[0].strip():
                continue
            if last and not table.dialect.delimiter:
                for number in range(last + 1, record.number):
                    yield Record([""], number)
            yield record
            last = record.number


def comments_of(table: TextTable) -> Iterator[str]:
    """Yield the comments of a text table; each is one line."""
    with table.path.open(encoding="utf-8-sig", newline="") as file:
        while line := file.readline(LONGEST):
            if line.lstrip(" \t").startswith(COMMENT):
                for record in read_records(io.StringIO(line, newline=""), table.dialect):
                    if is_comment(record.cells, table.width):
                        yield line.strip()


def is_comment(cells: Sequence[str], width: int) -> bool:
    """Whether a record is a comment, in a table with records of this width; 0: it has none."""
    return width > 0 and len(cells) != width and cells[0].lstrip().startswith(COMMENT)


def is_blank(cells: Sequence[str]) -> bool:
    """Whether there is nothing in a record but blanks."""
    return not any(cell and not cell.isspace() for cell in cells)


def filled(cells: list[str], width: int) -> list[str]:
    """Return the cells without the empty ones beyond the last column: a delimiter at the end of a line."""
    while len(cells) > width and not cells[-1]:
        cells.pop()
    return cells
