"""The table found on a sheet, written as text cells for its columns to be typed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.records.notices import Notice, Value
from desktop_app.records.tables import Recipe
from desktop_app.tables.books.layouts import Layout
from desktop_app.tables.books.ranges import CellRange
from desktop_app.tables.books.sheet_cells import Cell, Code, Kinds, texts_of
from desktop_app.tables.names import told_apart
from desktop_app.tables.place.gaps import Gaps, said_of_gaps
from desktop_app.tables.raw import Given, Raw, Text, load
from desktop_app.tables.text.respelling import Sink, write_rows


def write_table(layout: Layout, recipe: Recipe, scratch: Path) -> Raw:
    """Return the table of a layout, and how it was read added to the recipe; its file is in *scratch*."""
    is_numbered = recipe.format == "xlsx"  # so that answers can be written into the same rows
    body, place = _Body(layout, is_numbered=is_numbered), layout.place
    copy, goal = scratch / "sheet.csv", scratch / "raw.parquet"
    with copy.open("wb") as file:
        sink = Sink(file)
        write_rows(sink, body.rows(), len(place.columns))
    text = Text(
        path=copy,
        delimiter=",",
        width=len(place.columns),
        has_headings=False,
        longest=sink.longest,
        is_numbered=is_numbered,
    )
    load(text, goal, layout.rows)
    copy.unlink()
    given = body.kinds.given(len(place.columns))
    return Raw(
        path=goal,
        headings=tuple(name.replace("\0", "") for name in place.names),
        rows=layout.rows,
        recipe=_recipe(recipe, layout, body.last),
        notices=(
            *layout.notices,
            *said_of_gaps(body.gaps.count, body.gaps.first),
            *_said_of_merged(layout, body.last),
            *_said_of_nuls(body.nuls + sum(name.count("\0") for name in place.names)),
            *_said_of_codes(place.names, given, body.codes),
        ),
        given=given,
        is_numbered=is_numbered,
    )


class _Body:
    """The rows of a table below its names, and what is noticed on the way."""

    def __init__(self, layout: Layout, *, is_numbered: bool) -> None:
        self._layout, self._is_numbered = layout, is_numbered
        self.kinds = Kinds()
        self.gaps = Gaps()
        self.nuls = 0  # letters that no program shows
        self.codes: dict[int, str] = {}  # column -> a code in it
        self.last = layout.top  # row of the sheet

    def rows(self) -> Iterator[list[str]]:
        """Yield the cells of the kept columns as text, and behind them the row of the sheet if asked for."""
        place = self._layout.place
        end, totals = self._layout.survey.rows - place.left_below, frozenset(place.totals)
        columns = None if place.columns == tuple(range(place.columns[-1] + 1)) else place.columns
        waiting = [self._layout.header or self._layout.top]
        for index, row in enumerate(self._layout.grid.rows(is_shown=True)):
            if index >= end:
                break
            if index < place.first:
                continue
            waiting.append(row.number + 1)
            if index in totals:
                continue
            for number in waiting:  # an empty row in front of a total is no gap
                self.gaps.see(number)
            waiting.clear()
            self.last = row.number
            cells = (
                row.cells[: place.columns[-1] + 1] if columns is None else [row.cells[at] for at in columns]
            )
            self.kinds.see(cells)
            self._see_codes(cells)
            texts = self._without_nuls(texts_of(cells))
            yield self._numbered(texts, row.number + 1) if self._is_numbered else texts

    def _numbered(self, texts: list[str], number: int) -> list[str]:
        return [*texts, *[""] * (len(self._layout.place.columns) - len(texts)), str(number)]

    def _without_nuls(self, texts: list[str]) -> list[str]:
        if "\0" not in "".join(texts):
            return texts
        self.nuls += sum(text.count("\0") for text in texts)
        return [text.replace("\0", "") for text in texts]

    def _see_codes(self, cells: Sequence[Cell]) -> None:
        if not self._layout.grid.has_codes:
            return
        for column, cell in enumerate(cells):
            if type(cell) is Code and (column not in self.codes or self.codes[column][0] != "0"):
                self.codes[column] = cell


def _recipe(recipe: Recipe, layout: Layout, last: int) -> Recipe:
    place, area = layout.place, layout.grid.area
    used = CellRange(
        top=layout.top, left=area.left + place.columns[0], bottom=last, right=area.left + place.columns[-1]
    )
    return replace(
        recipe,
        header=layout.header,
        header_rows=place.header_rows,
        left_out=place.left_below + len(place.totals),
        range=str(used),
    )


def _said_of_merged(layout: Layout, last: int) -> Iterator[Notice]:
    """Yield what is said of merged cells among the rows: their value stands in the first cell only."""
    first = layout.survey.head[layout.place.first].number
    area = layout.grid.area
    count = sum(
        first <= cells.top <= last and area.left <= cells.left <= area.right for cells in layout.grid.merged
    )
    if count:
        yield Notice(code="find.merged_cells", values={"count": count}, level="caution")


def _said_of_nuls(count: int) -> Iterator[Notice]:
    if count:
        yield Notice(code="find.removed_marks", values={"count": count}, level="caution")


def _said_of_codes(
    headings: Sequence[str], given: Sequence[Given], codes: dict[int, str]
) -> Iterator[Notice]:
    names, _changed = told_apart(headings)
    for column, example in codes.items():
        if given[column] == "words":
            values: dict[str, Value] = {"column": names[column], "example": example}
            yield Notice(code="import.shown_codes", values=values, columns=(names[column],))
