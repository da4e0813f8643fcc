"""Rows that were tested, made up: what was really there and what a model said."""

from typing import Any

import numpy as np

from desktop_app.engine.evaluation.unseen import Unseen
from desktop_app.engine.target import Target


def kinds_of(values: Any, *classes: str) -> Target:
    """Return a column to predict that holds these codes of classes."""
    codes = np.asarray(values, dtype=np.int64)
    return Target(
        name="y",
        task="classification",
        classes=classes,
        values=codes,
        rows=np.arange(len(codes)),
        of=len(codes),
        decimals=0,
    )


def said(values: Any, answers: Any, *, repeats: int = 1, clusters: Any = None) -> Unseen:
    """Return tests of *values* with *answers*: chances of classes (tests, classes), or amounts (tests,)."""
    found = np.asarray(answers, dtype=np.float64)
    rows = np.tile(np.arange(len(found) // repeats), repeats)
    answers = found if found.ndim == 2 else found[:, None]
    return Unseen(
        classes=found.shape[1] if found.ndim == 2 else 0,
        rows=rows,
        values=np.asarray(values),
        answers=answers,
        guesses=answers,
        clusters=rows if clusters is None else np.asarray(clusters),
        repeats=repeats,
    )


def of_two(second: Any) -> Any:
    """Return the chances of two kinds from that of the second."""
    chances = np.asarray(second, dtype=np.float64)
    return np.stack([1 - chances, chances], axis=1)
