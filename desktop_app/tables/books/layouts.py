"""Where the table of a sheet is: which part of the sheet, which rows name its columns, which are left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_app.records.notices import Notice, Value
from desktop_app.records.tables import Wishes
from desktop_app.tables.books.grids import Grid
from desktop_app.tables.books.merged_names import lines_of_names, merged_names
from desktop_app.tables.books.ranges import CellRange
from desktop_app.tables.books.regions import tables_of
from desktop_app.tables.books.sheet_cells import texts_of
from desktop_app.tables.books.surveys import Survey, survey
from desktop_app.tables.books.typed_names import names_below
from desktop_app.tables.place.headings import with_blank_columns
from desktop_app.tables.place.locating import Place, locate, numbered

_MOST_SHOWN = 10  # ranges


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A table found on a sheet."""

    grid: Grid
    survey: Survey
    place: Place
    notices: tuple[Notice, ...]

    @property
    def rows(self) -> int:
        """Return how many rows the table has."""
        return max(0, self.survey.rows - self.place.first - self.place.left_below - len(self.place.totals))

    @property
    def header(self) -> int:
        """Return the row of the sheet, from 1, with the last line of names; 0 where there is none."""
        return self.survey.head[self.place.header].number + 1 if self.place.header >= 0 else 0

    @property
    def top(self) -> int:
        """Return the first row of the table in the sheet, its names included; rows count from 0."""
        first = self.place.header - self.place.header_rows + 1 if self.place.header >= 0 else self.place.first
        return self.survey.head[first].number


def lay_out(grid: Grid, wishes: Wishes) -> Layout | None:
    """Return where the table in a grid is; None where it holds nothing."""
    said: list[Notice] = []
    found = survey(grid)
    is_free = not wishes.range and wishes.header is None
    if tables := tables_of(grid, found) if is_free else ():
        ranges = [str(table) for table in tables]
        values: dict[str, Value] = {"count": len(ranges), "range": ranges[0], "ranges": ranges[:_MOST_SHOWN]}
        said.append(Notice(code="import.tables", values=values, level="caution"))
        grid = grid.cut(tables[0])
        found = survey(grid)
    if not found.rows:
        return None
    place = _place(found, _in_rows(found, wishes))
    if place.header >= 0:
        place = _with_lines_of_names(grid, found, place, wishes)
    row = found.head[place.header].number + 1 if place.header >= 0 else found.head[place.first].number + 1
    said += with_blank_columns(numbered(place, row), place.columns)
    return Layout(grid=grid, survey=found, place=place, notices=tuple(said))


def _in_rows(found: Survey, wishes: Wishes) -> Wishes:
    """Return the wishes with the row of names counted as `locate` does, without empty rows."""
    if not wishes.header:
        return wishes
    above = sum(row.number < wishes.header - 1 for row in found.head)
    return replace(wishes, header=min(above + 1, len(found.head)))


def _place(found: Survey, wishes: Wishes) -> Place:
    head = [texts_of(row.cells) for row in found.head]
    tail = [texts_of(row.cells) for row in found.tail]
    return locate(head, tail, found.rows, wishes)


def _with_lines_of_names(grid: Grid, found: Survey, place: Place, wishes: Wishes) -> Place:
    """Return a place whose names are what merged cells and the kinds of cells say."""
    numbers = [row.number for row in found.head]
    first = place.header - place.header_rows + 1
    if wishes.header is None and (lines := names_below(found.head, place.header)):
        first = lines[0]
        place = _place(found, replace(wishes, header=lines[-1] + 1))
    merged = lines_of_names(grid.merged, numbers[place.header], grid.area)
    if merged:
        last = max(index for index, number in enumerate(numbers) if number <= merged[-1])
        if last != place.header and wishes.header is None:
            place = _place(found, replace(wishes, header=last + 1))
        first = min([first, *(index for index, number in enumerate(numbers) if number >= merged[0])])
    return _renamed(grid, found, place, _together(found, grid.merged, first, place.header))


def _together(found: Survey, merged: Sequence[CellRange], first: int, last: int) -> int:
    """Return the first line of names that no empty row parts from the last; merged cells fill their rows."""
    numbers = [row.number for row in found.head]
    while last > first:
        between = range(numbers[last - 1] + 1, numbers[last])
        if not all(any(cells.top <= row <= cells.bottom for cells in merged) for row in between):
            break
        last -= 1
    return last


def _renamed(grid: Grid, found: Survey, place: Place, first: int) -> Place:
    """Return a place whose lines of names begin with the row *first*."""
    is_known = first == place.header - place.header_rows + 1
    lines = found.head[first : place.header + 1]
    merged = [
        cells for cells in grid.merged if lines[0].number <= cells.bottom and cells.top <= lines[-1].number
    ]
    if is_known and not merged:
        return place
    used = {
        column for row in found.head[place.first :] for column, cell in enumerate(row.cells) if cell != ""
    }
    names = merged_names(lines, merged, grid.area, used)
    return replace(
        place,
        header_rows=place.header - first + 1,
        names=tuple(names[column] for column in place.columns),
        titles=place.titles[:first],
        notices=tuple(_without_lines(place.notices, first)),
    )


def _without_lines(notices: Sequence[Notice], titles: int) -> Iterator[Notice]:
    """Yield the notices, where no more than so many rows stand above the names."""
    for notice in notices:
        shown = notice.values.get("titles")
        if notice.code != "import.header" or not isinstance(shown, list):
            yield notice
        elif titles:
            count = min(titles, int(str(notice.values["count"])))
            yield replace(notice, values={**notice.values, "count": count, "titles": shown[:titles]})
