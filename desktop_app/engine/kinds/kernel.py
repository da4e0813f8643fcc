"""The curved model: like the straight-line model, with bends around some of the rows it learned from.

Radial kernels on some points among the rows (Williams and Seeger, Using the Nyström method to speed up kernel
machines, 2001). What is kept of it are those points and their weights: plain arrays.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression, Ridge

from desktop_app.engine.arrays import ANY, Floats, Ints, checked, checked_classes
from desktop_app.engine.features.preparation import Form
from desktop_app.engine.kinds.kind import Conditions, Estimator, Lesson, answers_of, chances_of, dense
from desktop_app.records.results import KindName

MOST_POINTS = 300
_MOST_READ = 4_000  # points of a model file: with very many, one row would fill the memory
_WIDTHS = (0.3, 1.0)  # of the bends: the smaller, the wider
_STRENGTHS = (1.0, 10.0, 100.0)  # how freely it may bend to the rows
_GRID = tuple((width, strength) for width in _WIDTHS for strength in _STRENGTHS)
_FLAT = 1e-7  # of the largest direction: smaller ones are rounding
_OF_EACH = 5  # rows whose mean is a point
_LOOKED_THROUGH = 5_000  # rows in which they are looked for
_CHUNK = 20_000  # rows at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class Curves:
    """A sum of bends around points, weighted for each answer."""

    points: Floats  # (points, features)
    width: float
    weights: Floats  # (points, answers)
    start: Floats  # (answers,)
    classes_: Ints  # those it tells apart; none for a number

    def predict(self, features: Any) -> Floats:
        """Return (rows,) amounts."""
        return self._sums(features)[:, 0]

    def predict_proba(self, features: Any) -> Floats:
        """Return (rows, classes) probabilities."""
        return chances_of(self._sums(features))

    def to_arrays(self) -> dict[str, Any]:
        """Return the arrays of which `from_arrays` makes the same."""
        return {
            "points": self.points.astype(np.float32),
            "width": np.array([self.width]),
            "weights": self.weights,
            "start": self.start,
            "classes": self.classes_,
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Any], features: int) -> "Curves":
        """Return the model of these arrays. Raises ValueError or KeyError where they do not fit."""
        classes = checked_classes(arrays)
        answers = 1 if len(classes) <= 2 else len(classes)
        points = checked(arrays, "points", (ANY, features))
        (width,) = checked(arrays, "width", (1,)).tolist()
        if not 1 <= len(points) <= _MOST_READ or width <= 0:
            raise ValueError("the points do not fit")
        return cls(
            points=points,
            width=width,
            weights=checked(arrays, "weights", (len(points), answers)),
            start=checked(arrays, "start", (answers,)),
            classes_=classes,
        )

    def _sums(self, features: Any) -> Floats:
        sums = [bends(part, self.points, self.width) @ self.weights for part in _parts(features)]
        return np.asarray(np.concatenate(sums) + self.start)


class Kernel:
    """Logistic or ridge regression on bends; a setting is the place in a grid of widths and strengths."""

    name: KindName = "kernel"
    form: Form = "curves"
    most_rows = 20_000
    varies = True

    def settings(self, conditions: Conditions) -> tuple[float, ...]:  # noqa: ARG002 - as all kinds are asked
        """Return the places in the grid."""
        return tuple(float(place) for place in range(len(_GRID)))

    def path(self, conditions: Conditions, learn: Lesson, hidden: Lesson) -> Floats:
        """Return the answers for each place; with one width, each fit starts where the one before ended."""
        asked = dense(hidden.features)
        return np.stack(
            [
                answers_of(curves, asked, conditions.classes)
                for width in _WIDTHS
                for curves in _curves(conditions, learn, width, _STRENGTHS)
            ]
        )

    def fit(self, conditions: Conditions, learn: Lesson, setting: float) -> Estimator:
        """Return the model of one place."""
        width, strength = _GRID[int(setting)]
        # By the same steps as the one that was compared: where it has not quite settled, they matter.
        before = _STRENGTHS[: _STRENGTHS.index(strength) + 1]
        return [*_curves(conditions, learn, width, before)][-1]


def bends(features: Floats, points: Floats, width: float) -> Floats:
    """Return (rows, points): 1 at a point, and less the farther away a row is."""
    far = (features**2).sum(axis=1)[:, None] + (points**2).sum(axis=1) - 2 * features @ points.T
    return np.asarray(np.exp(-width * np.maximum(far, 0)))


def _curves(
    conditions: Conditions, learn: Lesson, width: float, strengths: tuple[float, ...]
) -> Iterator[Curves]:
    features = dense(learn.features)
    random = np.random.default_rng([conditions.seed, 11])
    points = _middles(features, min(MOST_POINTS, max(1, len(features) // 2)), random)
    width = width / max(1, features.shape[1])
    sizes, directions = np.linalg.eigh(bends(points, points, width))
    kept = sizes > _FLAT * sizes.max()
    root = directions[:, kept] / np.sqrt(sizes[kept])
    basis = np.concatenate([bends(part, points, width) @ root for part in _parts(features)])
    estimator = LogisticRegression(max_iter=100, warm_start=True) if conditions.classes else Ridge()
    for strength in strengths:
        estimator.set_params(**({"C": strength} if conditions.classes else {"alpha": 0.3 / strength}))
        estimator.fit(basis, learn.values)
        yield Curves(
            points=points,
            width=width,
            weights=root @ np.atleast_2d(estimator.coef_).T,
            start=np.atleast_1d(estimator.intercept_).astype(np.float64),
            classes_=np.asarray(getattr(estimator, "classes_", ()), dtype=np.int64),
        )


def _middles(features: Floats, count: int, random: np.random.Generator) -> Floats:
    """Return points among the rows, each the mean of a few that lie close: the file shall hold no row.

    Means also stand for more of the rows than single ones (Zhang, Tsang and Kwok, Improved Nyström low-rank
    approximation and error analysis, 2008).
    """
    drawn = random.permutation(len(features))[:_LOOKED_THROUGH]
    some = features[drawn].astype(np.float64)
    few = min(_OF_EACH, len(some))
    far = (some[:count] ** 2).sum(axis=1)[:, None] + (some**2).sum(axis=1) - 2 * some[:count] @ some.T
    nearest = np.argpartition(far, few - 1, axis=1)[:, :few]
    # In single precision, as they are kept.
    return np.asarray(some[nearest].mean(axis=1).astype(np.float32), dtype=np.float64)


def _parts(features: Any) -> Iterator[Floats]:
    for start in range(0, max(1, features.shape[0]), _CHUNK):
        yield dense(features[start : start + _CHUNK]).astype(np.float64)
