"""The straight-line model: each column adds or takes away its share."""

import numpy as np
from sklearn.linear_model import LogisticRegression, Ridge

from desktop_app.engine.arrays import Floats
from desktop_app.engine.features.preparation import Form
from desktop_app.engine.kinds.kind import Conditions, Estimator, Lesson, answers_of
from desktop_app.records.results import KindName

_FOR_WORDS = 30.0  # weights of words are small numbers, so they need more freedom


class Linear:
    """Logistic or ridge regression; a setting is how freely it may bend to the rows."""

    name: KindName = "linear"
    form: Form = "lines"
    most_rows = 50_000
    varies = False

    def settings(self, conditions: Conditions) -> tuple[float, ...]:
        """Return the strengths of the effort."""
        return conditions.effort.strengths

    def path(self, conditions: Conditions, learn: Lesson, hidden: Lesson) -> Floats:
        """Return the answers for each strength; each fit starts where the one before ended."""
        estimator = _estimator(conditions, learn)
        fitted = (_fitted(estimator, learn, setting) for setting in self.settings(conditions))
        return np.stack([answers_of(model, hidden.features, conditions.classes) for model in fitted])

    def fit(self, conditions: Conditions, learn: Lesson, setting: float) -> Estimator:
        """Return the model of one strength."""
        return _fitted(_estimator(conditions, learn), learn, setting)


def _estimator(conditions: Conditions, learn: Lesson) -> Estimator:
    if conditions.classes:
        return LogisticRegression(max_iter=300, warm_start=True)
    dense = isinstance(learn.features, np.ndarray)
    return Ridge(solver="cholesky" if dense else "sparse_cg")


def _fitted(estimator: Estimator, learn: Lesson, setting: float) -> Estimator:
    if isinstance(estimator, Ridge):
        estimator.set_params(alpha=3.0 / setting)
    else:
        words = not isinstance(learn.features, np.ndarray)
        estimator.set_params(C=setting * (_FOR_WORDS if words else 1.0))
    return estimator.fit(learn.features, learn.values)
