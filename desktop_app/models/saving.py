"""A trained predictor becomes a model file."""

import datetime
import logging
import platform
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd

from desktop_app.engine.predictor import Parts
from desktop_app.engine.training import Trained
from desktop_app.errors import ModelError, SaveError
from desktop_app.errors.traces import trace_of
from desktop_app.models.arrays import write_arrays
from desktop_app.models.canonical import write_json
from desktop_app.models.content import content_of, unpack
from desktop_app.models.describing import RARE, describe_schema
from desktop_app.models.golden import Golden, make_golden
from desktop_app.models.package import (
    FORMAT,
    KIND,
    WITHOUT_FORECAST,
    WITHOUT_GRAPH,
    WITHOUT_NAMES,
    WITHOUT_SETTINGS,
    Manifest,
    Package,
    pack,
    read_package,
)
from desktop_app.models.payload import types_of, write_estimators
from desktop_app.models.prose import card_text
from desktop_app.models.sound_evaluation import is_showable
from desktop_app.models.versions import versions
from desktop_app.models.whole_parts import unsound
from desktop_app.records.compared_cards import ComparedCard
from desktop_app.records.forecast_cards import ForecastCard
from desktop_app.records.jsonable import to_json
from desktop_app.records.models import ModelCard
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Evaluation
from desktop_app.records.tables import Recipe, Table
from desktop_app.tables.out.placing import placed

log = logging.getLogger(__name__)
Card = TypeVar("Card", ModelCard, ForecastCard, ComparedCard)
_WORDS = 200  # of a vocabulary, to make golden texts of


def save_model(
    path: Path, trained: Trained, table: Table, plan: TrainingPlan, frame: pd.DataFrame
) -> ModelCard:
    """Write the model to *path*, whole or not at all, and return its card.

    *frame* holds the rows it learned from: their ranges and values are kept, no row is. Raises SaveError,
    also for a model that would be too big to be opened again.
    """
    parts = trained.predictor.to_parts()
    schema = describe_schema(table, plan, trained.evaluation, frame)
    golden = make_golden(trained.predictor, schema, _words(parts), plan.seed)
    card = ModelCard(
        **begun(table),
        schema=schema,
        plan=plan,
        evaluation=_told(trained.evaluation, sum(_withheld(table).values())),
        golden_rows=len(golden.answers),
    )
    return write_model(path, card, parts, golden)


def begun(table: Table) -> dict[str, Any]:
    """Return what every card says of the making of its file: when, by what, and of which table."""
    return {
        "created": now(),
        "versions": versions(),
        "table": table.name,
        "table_sha256": table.sha256,
        "recipe": for_others(table),
    }


def now() -> str:
    """Return the moment that a card is stamped with."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


def write_model(path: Path, card: ModelCard, parts: Parts, golden: Golden) -> ModelCard:
    """Write a model file to *path*, whole or not at all, and return its card with the types it holds.

    Raises SaveError, also for a model that would be too big to be opened again.
    """
    own = {
        "schema.json": write_json(to_json(card.schema)),
        "plan.json": write_json(to_json(card.plan)),
        "evaluation.json": write_json(to_json(card.evaluation)),
        "golden.json": write_json(asdict(golden)),
        "card.md": card_text(card).encode(),
    }
    return write_parts(path, card, parts, own, _format(card, parts))


def write_parts(path: Path, card: Card, parts: Parts, own: Mapping[str, bytes], written_as: int) -> Card:
    """Write a model file of any kind in this format, whole or not at all; return its card with its types.

    *own*: its members but those that hold the recipe and the parts. Raises SaveError, also for a file that
    would be too big to be opened again.
    """
    estimators = write_estimators(parts.estimators)
    card = replace(card, estimator_types=types_of(estimators))
    members = {
        "recipe.json": write_json(to_json(card.recipe)),
        "features.json": write_json(parts.features),
        "arrays.npz": write_arrays(parts.arrays),
        "estimators.skops": estimators,
        **own,
    }
    manifest = Manifest(
        format=written_as,
        kind=KIND,
        created=card.created,
        versions=card.versions,
        platform=f"{platform.system()} {platform.machine()}",
        estimator_types=card.estimator_types,
        table=card.table,
        table_sha256=card.table_sha256,
        rows=card.rows,
        golden_rows=card.stored_answers,
        content=content_of(members, unpack(members)),
        files={},  # filled by pack()
    )
    data = pack(manifest, members)
    with placed(path) as draft:
        draft.write_bytes(data)
    return card


def check_opens(draft: Path, file: str, opens: Callable[[Package], object]) -> None:
    """Raise SaveError where a file does not pass the checks that it has to pass wherever it is opened."""
    try:
        package = read_package(draft)
        opens(package)
        if not is_showable(package):
            raise unsound(package)
    except ModelError as error:
        log.error("not saved: %s\n%s", error.code, trace_of(error))  # noqa: TRY400 - its words can hold a cell
        raise SaveError("save.refused", file=file) from error


def for_others(table: Table) -> Recipe:
    """Return the recipe but for what is not for who gets the model: other sheets, and rare values."""
    wishes, withheld = table.recipe.wishes, _withheld(table)
    kept = tuple(rule for place, rule in enumerate(wishes.rows_out) if place not in withheld)
    return replace(table.recipe, sheets=(), wishes=replace(wishes, rows_out=kept))


def _withheld(table: Table) -> dict[int, int]:
    """Return which rules about rows are withheld, by how many they left out: few may point to a person."""
    rules = table.recipe.wishes.rows_out
    counts = (*table.rows_out, *[0] * (len(rules) - len(table.rows_out)))
    return {
        place: count
        for place, (rule, count) in enumerate(zip(rules, counts, strict=True))
        if rule.kind == "value" and not rule.keep and count < RARE
    }


def _told(evaluation: Evaluation, withheld: int) -> Evaluation:
    """Return the evaluation as the file tells it, and how many rows were left out untold.

    Without the pairs that are drawn on the results page, and without typical rows: each is one row.
    """
    misses, receipt = evaluation.misses, evaluation.receipt
    return replace(
        evaluation,
        misses=misses and replace(misses, pairs=(), of=0),
        receipt=receipt and replace(receipt, rows_withheld=withheld),
        typical=(),
    )


def _format(card: ModelCard, parts: Parts) -> int:
    """Return the oldest format that says all of it: older programs know no rules, and no graphs."""
    if parts.features.get("own") or parts.features.get("strangers"):
        return FORMAT
    if card.evaluation.is_brought:
        return WITHOUT_FORECAST
    if card.plan.readable:
        return WITHOUT_GRAPH
    return WITHOUT_SETTINGS if card.recipe.wishes.names else WITHOUT_NAMES


def _words(parts: Parts) -> list[str]:
    """Return some words that the model knows, if it reads texts."""
    known: set[str] = set()
    for estimator in parts.estimators.values():
        vocabulary: dict[str, Any] = getattr(estimator, "vocabulary_", {})
        known |= {word for word in vocabulary if " " not in word}
    return sorted(known)[:_WORDS]
