"""A file as Hunch reads it, for people who write Python."""

import shutil
import tempfile
import weakref
from collections.abc import Mapping
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from desktop_app.errors import FileError
from desktop_app.records.jobs import Progress
from desktop_app.records.orders import TrainFileOrder
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.tables import Column, Wishes
from desktop_app.records.tables import Table as TableRecord
from desktop_app.reports.notice_words import notice_text
from desktop_app.tables.duck import connect

if TYPE_CHECKING:
    import pandas as pd

File: TypeAlias = str | PathLike[str]
AS_IT_IS = Wishes()


class Table:
    """A file as Hunch reads it. Its rows lie in a temporary folder that goes with this object."""

    def __init__(self, path: Path, wishes: Wishes) -> None:
        from desktop_app.journeys.reading import read_as_asked

        self.path, self.wishes = path, wishes
        self._folder = Path(tempfile.mkdtemp(prefix="hunch-"))
        weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        order = TrainFileOrder(path=str(path), plan=TrainingPlan(target=""), out="", wishes=wishes)
        self.record: TableRecord = read_as_asked(order, self._folder, quiet)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns with their types and profiles."""
        return self.record.columns

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is doubtful in the file, a sentence each."""
        return tuple(text for notice in self.record.warnings if (text := notice_text(notice)))

    @cached_property
    def frame(self) -> "pd.DataFrame":
        """All rows and columns: float64 for numbers, datetime64 for dates, texts or categories for words."""
        from desktop_app.tables.stored.frames import read_frame

        wanted = {column.name: column.type for column in self.columns}
        return read_frame(self._folder, self.record, wanted)


def read_table(
    path: File,
    *,
    sheet: str = "",
    encoding: str = "",
    readings: Mapping[str, str] | None = None,
) -> Table:
    """Return the table in a file of any kind that Hunch opens.

    *readings* says of columns how their cells are meant, as --assume does: "number", "date-dmy", "text", ...
    Raises FileError where the file holds no table, UsageError for a sheet or a column that it does not have.
    """
    return Table(existing(path), Wishes(sheet=sheet, encoding=encoding, readings=dict(readings or {})))


def existing(file: File) -> Path:
    """Return the full path of a file that is there to be read. Raises FileError."""
    path = Path(file)
    if path.is_dir():
        raise FileError("error.file_is_folder", file=path.name or str(file))
    if not path.exists():
        raise FileError("error.file_gone", file=path.name or str(file))
    return path.resolve()


def written(frame: "pd.DataFrame", path: Path) -> Path:
    """Write the rows of a frame to *path*, a Parquet file in which each column keeps its type."""
    columns = {str(name): _cells(frame[name]) for name in frame}
    with connect(folder=path.parent) as duck:
        duck.register("rows", columns)
        duck.execute("COPY (SELECT * FROM rows) TO ? (FORMAT parquet)", [str(path)])
    return path


def quiet(progress: Progress) -> None:
    """Tell nobody how far the work is."""


def _cells(values: "pd.Series[Any]") -> Any:
    """Return numbers and moments as they are, all else as texts; None where a cell is missing."""
    import numpy as np

    if values.dtype.kind in "iuf" and isinstance(values.dtype, np.dtype):
        return values.to_numpy()
    if values.dtype.kind == "M":
        return values.to_numpy(dtype="datetime64[us]")
    return np.array(
        [None if missing else str(cell) for cell, missing in zip(values, values.isna(), strict=True)],
        dtype=object,
    )
