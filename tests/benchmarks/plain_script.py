"""What a data scientist would write for one table with pandas and scikit-learn alone: the yardstick.

    python plain_script.py FILE TARGET SETTINGS.json

It keeps a fifth of the rows aside, tries the kinds of model that it is told, with the given settings on the
given number of folds, mixes the best of each by the rows that were hidden from them, learns those that count
and scores them: accuracy or absolute miss, and skill, with their bootstrap ranges, what matters, and whether
one column alone does as well. It knows nothing of this program.
"""

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from sklearn.compose import make_column_selector, make_column_transformer
from sklearn.ensemble import (
    ExtraTreesClassifier,
    ExtraTreesRegressor,
    HistGradientBoostingClassifier,
    HistGradientBoostingRegressor,
)
from sklearn.impute import SimpleImputer
from sklearn.kernel_approximation import Nystroem
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.model_selection import KFold, StratifiedKFold, train_test_split
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.pipeline import Pipeline, make_pipeline, make_union
from sklearn.preprocessing import OneHotEncoder, QuantileTransformer, StandardScaler, TargetEncoder
from threadpoolctl import threadpool_limits

NUMBERS = make_column_selector(dtype_include="number")
KINDS = make_column_selector(dtype_exclude="number")
DRAWS, MOST_ASKED, MOST_ANEW, MOST_ALONE, STEPS = 400, 2_000, 10_000, 5, 30
LEAVES = {"boosting_small": 7, "boosting_large": 63}
FREEDOMS = (1.0, 10.0, 100.0)  # of the bends


@dataclass
class Task:
    """What is asked, and with which settings."""

    settings: dict[str, Any]
    classes: bool

    def made(self, name: str, place: int = -1) -> Pipeline:
        """Return an untrained model of one kind, at the setting in this place."""
        if name.startswith(("boosting", "forest")):
            levels = TargetEncoder(random_state=0)
            table = make_column_transformer(("passthrough", NUMBERS), (levels, KINDS))
            return make_pipeline(table, self._trees(name, place))
        numbers = make_pipeline(
            SimpleImputer(strategy="median", add_indicator=True),
            make_union(StandardScaler(), QuantileTransformer(n_quantiles=33)),
        )
        kinds = OneHotEncoder(min_frequency=2, max_categories=60, handle_unknown="infrequent_if_exist")
        table = make_column_transformer((numbers, NUMBERS), (kinds, KINDS), sparse_threshold=0.0)
        if name == "network":
            network = MLPClassifier if self.classes else MLPRegressor
            return make_pipeline(
                table, network(hidden_layer_sizes=(96, 48), early_stopping=True, max_iter=120, random_state=0)
            )
        strengths = self.strengths(name)
        line = self._line(strengths[place % len(strengths)])
        if name == "linear":
            return make_pipeline(table, line)
        return make_pipeline(
            table, Nystroem(gamma=self._width(place), n_components=400, random_state=0), line
        )

    def strengths(self, name: str) -> tuple[float, ...]:
        """Return how freely a line, or one on bends, is tried to follow the rows."""
        return FREEDOMS if name == "kernel" else tuple(self.settings["strengths"])

    def _width(self, place: int) -> float:
        return 0.3 if place % 6 < len(FREEDOMS) else 1.0

    def _line(self, strength: float) -> Any:
        if self.classes:
            return LogisticRegression(C=strength, max_iter=300, warm_start=True)
        return Ridge(3 / strength)

    def _trees(self, name: str, place: int) -> Any:
        settings = self.settings
        if name == "forest":
            forest = ExtraTreesClassifier if self.classes else ExtraTreesRegressor
            trees, rows = settings["trees"], settings["leaf_rows"]
            return forest(trees, min_samples_leaf=rows, max_features=0.5, random_state=0)
        boosting = HistGradientBoostingClassifier if self.classes else HistGradientBoostingRegressor
        return boosting(
            max_iter=settings["rounds"][place],
            learning_rate=settings["rate"],
            max_leaf_nodes=LEAVES.get(name, settings["leaves"]),
            max_features=0.6,
            early_stopping=False,
            random_state=0,
        )


def main(file: str, target: str, settings: dict[str, Any]) -> None:
    """Print what was found."""
    frame = pd.read_csv(file).dropna(subset=[target])
    x, y = frame.drop(columns=target), frame[target].to_numpy()
    task = Task(settings, frame[target].dtype.kind != "f")
    if task.classes:
        y = frame[target].astype("category").cat.codes.to_numpy()
    learn_x, test_x, learn_y, test_y = train_test_split(
        x, y, test_size=0.2, random_state=0, stratify=y if task.classes else None
    )
    split = (StratifiedKFold if task.classes else KFold)(
        max(2, settings["folds"]), shuffle=True, random_state=0
    )
    parts = list(split.split(learn_x, learn_y))[: settings["folds"]]
    folds = [(learn_x.iloc[a], learn_y[a], learn_x.iloc[b], learn_y[b]) for a, b in parts]
    with ThreadPoolExecutor(2, initializer=threadpool_limits, initargs=(1,)) as pool:
        tries = {name: [pool.submit(path, task, name, fold) for fold in folds] for name in settings["kinds"]}
        found = {name: np.concatenate([one.result() for one in tries[name]], axis=1) for name in tries}
        weights = mixture(found, np.concatenate([fold[3] for fold in folds]))
        models = Mixture([(task.made(name, place), weight) for (name, place), weight in weights.items()])
        models.fit(pool, learn_x, learn_y)
        mattering = score(pool, models, learn_y, test_x, test_y)
        name, place = max(weights, key=lambda key: weights[key])
        for column in mattering if settings["alone"] else ():
            part = learn_x[[column]].iloc[:MOST_ANEW], learn_y[:MOST_ANEW], test_x[[column]], test_y
            pool.submit(alone, task.made(name, place), part)
        if len(y) < 20_000:
            models.fit(pool, x, y)


