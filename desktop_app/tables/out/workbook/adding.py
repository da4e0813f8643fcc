"""Answers added to the workbook that their rows came from."""

import hashlib
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.parsers import expat

from desktop_app.records.orders import Written
from desktop_app.tables.duck import connect
from desktop_app.tables.out.placing import placed
from desktop_app.tables.out.workbook.drawings import is_covered
from desktop_app.tables.out.workbook.elements import elements_of, parser_of_sheets
from desktop_app.tables.out.workbook.new_columns import Answered, NewColumns
from desktop_app.tables.out.workbook.packages import (
    Parts,
    copy_package,
    faults_of_package,
    parts_of,
    read_part,
)
from desktop_app.tables.out.workbook.reasons import NotSafeError
from desktop_app.tables.out.workbook.row_cells import Added
from desktop_app.tables.out.workbook.sheet_ends import Ends
from desktop_app.tables.out.workbook.sheet_stream import Addition, SheetStream
from desktop_app.tables.out.workbook.wider_parts import names_in_tables, wider_parts

MACROS = ".xlsm"


def add_to_workbook(answered: Answered, out: Path) -> Written:
    """Write the workbook of a table to *out*, with its answers as columns behind the table.

    *out* may be that workbook itself. Raises NotSafeError where columns cannot be added without harm, and
    SaveError where *out* cannot be written; it is then as it was.
    """
    source = _source(answered)
    with placed(out) as goal:
        with faults_of_package(), source.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != answered.table.sha256:
                raise NotSafeError("changed")
            with zipfile.ZipFile(file) as archive:
                columns, is_under = _add(archive, answered, goal, out)
        size = goal.stat().st_size
    return Written(
        path=str(out),
        size=size,
        marked_cells=columns.marked,
        added=columns.headings,
        columns=tuple(column.in_file for column in answered.table.columns),
        workbook="same",
        covered=is_under,
    )


def _source(answered: Answered) -> Path:
    """Return the file that a table came from; raises NotSafeError where it cannot be added to."""
    source, recipe = answered.source, answered.table.recipe
    if recipe.format != "xlsx":
        raise NotSafeError("format")
    if recipe.packed:
        raise NotSafeError("packed")
    if source is None or not source.is_file():
        raise NotSafeError("gone")
    if not recipe.header:
        raise NotSafeError("no_names")
    return source


def _add(archive: zipfile.ZipFile, answered: Answered, goal: Path, out: Path) -> tuple[NewColumns, bool]:
    """Write the package to *goal*; *out* is where it will lie.

    What was added is returned, and whether a drawing lies over it.
    """
    parts = parts_of(archive, answered.table.recipe.sheet)
    if parts.has_macros != (out.suffix.lower() == MACROS):
        raise NotSafeError("macros" if parts.has_macros else "no_macros")
    with connect(folder=answered.folder) as duck, goal.open("wb") as written:
        columns = NewColumns(duck, answered, names_in_tables(archive, parts))
        around = columns.around
        stream = SheetStream(
            Addition(
                added=Added(first=around.first, last=around.last, plain_styles=_plain_styles(archive, parts)),
                headings=(around.header + 1, columns.headings),
                rows=columns.rows(),
                name=out.name,
            ),
            Ends(around, columns.widths()),
        )
        changed = wider_parts(archive, parts, around, columns.headings)
        copy_package(archive, written, changed, parts.sheet, lambda part: _checked(stream.copy(part)))
    return columns, is_covered(archive, parts, around.new)


def _plain_styles(archive: zipfile.ZipFile, parts: Parts) -> frozenset[bytes]:
    """Return the styles that show any value as it is, by their numbers."""
    if not parts.styles:
        return frozenset()
    elements = elements_of(read_part(archive, parts.styles))
    styles = [element for element in elements if element.name == "xf" and element.path[-1:] == ("cellXfs",)]
    return frozenset(
        b"%d" % number for number, style in enumerate(styles) if style.get("numFmtId", "0") == "0"
    )


def _checked(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the pieces of a part; raises NotSafeError where together they are no XML."""
    parser = parser_of_sheets()
    try:
        for piece in pieces:
            parser.Parse(piece, False)  # noqa: FBT003 - it takes no name
            yield piece
        parser.Parse(b"", True)  # noqa: FBT003
    except expat.ExpatError as error:
        raise NotSafeError("damaged") from error
