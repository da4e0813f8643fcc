"""Many small trees for all steps together, where columns are known ahead: what these do need not add up.

Gradient boosting (Friedman, Greedy function approximation: a gradient boosting machine, 2001).
Without such columns trees were no better than lines on any series that was tried, and took eight times as
long (docs/measurements.md).
"""

from dataclasses import dataclass

import numpy as np
from sklearn.ensemble import HistGradientBoostingRegressor

from desktop_app.engine.arrays import Floats, Ints, drawn
from desktop_app.engine.forecasting.lagged import Rows
from desktop_app.engine.kinds.kind import Estimator

_MOST_ROWS = 20_000
_MOST_TOGETHER = 50_000  # rows
_FEWEST_ROWS = 300
_FEWEST_OF_A_STEP = 50
ROUNDS = 150
_RATE, _LEAVES, _PART = 0.06, 15, 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Trees:
    """Boosting that reads how many steps ahead is asked, beside what lines read."""

    estimator: Estimator
    horizon: int

    def answer(self, rows: Rows, series: Ints, places: Ints) -> Floats:
        """Return (rows, steps ahead) amounts."""
        count, found = len(series), []
        together = max(1, _MOST_TOGETHER // max(1, count))  # steps: to ask for each alone takes long
        for first in range(1, self.horizon + 1, together):
            steps = range(first, min(first + together, self.horizon + 1))
            told = np.concatenate([read(rows, series, places, ahead) for ahead in steps])
            found += np.split(self.estimator.predict(told), len(steps))
        return np.stack([rows.amounts(one, series, places) for one in found], axis=1)


def read(rows: Rows, series: Ints, places: Ints, ahead: int) -> Floats:
    """Return (rows, features): what lines read, the calendar and the known columns as they are, the step."""
    step = np.full((len(series), 1), float(ahead))
    return np.concatenate(
        [rows.features(series, places, ahead), rows.as_it_is(series, places + ahead), step], axis=1
    )


def learn_trees(rows: Rows, values: Floats, last: int, horizon: int, seed: int) -> Trees | None:
    """Return the trees of *values* (series, moments) up to the place *last*; None where rows are too few."""
    most, features, wanted = max(_FEWEST_OF_A_STEP, _MOST_ROWS // horizon), [], []
    for ahead in range(1, horizon + 1):
        series, places = rows.askable(np.arange(last - ahead + 1))
        some = drawn(len(series), most, seed + ahead)
        series, places = series[some], places[some]
        targets = rows.targets(values, series, places, ahead)
        known = np.isfinite(targets)
        features.append(read(rows, series[known], places[known], ahead))
        wanted.append(targets[known])
    if sum(map(len, wanted)) < _FEWEST_ROWS:
        return None
    estimator = HistGradientBoostingRegressor(
        max_iter=ROUNDS,
        learning_rate=_RATE,
        max_leaf_nodes=_LEAVES,
        max_features=_PART,
        early_stopping=False,
        random_state=seed,
    )
    estimator.fit(np.concatenate(features), np.concatenate(wanted))
    return Trees(estimator=estimator, horizon=horizon)
