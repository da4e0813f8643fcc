"""What a data scientist would write for one table with pandas and scikit-learn alone: the yardstick.

    python plain_script.py FILE TARGET SETTINGS.json

It keeps a fifth of the rows aside, tries three kinds of model with the given settings on the given number of
folds, learns the best one and scores it: accuracy or absolute miss, and skill, with their bootstrap ranges,
what matters, and whether one column alone does as well. It knows nothing of this program.
"""

import json
import sys
from concurrent.futures import ThreadPoolExecutor
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
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.model_selection import KFold, StratifiedKFold, train_test_split
from sklearn.pipeline import Pipeline, make_pipeline, make_union
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder, QuantileTransformer, StandardScaler
from threadpoolctl import threadpool_limits

NUMBERS = make_column_selector(dtype_include="number")
KINDS = make_column_selector(dtype_exclude="number")
DRAWS, MOST_ASKED, MOST_ANEW, MOST_ALONE = 400, 2_000, 10_000, 5


def main(file: str, target: str, settings: dict[str, Any]) -> None:
    """Print what was found."""
    frame = pd.read_csv(file).dropna(subset=[target])
    x, y = frame.drop(columns=target), frame[target].to_numpy()
    classes = frame[target].dtype.kind != "f"
    if classes:
        y = frame[target].astype("category").cat.codes.to_numpy()
    learn_x, test_x, learn_y, test_y = train_test_split(
        x, y, test_size=0.2, random_state=0, stratify=y if classes else None
    )
    split = (StratifiedKFold if classes else KFold)(max(2, settings["folds"]), shuffle=True, random_state=0)
    parts = list(split.split(learn_x, learn_y))[: settings["folds"]]
    with ThreadPoolExecutor(2, initializer=threadpool_limits, initargs=(1,)) as pool:
        losses = {}
        for name in ("linear", "boosting", "forest"):
            tries = [
                pool.submit(path, made(name, settings, classes=classes), settings, fold)
                for fold in [(learn_x.iloc[a], learn_y[a], learn_x.iloc[b], learn_y[b]) for a, b in parts]
            ]
            losses[name] = np.mean([one.result() for one in tries], axis=0)
        best = min(losses, key=lambda name: float(losses[name].min()))
        model = made(best, settings, classes=classes, place=int(losses[best].argmin()))
        model.fit(learn_x, learn_y)
        mattering = score(pool, model, learn_y, test_x, test_y)
        for column in mattering if settings["alone"] else ():
            part = learn_x[[column]].iloc[:MOST_ANEW], learn_y[:MOST_ANEW], test_x[[column]], test_y
            pool.submit(alone, made(best, settings, classes=classes, place=int(losses[best].argmin())), part)
        if len(y) < 20_000:
            model.fit(x, y)


def made(name: str, settings: dict[str, Any], *, classes: bool, place: int = -1) -> Pipeline:
    """Return an untrained model of one kind, at the setting in this place."""
    if name == "linear":
        numbers = make_pipeline(
            SimpleImputer(strategy="median", add_indicator=True),
            make_union(StandardScaler(), QuantileTransformer(n_quantiles=33)),
        )
        kinds = OneHotEncoder(min_frequency=2, max_categories=60, handle_unknown="infrequent_if_exist")
        strength = settings["strengths"][place]
        line = (
            LogisticRegression(C=strength, max_iter=300, warm_start=True) if classes else Ridge(3 / strength)
        )
        return make_pipeline(make_column_transformer((numbers, NUMBERS), (kinds, KINDS)), line)
    codes = OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=np.nan)
    table = make_column_transformer(("passthrough", NUMBERS), (codes, KINDS))
    if name == "forest":
        forest = ExtraTreesClassifier if classes else ExtraTreesRegressor
        return make_pipeline(
            table,
            forest(
                settings["trees"], min_samples_leaf=settings["leaf_rows"], max_features=0.5, random_state=0
            ),
        )
    boosting = HistGradientBoostingClassifier if classes else HistGradientBoostingRegressor
    return make_pipeline(
        table,
        boosting(
            max_iter=settings["rounds"][place],
            learning_rate=settings["rate"],
            max_leaf_nodes=settings["leaves"],
            max_features=0.6,
            early_stopping=False,
            random_state=0,
        ),
    )


def path(model: Pipeline, settings: dict[str, Any], fold: tuple[Any, Any, Any, Any]) -> list[float]:
    """Return the loss of each setting on the hidden rows of one fold."""
    x, y, hidden_x, hidden_y = fold
    table, estimator = model[0], model[-1]
    x, hidden_x = table.fit_transform(x), table.transform(hidden_x)
    if hasattr(estimator, "max_iter") and hasattr(estimator, "learning_rate"):
        estimator.set_params(early_stopping=True, n_iter_no_change=25, tol=0.0)
        estimator.fit(x, y, X_val=hidden_x, y_val=hidden_y)
        stages = getattr(estimator, "staged_predict_proba", None) or estimator.staged_predict
        looked = [stage for step, stage in enumerate(stages(hidden_x), 1) if step in settings["rounds"]]
        looked += looked[-1:] * (len(settings["rounds"]) - len(looked))
        return [float(losses(stage, hidden_y).mean()) for stage in looked]
    found = []
    for strength in settings["strengths"] if hasattr(estimator, "fit_intercept") else (None,):
        if strength:
            estimator.set_params(**({"C": strength} if hasattr(estimator, "C") else {"alpha": 3 / strength}))
        found.append(float(losses(answers(estimator.fit(x, y), hidden_x), hidden_y).mean()))
    return found


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


def score(pool: ThreadPoolExecutor, model: Pipeline, learn_y: Any, x: pd.DataFrame, y: Any) -> list[str]:
    """Print the score and the skill with their ranges; return what matters most."""
    said = answers(model, x)
    value = np.abs(said - y) if said.ndim == 1 else said.argmax(axis=1) == y
    simplest = np.full(len(y), learn_y.mean())
    if said.ndim == 2:
        simplest = np.tile(np.bincount(learn_y) / len(learn_y), (len(y), 1))
    ours, theirs = losses(said, y), losses(simplest, y)
    draws = np.random.default_rng(0).poisson(1.0, (DRAWS, len(y))).astype(float)
    print(value.mean(), np.quantile(draws @ value / draws.sum(axis=1), [0.025, 0.975]))
    skill = 1 - ours.mean() / theirs.mean()
    print(skill, np.quantile(1 - (draws @ ours) / (draws @ theirs), 0.025))
    some = x.iloc[:MOST_ASKED]
    jobs = {column: pool.submit(mixed_up, model, some, column) for column in x.columns[:20]}
    worse = {column: losses(job.result(), np.tile(y[: len(some)], 2)).mean() for column, job in jobs.items()}
    print(worse)
    return sorted(worse, key=lambda column: -float(worse[column]))[:MOST_ALONE]


def mixed_up(model: Pipeline, x: pd.DataFrame, column: str) -> Any:
    """Return the answers to the rows, twice, with one column mixed up between them."""
    random = np.random.default_rng(0)
    tables = [x.assign(**{column: x[column].to_numpy()[random.permutation(len(x))]}) for _ in range(2)]
    return answers(model, pd.concat(tables))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], json.loads(Path(sys.argv[3]).read_text()))
