"""Read a file into a table."""

from pathlib import Path

from desktop_app.records.jobs import Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.orders import ImportOrder
from desktop_app.tables.importing import import_file


def import_table(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return the table, which is then in *folder*."""
    order = from_json(ImportOrder, params)
    result: dict[str, JSON] = to_json(import_file(Path(order.path), folder, name=order.name, report=report))
    return result
