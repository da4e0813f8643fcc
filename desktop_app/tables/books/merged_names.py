"""Names of columns that span merged cells: the name stands in the first of them and means all."""

from collections.abc import Collection, Sequence

from desktop_app.tables.books.grids import GridRow
from desktop_app.tables.books.ranges import CellRange
from desktop_app.tables.books.sheet_cells import texts_of

_MOST_LINES = 6


def lines_of_names(merged: Sequence[CellRange], header: int, area: CellRange) -> range:
    """Return the rows of names, by the merged cells that touch the row *header*; none where none does.

    A cell merged over several rows names all of them; one over some columns groups those below.
    """
    top = bottom = header
    is_touched = False
    for cells in merged:
        is_title = cells.left <= area.left and cells.right >= area.right
        if is_title or cells.bottom - cells.top >= _MOST_LINES:
            continue
        if cells.top <= header <= cells.bottom or (cells.bottom == header - 1 and cells.right > cells.left):
            top, bottom, is_touched = min(top, cells.top), max(bottom, cells.bottom), True
    return range(top, bottom + 1) if is_touched else range(0)


def merged_names(
    lines: Sequence[GridRow], merged: Sequence[CellRange], area: CellRange, used: Collection[int]
) -> tuple[str, ...]:
    """Return a name for each column of an area, its lines joined from the top.

    A merged cell names those of its columns that are *used*: counted from the first of the area.
    """
    width = area.right - area.left + 1
    texts = {row.number: [text.strip() for text in texts_of(row.cells)] for row in lines}
    for cells in merged:
        left = cells.left - area.left
        if cells.top not in texts or not 0 <= left < len(texts[cells.top]):
            continue
        text = texts[cells.top][left]
        for row in (row for row in texts if cells.top <= row <= cells.bottom):
            for column in range(left, min(cells.right - area.left + 1, len(texts[row]))):
                if column == left or column in used:
                    texts[row][column] = text
    rows = [[*texts[number], *[""] * (width - len(texts[number]))] for number in sorted(texts)]
    return tuple(" ".join(dict.fromkeys(filter(None, cells))) for cells in zip(*rows, strict=True))
