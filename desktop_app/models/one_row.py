"""One row answered: cells as a person enters them, and what a model says of them."""

import datetime
import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from desktop_app.engine.brought.model import Brought
from desktop_app.engine.cells import Cells, read_cells
from desktop_app.errors import UsageError
from desktop_app.models.apiece import notices_of_group
from desktop_app.models.applying import decimals_of
from desktop_app.models.cautions import GUESSED, about_model, caution_notices
from desktop_app.models.decided import decided
from desktop_app.models.frames import make_frame
from desktop_app.models.opening import OpenedModel
from desktop_app.models.unmet import notices_of_unmet
from desktop_app.records.asking import Cell, Reply
from desktop_app.records.decisions import Decision
from desktop_app.records.models import Feature, ModelCard
from desktop_app.records.notices import Notice

_EPOCH = datetime.datetime(1970, 1, 1)  # noqa: DTZ001 - the days of a table have no zone
_SECOND = datetime.timedelta(seconds=1)


def frame_of(card: ModelCard, cells: Mapping[str, Cell]) -> pd.DataFrame:
    """Return the one row that a model reads; columns that it does not read are passed over.

    Raises UsageError where a cell is of another kind than its column.
    """
    features = card.schema.features
    return make_frame(features, {one.name: [_plain(one, cells.get(one.name))] for one in features})


def cells_of_row(model: OpenedModel, frame: pd.DataFrame) -> Cells:
    """Return the row as the engine holds it."""
    return read_cells(frame, model.predictor.layout)


def answered(model: OpenedModel, row: Cells, decision: Decision | None = None) -> Reply:
    """Return the answer for a row; of a number with as many digits as files of answers have.

    Raises UsageError where the decision is not about the classes of the model.
    """
    found = model.predictor.answer_cells(row)
    if found.probabilities is not None:
        classes = model.predictor.classes
        try:
            labels = decided(found, classes, decision).labels
        except ValueError as error:
            raise UsageError("error.not_understood") from error
        chances = dict(zip(classes, found.probabilities[0].tolist(), strict=True))
        return Reply(answer="" if labels is None else str(labels[0]), chances=chances)
    digits = decimals_of(model.card)
    amount, low, high = (_rounded(numbers, digits) for numbers in (found.amounts, found.low, found.high))
    if not model.card.evaluation.is_tested:  # nobody knows how far it may be off
        return Reply(answer=f"{amount:.{digits}f}", amount=amount)
    return Reply(answer=f"{amount:.{digits}f}", amount=amount, low=low, high=high)


def cautions_of_row(model: OpenedModel, frame: pd.DataFrame) -> tuple[Notice, ...]:
    """Return why the answer for a row should not be trusted, as files of answers say it."""
    card = model.card
    own = caution_notices(frame, card.schema.features, always=about_model(card.evaluation.verdict))
    predictor = model.predictor
    is_guess = isinstance(predictor.model, Brought) and predictor.answer(frame).guessed is not None
    guess = (Notice(code=GUESSED),) if is_guess else ()
    group = notices_of_group(frame, card.evaluation.apart)
    return (*own, *notices_of_unmet(frame, card.schema), *group, *guess)


def _plain(feature: Feature, cell: Cell) -> Cell:
    """Return a cell as a frame is made from: a number, seconds since 1970 of a day, or a text."""
    if cell is None or cell == "":
        return None
    if feature.type == "date":
        return _seconds(cell)
    if (feature.type == "number") != isinstance(cell, float | int) or not _is_finite(cell):
        raise UsageError("error.not_understood")
    return cell


def _seconds(cell: Cell) -> float:
    try:
        return (datetime.datetime.fromisoformat(str(cell)).replace(tzinfo=None) - _EPOCH) / _SECOND
    except ValueError as error:
        raise UsageError("error.not_understood") from error


def _is_finite(cell: Cell) -> bool:
    return not isinstance(cell, float | int) or math.isfinite(cell)


def _rounded(numbers: Any, digits: int) -> float:
    return float(np.round(numbers[0], digits) + 0.0)  # which makes 0 of -0
