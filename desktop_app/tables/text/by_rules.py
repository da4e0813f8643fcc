"""A text table that keeps the rules, as DuckDB reads it."""

from collections import Counter
from pathlib import Path

from desktop_app.records.notices import Notice
from desktop_app.records.tables import Recipe
from desktop_app.tables.place.gaps import said_of_gaps
from desktop_app.tables.raw import MiscountError, Raw, Text, load
from desktop_app.tables.text.edges import Edges
from desktop_app.tables.text.scanning import Scan
from desktop_app.tables.text.scanning import scan as scan_text
from desktop_app.tables.text.text_records import TextTable
from desktop_app.tables.text.text_regions import Region

_PIECE = 1024 * 1024


def read_by_rules(table: TextTable, scan: Scan, edges: Edges, region: Region, scratch: Path) -> Raw | None:
    """Return the rows of a table; None where DuckDB finds fault, or other rows than were counted.

    What stands above and below the rows is cut off first, unless it is one line of names.
    """
    import duckdb

    width = _width(edges, region)
    if region.totals or width < region.width:
        return None
    text, rows = _whole(table, scan, edges, region, width), scan.records
    above = 0  # records above the rows
    if text is None:
        above = edges.row(region.first).number - 1
        path = _cut(table.path, edges, region, scratch)
        scan = scan_text(path)
        text, rows = _text(path, table, scan, width), scan.records
    goal = scratch / "raw.parquet"
    try:
        marks = load(text, goal, rows - text.has_headings)
    except (duckdb.InvalidInputException, MiscountError):
        return None
    finally:
        if text.path != table.path:
            text.path.unlink()
    notices = (*said_of_gaps(scan.gaps, scan.first_gap + above), *said_of_marks(marks, region))
    headings = (*region.headings, *[""] * (width - region.width))
    return Raw(
        path=goal,
        headings=headings,
        rows=rows - text.has_headings,
        recipe=Recipe(format="csv"),
        notices=notices,
    )


def _whole(table: TextTable, scan: Scan, edges: Edges, region: Region, width: int) -> Text | None:
    """Return the text as it is, where nothing stands in it but rows and one line of names above them."""
    first = edges.head[0]
    has_headings = region.place.header == 0
    if first.number != 1 or region.first != has_headings or len(first.cells) != width:
        return None
    if region.end != edges.rows or not _ends_with(table.path, edges.end_of(region.end - 1, table.path)):
        return None
    return _text(table.path, table, scan, width, has_headings=has_headings)


def _text(path: Path, table: TextTable, scan: Scan, width: int, *, has_headings: bool = False) -> Text:
    return Text(
        path=path,
        delimiter=table.dialect.delimiter,
        width=width,
        has_headings=has_headings,
        line_end=scan.line_end,
        has_text_marks=scan.may_hold_text_marks,
    )


def _ends_with(path: Path, end: int) -> bool:
    """Whether a file ends with this byte but for empty lines."""
    with path.open("rb") as file:
        file.seek(end)
        while piece := file.read(_PIECE):
            if piece.strip(b"\r\n"):
                return False
    return True


def _width(edges: Edges, region: Region) -> int:
    """Return how many cells most of the first rows have."""
    rows = edges.head[region.first : region.end]
    widths = Counter(len(record.cells) for record in rows)
    return max(widths, key=lambda width: (widths[width], width))


def _cut(path: Path, edges: Edges, region: Region, scratch: Path) -> Path:
    """Return a copy of the rows alone."""
    start = edges.begin_of(region.first, path)
    end = edges.end_of(region.end - 1, path)
    goal = scratch / "rows.csv"
    with path.open("rb") as file, goal.open("wb") as copy:
        file.seek(start)
        left = end - start
        while left > 0 and (piece := file.read(min(_PIECE, left))):
            copy.write(piece)
            left -= len(piece)
    return goal


def said_of_marks(cells: int, region: Region) -> tuple[Notice, ...]:
    """Return what is said when our mark was taken off this many cells, and off the headings."""
    count = cells + region.marked_headings
    return (Notice(code="import.text_marks", values={"count": count}),) if count else ()
