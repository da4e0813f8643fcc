"""One look at all rows of a sheet: how it begins, how it ends, and which rows and columns part it."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_app.tables.books.grids import Grid, GridRow
from desktop_app.tables.books.ranges import CellRange
from desktop_app.tables.books.sheet_cells import Cell

_HEAD, _TAIL = 200, 50  # rows
_MOST_BLOCKS = 200  # more gaps than that are within a table
_FIRST_ROWS = 6  # of a block


@dataclass(slots=True)
class Block:
    """Rows that no empty row parts; rows and columns count from 0."""

    first: int
    last: int
    head: list[GridRow] = field(default_factory=list)
    used: set[int] = field(default_factory=set)  # columns, from the first one of the grid on

    def take(self, row: GridRow) -> None:
        """Add a row."""
        self.last = row.number
        if len(self.used) < len(row.cells):
            self.used.update(filled_of(row.cells))
        if len(self.head) < _FIRST_ROWS:
            self.head.append(row)

    def add(self, other: "Block") -> None:
        """Add the rows of a block below it."""
        self.last = other.last
        self.used |= other.used

    def area(self, left: int) -> CellRange:
        """Return the cells of it in a grid that begins at the column *left*."""
        return CellRange(
            top=self.first, left=left + min(self.used), bottom=self.last, right=left + max(self.used)
        )


@dataclass(slots=True)
class Survey:
    """What one look at all rows tells."""

    head: list[GridRow] = field(default_factory=list)  # the first rows
    tail: deque[GridRow] = field(default_factory=lambda: deque(maxlen=_TAIL))  # the last rows
    rows: int = 0
    blocks: list[Block] = field(default_factory=list)  # none where there are too many


def survey(grid: Grid) -> Survey:
    """Return what the rows of a grid look like."""
    found = Survey()
    blocks: list[Block] = []
    for row in grid.rows():
        if found.rows < _HEAD:
            found.head.append(row)
        found.tail.append(row)
        found.rows += 1
        if not blocks or row.number > blocks[-1].last + 1:
            if len(blocks) > _MOST_BLOCKS:
                blocks[-1].last = row.number
                continue
            blocks.append(Block(row.number, row.number))
        blocks[-1].take(row)
    found.blocks = blocks if len(blocks) <= _MOST_BLOCKS else []
    return found


def filled_of(cells: Sequence[Cell]) -> list[int]:
    """Return the places with something in them."""
    return [place for place, cell in enumerate(cells) if cell != ""]
