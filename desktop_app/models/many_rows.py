"""Many rows that came as cells, not as a file: answered with the numbers and words of a file of answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from desktop_app.engine.predictor import Predictions
from desktop_app.models.apiece import with_groups
from desktop_app.models.applying import decimals_of
from desktop_app.models.cautions import Say, about_model, caution_texts, with_guesses
from desktop_app.models.decided import decided
from desktop_app.models.left_out_cells import Row, rows_left_out
from desktop_app.models.left_out_rows import with_left_out
from desktop_app.models.opening import OpenedModel
from desktop_app.models.unmet import with_unmet
from desktop_app.records.models import Feature, ModelCard

_CHANCE_DECIMALS = 6  # as files of answers have them


@dataclass(frozen=True, slots=True, kw_only=True)
class RowAnswers:
    """The answers to some rows, one of each list a row."""

    answers: list[Any]  # a class, or an amount
    chances: list[list[float]]  # of every class, in the order of the schema; nothing for a number
    low: list[float]  # nothing where no range is known, and for a class
    high: list[float]
    cautions: list[str]


def answer_rows(
    model: OpenedModel, rows: Sequence[Row], columns: Mapping[str, list[Any]], say: Say
) -> RowAnswers:
    """Return the answers to rows, whose cells are of the kinds of their columns; days in ISO 8601.

    *columns* are those of the model, of the same rows. Raises ValueError or TypeError for a cell of another
    kind.
    """
    card = model.card
    features = card.schema.features
    frame = pd.DataFrame({one.name: _series(one, columns[one.name]) for one in features})
    found = model.predictor.answer(frame)
    cautions = caution_texts(
        frame, card.schema.features, {}, say, always=about_model(card.evaluation.verdict)
    )
    cautions = with_guesses(cautions, found, say)
    left_out = rows_left_out(card, rows, frame)
    cautions = with_unmet(with_left_out(cautions, left_out, say), frame, card.schema, say)
    texts: list[str] = with_groups(cautions, frame, card.evaluation.apart, say).tolist()
    if found.probabilities is None:
        amounts, low, high = _amounts(found, card)
        if not card.evaluation.is_tested:  # nobody knows how far it may be off
            low = high = []
        return RowAnswers(answers=amounts, chances=[], low=low, high=high, cautions=texts)
    labels = decided(found, card.schema.classes, card.decision).labels
    chances = found.probabilities.round(_CHANCE_DECIMALS).tolist()
    answers = [] if labels is None else [str(label) for label in labels]
    return RowAnswers(answers=answers, chances=chances, low=[], high=[], cautions=texts)


def _series(feature: Feature, cells: list[Any]) -> "pd.Series[Any]":
    """Return a column as `models.frames` makes it, of cells as JSON has them."""
    if feature.type == "number":
        return pd.Series(np.array(cells, dtype=np.float64))  # which makes NaN of None
    if "" in cells:
        cells = [cell or None for cell in cells]
    if feature.type == "date":
        moments = [cell or "NaT" for cell in cells]
        return pd.Series(np.array(moments, dtype="datetime64[us]"))
    return pd.Series(np.array(cells, dtype=np.object_), dtype=np.object_)


def _amounts(found: Predictions, card: ModelCard) -> list[list[float]]:
    digits = decimals_of(card)
    # Adding nothing makes 0 of -0.
    return [
        (np.round(numbers, digits) + 0.0).tolist()
        for numbers in (found.amounts, found.low, found.high)
        if numbers is not None
    ]
