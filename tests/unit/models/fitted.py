"""One small fitted estimator of each kind that the program offers."""

from functools import cache
from typing import Any

import numpy as np
from sklearn.decomposition import TruncatedSVD
from sklearn.ensemble import (
    ExtraTreesClassifier,
    ExtraTreesRegressor,
    HistGradientBoostingClassifier,
    HistGradientBoostingRegressor,
)
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression, Ridge

DICE = np.random.default_rng(7)
NUMBERS = DICE.normal(size=(120, 4))
TWO = (NUMBERS[:, 0] > 0).astype(np.int64)
THREE = np.digitize(NUMBERS[:, 1], [-0.5, 0.5])
AMOUNT = NUMBERS[:, 0] * 3 + NUMBERS[:, 2]
TEXTS = [" ".join(DICE.choice(["red", "blue", "round", "flat", "old"], 3)) for _ in range(60)]


def boosting(kind: type[Any], target: Any, **settings: Any) -> Any:
    return kind(max_iter=4, max_leaf_nodes=5, random_state=0, early_stopping=False, **settings).fit(
        NUMBERS, target
    )


NAMES = (
    *("line_two", "line_three", "line_number"),
    *("boosting_two", "boosting_three", "boosting_number"),
    *("extra_two", "extra_three", "extra_number"),
    *("words", "sums"),
)


@cache
def fitted() -> dict[str, Any]:
    """Return the estimators by a short name, one for each of NAMES."""
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, dtype=np.float32)
    weights = words.fit_transform(TEXTS)
    made = {
        "line_two": LogisticRegression().fit(NUMBERS, TWO),
        "line_three": LogisticRegression().fit(NUMBERS, THREE),
        "line_number": Ridge().fit(NUMBERS, AMOUNT),
        "boosting_two": boosting(HistGradientBoostingClassifier, TWO),
        "boosting_three": boosting(HistGradientBoostingClassifier, THREE),
        "boosting_number": boosting(HistGradientBoostingRegressor, AMOUNT),
        "extra_two": ExtraTreesClassifier(3, random_state=0, max_depth=4).fit(NUMBERS, TWO),
        "extra_three": ExtraTreesClassifier(3, random_state=0, max_depth=4).fit(NUMBERS, THREE),
        "extra_number": ExtraTreesRegressor(3, random_state=0, max_depth=4).fit(NUMBERS, AMOUNT),
        "words": words,
        "sums": TruncatedSVD(2, random_state=0).fit(weights),
    }
    assert made.keys() == set(NAMES), "each is tested by its name"
    return made


def answers(name: str, estimator: Any) -> Any:
    """Return what an estimator says of the rows it was fitted on."""
    if name == "words":
        return estimator.transform(TEXTS).toarray()
    if name == "sums":
        return estimator.transform(fitted()["words"].transform(TEXTS))
    return (
        estimator.predict_proba(NUMBERS)
        if hasattr(estimator, "predict_proba")
        else estimator.predict(NUMBERS)
    )
