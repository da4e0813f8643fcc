"""Read a new file and compare it with what a model needs."""

from pathlib import Path

from desktop_app.journeys.stages import staged
from desktop_app.models.card import read_card
from desktop_app.models.preflight import preflight
from desktop_app.records.jobs import Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.orders import Prepared, PrepareOrder
from desktop_app.tables.importing import import_file

_READING = 0.8  # of the time


def prepare(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return the table, which is then in *folder*, and how it fits the model."""
    order = from_json(PrepareOrder, params)
    card = read_card(Path(order.model))
    table = import_file(Path(order.path), folder, name=order.name, report=staged(report, 0.0, _READING))
    prepared = Prepared(table=table, preflight=preflight(card, folder, table))
    result: dict[str, JSON] = to_json(prepared)
    return result