@dataclass
class Mixture:
    """Several models and how much each counts."""

    members: list[tuple[Pipeline, float]]

    def fit(self, pool: ThreadPoolExecutor, x: Any, y: Any) -> None:
        """Learn all of them."""
        for job in [pool.submit(model.fit, x, y) for model, _ in self.members]:
            job.result()

    def answers(self, x: Any) -> Any:
        """Return the weighted mean of their answers."""
        return sum(weight * answers(model, x) for model, weight in self.members)


def path(task: Task, name: str, fold: tuple[Any, Any, Any, Any]) -> Any:
    """Return the answers (settings, rows, ...) of each setting for the hidden rows of one fold."""
    x, y, hidden_x, hidden_y = fold
    model = task.made(name)
    table, estimator = model[0], model[-1]
    x, hidden_x = table.fit_transform(x, y), table.transform(hidden_x)
    if name.startswith("boosting"):
        estimator.set_params(early_stopping=True, n_iter_no_change=25, tol=0.0)
        estimator.fit(x, y, X_val=hidden_x, y_val=hidden_y)
        stages = getattr(estimator, "staged_predict_proba", None) or estimator.staged_predict
        rounds = task.settings["rounds"]
        looked = [stage for step, stage in enumerate(stages(hidden_x), 1) if step in rounds]
        looked += (looked[-1:] or [answers(estimator, hidden_x)]) * (len(rounds) - len(looked))
        return np.stack(looked)
    if name == "kernel":
        bends = [model[1].set_params(gamma=width / x.shape[1]).fit(x) for width in (0.3, 1.0)]
        seen = [(bend.transform(x), bend.transform(hidden_x)) for bend in bends]
    else:
        seen = [(x, hidden_x)]
    lines = task.strengths(name) if name in ("linear", "kernel") else (None,)
    found = []
    for rows, hidden in seen:
        for strength in lines:
            if strength:
                estimator.set_params(**({"C": strength} if task.classes else {"alpha": 3 / strength}))
            found.append(answers(estimator.fit(rows, y), hidden))
    return np.stack(found)


def mixture(found: dict[str, Any], y: Any) -> dict[tuple[str, int], float]:
    """Return how much the best setting of each kind counts, taken one by one as long as it helps."""
    best = {}
    for name, said in found.items():
        place = int(np.argmin([losses(one, y).mean() for one in said]))
        best[name, place] = said[place]
    total: Any = 0.0
    taken: list[tuple[str, int]] = []
    scores = []
    for step in range(1, STEPS + 1):
        tries = {key: losses((total + said) / step, y).mean() for key, said in best.items()}
        taken.append(min(tries, key=lambda key: float(tries[key])))
        scores.append(tries[taken[-1]])
        total = total + best[taken[-1]]
    taken = taken[: int(np.argmin(scores)) + 1]
    return {key: taken.count(key) / len(taken) for key in dict.fromkeys(taken)}


def answers(model: Any, x: Any) -> Any:
    """Return probabilities, or amounts."""
    return model.predict_proba(x) if hasattr(model, "predict_proba") else model.predict(x)


def losses(said: Any, y: Any) -> Any:
    """Return the loss of each row: -log p of what was right, or the squared miss."""
    if said.ndim == 1:
        return (said - y) ** 2
    return -np.log(np.maximum(said[np.arange(len(y)), y], 1e-15))


def alone(model: Pipeline, part: tuple[Any, Any, Any, Any]) -> None:
    """Print how well one column does alone."""
    x, y, test_x, test_y = part
    print(list(x.columns), losses(answers(model.fit(x, y), test_x), test_y).mean())


def score(pool: ThreadPoolExecutor, models: Mixture, learn_y: Any, x: pd.DataFrame, y: Any) -> list[str]:
    """Print the score and the skill with their ranges; return what matters most."""
    said = models.answers(x)
    value = np.abs(said - y) if said.ndim == 1 else said.argmax(axis=1) == y
    simplest = np.full(len(y), learn_y.mean())
    if said.ndim == 2:
        simplest = np.tile(np.bincount(learn_y) / len(learn_y), (len(y), 1))
    ours, theirs = losses(said, y), losses(simplest, y)
    draws = np.random.default_rng(0).poisson(1.0, (DRAWS, len(y))).astype(float)
    print(value.mean(), np.quantile(draws @ value / draws.sum(axis=1), [0.025, 0.975]))
    print(1 - ours.mean() / theirs.mean(), np.quantile(1 - (draws @ ours) / (draws @ theirs), 0.025))
    some = x.iloc[:MOST_ASKED]
    jobs = {column: pool.submit(mixed_up, models, some, column) for column in x.columns[:20]}
    worse = {column: losses(job.result(), np.tile(y[: len(some)], 2)).mean() for column, job in jobs.items()}
    print(worse)
    return sorted(worse, key=lambda column: -float(worse[column]))[:MOST_ALONE]


def mixed_up(models: Mixture, x: pd.DataFrame, column: str) -> Any:
    """Return the answers to the rows, twice, with one column mixed up between them."""
    random = np.random.default_rng(0)
    tables = [x.assign(**{column: x[column].to_numpy()[random.permutation(len(x))]}) for _ in range(2)]
    return models.answers(pd.concat(tables))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], json.loads(Path(sys.argv[3]).read_text()))
