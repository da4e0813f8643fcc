"""Keep the groups of a table of the workspace, or what is usual in it, as a model among the others."""

from dataclasses import replace
from pathlib import Path

from desktop_app.errors import DataError
from desktop_app.journeys.compared_looked_at import kept_beside
from desktop_app.journeys.group_file import group_file
from desktop_app.journeys.odd_file import odd_file
from desktop_app.models.compared_card import compared_card_of
from desktop_app.models.package import read_package
from desktop_app.records.jobs import Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.keeping import KeepOrder
from desktop_app.records.orders import MODEL_FILE


def keep_beside(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return what is kept; the model is then in *folder*. Raises DataError where there are no groups."""
    order, model = from_json(KeepOrder, params), folder / MODEL_FILE
    if order.groups:
        groups = replace(order.groups, model=str(model), memory=order.memory)
        group_file(to_json(groups), folder, report)
    elif order.odd:
        odd_file(to_json(replace(order.odd, model=str(model))), folder, report)
    if not model.is_file():
        raise DataError("groups.none_again", model=order.name)
    return to_json(kept_beside(compared_card_of(read_package(model))))
