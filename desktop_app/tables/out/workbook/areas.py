"""Where a table stands on its sheet, and what of a workbook is as wide as it."""

from dataclasses import dataclass, replace

from desktop_app.tables.books.ranges import CellRange, range_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The table on its sheet and the columns that are added behind it; all counts are from 0."""

    top: int  # first row, with the first line of names
    header: int  # row with the last line of them
    bottom: int  # last row
    right: int  # last column
    count: int  # columns that are added

    @property
    def first(self) -> int:
        """Return the first column that is added."""
        return self.right + 1

    @property
    def last(self) -> int:
        """Return the last column that is added."""
        return self.right + self.count

    @property
    def new(self) -> CellRange:
        """Return the cells that are added, and those above them beside lines of names."""
        return CellRange(top=self.top, left=self.first, bottom=self.bottom, right=self.last)

    def widened(self, written: str) -> str:
        """Return a range that begins with the names and ends with the table, as wide as it is now.

        Any other range is returned as nothing: it stays as it is.
        """
        area = area_of(written)
        if area is None or area.right != self.right or area.top != self.header:
            return ""
        return str(replace(area, right=self.last))


def area_of(written: str) -> CellRange | None:
    """Return a range, or a single cell as one; None where it is none."""
    return range_of(written if ":" in written else f"{written}:{written}")


def meet(one: CellRange, other: CellRange) -> bool:
    """Whether two ranges have a cell in common."""
    both = one.within(other)
    return both.top <= both.bottom and both.left <= both.right
