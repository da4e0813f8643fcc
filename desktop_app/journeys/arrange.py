"""Sort the rows of a table, or find some of them, for the page that shows them."""

from pathlib import Path

from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.views import VIEW_FILE, Arranged, ArrangeOrder
from desktop_app.tables.faults import faults_of
from desktop_app.tables.stored.storage import read_table
from desktop_app.tables.stored.viewing import write_view


def arrange(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return how many rows the view shows; their numbers are then in *folder*."""
    order = from_json(ArrangeOrder, params)
    table_folder = Path(order.table_folder)
    with faults_of(folder / VIEW_FILE):
        rows = write_view(table_folder, read_table(table_folder), order.view, folder / VIEW_FILE)
    report(Progress(fraction=1.0))
    return to_json(Arranged(rows=rows))
