"""What every kind of model can do, so that the search treats them alike."""

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from scipy.special import expit, softmax

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.cells import Layout
from desktop_app.engine.effort import Effort
from desktop_app.engine.features.preparation import Form, Lines
from desktop_app.records.results import KindName

ANY_COLUMNS = Layout()
Values = Ints | Floats
Estimator = Any  # scikit-learn has no types


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """What a fit is told besides the rows."""

    classes: int  # 0 for a number
    effort: Effort
    seed: int
    layout: Layout = ANY_COLUMNS  # of the columns, where each is one feature


class Kind(Protocol):
    """A kind of model and the settings of it that are compared."""

    @property
    def name(self) -> KindName:
        """What it is called."""

    @property
    def form(self) -> Form:
        """In which form it reads the cells."""

    @property
    def most_rows(self) -> int:
        """How many rows it learns from at most."""

    @property
    def varies(self) -> bool:
        """Whether it is another model when it is learned with another seed, as far as that matters."""

    def settings(self, conditions: Conditions) -> tuple[float, ...]:
        """Return the settings, the plainest first."""

    def path(self, conditions: Conditions, learn: "Lesson", hidden: "Lesson") -> Floats:
        """Return the answers (settings, hidden rows, answers) of models learned with each setting."""

    def fit(self, conditions: Conditions, learn: "Lesson", setting: float) -> Estimator:
        """Return the model learned with one setting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """Rows in the form that one kind reads, with their answers."""

    features: Lines
    values: Values


def answers_of(estimator: Estimator, features: Lines, classes: int) -> Floats:
    """Return probabilities (rows, classes), 0 for a class it did not see, or amounts (rows, 1)."""
    if not classes:
        return np.asarray(estimator.predict(features), dtype=np.float64)[:, None]
    return spread(estimator.predict_proba(features), estimator.classes_, classes)


def spread(found: Floats, present: Ints, classes: int) -> Floats:
    """Return probabilities of all classes from those of the classes that are *present*."""
    answers = np.zeros((len(found), classes))
    answers[:, np.asarray(present, dtype=np.int64)] = found
    return answers


def chances_of(sums: Floats) -> Floats:
    """Return probabilities (rows, classes) from sums (rows, classes), or (rows, 1) where there are two."""
    if sums.shape[1] > 1:
        return np.asarray(softmax(sums, axis=1))
    chances = expit(sums[:, 0])
    return np.stack([1 - chances, chances], axis=1)


def dense(features: Lines) -> Floats:
    """Return features in single precision, none of them left out."""
    array = features if isinstance(features, np.ndarray) else features.toarray()
    return np.asarray(array, dtype=np.float32)
