"""A straight line for each step ahead, whose restraint is found without hiding rows.

Ridge regression (Hoerl and Kennard, Ridge regression: biased estimation for nonorthogonal problems, 1970).
"""

from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Floats, Ints, drawn
from desktop_app.engine.forecasting.lagged import Rows

_RESTRAINTS = np.logspace(-3, 5, 17)
_MOST_ROWS = 20_000
_STEADY = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Weights (steps ahead, features), and the constant of each step."""

    weights: Floats
    constants: Floats

    @property
    def horizon(self) -> int:
        """How many steps ahead they answer."""
        return len(self.weights)

    def answer(self, rows: Rows, series: Ints, places: Ints) -> Floats:
        """Return (rows, steps ahead) amounts."""
        found = [
            rows.amounts(rows.features(series, places, ahead + 1) @ weight + constant, series, places)
            for ahead, (weight, constant) in enumerate(zip(self.weights, self.constants, strict=True))
        ]
        return np.stack(found, axis=1)


def learn_lines(rows: Rows, values: Floats, last: int, horizon: int, seed: int) -> Lines | None:
    """Return the lines of *values* (series, moments) up to the place *last*; None where rows are too few.

    The restraint is the one with the least generalised cross-validation error (Golub, Heath and Wahba,
    Generalized cross-validation as a method for choosing a good ridge parameter, 1979).
    """
    weights, constants = [], []
    for ahead in range(1, horizon + 1):
        series, places = rows.askable(np.arange(last - ahead + 1))
        some = drawn(len(series), _MOST_ROWS, seed)
        series, places = series[some], places[some]
        wanted = rows.targets(values, series, places, ahead)
        known = np.isfinite(wanted)
        features = rows.features(series[known], places[known], ahead)
        if len(features) < max(10, features.shape[1] // 2):
            return None
        weight, constant = _ridge(features, wanted[known])
        weights.append(weight)
        constants.append(constant)
    return Lines(weights=np.stack(weights), constants=np.array(constants))


def _ridge(features: Floats, wanted: Floats) -> tuple[Floats, float]:
    """Return the weights (features,) and the constant that give what is *wanted* (rows,)."""
    center, mean = features.mean(axis=0), float(wanted.mean())
    spread = features.std(axis=0)
    usable = spread > _STEADY
    scaled = np.where(usable, (features - center) / np.where(usable, spread, 1.0), 0.0)
    values, turned = np.linalg.eigh(scaled.T @ scaled)
    values = np.maximum(values, 0.0)
    along = turned.T @ (scaled.T @ (wanted - mean))
    total = float(np.sum((wanted - mean) ** 2))
    errors = []
    for restraint in _RESTRAINTS:
        kept = along / (values + restraint)
        rest = total - 2 * float(kept @ along) + float(kept**2 @ values)
        free = 1 + float(np.sum(values / (values + restraint)))
        errors.append(rest / max(len(wanted) - free, 1e-3 * len(wanted)) ** 2)
    weight = turned @ (along / (values + _RESTRAINTS[int(np.argmin(errors))]))
    weight = np.where(usable, weight / np.where(usable, spread, 1.0), 0.0)
    return weight, mean - float(weight @ center)
