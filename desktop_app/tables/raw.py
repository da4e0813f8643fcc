"""The cells of a file as text, in a Parquet file that is read column by column while types are found."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from desktop_app.errors import FileError
from desktop_app.records.notices import Notice
from desktop_app.records.tables import MOST_COLUMNS, Recipe, Wishes
from desktop_app.tables.duck import connect, memory_for, number_of, rows_in, threads_for
from desktop_app.tables.formulas import HAS_MARK
from desktop_app.tables.row_groups import form_for, write_groups

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_LONGEST_LINE = 2 * 1024**2  # bytes that DuckDB keeps room for

LineEnd = Literal["\n", "\r\n", "\r", ""]  # of every record; nothing where they differ
Given = Literal["number", "some numbers", "date", "yes/no", "words", ""]  # some: beside text


class MiscountError(Exception):
    """DuckDB found another number of rows than there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A UTF-8 file of records for DuckDB to read."""

    path: Path
    delimiter: str
    width: int  # cells of each record
    has_headings: bool
    line_end: LineEnd = "\n"
    longest: int = 0  # bytes of the longest record, where known
    has_text_marks: bool = False
    is_numbered: bool = False  # behind the cells of each record stands the row of the sheet it came from


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file that is to be read."""

    path: Path
    name: str  # as the person knows it
    scratch: Path  # a folder for what is needed on the way
    wishes: Wishes


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """A file that was read: `r0`, `r1`, ... of *path* hold its cells, NULL where one is empty.

    Where it *is_numbered*, `n` is the row of the sheet, from 1, that each row came from.
    """

    path: Path
    headings: tuple[str, ...]  # as wide as the table, empty where the file has no name
    rows: int
    recipe: Recipe
    notices: tuple[Notice, ...] = ()
    sha256: str = ""  # of the file, where it was worked out on the way
    given: tuple[
        Given, ...
    ] = ()  # what the file itself says of its columns, one each; nothing where it says nothing
    is_numbered: bool = False


def check_width(columns: int, name: str) -> None:
    """Raise FileError when a table has more columns than a table may have."""
    if columns > MOST_COLUMNS:
        raise FileError("refuse.too_wide", file=name, columns=columns, limit=MOST_COLUMNS)


def load(text: Text, goal: Path, rows: int) -> int:
    """Write the cells of *text* to the Parquet file *goal*, and return how many lost our mark on the way.

    Raises duckdb.Error where a record is not as wide as the others, and MiscountError where there are not
    *rows* of them: DuckDB has been seen to read nothing, and say nothing, where line ends are mixed.
    """
    pattern = [HAS_MARK] * text.width if text.has_text_marks else []
    cells = ", ".join(_cell(position, is_marked=text.has_text_marks) for position in range(text.width))
    if text.is_numbered:
        cells += f", c{text.width}::INTEGER AS n"
    threads, memory = threads_for(text.width), memory_for(text.width)
    with connect(folder=goal.parent, threads=threads, memory=memory) as duck:
        query, bound = f"SELECT {cells} FROM {_reader(text)}", [*pattern, *_how(text)]  # noqa: S608 - our names
        write_groups(duck, query, bound, goal, form_for(text.width))
        found = rows_in(duck, goal)
        if found != rows or not rows:
            raise MiscountError(f"{found} of {rows} rows")
        return _marked_cells(duck, text) if text.has_text_marks else 0


def _marked_cells(duck: "DuckDBPyConnection", text: Text) -> int:
    """Return how many cells carry our mark in front of what would be a formula."""
    marked = ", ".join(f"coalesce(regexp_matches(c{p}, ?), false)::INT" for p in range(text.width))
    return number_of(
        duck,
        f"SELECT coalesce(sum(list_sum([{marked}])), 0) FROM {_reader(text)}",  # noqa: S608 - our names
        [*[HAS_MARK] * text.width, *_how(text)],
    )


# Every option is stated; line ends as far as that works. Left to guess, DuckDB 2.0 takes the first one it
# sees, be it within quotes; told "\\r\\n", it reads nothing from a correct file.
_READER = """read_csv(?, auto_detect = false, columns = ?, delim = ?, header = ?, max_line_size = ?,
    buffer_size = ?, quote = '"', escape = '"', nullstr = '', comment = '', skip = 0, compression = 'none',
    encoding = 'utf-8', strict_mode = true, null_padding = false, ignore_errors = false{line_end})"""
_LINE_ENDS = {"\n": ", new_line = '\\n'", "\r": ", new_line = '\\r'"}


def _reader(text: Text) -> str:
    return _READER.replace("{line_end}", _LINE_ENDS.get(text.line_end, ""))


def _how(text: Text) -> list[object]:
    longest = max(_LONGEST_LINE, text.longest + 1024)
    columns = {f"c{position}": "VARCHAR" for position in range(text.width + text.is_numbered)}
    return [str(text.path), columns, text.delimiter, text.has_headings, longest, 8 * longest]


def _cell(position: int, *, is_marked: bool) -> str:
    cell = f"c{position}"
    if is_marked:
        cell = f"CASE WHEN regexp_matches({cell}, ?) THEN substr({cell}, 2) ELSE {cell} END"
    return f"{cell} AS r{position}"
