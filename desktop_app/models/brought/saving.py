"""A graph that was looked at, asked and measured becomes a model file."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd

from desktop_app.engine.brought.parts import layout_of
from desktop_app.engine.measuring import Measured
from desktop_app.engine.predictor import Predictor
from desktop_app.models.brought.describing import schema_of
from desktop_app.models.brought.tested_rows import readings_of
from desktop_app.models.golden import make_golden
from desktop_app.models.saving import for_others, now, write_model
from desktop_app.models.versions import versions
from desktop_app.records.models import Feature, ModelCard
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation
from desktop_app.records.tables import Recipe, Table

_WORDS = ("a", "b", "one", "two", "x")  # to make golden texts of
_DAY = 86_400.0  # seconds
_THIS_LONG = {"number": (0.0, 1.0), "date": (18_000 * _DAY, 20_000 * _DAY)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The file of a graph, and the table of rows that came with it, if one did."""

    name: str
    sha256: str
    table: Table | None = None


def save_brought(
    path: Path, found: Measured, source: Source, plan: TrainingPlan, frame: pd.DataFrame | None
) -> ModelCard:
    """Write the model to *path*, whole or not at all, and return its card.

    *frame* holds the rows that came with it: their ranges and frequent values are kept, no row is. Raises
    SaveError, also for a model that would be too big to be opened again.
    """
    told = found.model.schema
    predictor = Predictor(
        layout=layout_of(told.columns), classes=told.classes, model=found.model, intervals=found.intervals
    )
    schema = schema_of(told, found.evaluation, frame, plan.seed)
    made_up = replace(schema, features=tuple(map(_with_range, schema.features)))
    golden = make_golden(predictor, made_up, _WORDS, plan.seed)
    card = ModelCard(
        created=now(),
        versions=versions(),
        table=source.name,
        table_sha256=source.sha256,
        schema=schema,
        plan=plan,
        evaluation=_for_others(found.evaluation),
        recipe=for_others(source.table) if source.table else Recipe(format="csv", wishes=readings_of(told)),
        golden_rows=len(golden.answers),
    )
    return write_model(path, card, predictor.to_parts(), golden)


def _for_others(evaluation: Evaluation) -> Evaluation:
    """Return the evaluation without the pairs that are drawn on the results page: each is from one row."""
    misses = evaluation.misses
    return replace(evaluation, misses=misses and replace(misses, pairs=(), of=0))


def _with_range(feature: Feature) -> Feature:
    """Return a column with numbers to make golden rows of, where nothing is known of it."""
    ends: Sequence[float] = _THIS_LONG.get(feature.type, ())
    if not ends or (feature.minimum is not None and feature.maximum is not None):
        return feature
    least = feature.minimum if feature.minimum is not None else ends[0]
    if feature.maximum is not None:
        least = min(least, feature.maximum - 1)
    most = feature.maximum if feature.maximum is not None else max(ends[1], least + 1)
    return replace(feature, minimum=least, maximum=most)
