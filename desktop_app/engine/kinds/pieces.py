"""What is learned, as plain arrays and as an estimator of scikit-learn, and back."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from sklearn.ensemble import (
    ExtraTreesClassifier,
    ExtraTreesRegressor,
    HistGradientBoostingClassifier,
    HistGradientBoostingRegressor,
)
from sklearn.linear_model import LogisticRegression, Ridge

from desktop_app.engine.arrays import checked_classes
from desktop_app.engine.kinds.boosting import Logarithm
from desktop_app.engine.kinds.kernel import Curves
from desktop_app.engine.kinds.kind import Estimator
from desktop_app.engine.kinds.network import Layers
from desktop_app.engine.kinds.questions import Questions
from desktop_app.records.results import KindName


def taken_apart(estimator: Estimator) -> tuple[dict[str, Any], Estimator | None]:
    """Return the arrays of an estimator of our own, and that of scikit-learn, where there is one."""
    if isinstance(estimator, Curves | Layers | Questions):
        return estimator.to_arrays(), None
    if isinstance(estimator, Logarithm):
        return estimator.to_arrays(), estimator.estimator
    return {}, estimator


def put_back(kind: KindName, arrays: Mapping[str, Any], fitted: Estimator | None, features: int) -> Estimator:
    """Return the estimator of these pieces, which reads that many features.

    Raises ValueError or KeyError where they do not fit.
    """
    match kind:
        case "kernel":
            return Curves.from_arrays(arrays, features)
        case "network":
            return Layers.from_arrays(arrays, features)
        case "rule":
            return Questions.from_arrays(arrays, features)
    if not isinstance(fitted, _fitted_as(kind)) or fitted.n_features_in_ != features:
        raise ValueError("there is nothing learned, or something else")
    return Logarithm.around(fitted, arrays) if kind == "boosting_log" else fitted


def check_answers(estimator: Estimator, classes: int) -> None:
    """Raise ValueError unless an estimator tells some of so many classes apart, or answers with amounts."""
    known = np.asarray(getattr(estimator, "classes_", ()))
    if not classes and len(known) == 0:
        return
    if not classes or not hasattr(estimator, "predict_proba"):
        raise ValueError("it answers another question")
    codes = checked_classes({"classes": known})
    if len(codes) == 0 or codes[-1] >= classes:
        raise ValueError("it tells other classes apart")


def _fitted_as(kind: KindName) -> tuple[type[Any], ...]:
    match kind:
        case "linear":
            return (LogisticRegression, Ridge)
        case "forest":
            return (ExtraTreesClassifier, ExtraTreesRegressor)
        case "boosting_log":
            return (HistGradientBoostingRegressor,)
    return (HistGradientBoostingClassifier, HistGradientBoostingRegressor)
