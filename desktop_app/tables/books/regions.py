"""Several tables on one sheet: each begins with a row of names, below an empty row or beside a column."""

from collections.abc import Sequence
from copy import deepcopy
from itertools import pairwise

from desktop_app.tables.books.grids import Grid, GridRow
from desktop_app.tables.books.ranges import CellRange
from desktop_app.tables.books.sheet_cells import Cell
from desktop_app.tables.books.surveys import Block, Survey, filled_of

_MOST_CELLS = 3_000_000  # of a table that may be two, side by side; in a larger one, nobody looks
_MOST_TITLES = 3  # above the names of a table
_LEAST_COLUMNS = _LEAST_TABLES = 2


def tables_of(grid: Grid, survey: Survey) -> tuple[CellRange, ...]:
    """Return where the tables of a sheet are, the largest one first; nothing where there is only one."""
    blocks = _one_below_another(survey.blocks)
    found = [part for block in blocks for part in _side_by_side(grid, block)]
    return tuple(sorted(found, key=lambda part: -part.cells)) if len(found) > 1 else ()


def _one_below_another(blocks: Sequence[Block]) -> list[Block]:
    """Return the tables that empty rows part; a block without names belongs to the table above it."""
    tables: list[Block] = []
    names: set[tuple[str, ...]] = set()
    for block in blocks:
        found = _names_of(block.head)
        if tables and (not found or found in names or not names):
            tables[-1].add(block)  # names once more: a new page of the same table
        else:
            tables.append(deepcopy(block))
        if found:
            names.add(found)
    return tables


def _side_by_side(grid: Grid, block: Block) -> list[CellRange]:
    """Return the tables that empty columns part, where they do not end in the same row."""
    area, groups = block.area(grid.area.left), _runs(sorted(block.used))
    if len(groups) < _LEAST_TABLES or area.cells > _MOST_CELLS:
        return [area]
    parts = []
    for first, last in groups:
        left = grid.area.left
        part = CellRange(top=area.top, left=left + first, bottom=area.bottom, right=left + last)
        rows = [row for row in grid.cut(part).rows() if len(filled_of(row.cells)) >= _LEAST_COLUMNS]
        if _names_of(rows):
            end = rows[-1].number
            parts.append(CellRange(top=area.top, left=part.left, bottom=end, right=part.right))
    ends = {part.bottom for part in parts}
    return parts if len(parts) >= _LEAST_TABLES and len(ends) >= _LEAST_TABLES else [area]


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first and the last of each run of numbers that follow one another."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and place == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs


def _names_of(rows: Sequence[GridRow]) -> tuple[str, ...]:
    """Return the names that a table begins with; none where it begins with values."""
    for place, (row, below) in enumerate(pairwise(rows)):
        if place > _MOST_TITLES:
            break
        filled = filled_of(row.cells)
        if len(filled) >= _LEAST_COLUMNS:
            return _names(filled, row.cells, below.cells)
    return ()


def _names(filled: Sequence[int], row: Sequence[Cell], below: Sequence[Cell]) -> tuple[str, ...]:
    """Return the texts of a row, where each is another one and some stand above what is no text."""
    texts = [cell for place in filled if isinstance(cell := row[place], str)]
    if len(texts) < len(filled) or len(set(texts)) < len(texts):
        return ()
    return tuple(texts) if any(not isinstance(below[place], str) for place in filled) else ()
