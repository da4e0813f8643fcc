"""The answers on disk: one row for each row of the table, written a batch at a time."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pandas as pd

from desktop_app.tables.duck import connect

Kind = Literal["DOUBLE", "VARCHAR"]
_STORED = "(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 100000)"
_JOIN = f"COPY (SELECT * FROM read_parquet(?) ORDER BY row) TO ? {_STORED}"  # noqa: S608 - a constant


class AnswerFile:
    """A Parquet file with the columns row, a0, a1, ... filled by batches; it appears when finished."""

    def __init__(self, path: Path, kinds: Sequence[Kind]) -> None:
        self._path = path
        self._kinds = kinds
        self._parts: list[Path] = []

    def add(self, start: int, columns: Sequence[Any]) -> None:
        """Write the answers of the rows from *start* on: an array for each column; an empty text is none."""
        part = self._path.with_name(f"{self._path.name}.{len(self._parts)}")
        batch = pd.DataFrame({f"a{place}": column for place, column in enumerate(columns)})
        batch.insert(0, "row", np.arange(start, start + len(batch), dtype=np.int64))
        cells = ", ".join(_cell(place, kind) for place, kind in enumerate(self._kinds))
        with connect(folder=self._path.parent) as duck:
            duck.register("batch", batch)
            duck.execute(f"COPY (SELECT row, {cells} FROM batch) TO ? {_STORED}", [str(part)])  # noqa: S608 - our names
        self._parts.append(part)

    def finish(self) -> None:
        """Join the batches to one file."""
        whole = self._path.with_name(f"{self._path.name}.whole")
        parts = [str(part) for part in self._parts]
        with connect(folder=self._path.parent) as duck:
            duck.execute(_JOIN, [parts, str(whole)])
        for part in self._parts:
            part.unlink()
        whole.replace(self._path)


def _cell(place: int, kind: Kind) -> str:
    return f"nullif(a{place}, '') AS a{place}" if kind == "VARCHAR" else f"a{place}::DOUBLE AS a{place}"
