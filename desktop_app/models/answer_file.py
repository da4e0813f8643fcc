"""The answers on disk: one row for each row of the table, a part a batch, and in the end one file."""

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, NamedTuple, Self

import numpy as np

from desktop_app.models.parts import Parts, file_up_to, rows_answered
from desktop_app.tables.duck import connect, rows_in
from desktop_app.tables.faults import faults_of
from desktop_app.tables.out.placing import placed
from desktop_app.tables.row_groups import DENSE, PLAIN, Form, write_groups

Kind = Literal["DOUBLE", "VARCHAR"]
SORTED_FROM = 1_000_000  # amounts
_MEMORY = 128 * 2**20  # bytes
_COLUMN_MEMORY = 4 * 2**20  # a row group of each column is held while it is written
_PART, _WHOLE = Form(f"{PLAIN}, COMPRESSION snappy", 122_880), Form(DENSE, 100_000)


class Sums(NamedTuple):
    """What all answers are together: rows with a caution, rows of each class, or the ends of an amount."""

    cautions: int
    counts: dict[str, int]
    low: float | None
    middle: float | None
    high: float | None


class AnswerFile:
    """A Parquet file with the columns row, a0, a1, ... that appears whole when it is finished.

    What was added before work on the same *question* was cut off is still there: those up to row `done`.
    The *first* row is another than 0 where these are the answers to some rows of many.
    """

    def __init__(self, path: Path, kinds: Sequence[Kind], question: str, first: int = 0) -> None:
        self._path = path
        self._kinds = kinds
        self._parts = Parts(path.parent, question)
        self._first = first
        self.done = rows_answered(path.parent) or first
        # One thread: the same answers are the same bytes, wherever they were cut off.
        self._duck = connect(folder=path.parent, threads=1, memory=_MEMORY + _COLUMN_MEMORY * len(kinds))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._duck.close()

    def add(self, columns: Sequence[Any]) -> None:
        """Take the answers of the next rows: an array for each column; an empty text is none."""
        behind = self.done + len(columns[0])
        batch: dict[str, Any] = {"row": np.arange(self.done, behind, dtype=np.int64)}
        batch |= {f"a{place}": np.asarray(column) for place, column in enumerate(columns)}
        cells = ", ".join(_cell(place, kind) for place, kind in enumerate(self._kinds))
        with placed(file_up_to(self._parts.folder, behind)) as draft:
            self._duck.register("batch", batch)
            write_groups(self._duck, f"SELECT row, {cells} FROM batch", [], draft, _PART)  # noqa: S608 - our names
            self._duck.unregister("batch")
        self.done = behind

    def finish(self) -> None:
        """Join all that was taken, in its order."""
        files = [str(file) for file in self._parts.files]
        with placed(self._path) as draft:
            write_groups(self._duck, "SELECT * FROM read_parquet(?)", [files], draft, _WHOLE)
        if rows_in(self._duck, self._path) != self.done - self._first:
            raise ValueError("there is not one answer for each row")

    def sums(self, caution: int) -> Sums:
        """Return what all joined answers are together; *caution* is the place of that column."""
        file = [str(self._path)]
        with faults_of(self._path):
            (cautions,) = self._one(f"count(a{caution})")
            if self._kinds[0] == "VARCHAR":
                found = self._duck.execute(
                    "SELECT a0, count(*) FROM read_parquet(?) GROUP BY 1 ORDER BY 1", file
                )
                return Sums(cautions, dict(found.fetchall()), None, None, None)
            low, high = self._one("min(a0), max(a0)")
            return Sums(cautions, {}, low, self._middle(), high)

    def _middle(self) -> float | None:
        """Return the median of the amounts."""
        if self.done <= SORTED_FROM:
            return self._one("median(a0)")[0]  # type: ignore[no-any-return]  # a number, or there are none
        # To find it, the database would hold all of them; what it sorts may lie on the disk.
        found = self._duck.execute(
            "SELECT a0 FROM read_parquet(?) ORDER BY a0 LIMIT ? OFFSET ?",
            [str(self._path), 2 - self.done % 2, (self.done - 1) // 2],
        ).fetchnumpy()
        return float(np.mean(np.asarray(found["a0"])))

    def _one(self, what: str) -> tuple[Any, ...]:
        found = self._duck.execute(f"SELECT {what} FROM read_parquet(?)", [str(self._path)]).fetchone()  # noqa: S608 - our words
        return found or ()


def _cell(place: int, kind: Kind) -> str:
    return (
        f"nullif(a{place}, '')::VARCHAR AS a{place}" if kind == "VARCHAR" else f"a{place}::DOUBLE AS a{place}"
    )
