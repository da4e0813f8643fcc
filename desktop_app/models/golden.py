"""Stored answers: made-up rows whose answers travel with a model and are asked again at each opening."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_app.engine.brought.model import Brought
from desktop_app.engine.predictor import Predictor
from desktop_app.models.frames import make_frame
from desktop_app.records.models import Feature, Schema

COUNT = 24
_TRIED = 3 * COUNT  # rows that stand on an edge are thrown away
_JITTER = 1e-7  # of the distance between the smallest and the largest number of a column
_TOLERANCE = 1e-6  # absolute and relative
_OF_SINGLE = 1e-4  # the same of a graph, which mostly computes in single precision
_TIE = 1e-4  # two classes as likely as that may change places on another computer
_EMPTY = 0.15  # of the cells of a column that had empty ones
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"  # stands for a value never seen
_WORDS = 6

Cell = str | float | None
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Golden:
    """The rows, a list of cells a column, and what the model said of them, a list of numbers a row."""

    columns: dict[str, list[Cell]]
    answers: list[list[float]]


def make_golden(predictor: Predictor, schema: Schema, words: Sequence[str], seed: int) -> Golden:
    """Return rows made from the schema and *words*, with answers that a small nudge leaves alone."""
    columns = made_up(schema, words, seed)
    answers = numbers_of_answers(predictor, schema, columns)
    steady = np.ones(_TRIED, dtype=bool)
    for jitter in (-_JITTER, _JITTER):
        moved = numbers_of_answers(predictor, schema, _moved(columns, schema, jitter))
        steady &= _close(answers, moved, predictor).all(axis=1)
    if schema.classes:
        steady &= _margin(answers) > _TIE
    kept = np.flatnonzero(steady)[:COUNT].tolist()
    return Golden(
        columns={name: [cells[row] for row in kept] for name, cells in columns.items()},
        answers=[answers[row].tolist() for row in kept],
    )


def still_agrees(predictor: Predictor, schema: Schema, golden: Golden) -> bool:
    """Return whether the model gives the stored answers. Raises ValueError where the rows do not fit."""
    if golden.columns.keys() != set(schema.names):
        raise ValueError("the stored rows have other columns")
    if any(len(cells) != len(golden.answers) for cells in golden.columns.values()):
        raise ValueError("the stored rows are not whole")
    if not golden.answers:
        return True
    then = np.array(golden.answers, dtype=np.float64)
    now = numbers_of_answers(predictor, schema, golden.columns)
    if now.shape != then.shape:
        return False
    same = bool(_close(now, then, predictor).all())
    return same and (not schema.classes or bool((now.argmax(axis=1) == then.argmax(axis=1)).all()))


def made_up(schema: Schema, words: Sequence[str], seed: int) -> dict[str, list[Cell]]:
    """Return some rows that the schema allows, their texts made of *words*: a list of cells a column."""
    dice = np.random.default_rng(seed)
    return {feature.name: _cells(feature, words, dice) for feature in schema.features}


def numbers_of_answers(predictor: Predictor, schema: Schema, columns: Mapping[str, list[Cell]]) -> Numbers:
    """Return the numbers of the answers: a probability a class, or the amount and its range; a line a row."""
    found = predictor.answer(make_frame(schema.features, columns))
    if found.probabilities is not None:
        return found.probabilities
    return np.column_stack([found.amounts, found.low, found.high])  # type: ignore[list-item]  # all there then


def _margin(answers: Numbers) -> Numbers:
    """Return how far the likeliest class of each row is ahead of the next."""
    ordered = np.sort(answers, axis=1)
    return ordered[:, -1] - ordered[:, -2]


def _close(one: Numbers, other: Numbers, predictor: Predictor) -> npt.NDArray[np.bool_]:
    near = _OF_SINGLE if isinstance(predictor.model, Brought) else _TOLERANCE
    return np.isclose(one, other, rtol=near, atol=near)


def _cells(feature: Feature, words: Sequence[str], dice: np.random.Generator) -> list[Cell]:
    cells = _known_cells(feature, words, dice)
    if feature.missing_share > 0:
        empty = dice.random(_TRIED) < _EMPTY
        return [None if gone else cell for cell, gone in zip(cells, empty, strict=True)]
    return cells


def _known_cells(feature: Feature, words: Sequence[str], dice: np.random.Generator) -> list[Cell]:
    if feature.type in ("number", "date"):
        least, most = feature.minimum or 0.0, feature.maximum or 0.0
        low, high = feature.low, feature.high
        if low is None or high is None or low == high:  # one number in all rows would be an edge in each
            low, high = least, most
        numbers = np.concatenate([dice.uniform(low, high, _TRIED - 4), [least, most, low, high]])
        rounded = (float(f"{number:.9g}") for number in numbers)
        return [round(number) if feature.type == "date" else number for number in rounded]
    if feature.type == "text":
        return [" ".join(dice.choice(words, _WORDS)) if words else _UNKNOWN for _ in range(_TRIED)]
    levels = [*feature.levels, _UNKNOWN]
    return [levels[place] for place in dice.integers(0, len(levels), _TRIED)]


def _moved(columns: Mapping[str, list[Cell]], schema: Schema, jitter: float) -> dict[str, list[Any]]:
    steps = {
        feature.name: jitter * ((feature.maximum or 0.0) - (feature.minimum or 0.0))
        for feature in schema.features
        if feature.type == "number"
    }
    return {
        name: [cell + steps[name] if name in steps and isinstance(cell, float) else cell for cell in cells]
        for name, cells in columns.items()
    }
