"""Many small trees: each mends what the ones before got wrong."""

from itertools import islice

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor

from desktop_app.engine.arrays import Floats
from desktop_app.engine.cells import Cells
from desktop_app.engine.features.preparation import Lines, Preparation
from desktop_app.engine.kinds.kind import Conditions, Estimator, KindName, Lesson, spread

_PATIENCE = 25  # rounds without gain on the hidden rows before a search goes no further


class Boosting:
    """Histogram gradient boosting; a setting is the number of rounds."""

    name: KindName = "boosting"

    def settings(self, conditions: Conditions) -> tuple[float, ...]:
        """Return the numbers of rounds after which the answers are looked at."""
        return tuple(float(rounds) for rounds in conditions.effort.rounds)

    def features(self, preparation: Preparation, cells: Cells) -> Lines:
        """Return numbers, codes and gaps."""
        return preparation.for_trees(cells)

    def path(self, conditions: Conditions, learn: Lesson, hidden: Lesson) -> Floats:
        """Return the answers after each number of rounds, out of one fit."""
        estimator = _estimator(conditions, len(learn.values), conditions.effort.rounds[-1])
        if conditions.effort.tested == "repeated":
            # Where the hidden rows give the score, they must not say when to stop.
            estimator.fit(learn.features, learn.values)
        else:
            seen = np.isin(hidden.values, learn.values) if conditions.classes else slice(None)
            estimator.set_params(early_stopping=True, n_iter_no_change=_PATIENCE, tol=0.0)
            estimator.fit(
                learn.features, learn.values, X_val=hidden.features[seen], y_val=hidden.values[seen]
            )
        return _after(estimator, hidden.features, conditions)

    def fit(self, conditions: Conditions, learn: Lesson, setting: float) -> Estimator:
        """Return the model of so many rounds."""
        return _estimator(conditions, len(learn.values), int(setting)).fit(learn.features, learn.values)


def _estimator(conditions: Conditions, rows: int, rounds: int) -> Estimator:
    kind = HistGradientBoostingClassifier if conditions.classes else HistGradientBoostingRegressor
    return kind(
        max_iter=rounds,
        learning_rate=conditions.effort.rate,
        max_leaf_nodes=conditions.effort.leaves,
        min_samples_leaf=20 if rows > 1_000 else max(3, rows // 50),
        max_features=0.6,
        l2_regularization=1.0 if conditions.classes else 0.0,
        early_stopping=False,
        random_state=conditions.seed,
    )


def _after(estimator: Estimator, features: Lines, conditions: Conditions) -> Floats:
    """Return the answers at each checkpoint; the last ones stay where it stopped early."""
    wanted = set(conditions.effort.rounds)
    stages = estimator.staged_predict_proba if conditions.classes else estimator.staged_predict
    found = []
    last = None
    for done, stage in enumerate(islice(stages(features), conditions.effort.rounds[-1]), start=1):
        last = spread(stage, estimator.classes_, conditions.classes) if conditions.classes else stage[:, None]
        if done in wanted:
            found.append(last)
    while len(found) < len(conditions.effort.rounds) and last is not None:
        found.append(last)
    return np.stack(found)
