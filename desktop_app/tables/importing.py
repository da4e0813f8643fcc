"""A file becomes a table: rows in Parquet, and a record of what they are and how they were read."""

import shutil
from dataclasses import replace
from pathlib import Path

from desktop_app.errors import FileError
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.tables import Table, Wishes
from desktop_app.tables.books.html_tables import read_html
from desktop_app.tables.books.workbooks import read_workbook
from desktop_app.tables.columns.studying import study
from desktop_app.tables.duck import connect, memory_for, sharing, threads_for
from desktop_app.tables.faults import faults_of
from desktop_app.tables.kinds.packed import is_packed, unpack
from desktop_app.tables.kinds.signatures import recognise
from desktop_app.tables.place.headings import with_blank_columns
from desktop_app.tables.raw import Raw, Source
from desktop_app.tables.recipes import settled
from desktop_app.tables.steps.leaving_out import Rows, leave_out
from desktop_app.tables.steps.studied_file import StudiedFile, finish, without_names
from desktop_app.tables.stored.storing import store
from desktop_app.tables.text.delimited import read_delimited
from desktop_app.tables.text.scanning import fingerprint
from desktop_app.tables.typed.json_files import read_json
from desktop_app.tables.typed.parquet_files import read_parquet
from desktop_app.tables.typed.statistics_files import read_statistics

WISHES = Wishes()  # none
_READERS = {"csv": read_delimited, "html": read_html, "parquet": read_parquet, "json": read_json}
_SCRATCH = "reading"
_READ, _STUDIED = 0.35, 0.65  # of the time


def import_file(path: Path, folder: Path, *, name: str, report: Report, wishes: Wishes = WISHES) -> Table:
    """Return the table that *path* holds; its rows and its record are then in *folder*.

    *name* is what the person calls the file. Raises FileError where it holds no table or nothing of it is to
    stay, and SaveError where *folder* does not take it.
    """
    wishes = settled(wishes, name)
    is_from_gzip = is_packed(path, name)
    scratch = folder / _SCRATCH
    with faults_of(folder), sharing(folder):
        try:
            scratch.mkdir(parents=True, exist_ok=True)
            source = Source(path=path, name=name, scratch=scratch, wishes=wishes)
            raw = _unpacked(source) if is_from_gzip else _read(source)
            report(Progress(fraction=_READ))
            found = _understand(raw, source, folder, report)
            if not found.columns:
                raise FileError("refuse.empty", file=name)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
        found = replace(found, sha256=raw.sha256 or fingerprint(path), size=path.stat().st_size)
        table = finish(folder, found, name, wishes)
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


def _understand(raw: Raw, source: Source, folder: Path, report: Report) -> StudiedFile:
    """Return what is known about the columns; the cells of the rows that stay are then stored in *folder*."""
    width = len(raw.headings)
    wishes = source.wishes
    with connect(folder=source.scratch, threads=threads_for(width), memory=memory_for(width)) as duck:
        columns = study(
            duck,
            raw,
            wishes.readings,
            lambda share: report(Progress(fraction=_READ + share * (_STUDIED - _READ))),
        )
        report(Progress(fraction=_STUDIED))
        found = StudiedFile(
            wishes=without_names(wishes),
            recipe=raw.recipe,
            notices=with_blank_columns(raw.notices, [column.place for column in columns]),
            headings=tuple(raw.headings[column.place] for column in columns),
            width=len(raw.headings),
            rows=raw.rows,
            columns=columns,
            is_numbered=raw.is_numbered,
        )
        if columns and wishes.rows_out:
            rows = Rows(raw.path, source.name, staying=source.scratch / "rest.parquet")
            found, rest = leave_out(duck, rows, found, wishes.rows_out)
            raw = replace(raw, path=rest)
        if columns:
            store(duck, raw, found.columns, folder)
        return found
