"""Say what a file contains: the columns of a table, or the card of a model."""

from dataclasses import replace
from pathlib import Path

from desktop_app.journeys.reading import read_as_asked
from desktop_app.models.admission import admitted
from desktop_app.models.card import card_of
from desktop_app.models.compared_card import compared_card_of
from desktop_app.models.forecast_card import forecast_card_of
from desktop_app.models.kinds import by_kind
from desktop_app.models.package import looks_like_model
from desktop_app.records.compared_cards import ComparedCard
from desktop_app.records.forecast_cards import ForecastCard
from desktop_app.records.jobs import Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.models import ModelCard
from desktop_app.records.orders import ColumnFacts, Inspected, InspectOrder
from desktop_app.records.tables import Column, Table

_LEVELS = 20  # of a column, shown of a model


def inspect_file(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return what is in the file, which its first bytes decide and not its name; nothing is kept."""
    order = from_json(InspectOrder, params)
    if looks_like_model(Path(order.path)):
        found = _about_model(order)
    else:
        found = _about_table(read_as_asked(order, folder, report))
    return to_json(found)


def inspect_model(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:  # noqa: ARG001 - as every journey
    """Return the card of a file that should be a model. Raises ModelError when it is none."""
    order = from_json(InspectOrder, params)
    return to_json(_about_model(order))


def _about_table(table: Table) -> Inspected:
    return Inspected(
        name=table.name,
        rows=table.rows,
        columns=tuple(map(_facts, table.columns)),
        questions=table.questions,
        warnings=table.warnings,
        recipe=table.recipe,
        columns_out=tuple(map(_facts, table.columns_out)),
        rows_out=table.rows_out,
    )


def _facts(column: Column) -> ColumnFacts:
    return ColumnFacts(
        name=column.name,
        type=column.type,
        missing=column.missing,
        distinct=column.distinct,
        examples=column.examples,
        notes=column.notes,
        heading=column.in_file,
    )


def _about_model(order: InspectOrder) -> Inspected:
    path = Path(order.path)
    found = admitted(path, order.trust)
    about = by_kind(
        found.package,
        rows=lambda: _about_rows(card_of(found.package)),
        forecast=lambda: _about_forecast(forecast_card_of(found.package)),
        compared=lambda: _about_compared(compared_card_of(found.package)),
    )
    return replace(about, name=path.name, signed_by=found.signers)


def _about_rows(card: ModelCard) -> Inspected:
    features = tuple(replace(feature, levels=feature.levels[:_LEVELS]) for feature in card.schema.features)
    short = replace(card, schema=replace(card.schema, features=features))
    return Inspected(name="", rows=card.evaluation.rows, recipe=card.recipe, card=short)


def _about_forecast(card: ForecastCard) -> Inspected:
    return Inspected(name="", rows=card.rows, recipe=card.recipe, forecast=card)


def _about_compared(card: ComparedCard) -> Inspected:
    return Inspected(name="", rows=card.rows, recipe=card.recipe, compared=card)
