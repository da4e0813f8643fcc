"""How much a model leans on each column, by its own numbers: quick, and only good for an order."""

from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from desktop_app.engine.arrays import Floats
from desktop_app.engine.brought.model import Brought
from desktop_app.engine.features.preparation import Form, Preparation
from desktop_app.engine.kinds.boosting import Logarithm
from desktop_app.engine.kinds.kernel import Curves, bends
from desktop_app.engine.kinds.kind import Estimator
from desktop_app.engine.kinds.network import Layers
from desktop_app.engine.kinds.portfolio import KINDS
from desktop_app.engine.kinds.questions import Questions
from desktop_app.engine.model import AnyModel
from desktop_app.engine.own.correction import FORM, Own

_DRAWN = 60  # rows, to see how a network answers


def weights_of(model: AnyModel) -> dict[str, float]:
    """Return a weight for each column the model reads; 0 for one that it does not use.

    Into a model that was made elsewhere nobody looks: all of its columns weigh the same.
    """
    if isinstance(model, Brought):
        return dict.fromkeys(model.names, 1.0)
    if model.preparation is None:
        return {}
    found: defaultdict[str, float] = defaultdict(float, dict.fromkeys(model.preparation.layout.names, 0.0))
    for member in model.members:
        weights = _weights(member.estimator)
        size = float(weights.sum()) or 1.0
        for name, weight in _by_column(model.preparation, KINDS[member.kind].form, weights):
            found[name] += member.weight * weight / size
    return dict(found) if model.own is None else _with_own(found, model.own, model.preparation)


def _with_own(found: dict[str, float], own: Own, preparation: Preparation) -> dict[str, float]:
    """Return the weights with what corrections of groups add, by which the column of groups counts, too."""
    steep = np.abs(own.weights).mean(axis=(0, 2))
    size = float(steep.sum()) or 1.0
    columns = preparation.columns_of(FORM)
    names = (own.column, *(columns[place] for place in own.features))
    for name, weight in zip(names, (steep / size).tolist(), strict=True):
        for one in (name,) if name else preparation.layout.texts:
            found[one] = found.get(one, 0.0) + weight
    return dict(found)


def _by_column(preparation: Preparation, form: Form, weights: Floats) -> Iterator[tuple[str, float]]:
    for column, weight in zip(preparation.columns_of(form), weights, strict=True):
        for name in (column,) if column else preparation.layout.texts:
            yield name, float(weight)


def _weights(estimator: Estimator) -> Floats:
    """Return how much each feature counts in what was learned."""
    if isinstance(estimator, Curves):
        return _steepness(estimator)
    if isinstance(estimator, Layers | Questions):
        return _reach(estimator) if isinstance(estimator, Layers) else estimator.gains
    if hasattr(estimator, "coef_"):
        return np.asarray(np.abs(np.atleast_2d(estimator.coef_)).sum(axis=0), dtype=np.float64)
    if hasattr(estimator, "estimators_"):
        return np.asarray(estimator.feature_importances_, dtype=np.float64)
    return _gains(estimator.estimator if isinstance(estimator, Logarithm) else estimator)


def _steepness(curves: Curves) -> Floats:
    """Return how far the answers move, at the points themselves, where a feature moves by its spread."""
    points, weights = curves.points, curves.weights
    near = bends(points, points, curves.width)
    heights = near @ weights
    found = np.zeros(points.shape[1])
    for answer in range(weights.shape[1]):
        pulls = near @ (weights[:, answer, None] * points)
        found += np.abs(points * heights[:, answer, None] - pulls).mean(axis=0)
    return np.asarray(found * points.std(axis=0))


def _reach(layers: Layers) -> Floats:
    """Return how far the answers move with a feature, on the mean of rows drawn at random."""
    features = len(layers.weights[0])
    drawn = np.random.default_rng(features).normal(size=(_DRAWN, features)).astype(np.float32)
    moved = np.eye(features, dtype=np.float32)[None]
    for weights, start in zip(layers.weights[:-1], layers.starts[:-1], strict=True):
        drawn = drawn @ weights + start
        moved = (moved @ weights) * (drawn > 0)[:, None, :]
        drawn = np.maximum(drawn, 0)
    return np.asarray(np.abs(moved @ layers.weights[-1]).mean(axis=0).sum(axis=1), dtype=np.float64)


def _gains(estimator: Estimator) -> Floats:
    """Return how much each feature lowered the loss in all trees of boosting."""
    gains = np.zeros(estimator.n_features_in_)
    for trees in estimator._predictors:  # the only place where scikit-learn keeps the gains
        for tree in trees:
            inner = tree.nodes[tree.nodes["is_leaf"] == 0]
            np.add.at(gains, inner["feature_idx"], np.maximum(inner["gain"], 0))
    return gains
