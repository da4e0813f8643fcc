"""Read a file into a table."""

from dataclasses import replace
from pathlib import Path

from desktop_app.errors import FileError
from desktop_app.journeys.reading import folder_there
from desktop_app.records.jobs import Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.lineage import ORIGINS
from desktop_app.records.orders import ImportOrder
from desktop_app.records.tables import Table
from desktop_app.tables.duck import sharing
from desktop_app.tables.findings.looking import with_findings
from desktop_app.tables.importing import import_file
from desktop_app.tables.steps.short_cut import Step, continued
from desktop_app.tables.stored.storage import read_table, replace_table


def import_table(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return the table, which is then in *folder*.

    Raises FileError where a file that is read anew is gone, or is not the one that was read before.
    """
    order = from_json(ImportOrder, params)
    path = Path(order.path)
    if order.table_id:
        _check_is_there(path, order)
    with sharing(folder):
        table = _continued(order, folder, report) if order.earlier else None
        if table is None:
            table = import_file(path, folder, name=order.name, report=report, wishes=order.wishes)
        if order.sha256 and table.sha256 != order.sha256:
            raise FileError("refuse.source_changed", file=order.name)
        return to_json(with_findings(_with_origin(table, folder, order), folder))


def _with_origin(table: Table, folder: Path, order: ImportOrder) -> Table:
    """Return a table that is read anew with where its rows come from, if it was put together of two."""
    earlier = folder_there(order.earlier)
    told = read_table(earlier).warnings if earlier else ()
    kept = tuple(notice for notice in told if notice.code in ORIGINS)
    if not kept:
        return table
    table = replace(table, warnings=(*kept, *table.warnings))
    replace_table(folder, table)
    return table


def _continued(order: ImportOrder, folder: Path, report: Report) -> Table | None:
    """Return the table as reading its file would give it, where the rows of the reading before tell that."""
    step = Step(Path(order.path), order.name, order.wishes, Path(order.earlier))
    return continued(step, folder, report)


def _check_is_there(path: Path, order: ImportOrder) -> None:
    """Raise FileError where it is plain without reading that a file is gone or has changed."""
    if not path.is_file():
        raise FileError("refuse.source_gone", file=order.name)
    if order.size and path.stat().st_size != order.size:
        raise FileError("refuse.source_changed", file=order.name)
