"""The answers on disk: one row for each row of the table, taken a batch at a time."""

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

import numpy as np
import pandas as pd

from desktop_app.tables.duck import connect
from desktop_app.tables.faults import faults_of
from desktop_app.tables.out.placing import placed

Kind = Literal["DOUBLE", "VARCHAR"]
_MEMORY = 128 * 2**20  # bytes; what does not fit waits on the disk
_COLUMN_MEMORY = 4 * 2**20  # a row group of each column is held while it is written


class AnswerFile:
    """A Parquet file with the columns row, a0, a1, ... that appears whole when it is finished."""

    def __init__(self, path: Path, kinds: Sequence[Kind]) -> None:
        self._path = path
        self._kinds = kinds
        memory = _MEMORY + _COLUMN_MEMORY * len(kinds)
        self._duck = connect(folder=path.parent, memory=memory)
        columns = ", ".join(f"a{place} {kind}" for place, kind in enumerate(kinds))
        self._duck.execute(f"CREATE TEMP TABLE answers (row BIGINT, {columns})")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._duck.close()

    def add(self, start: int, columns: Sequence[Any]) -> None:
        """Take the answers of the rows from *start* on: an array for each column; an empty text is none."""
        batch = pd.DataFrame({f"a{place}": column for place, column in enumerate(columns)})
        batch.insert(0, "row", np.arange(start, start + len(batch), dtype=np.int64))
        cells = ", ".join(_cell(place, kind) for place, kind in enumerate(self._kinds))
        with faults_of(self._path):
            self._duck.register("batch", batch)
            self._duck.execute(f"INSERT INTO answers SELECT row, {cells} FROM batch")  # noqa: S608 - our names
            self._duck.unregister("batch")

    def finish(self) -> None:
        """Write all that was taken, in its order."""
        with placed(self._path) as draft:
            self._duck.execute(
                "COPY answers TO ? (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 100000)", [str(draft)]
            )


def _cell(place: int, kind: Kind) -> str:
    return f"nullif(a{place}, '')" if kind == "VARCHAR" else f"a{place}"
