"""Text tables: CSV and its like, with any letter between the columns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop_app.errors import FileError
from desktop_app.language import _
from desktop_app.records.notices import Notice, Value
from desktop_app.records.tables import Recipe
from desktop_app.tables.raw import Raw, Source, check_width
from desktop_app.tables.text.by_rules import read_by_rules
from desktop_app.tables.text.delimiters import Rival, find_dialect, find_rival
from desktop_app.tables.text.dialects import delimiter_said
from desktop_app.tables.text.edges import Edges, all_edges, quick_edges
from desktop_app.tables.text.fits import first_records, fit_of
from desktop_app.tables.text.letters import Plain, in_utf8
from desktop_app.tables.text.repairing import EndlessTextError
from desktop_app.tables.text.respelling import respell
from desktop_app.tables.text.text_records import TextTable, comments_of, records_of
from desktop_app.tables.text.text_regions import Region, region_of

_LONGEST_HEADINGS = 1024**2  # letters
_HEAD = 256 * 1024  # letters by which the delimiter is found
_SHOWN, _LONGEST_SHOWN = 5, 80
_NO_DELIMITERS = ("\r", "\n", "\0", '"', "'", "\\")
_COMMENT = re.compile(r"^[ \t]*#", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
    """A text table on its way: in UTF-8, its dialect known."""

    table: TextTable
    rival: Rival | None


def read_delimited(source: Source) -> Raw:
    """Return the cells of a text table as they stand: each record a row.

    DuckDB reads it when it keeps the rules: then it finds as many records as were counted without it.
    Otherwise Python's reader does, and what was odd is said. Raises FileError.
    """
    wished = source.wishes.delimiter
    if len(wished) > 1 or wished in _NO_DELIMITERS:
        raise FileError("refuse.no_delimiter", file=source.name, delimiter=wished)
    plain = in_utf8(source)
    try:
        opened = _open(plain, source)
        raw = _read_quickly(opened, plain, source) or _read_patiently(opened, plain, source)
    except EndlessTextError as error:
        what = _("a line or a quotation near line {line} does not end").format(line=error.line)
        raise FileError("refuse.damaged", file=source.name, what=what) from error
    notices = (*plain.notices, *_said_of_rival(opened.rival), *_said_of_comments(opened.table), *raw.notices)
    recipe = replace(raw.recipe, delimiter=opened.table.dialect.delimiter)
    return replace(raw, recipe=recipe, notices=notices, sha256=plain.sha256)


def _open(plain: Plain, source: Source) -> _Opened:
    """Return the table with its dialect; raises FileError where a line of it is too long for one."""
    with plain.path.open(encoding="utf-8-sig", newline="") as file:
        head = file.read(_HEAD)
    is_whole = len(head) < _HEAD
    dialect = find_dialect(head, is_whole=is_whole, delimiter=source.wishes.delimiter)
    records = first_records(head, dialect, is_whole=is_whole)
    fit = fit_of(records, dialect)
    width = fit.width if fit and _COMMENT.search(head) else 0
    table = TextTable(path=plain.path, dialect=dialect, has_sep_line=bool(delimiter_said(head)), width=width)
    first = next(records_of(table), None)
    if first is None:
        raise FileError("refuse.empty", file=source.name)
    check_width(len(first.cells), source.name)
    if sum(map(len, first.cells)) > _LONGEST_HEADINGS:
        raise FileError("refuse.not_table", file=source.name, kind=_("text without columns"))
    rival = None if source.wishes.delimiter else find_rival(head, dialect, is_whole=is_whole)
    return _Opened(table=table, rival=rival)


def _read_quickly(opened: _Opened, plain: Plain, source: Source) -> Raw | None:
    """Return the table as DuckDB reads it; None where that is not to be trusted."""
    dialect, scan = opened.table.dialect, plain.scan
    # With one column, DuckDB takes an empty line for a row; with mixed line ends, it gets lost.
    if not dialect.delimiter or not dialect.is_plain or not scan.line_end or scan.is_open:
        return None
    edges = quick_edges(opened.table, scan)
    if edges is None:
        return None
    region = _region(edges, source)
    raw = read_by_rules(opened.table, scan, edges, region, source.scratch)
    return _with_recipe(raw, region, plain, source) if raw else None


def _read_patiently(opened: _Opened, plain: Plain, source: Source) -> Raw:
    """Return the table as Python reads it."""
    edges = all_edges(opened.table)
    region = _region(edges, source)
    check_width(region.width, source.name)
    raw = respell(opened.table, region, edges, source, has_text_marks=plain.scan.may_hold_text_marks)
    return _with_recipe(raw, region, plain, source)


def _region(edges: Edges, source: Source) -> Region:
    if not edges.rows:
        raise FileError("refuse.empty", file=source.name)
    region = region_of(edges, edges.place(source.wishes))
    if region.is_empty:
        raise FileError("refuse.header_only", file=source.name)
    return region


def _with_recipe(raw: Raw, region: Region, plain: Plain, source: Source) -> Raw:
    recipe = Recipe(
        format="csv",
        encoding=plain.encoding,
        header=region.header_row,
        header_rows=region.place.header_rows,
        left_out=region.place.left_below + len(region.place.totals),
        wishes=source.wishes,
    )
    return replace(raw, recipe=recipe, notices=(*region.notices, *raw.notices))


def _said_of_rival(rival: Rival | None) -> Iterator[Notice]:
    """Yield what is said about another letter that may stand between the columns."""
    if rival:
        letter = {"\t": "TAB", " ": _("blank")}.get(rival.letter, rival.letter)
        values: dict[str, Value] = {"letter": letter, "count": rival.times}
        yield Notice(code="find.other_delimiter", values=values, level="caution")


def _said_of_comments(table: TextTable) -> Iterator[Notice]:
    """Yield what is said about lines that are comments."""
    if not table.width:
        return
    texts: list[str] = []
    count = 0
    for count, text in enumerate(comments_of(table), start=1):
        if count <= _SHOWN:
            texts.append(text[:_LONGEST_SHOWN])
    if count:
        yield Notice(code="import.comments", values={"count": count, "texts": texts})
