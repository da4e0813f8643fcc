"""A web page with one table, which some programs write and name .xls."""

import codecs
import re
from dataclasses import replace
from pathlib import Path

from desktop_app.errors import FileError
from desktop_app.language import size
from desktop_app.records.notices import Notice
from desktop_app.records.tables import Recipe
from desktop_app.tables.books.coded_cells import CodedCells
from desktop_app.tables.books.grids import Grid, wished_range
from desktop_app.tables.books.html_parsing import EndlessTagError, HtmlTable, TableParser, TooManyCellsError
from desktop_app.tables.books.layouts import lay_out
from desktop_app.tables.books.sheet_tables import write_table
from desktop_app.tables.raw import Raw, Source, check_width
from desktop_app.tables.text.letters import in_utf8

_LARGEST = 256 * 1024**2  # bytes of a page
_PIECE = 256 * 1024
_HEAD = 4096
_LARGER = 4  # times as many cells as the next one has the table that a page is about
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)


def read_html(source: Source) -> Raw:
    """Return the one table of a web page.

    Raises FileError where there is none, or where several could be meant.
    """
    if (bytes_ := source.path.stat().st_size) > _LARGEST:
        raise FileError("refuse.too_big", file=source.name, size=size(bytes_), limit=size(_LARGEST))
    plain = in_utf8(_with_charset(source))
    table, others = _the_table(_tables(plain.path, source.name), source.name)
    layout = lay_out(Grid(table, CodedCells(), wished_range(source)), source.wishes)
    if layout is None:
        raise FileError("refuse.html", file=source.name)
    check_width(len(layout.place.columns), source.name)
    if not layout.rows:
        raise FileError("refuse.header_only", file=source.name)
    recipe = Recipe(format="html", encoding=plain.encoding, wishes=source.wishes)
    raw = write_table(layout, recipe, source.scratch)
    said = [Notice(code="import.html_tables", values={"count": others})] if others else []
    return replace(raw, sha256=plain.sha256, notices=(*plain.notices, *said, *raw.notices))


def _with_charset(source: Source) -> Source:
    """Return the source read in the letters that the page itself names, where nobody wished for others."""
    with source.path.open("rb") as file:
        found = _CHARSET.search(file.read(_HEAD))
    if source.wishes.encoding or found is None:
        return source
    try:
        encoding = codecs.lookup(found[1].decode()).name
        b"x".decode(encoding)
    except (LookupError, ValueError):
        return source
    return replace(source, wishes=replace(source.wishes, encoding=encoding))


def _tables(page: Path, name: str) -> list[HtmlTable]:
    parser = TableParser()
    try:
        with page.open(encoding="utf-8", errors="replace") as file:
            while piece := file.read(_PIECE):
                parser.take(piece)
        return parser.end()
    except TooManyCellsError as error:
        raise FileError("refuse.sparse", file=name, cells=error.cells) from error
    except EndlessTagError as error:
        raise FileError("refuse.html", file=name) from error


def _the_table(tables: list[HtmlTable], name: str) -> tuple[HtmlTable, int]:
    """Return the table that a page is about, and how many others hold data."""
    data = [table for table in tables if table.is_data] or [table for table in tables if table.height > 1]
    data.sort(key=lambda table: -table.cells)
    if not data or (len(data) > 1 and data[0].cells < _LARGER * data[1].cells):
        raise FileError("refuse.html", file=name)
    return data[0], len(data) - 1
