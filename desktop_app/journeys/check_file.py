"""Say how a file fits a model, before any row is answered."""

from dataclasses import replace
from pathlib import Path

from desktop_app.journeys.check_ahead import check_ahead
from desktop_app.journeys.compare_new import told_beside
from desktop_app.journeys.named_columns import read_as_named
from desktop_app.journeys.reading import about_recipe
from desktop_app.journeys.scaled_columns import Brought, scaled, scalings_of
from desktop_app.journeys.stages import staged
from desktop_app.models.admission import admitted
from desktop_app.models.card import card_of
from desktop_app.models.compared_file import OpenedCompared, open_compared
from desktop_app.models.compared_view import as_model_card
from desktop_app.models.forecast_file import open_forecast
from desktop_app.models.kinds import by_kind
from desktop_app.records.checking import CheckedBeside, CheckedFile, CheckFileOrder
from desktop_app.records.jobs import Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.models import ModelCard, Preflight
from desktop_app.records.orders import ANSWERS_FILE
from desktop_app.records.tables import Table
from desktop_app.reports.new_file_words import told_of
from desktop_app.tables.duck import sharing

_READING, _HALF = 0.8, 0.5  # of the time


def check_file(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return how the file fits; nothing is kept.

    Raises UsageError where a column is named that the model or the file does not have.
    """
    order = from_json(CheckFileOrder, params)
    found = admitted(Path(order.model), order.trust)
    with sharing(folder):
        checked = by_kind(
            found.package,
            rows=lambda: _checked(card_of(found.package), order, folder, report),
            forecast=lambda: check_ahead(open_forecast(found), order, folder, report),
            compared=lambda: _beside(open_compared(found), order, folder, report),
        )
    return to_json(checked)


def _checked(card: ModelCard, order: CheckFileOrder, folder: Path, report: Report) -> CheckedFile:
    return _read(card, order, folder, staged(report, 0.0, _READING))[1]


def _read(card: ModelCard, order: CheckFileOrder, folder: Path, report: Report) -> tuple[Table, CheckedFile]:
    """Return the table of a file, and how its columns fit."""
    table = read_as_named(order, folder, card, report)
    table, found = scaled(card, Brought(folder, table), scalings_of(order.multiply, card))
    found = _allowed(found, order.allow_missing)
    warnings = (*told_of(table, card.schema.names), *about_recipe(order.recipe, table))
    return table, CheckedFile(preflight=found, warnings=warnings)


def _beside(model: OpenedCompared, order: CheckFileOrder, folder: Path, report: Report) -> CheckedFile:
    """Return how the columns of a file fit, and all of its rows beside the old ones, as they will be told."""
    card = as_model_card(model.card)
    table, checked = _read(card, order, folder, staged(report, 0.0, _HALF))
    if checked.preflight.fit == "unfit":
        return checked
    rows, reporting = Brought(folder, table), staged(report, _HALF, 1.0)
    told = told_beside(model, rows, folder / ANSWERS_FILE, reporting, reasons=0)
    fit = "caution" if told.are_others else checked.preflight.fit
    beside = CheckedBeside(
        card=model.card,
        rows=table.rows,
        are_others=told.are_others,
        placing=told.placing,
        scoring=told.scoring,
    )
    warnings = (*checked.warnings, *model.notices)
    return replace(checked, preflight=replace(checked.preflight, fit=fit), beside=beside, warnings=warnings)


def _allowed(found: Preflight, allowed: tuple[str, ...]) -> Preflight:
    """Return the same where some columns may be missing: if no other one is, it is a caution."""
    if found.missing and set(found.missing) <= set(allowed):
        return replace(found, fit="caution")
    return found
