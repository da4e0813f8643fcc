"""A file becomes a table: rows in Parquet, and a record of what they are and how they were read."""

import shutil
from dataclasses import replace
from pathlib import Path

from desktop_app.errors import FileError
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.tables import Table
from desktop_app.tables.delimited import read_delimited
from desktop_app.tables.describing import columns_of, notices_of
from desktop_app.tables.duck import connect, memory_for, threads_for
from desktop_app.tables.faults import faults_of
from desktop_app.tables.headings import said_of_headings
from desktop_app.tables.raw import Raw
from desktop_app.tables.scanning import fingerprint, scan
from desktop_app.tables.signatures import recognise
from desktop_app.tables.storage import write_table_record
from desktop_app.tables.storing import store
from desktop_app.tables.studying import Studied, study
from desktop_app.tables.workbooks import read_workbook

_SCRATCH = "reading"
_READ, _STUDIED = 0.35, 0.65  # of the time


def import_file(path: Path, folder: Path, *, name: str, report: Report) -> Table:
    """Return the table that *path* holds; its rows and its record are then in *folder*.

    *name* is what the person calls the file. Raises FileError where it holds no table, and SaveError where
    *folder* does not take it.
    """
    kind = recognise(path, name)
    scratch = folder / _SCRATCH
    with faults_of(folder):
        try:
            scratch.mkdir(parents=True, exist_ok=True)
            raw = read_workbook(path, name, scratch) if kind == "xlsx" else _read_text(path, name, scratch)
            report(Progress(fraction=_READ))
            columns = _understand(raw, scratch, folder, report)
            if not columns:
                raise FileError("refuse.empty", file=name)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
        table = _described(raw, columns, path, name)
        write_table_record(folder, table)
    report(Progress(fraction=1.0))
    return table


def _read_text(path: Path, name: str, scratch: Path) -> Raw:
    return read_delimited(path, name, scan(path), scratch)


def _understand(raw: Raw, scratch: Path, folder: Path, report: Report) -> tuple[Studied, ...]:
    """Return what the columns are; their cells are then stored in *folder*."""
    width = 2 * len(raw.headings)  # each is written as text and as what it means
    with connect(folder=scratch, threads=threads_for(width), memory=memory_for(width)) as duck:
        columns = study(
            duck, raw, lambda share: report(Progress(fraction=_READ + share * (_STUDIED - _READ)))
        )
        report(Progress(fraction=_STUDIED))
        if columns:
            store(duck, raw, columns, folder)
        return columns


def _described(raw: Raw, studied: tuple[Studied, ...], path: Path, name: str) -> Table:
    marks = dict.fromkeys(mark for column in studied for mark in column.reading.missing)
    recipe = replace(
        raw.recipe,
        missing_marks=tuple(marks),
        types={column.name: column.reading.type for column in studied},
    )
    headings = [raw.headings[column.place] for column in studied]
    return Table(
        name=name,
        rows=raw.rows,
        columns=columns_of(studied, raw.rows),
        recipe=recipe,
        warnings=(*raw.notices, *said_of_headings(headings), *notices_of(studied)),
        sha256=raw.sha256 or fingerprint(path),
        size=path.stat().st_size,
    )
