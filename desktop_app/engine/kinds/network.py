"""A small neural network: layers of sums that bend into one another; kept as plain arrays."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.neural_network import MLPClassifier, MLPRegressor

from desktop_app.engine.arrays import ANY, Floats, Floats32, Ints, checked, checked_classes
from desktop_app.engine.features.preparation import Form
from desktop_app.engine.kinds.kind import Conditions, Estimator, Lesson, answers_of, chances_of, dense
from desktop_app.records.results import KindName

SIZES = (96, 48)
_ROUNDS, _PATIENCE, _ASIDE = 120, 10, 0.12  # of all rows, by which it sees when to stop
_BATCH = 256
CHUNK = 20_000  # rows at a time, so that a great table that is kept sparse is never dense as a whole
_MOST_READ = 4_000  # sums in a layer of a model file: with very many, one row would fill the memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Layers:
    """Weights and starts of each layer; amounts are learned about their mean, in spreads."""

    weights: tuple[Floats32, ...]
    starts: tuple[Floats32, ...]
    center: float
    spread: float
    classes_: Ints  # those it tells apart; none for a number

    def predict(self, features: Any) -> Floats:
        """Return (rows,) amounts."""
        return np.asarray(self._sums(features)[:, 0] * self.spread + self.center, dtype=np.float64)

    def predict_proba(self, features: Any) -> Floats:
        """Return (rows, classes) probabilities."""
        return chances_of(self._sums(features))

    def to_arrays(self) -> dict[str, Any]:
        """Return the arrays of which `from_arrays` makes the same."""
        arrays = {"scale": np.array([self.center, self.spread]), "classes": self.classes_}
        for place, (weights, start) in enumerate(zip(self.weights, self.starts, strict=True)):
            arrays |= {f"weights{place}": weights, f"start{place}": start}
        return arrays

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Any], features: int) -> "Layers":
        """Return the model of these arrays. Raises ValueError or KeyError where they do not fit."""
        classes = checked_classes(arrays)
        weights, starts, before = [], [], features
        for place in range(len(SIZES) + 1):
            weights.append(checked(arrays, f"weights{place}", (before, ANY), np.float32))
            before = weights[-1].shape[1]
            starts.append(checked(arrays, f"start{place}", (before,), np.float32))
            if not 1 <= before <= _MOST_READ:
                raise ValueError("a layer is too wide")
        center, spread = checked(arrays, "scale", (2,)).tolist()
        if before != (1 if len(classes) <= 2 else len(classes)):
            raise ValueError("the last layer does not fit the answers")
        return cls(
            weights=tuple(weights), starts=tuple(starts), center=center, spread=spread, classes_=classes
        )

    def _sums(self, features: Any) -> Floats:
        rows = range(0, max(1, features.shape[0]), CHUNK)
        return np.concatenate([self._sums_of(dense(features[start : start + CHUNK])) for start in rows])

    def _sums_of(self, features: Floats) -> Floats:
        found = features
        for place, (weights, start) in enumerate(zip(self.weights, self.starts, strict=True)):
            found = found @ weights + start
            if place < len(self.weights) - 1:
                found = np.maximum(found, 0)
        return np.asarray(found, dtype=np.float64)


class Network:
    """Two hidden layers; there is one setting."""

    name: KindName = "network"
    form: Form = "curves"
    most_rows = 20_000
    varies = True

    def settings(self, conditions: Conditions) -> tuple[float, ...]:  # noqa: ARG002 - as all kinds are asked
        """Return the one."""
        return (0.0,)

    def path(self, conditions: Conditions, learn: Lesson, hidden: Lesson) -> Floats:
        """Return the answers of the one."""
        layers = self.fit(conditions, learn, 0.0)
        return answers_of(layers, hidden.features, conditions.classes)[None]

    def fit(self, conditions: Conditions, learn: Lesson, setting: float) -> Estimator:  # noqa: ARG002 - as all
        """Return the network."""
        features, values = dense(learn.features), np.asarray(learn.values)
        center, spread = 0.0, 1.0
        if not conditions.classes:
            center, spread = float(values.mean()), float(values.std()) or 1.0
            values = np.asarray((values - center) / spread, dtype=np.float64)
        kind = MLPClassifier if conditions.classes else MLPRegressor
        found = kind(
            hidden_layer_sizes=SIZES,
            alpha=3e-3,
            learning_rate_init=3e-3,
            batch_size=min(_BATCH, max(16, len(values) // 20)),
            early_stopping=True,
            validation_fraction=_ASIDE,
            n_iter_no_change=_PATIENCE,
            max_iter=_ROUNDS,
            random_state=conditions.seed,
        ).fit(features, values)
        return Layers(
            weights=tuple(np.asarray(weights, dtype=np.float32) for weights in found.coefs_),
            starts=tuple(np.asarray(start, dtype=np.float32) for start in found.intercepts_),
            center=center,
            spread=spread,
            classes_=np.asarray(getattr(found, "classes_", ()), dtype=np.int64),
        )
