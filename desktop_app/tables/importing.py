"""A file becomes a table: rows in Parquet, and a record of what they are and how they were read."""

import shutil
from dataclasses import replace
from pathlib import Path

from desktop_app.errors import FileError
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.tables import Table, Wishes
from desktop_app.tables.books.html_tables import read_html
from desktop_app.tables.books.workbooks import read_workbook
from desktop_app.tables.columns.describing import columns_of, notices_of, readings_of
from desktop_app.tables.columns.studying import Studied, study
from desktop_app.tables.duck import connect, memory_for, threads_for
from desktop_app.tables.faults import faults_of
from desktop_app.tables.kinds.packed import is_packed, unpack
from desktop_app.tables.kinds.signatures import recognise
from desktop_app.tables.place.headings import said_of_headings
from desktop_app.tables.raw import Raw, Source
from desktop_app.tables.stored.storage import write_table_record
from desktop_app.tables.stored.storing import store
from desktop_app.tables.text.delimited import read_delimited
from desktop_app.tables.text.scanning import fingerprint
from desktop_app.tables.typed.json_files import read_json
from desktop_app.tables.typed.parquet_files import read_parquet
from desktop_app.tables.typed.statistics_files import read_statistics

WISHES = Wishes()  # none
_READERS = {"csv": read_delimited, "html": read_html, "parquet": read_parquet, "json": read_json}
_OF_ROWS = ("csv", "xlsx", "xls", "xlsb", "ods", "html")
_SCRATCH = "reading"
_READ, _STUDIED = 0.35, 0.65  # of the time


def import_file(path: Path, folder: Path, *, name: str, report: Report, wishes: Wishes = WISHES) -> Table:
    """Return the table that *path* holds; its rows and its record are then in *folder*.

    *name* is what the person calls the file. Raises FileError where it holds no table, and SaveError where
    *folder* does not take it.
    """
    is_from_gzip = is_packed(path, name)
    scratch = folder / _SCRATCH
    with faults_of(folder):
        try:
            scratch.mkdir(parents=True, exist_ok=True)
            source = Source(path=path, name=name, scratch=scratch, wishes=wishes)
            raw = _unpacked(source) if is_from_gzip else _read(source)
            report(Progress(fraction=_READ))
            columns = _understand(raw, wishes, folder, report)
            if not columns:
                raise FileError("refuse.empty", file=name)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
        raw = replace(raw, recipe=replace(raw.recipe, wishes=wishes))
        table = _described(raw, columns, path, name)
        write_table_record(folder, table)
    report(Progress(fraction=1.0))
    return table


def _unpacked(source: Source) -> Raw:
    """Return what is packed in a file; its fingerprint is left to be taken of the file itself."""
    path = source.scratch / "unpacked"
    unpack(source.path, source.name, path)
    raw = _read(replace(source, path=path))
    return replace(raw, recipe=replace(raw.recipe, packed=True), sha256="")


def _read(source: Source) -> Raw:
    kind = recognise(source.path, source.name)
    match kind:
        case "xlsx" | "xls" | "xlsb" | "ods":
            return read_workbook(source, kind)
        case "sav" | "por" | "dta" | "sas7bdat" | "xpt":
            return read_statistics(source, kind)
        case _:
            return _READERS[kind](source)


def _understand(raw: Raw, wishes: Wishes, folder: Path, report: Report) -> tuple[Studied, ...]:
    """Return what the columns are; their cells are then stored in *folder*."""
    width = 2 * len(raw.headings)  # each is written as text and as what it means
    with connect(folder=folder / _SCRATCH, threads=threads_for(width), memory=memory_for(width)) as duck:
        columns = study(
            duck,
            raw,
            wishes.readings,
            lambda share: report(Progress(fraction=_READ + share * (_STUDIED - _READ))),
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
        readings=readings_of(studied),
    )
    headings = [raw.headings[column.place] for column in studied]
    is_of_rows = raw.recipe.format in _OF_ROWS  # other files know which are their names
    return Table(
        name=name,
        rows=raw.rows,
        columns=columns_of(studied, raw.rows),
        recipe=recipe,
        warnings=(
            *raw.notices,
            *(said_of_headings(headings) if is_of_rows else ()),
            *notices_of(studied, raw.rows),
        ),
        questions=tuple(column.question for column in studied if column.question),
        sha256=raw.sha256 or fingerprint(path),
        size=path.stat().st_size,
    )
