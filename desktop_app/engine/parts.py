"""A learned model in pieces that a file can hold, and back: no piece can do anything by itself."""

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from desktop_app.engine.cells import Layout
from desktop_app.engine.features.categories import Categories
from desktop_app.engine.features.dates import Dates
from desktop_app.engine.features.numbers import Numbers
from desktop_app.engine.features.preparation import Preparation
from desktop_app.engine.features.texts import Words
from desktop_app.engine.intervals import Intervals
from desktop_app.engine.kinds.kind import Estimator
from desktop_app.engine.model import Chosen, Model
from desktop_app.records.jsonable import JSON, from_json, to_json

VERSION = 1
_MODEL, _WORDS, _SUMS = "model", "words", "sums"  # the names of the estimators

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A predictor in pieces: plain JSON, arrays of numbers, scikit-learn estimators."""

    features: dict[str, JSON]
    arrays: dict[str, Array]
    estimators: dict[str, Estimator]


class Whole(NamedTuple):
    """A predictor in one piece."""

    layout: Layout
    classes: tuple[str, ...]
    model: Model
    intervals: Intervals | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Record:
    """What the JSON says."""

    version: int
    kind: Chosen
    classes: tuple[str, ...]
    layout: Layout
    levels: tuple[tuple[str, ...], ...]  # of each category, the most frequent first
    weight: float
    lowest: float
    highest: float


def take_apart(whole: Whole) -> Parts:
    """Return the pieces of a predictor."""
    model, prepared = whole.model, whole.model.preparation
    record = _Record(
        version=VERSION,
        kind=model.kind,
        classes=whole.classes,
        layout=whole.layout,
        levels=prepared.categories.levels if prepared else (),
        weight=model.weight,
        lowest=model.lowest,
        highest=model.highest,
    )
    arrays: dict[str, Array] = {"simplest": model.simplest}
    estimators: dict[str, Estimator] = {} if model.estimator is None else {_MODEL: model.estimator}
    if whole.intervals is not None:
        arrays |= _fields("range", whole.intervals, ("answers", "below", "above"))
    if prepared is not None:
        arrays |= _preparation_arrays(prepared)
    if prepared is not None and prepared.words is not None:
        estimators[_WORDS] = prepared.words.weights
        if prepared.words.sums is not None:
            estimators[_SUMS] = prepared.words.sums
    return Parts(features=to_json(record), arrays=arrays, estimators=estimators)


def put_together(parts: Parts) -> Whole:
    """Return the predictor of these pieces. Raises ValueError, TypeError or KeyError if they do not fit."""
    record = from_json(_Record, parts.features)
    if record.version != VERSION:
        raise ValueError(f"version {record.version}")
    answers = max(1, len(record.classes))
    learned = record.kind != "baseline"
    model = Model(
        kind=record.kind,
        simplest=_array(parts, "simplest", (answers,)),
        weight=record.weight,
        lowest=record.lowest,
        highest=record.highest,
        classes=len(record.classes),
        preparation=_preparation(record, parts) if learned else None,
        estimator=parts.estimators[_MODEL] if learned else None,
    )
    return Whole(record.layout, record.classes, model, _intervals(parts))


def _preparation_arrays(prepared: Preparation) -> dict[str, Array]:
    names = ("centers", "spreads", "knots", "gaps")
    arrays = _fields("numbers", prepared.numbers, names) | _fields("dates", prepared.dates.parts, names)
    arrays["dates.hours"] = prepared.dates.hours
    if prepared.strongest is not None:
        arrays["strongest"] = prepared.strongest
    return arrays


def _fields(prefix: str, record: Any, names: tuple[str, ...]) -> dict[str, Array]:
    return {f"{prefix}.{name}": getattr(record, name) for name in names}


def _preparation(record: _Record, parts: Parts) -> Preparation:
    layout = record.layout
    if len(record.levels) != len(layout.categories):
        raise ValueError("levels")
    hours = _array(parts, "dates.hours", (len(layout.dates),), np.bool_)
    words = None
    if _WORDS in parts.estimators:
        words = Words(weights=parts.estimators[_WORDS], sums=parts.estimators.get(_SUMS))
    strongest = parts.arrays.get("strongest")
    return Preparation(
        layout=layout,
        numbers=_numbers(parts, "numbers", len(layout.numbers)),
        dates=Dates(
            hours=hours, parts=_numbers(parts, "dates", 4 * len(layout.dates) + int(np.count_nonzero(hours)))
        ),
        categories=Categories(levels=record.levels),
        words=words,
        strongest=None if strongest is None else _array(parts, "strongest", (len(strongest),), np.int64),
    )


def _numbers(parts: Parts, prefix: str, columns: int) -> Numbers:
    knots = parts.arrays[f"{prefix}.knots"]
    return Numbers(
        centers=_array(parts, f"{prefix}.centers", (columns,)),
        spreads=_array(parts, f"{prefix}.spreads", (columns,)),
        knots=_array(parts, f"{prefix}.knots", (columns, knots.shape[-1])),
        gaps=_array(parts, f"{prefix}.gaps", (columns,), np.bool_),
    )


def _intervals(parts: Parts) -> Intervals | None:
    if "range.answers" not in parts.arrays:
        return None
    bands = (len(parts.arrays["range.answers"]),)
    return Intervals(
        answers=_array(parts, "range.answers", bands),
        below=_array(parts, "range.below", bands),
        above=_array(parts, "range.above", bands),
    )


def _array(parts: Parts, name: str, shape: tuple[int, ...], kind: type = np.float64) -> Array:
    array = parts.arrays[name]
    if array.shape != shape or not np.can_cast(array.dtype, kind, casting="same_kind"):
        raise ValueError(name)
    return array.astype(kind)
