"""The columns that are added to a sheet: their names, widths and cells, row by row."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.records.tables import Table
from desktop_app.tables.books.ranges import range_of
from desktop_app.tables.names import free_name
from desktop_app.tables.columns.meanings import Meaning
from desktop_app.tables.out.outgoing import Outgoing, beside, count_marked, outgoing
from desktop_app.tables.out.workbook.areas import Surroundings
from desktop_app.tables.out.workbook.reasons import NotSafeError
from desktop_app.tables.out.workbook.sheet_stream import NewRow
from desktop_app.tables.stored.storage import TEXTS

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_LAST_COLUMN = 16_383  # from 0
_LONGEST_HEADING = 240  # letters: 255 for the names in a table of Excel, with room for a number
_NARROWEST, _WIDEST = 11, 50  # letters
_ROWS_AT_A_TIME = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A table in *folder*, the answers to its rows, and the file that it came from."""

    folder: Path
    table: Table
    answers: Path
    headings: Sequence[str]
    source: Path | None


class NewColumns:
    """The answers on their way into a sheet; *taken* are names that a table on it has already."""

    def __init__(self, duck: "DuckDBPyConnection", answered: Answered, taken: Collection[str]) -> None:
        self._duck = duck
        going = outgoing(duck, answered.folder, answered.table, answered.answers, answered.headings)
        texts = str(answered.folder / TEXTS)
        self._going = Outgoing(
            fields=going.fields[len(answered.table.columns) :],
            source=beside(Meaning("read_parquet(?) AS t", (texts,)), answered.answers),
        )
        self.around = self._surroundings(answered)
        names = (*(column.in_file for column in answered.table.columns), *taken)
        self.headings = _free(answered.headings, names)
        self.marked = count_marked(duck, self._going)

    def rows(self) -> Iterator[NewRow]:
        """Yield the answers of each row, under the number that the row has in its sheet."""
        cells = ", ".join(field.value for field in self._going.fields)
        found = self._duck.execute(
            f"SELECT t.n, {cells} FROM {self._going.source.sql}",  # noqa: S608 - our names
            [*self._going.source.bound],
        )
        while batch := found.fetchmany(_ROWS_AT_A_TIME):
            for number, *answers in batch:
                yield int(number), answers

    def widths(self) -> tuple[float, ...]:
        """Return how wide each column should be, in letters."""
        longest = ", ".join(
            f"coalesce(max(length({field.value})), 0)" if field.risk else "0" for field in self._going.fields
        )
        found = self._duck.execute(
            f"SELECT {longest} FROM {self._going.source.sql}",  # noqa: S608 - our names
            [*self._going.source.bound],
        ).fetchone()
        return tuple(
            float(max(_NARROWEST, min(_WIDEST, max(length, len(heading)) + 2)))
            for length, heading in zip(found or (), self.headings, strict=True)
        )

    def _surroundings(self, answered: Answered) -> Surroundings:
        """Return where the columns go; raises NotSafeError where that is not known, or beyond a sheet."""
        recipe = answered.table.recipe
        area = range_of(recipe.range)
        stored = [str(answered.folder / TEXTS)]
        known = self._duck.execute("DESCRIBE SELECT * FROM read_parquet(?)", stored).fetchall()
        if area is None or "n" not in (name for name, *_rest in known):
            raise NotSafeError("older")
        last = self._duck.execute("SELECT max(n) FROM read_parquet(?)", stored).fetchone()
        around = Surroundings(
            top=area.top,
            header=recipe.header - 1,
            bottom=int(last[0]) - 1 if last else 0,
            right=area.right,
            count=len(self._going.fields),
        )
        if around.last > _LAST_COLUMN:
            raise NotSafeError("wide")
        return around


def _free(headings: Sequence[str], names: Collection[str]) -> tuple[str, ...]:
    """Return headings that no column has, capital letters aside: in a table of Excel all differ by more."""
    taken = {name.casefold() for name in names}
    free = []
    for heading in headings:
        written = " ".join(heading.split())[:_LONGEST_HEADING]
        number = free_name(written.casefold(), taken)
        taken.add(number)
        free.append(written + number.removeprefix(written.casefold()))
    return tuple(free)
