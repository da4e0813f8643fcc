"""Many small trees: each mends what the ones before got wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor

from desktop_app.engine.arrays import Floats, checked
from desktop_app.engine.features.preparation import Form, Lines
from desktop_app.engine.kinds.kind import Conditions, Estimator, Lesson, spread
from desktop_app.records.results import KindName

_PATIENCE = 20  # of the rounds: a part without gain on the hidden rows, after which a search goes no further
_ALL = 2**62  # rows
_NEAR_THE_MEAN = (0.9, 1.15)  # what an answer learned as a logarithm may be multiplied with


@dataclass(frozen=True, slots=True, kw_only=True)
class Boosting:
    """Histogram gradient boosting; a setting is the number of rounds."""

    name: KindName = "boosting"
    form: Form = "means"
    most_rows: int = _ALL
    varies: bool = True
    leaves: int = 0  # as the effort has it
    rate: float = 0.0  # as the effort has it
    part: float = 0.6  # of the features that each split looks at
    fewest: int = 20  # rows in a leaf, where there are enough
    restraint: float = 0.0  # on the size of a leaf's answer; 1 for classes
    as_logarithm: bool = False  # of an amount

    def settings(self, conditions: Conditions) -> tuple[float, ...]:
        """Return the numbers of rounds after which the answers are looked at."""
        return tuple(float(rounds) for rounds in conditions.effort.rounds)

    def path(self, conditions: Conditions, learn: Lesson, hidden: Lesson) -> Floats:
        """Return the answers after each number of rounds, out of one fit."""
        estimator = self._estimator(conditions, len(learn.values), conditions.effort.rounds[-1])
        values, asked = self._seen(learn.values), self._seen(hidden.values)
        if conditions.effort.tested == "repeated":
            # Where the hidden rows give the score, they must not say when to stop.
            estimator.fit(learn.features, values)
        else:
            seen = np.isin(hidden.values, learn.values) if conditions.classes else slice(None)
            estimator.set_params(
                early_stopping=True,
                n_iter_no_change=max(20, conditions.effort.rounds[-1] // _PATIENCE),
                tol=0.0,
            )
            estimator.fit(learn.features, values, X_val=hidden.features[seen], y_val=asked[seen])
        return self._after(estimator, learn, hidden.features, conditions)

    def fit(self, conditions: Conditions, learn: Lesson, setting: float) -> Estimator:
        """Return the model of so many rounds."""
        estimator = self._estimator(conditions, len(learn.values), int(setting))
        estimator.fit(learn.features, self._seen(learn.values))
        if not self.as_logarithm:
            return estimator
        return Logarithm(estimator=estimator, factor=_factor(estimator.predict(learn.features), learn))

    def _seen(self, values: Any) -> Any:
        return np.log1p(np.maximum(values, 0)) if self.as_logarithm else values

    def _estimator(self, conditions: Conditions, rows: int, rounds: int) -> Estimator:
        kind = HistGradientBoostingClassifier if conditions.classes else HistGradientBoostingRegressor
        return kind(
            max_iter=rounds,
            learning_rate=self.rate or conditions.effort.rate,
            max_leaf_nodes=self.leaves or conditions.effort.leaves,
            min_samples_leaf=self.fewest if rows > 1_000 else max(3, rows // 50),
            max_features=self.part,
            l2_regularization=self.restraint or (1.0 if conditions.classes else 0.0),
            early_stopping=False,
            random_state=conditions.seed,
        )

    def _after(self, estimator: Estimator, learn: Lesson, asked: Lines, conditions: Conditions) -> Floats:
        """Return the answers at each checkpoint; the last ones stay where it stopped early."""
        rounds = conditions.effort.rounds
        if self.as_logarithm:
            seen = _stages(estimator, learn.features, rounds, conditions)
            found = _stages(estimator, asked, rounds, conditions)
            factors = [_factor(stage[:, 0], learn) for stage in seen]
            return np.stack([_amounts(stage) * by for stage, by in zip(found, factors, strict=True)])
        return np.stack(_stages(estimator, asked, rounds, conditions))


@dataclass(frozen=True, slots=True, kw_only=True)
class Logarithm:
    """Amounts learned as logarithms; the factor brings them back to the mean of what was learned from.

    Duan, Smearing estimate: a nonparametric retransformation method, 1983.
    """

    estimator: Estimator
    factor: float

    def predict(self, features: Lines) -> Floats:
        """Return (rows,) amounts."""
        return np.asarray(_amounts(self.estimator.predict(features)) * self.factor, dtype=np.float64)

    def to_arrays(self) -> dict[str, Any]:
        """Return what scikit-learn's own form does not hold."""
        return {"factor": np.array([self.factor])}

    @classmethod
    def around(cls, estimator: Estimator, arrays: Mapping[str, Any]) -> "Logarithm":
        """Return the model of an estimator and these arrays. Raises ValueError where they do not fit."""
        (factor,) = checked(arrays, "factor", (1,)).tolist()
        if factor <= 0:
            raise ValueError("the factor makes no amounts")
        return cls(estimator=estimator, factor=factor)


def _stages(
    estimator: Estimator, features: Lines, rounds: tuple[int, ...], conditions: Conditions
) -> list[Floats]:
    wanted = set(rounds)
    stages = estimator.staged_predict_proba if conditions.classes else estimator.staged_predict
    found: list[Floats] = []
    last = None
    for done, stage in enumerate(islice(stages(features), rounds[-1]), start=1):
        if done not in wanted and done < estimator.n_iter_:
            continue
        last = spread(stage, estimator.classes_, conditions.classes) if conditions.classes else stage[:, None]
        if done in wanted:
            found.append(last)
    while len(found) < len(rounds) and last is not None:
        found.append(last)
    return found


def _amounts(logarithms: Floats) -> Floats:
    return np.asarray(np.expm1(np.maximum(logarithms, 0)))


def _factor(logarithms: Floats, learn: Lesson) -> float:
    mean = float(_amounts(logarithms).mean())
    return float(np.clip(learn.values.mean() / max(mean, 1e-9), *_NEAR_THE_MEAN))
