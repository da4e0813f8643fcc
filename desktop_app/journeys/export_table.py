"""Write a table, with answers beside its columns if there are any, to a file of the person's."""

from pathlib import Path

from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.orders import ExportOrder
from desktop_app.tables.out.delivering import deliver, deliver_picked
from desktop_app.tables.out.workbook.new_columns import Answered
from desktop_app.tables.out.writing import write_answers
from desktop_app.tables.stored.storage import read_table


def export_table(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:  # noqa: ARG001 - as every journey
    """Return what was written; the file is then at `out`, whole."""
    order = from_json(ExportOrder, params)
    table_folder = Path(order.table_folder)
    table = read_table(table_folder)
    if order.answers:
        out = Path(order.out)
        answered = Answered(
            folder=table_folder,
            table=table,
            answers=Path(order.answers),
            headings=order.headings,
            source=Path(order.source) if order.source else None,
        )
        written = deliver_picked(answered, order.pick, out) if order.pick else deliver(answered, out)
    else:
        written = write_answers(table_folder, table, None, (), Path(order.out))
    report(Progress(fraction=1.0))
    return to_json(written)
