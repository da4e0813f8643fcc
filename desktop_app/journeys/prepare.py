"""Read a new file and compare it with what a model needs."""

from pathlib import Path

from desktop_app.journeys.reading import NewFile, read_for_model
from desktop_app.journeys.stages import staged
from desktop_app.models.card import read_card
from desktop_app.models.preflight import preflight
from desktop_app.records.jobs import Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.orders import Prepared, PrepareOrder

_READING = 0.8  # of the time


def prepare(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return the table, which is then in *folder*, and how it fits the model."""
    order = from_json(PrepareOrder, params)
    card = read_card(Path(order.model))
    new = NewFile(path=Path(order.path), name=order.name, wishes=order.wishes)
    table = read_for_model(new, folder, card, staged(report, 0.0, _READING))
    prepared = Prepared(table=table, preflight=preflight(card, folder, table))
    result: dict[str, JSON] = to_json(prepared)
    return result
