"""Read a new file and compare it with what a model needs."""

from dataclasses import replace
from pathlib import Path

from desktop_app.errors import FileError
from desktop_app.journeys.named_columns import read_fitting
from desktop_app.journeys.reading import NewFile, folder_there
from desktop_app.journeys.scaled_columns import Brought, scaled
from desktop_app.journeys.stages import staged
from desktop_app.models.card import read_card
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.orders import Prepared, PrepareOrder
from desktop_app.tables.duck import sharing

_READING = 0.8  # of the time


def prepare(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return the table, which is then in *folder*, and how it fits the model.

    Raises FileError where a file that is read anew is gone.
    """
    order = from_json(PrepareOrder, params)
    card = read_card(Path(order.model), order.trust)
    if order.instead and not Path(order.path).is_file():
        raise FileError("refuse.source_gone", file=order.name)
    new = NewFile(path=Path(order.path), name=order.name, wishes=order.wishes, matches=order.matches)
    with sharing(folder):
        table = read_fitting(new, folder, card, staged(report, 0.0, _READING))
        report(Progress(fraction=_READING, read=True))
        brought = Brought(folder, table, folder_there(order.learned_from))
        table, found = scaled(card, brought, order.scalings, order.known_scalings)
        return to_json(Prepared(table=table, preflight=replace(found, refused=order.refused)))
