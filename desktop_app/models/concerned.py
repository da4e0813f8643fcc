"""The first rows of a new file that each thing said of it is about, for a person to look at."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_app.models.batches import ROWS
from desktop_app.models.left_out_rows import rules_for
from desktop_app.models.seen_before import rows_seen
from desktop_app.records.models import MOST_LISTED, Concerned, ModelCard
from desktop_app.records.notices import Notice
from desktop_app.records.tables import Table
from desktop_app.tables.duck import connect
from desktop_app.tables.steps.ruled_out import read_ruled_out
from desktop_app.tables.stored.cells import cells_of

MOST_THINGS = 200  # of a file: a wide one that differs everywhere is not listed to its end
Bools = npt.NDArray[np.bool_]


class Found:
    """Rows as they are met, batch by batch: the first of each thing."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, str], list[int]] = {}

    def wants(self, code: str, column: str) -> bool:
        """Whether there is room for more rows of a thing."""
        return len(self._rows.get((code, column), ())) < MOST_LISTED

    def add(self, code: str, column: str, start: int, is_one: Bools) -> None:
        """Take the rows of a batch, which begins at row *start*, that a thing is said of."""
        if self.wants(code, column):
            kept = self._rows.setdefault((code, column), [])
            kept += (start + np.flatnonzero(is_one)[: MOST_LISTED - len(kept)]).tolist()

    def of(self, notice: Notice) -> Sequence[int]:
        """Return the rows of what a notice says of a column."""
        return self._rows.get((notice.code, notice.columns[0]), ()) if notice.columns else ()


def rows_concerned(
    notices: Iterable[Notice], found: Found, unmet: Sequence[int], about: "Looking"
) -> tuple[Concerned, ...]:
    """Return the rows of each notice that speaks of single ones; *unmet*: rows of unseen combinations."""
    listed = []
    for notice in notices:
        rows = unmet if notice.code == "check.combination" else about.rows(notice.code) or found.of(notice)
        if len(rows):
            listed.append(Concerned(code=notice.code, columns=notice.columns, rows=tuple(rows)[:MOST_LISTED]))
    return tuple(listed[:MOST_THINGS])


class Looking:
    """Looks up the rows of what is said of a file as a whole, in the table itself."""

    def __init__(self, card: ModelCard, folder: Path, table: Table, learned_from: Path | None) -> None:
        self._card, self._folder, self._table = card, folder, table
        self._learned_from = learned_from

    def rows(self, code: str) -> Sequence[int]:
        """Return the first rows of a thing that is told by whole rows; none for any other."""
        if code == "check.repeated":
            return _repeats(self._folder, self._table)
        if code == "check.left_out":
            return self._left_out()
        if code == "check.seen_before" and self._learned_from:
            seen: Any = rows_seen(self._card, self._folder, self._table, self._learned_from)
            return [int(row) for row in seen[:MOST_LISTED]]
        return ()

    def _left_out(self) -> list[int]:
        rules, found = rules_for(self._card.recipe, self._table), list[int]()
        for start in range(0, self._table.rows, ROWS):
            rows = read_ruled_out(self._folder, self._table, rules, start=start, count=ROWS)
            found += [start + row for row in rows]
            if len(found) >= MOST_LISTED:
                break
        return found[:MOST_LISTED]


def _repeats(folder: Path, table: Table) -> list[int]:
    """Return the first rows that hold the same as an earlier one in every column."""
    cells = ", ".join(f"r{column.position}" for column in table.all_columns)
    source = cells_of(folder, table.all_columns)
    with connect(folder=folder) as duck:
        found = duck.execute(
            f"SELECT row FROM (SELECT row, row_number() OVER (PARTITION BY hash({cells}) ORDER BY row) AS n "  # noqa: S608 - our names
            f"FROM {source.sql}) WHERE n > 1 ORDER BY row LIMIT {MOST_LISTED}",
            [*source.bound],
        )
        return [row for (row,) in found.fetchall()]
