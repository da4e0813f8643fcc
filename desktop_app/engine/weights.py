"""How much a model leans on each column, by its own numbers: quick, and only good for an order."""

from collections import defaultdict
from typing import Any

import numpy as np

from desktop_app.engine.arrays import Floats
from desktop_app.engine.kinds.kind import Estimator
from desktop_app.engine.model import Model


def weights_of(model: Model) -> dict[str, float]:
    """Return a weight for each column the model reads; 0 for one that it does not use."""
    if model.preparation is None:
        return {}
    names = model.preparation.layout.names
    texts = model.preparation.layout.texts
    found: defaultdict[str, float] = defaultdict(float, dict.fromkeys(names, 0.0))
    lines = model.kind == "linear"
    columns = model.preparation.columns_of_lines() if lines else model.preparation.columns_of_trees()
    for column, weight in zip(columns, _weights(model), strict=True):
        for name in (column,) if column else texts:
            found[name] += float(weight)
    return dict(found)


def _weights(model: Model) -> Floats:
    estimator: Any = model.estimator
    if model.kind == "linear":
        return np.asarray(np.abs(np.atleast_2d(estimator.coef_)).sum(axis=0), dtype=np.float64)
    if model.kind == "forest":
        return np.asarray(estimator.feature_importances_, dtype=np.float64)
    return _gains(estimator)


def _gains(estimator: Estimator) -> Floats:
    """Return how much each feature lowered the loss in all trees of boosting."""
    gains = np.zeros(estimator.n_features_in_)
    for trees in estimator._predictors:  # the only place where scikit-learn keeps the gains
        for tree in trees:
            inner = tree.nodes[tree.nodes["is_leaf"] == 0]
            np.add.at(gains, inner["feature_idx"], np.maximum(inner["gain"], 0))
    return gains
