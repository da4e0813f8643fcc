"""Read a new file and compare it with what a model needs."""

from dataclasses import replace
from pathlib import Path

from desktop_app.errors import FileError
from desktop_app.journeys.reading import NewFile, read_for_model
from desktop_app.journeys.stages import staged
from desktop_app.models.card import read_card
from desktop_app.models.matched import fitting, matched_in
from desktop_app.models.preflight import preflight
from desktop_app.records.jobs import Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.models import ModelCard
from desktop_app.records.orders import Prepared, PrepareOrder
from desktop_app.records.tables import Table
from desktop_app.tables.duck import sharing

_READING = 0.8  # of the time


def prepare(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return the table, which is then in *folder*, and how it fits the model.

    Raises FileError where a file that is read anew is gone.
    """
    order = from_json(PrepareOrder, params)
    card = read_card(Path(order.model))
    if order.instead and not Path(order.path).is_file():
        raise FileError("refuse.source_gone", file=order.name)
    with sharing(folder):
        table = _read(order, card, folder, staged(report, 0.0, _READING))
        found = replace(preflight(card, folder, table), refused=order.refused)
        return to_json(Prepared(table=table, preflight=found))


def _read(order: PrepareOrder, card: ModelCard, folder: Path, report: Report) -> Table:
    """Return the table with the matches that the file calls for, which is known once it is read."""
    new = NewFile(path=Path(order.path), name=order.name, wishes=order.wishes, matches=order.matches)
    table = read_for_model(new, folder, card, report)
    fit = fitting(card, order.matches, table)
    if set(matched_in(card, table)) == set(fit):
        return table
    return read_for_model(replace(new, matches=fit), folder, card, report)
