"""Text tables: CSV with commas, semicolons or tabs between the columns."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.errors import FileError
from desktop_app.language import _
from desktop_app.records.notices import Notice, Value
from desktop_app.records.tables import Recipe
from desktop_app.tables.delimiters import Dialect, Rival, find_dialect, find_rival
from desktop_app.tables.formulas import without_mark
from desktop_app.tables.gaps import said_of_gaps
from desktop_app.tables.letters import rewrite
from desktop_app.tables.raw import MiscountError, Raw, Text, check_width, load
from desktop_app.tables.repairing import EndlessTextError
from desktop_app.tables.respelling import Shape, records_of, respell, shape_of
from desktop_app.tables.scanning import Scan

_LONGEST_HEADINGS = 1024**2  # letters
_HEAD = 256 * 1024  # letters by which the delimiter is found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """A text table on its way: in UTF-8, its dialect and headings known."""

    path: Path
    name: str
    scan: Scan
    dialect: Dialect
    headings: tuple[str, ...]
    marked_headings: int
    rival: Rival | None

    @property
    def recipe(self) -> Recipe:
        return Recipe(format="csv", encoding=self.scan.encoding, delimiter=self.dialect.delimiter)

    def said_of_marks(self, cells: int) -> tuple[Notice, ...]:
        """Return what is said when our mark was taken off this many cells, and off the headings."""
        count = cells + self.marked_headings
        return (Notice(code="import.text_marks", values={"count": count}),) if count else ()

    def said_of_rival(self) -> tuple[Notice, ...]:
        """Return what is said about another letter that may stand between the columns."""
        if not self.rival:
            return ()
        letter = "TAB" if self.rival.letter == "\t" else self.rival.letter
        values: dict[str, Value] = {"letter": letter, "count": self.rival.times}
        return (Notice(code="find.other_delimiter", values=values, level="caution"),)


def read_delimited(path: Path, name: str, scan: Scan, scratch: Path) -> Raw:
    """Return the cells of a text table as they stand: each record a row, the first one its headings.

    DuckDB reads it when it keeps the rules: then it finds as many records as were counted without it.
    Otherwise Python's reader does; short rows are padded, long ones get columns of their own, and both are
    said. Raises FileError.
    """
    try:
        path, notices = _in_utf8(path, scan, scratch)
        source = _open(path, name, scan)
        raw = _read_by_the_rules(source, scratch) or _read_broken(source, scratch)
    except EndlessTextError as error:
        what = _("a line or a quotation near line {line} does not end").format(line=error.line)
        raise FileError("refuse.damaged", file=name, what=what) from error
    return replace(raw, notices=(*notices, *source.said_of_rival(), *raw.notices), sha256=scan.sha256)


def _in_utf8(path: Path, scan: Scan, scratch: Path) -> tuple[Path, list[Notice]]:
    """Return where the text is found in UTF-8, and what had to be done for that."""
    if scan.encoding == "utf-8" and not scan.nuls and not scan.odd_letters:
        return path, []
    goal = scratch / "letters.csv"
    words = rewrite(path, scan.encoding, goal)
    notices = []
    if scan.encoding != "utf-8":
        notices.append(
            Notice(
                code="import.letters",
                values={"encoding": "Windows-1252", "alphabet": _("Western European"), "words": list(words)},
            )
        )
    if scan.odd_letters:
        odd: dict[str, Value] = {"count": scan.odd_letters, "line": scan.odd_line, "words": list(words)}
        notices.append(Notice(code="find.odd_letters", values=odd, level="caution"))
    if scan.nuls:
        notices.append(Notice(code="find.removed_marks", values={"count": scan.nuls}, level="caution"))
    return goal, notices


def _open(path: Path, name: str, scan: Scan) -> _Source:
    """Return the table with its dialect and headings; raises FileError where it has too many of them."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        head = file.read(_HEAD)
    is_whole = len(head) < _HEAD
    dialect = find_dialect(head, is_whole=is_whole)
    first = next(records_of(path, dialect), None)
    if first is None:
        raise FileError("refuse.empty", file=name)
    check_width(len(first.cells), name)
    if sum(map(len, first.cells)) > _LONGEST_HEADINGS:
        raise FileError("refuse.not_table", file=name, kind=_("text without columns"))
    headings = tuple(map(without_mark, first.cells))
    return _Source(
        path=path,
        name=name,
        scan=scan,
        dialect=dialect,
        headings=headings,
        marked_headings=sum(map(str.__ne__, headings, first.cells)),
        rival=find_rival(head, dialect, is_whole=is_whole),
    )


def _read_by_the_rules(source: _Source, scratch: Path) -> Raw | None:
    """Return the table as DuckDB reads it; None where it finds fault, or other rows than were counted."""
    import duckdb

    if not source.dialect.delimiter or not source.scan.line_end:
        return None  # with one column, DuckDB takes an empty line for a row; with mixed ends, it gets lost
    text = Text(
        path=source.path,
        delimiter=source.dialect.letter,
        width=len(source.headings),
        has_headings=True,
        line_end=source.scan.line_end,
        has_text_marks=source.scan.may_hold_text_marks,
    )
    raw = Raw(
        path=scratch / "raw.parquet",
        headings=source.headings,
        rows=source.scan.records - 1,
        recipe=source.recipe,
    )
    try:
        marks = load(text, raw.path, raw.rows)
    except (duckdb.InvalidInputException, MiscountError):
        return None
    said = (*said_of_gaps(source.scan.gaps, source.scan.first_gap), *source.said_of_marks(marks))
    return replace(raw, notices=said)


def _read_broken(source: _Source, scratch: Path) -> Raw:
    """Return the table as Python reads it."""
    shape = shape_of(source.path, source.dialect)
    check_width(shape.width, source.name)
    if not shape.rows:
        raise FileError("refuse.header_only", file=source.name)
    copy = scratch / "respelled.csv"
    longest = respell(source.path, source.dialect, shape.width, copy)
    text = Text(
        path=copy,
        delimiter=",",
        width=shape.width,
        has_headings=False,
        longest=longest,
        has_text_marks=source.scan.may_hold_text_marks,
    )
    goal = scratch / "raw.parquet"
    notices = (*_faults(shape, source.dialect), *source.said_of_marks(load(text, goal, shape.rows)))
    copy.unlink()
    headings = source.headings + ("",) * (shape.width - len(source.headings))
    return Raw(path=goal, headings=headings, rows=shape.rows, recipe=source.recipe, notices=notices)


def _faults(shape: Shape, dialect: Dialect) -> Iterator[Notice]:
    if dialect.delimiter:  # with one column, an empty line is a row
        yield from said_of_gaps(shape.gaps.count, shape.gaps.first)
    for code, count in (("find.broken_rows", shape.broken), ("find.odd_quotes", shape.odd_quotes)):
        if count:
            yield Notice(code=code, values={"count": count, "rows": shape.rows}, level="caution")
