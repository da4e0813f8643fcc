"""Answer every row of a table that was prepared."""

from pathlib import Path

from desktop_app.models.applying import NewTable, apply_model
from desktop_app.models.opening import open_model
from desktop_app.models.preflight import preflight
from desktop_app.records.jobs import Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.orders import ANSWERS_FILE, ApplyOrder
from desktop_app.reports.notice_words import notice_text
from desktop_app.tables.duck import sharing
from desktop_app.tables.stored.storage import read_table


def apply(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return what came of it; the answers are then in `answers.parquet` in *folder*."""
    order = from_json(ApplyOrder, params)
    model = open_model(Path(order.model))
    table_folder = Path(order.table_folder)
    table = read_table(table_folder)
    with sharing(folder):
        new = NewTable(
            folder=table_folder,
            table=table,
            preflight=preflight(model.card, table_folder, table),
            allow_missing=order.allow_missing,
            decision=order.decision or model.card.decision,
            threads=order.threads,
        )
        return to_json(apply_model(model, new, folder / ANSWERS_FILE, notice_text, report))
