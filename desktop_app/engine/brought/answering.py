"""What a graph gives as answers: chances of all classes, or amounts; none where it gives no such number."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.special import expit, softmax

from desktop_app.engine.arrays import Floats
from desktop_app.records.brought import AnswersAs

SLACK = 0.02  # by which chances in single or half precision may fail to add up to 1
_MOST = 1e30  # an amount beyond it is none


def answers_of(found: Any, form: AnswersAs, classes: Sequence[str]) -> Floats:
    """Return (rows, classes) chances, or (rows, 1) amounts, NaN in rows without an answer.

    *found* is an array (rows,), (rows, 1) or (rows, classes), or a list of maps from classes to numbers.
    Raises ValueError where it is neither.
    """
    numbers = _lines(found, classes)
    with np.errstate(all="ignore"):
        if form == "amount":
            return np.where(np.abs(numbers) <= _MOST, numbers, np.nan)
        if form == "logits":
            chances = softmax(numbers, axis=1) if numbers.shape[1] > 1 else _of_second(expit(numbers))
        else:
            chances = numbers if numbers.shape[1] > 1 else _of_second(numbers)
        return _settled(chances)


def are_chances(found: Any, classes: Sequence[str]) -> bool:
    """Return whether numbers (rows, classes), or of the second of two classes, are chances in all rows."""
    chances = answers_of(found, "probabilities", classes)
    numbers = _lines(found, classes)
    return not bool((np.isnan(chances).any(axis=1) & np.isfinite(numbers).all(axis=1)).any())


def _lines(found: Any, classes: Sequence[str]) -> Floats:
    """Return (rows, width) numbers."""
    width = max(1, len(classes))
    if isinstance(found, list):
        return _of_maps(found, classes)
    numbers = np.asarray(found, dtype=np.float64)
    if numbers.ndim == 1:
        numbers = numbers[:, None]
    if numbers.ndim != 2 or numbers.shape[1] not in ((1, 2) if width == 2 else (width,)):
        raise ValueError("the result has another shape")
    return numbers


def _of_maps(found: Sequence[Any], classes: Sequence[str]) -> Floats:
    """Return the numbers of maps whose keys are the classes, as texts or as numbers, or their places."""
    lines = []
    for one in found:
        if not isinstance(one, dict):
            raise ValueError("the result is no map")  # noqa: TRY004 - as for every other misfit
        by_name = {str(key): float(value) for key, value in one.items()}
        keys = classes if by_name.keys() == set(classes) else [str(place) for place in range(len(classes))]
        if by_name.keys() != set(keys):
            raise ValueError("the maps have other classes")
        lines.append([by_name[key] for key in keys])
    return np.array(lines, dtype=np.float64).reshape(len(lines), len(classes))


def _of_second(chances: Floats) -> Floats:
    return np.concatenate([1 - chances, chances], axis=1)


def _settled(chances: Floats) -> Floats:
    """Return chances that add up to 1; NaN where they are none."""
    total = chances.sum(axis=1, keepdims=True)
    is_one = (chances >= -SLACK).all(axis=1, keepdims=True) & (np.abs(total - 1) <= SLACK)
    kept = np.clip(chances, 0, None)
    return np.where(is_one, kept / kept.sum(axis=1, keepdims=True), np.nan)
