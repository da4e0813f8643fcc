"""A predictor taken apart into pieces that a file can hold, and put together again."""

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
import pytest

from desktop_app.engine.evaluation.intervals import Intervals
from desktop_app.engine.features.means import MOST_ANSWERS
from desktop_app.engine.kinds.portfolio import KINDS
from desktop_app.engine.model import Part, Recipe, learn_model
from desktop_app.engine.parts import Parts
from desktop_app.engine.predictor import Predictor
from desktop_app.records.jsonable import JSON
from tests.unit.engine.made import frame_of, question_of
from tests.unit.models.payloads import through_bytes

ROWS = 120
BLEND = ("linear", "kernel", "boosting", "network")
ONLY_AMOUNTS = ("boosting_log",)
CASES = [
    (kinds, target)
    for kinds in (*((kind,) for kind in KINDS), BLEND, ())
    for target in ("left", "spent", "plan")
    if target == "spent" or not set(kinds) & set(ONLY_AMOUNTS)
]


@cache
def towns() -> pd.DataFrame:
    """Return a table with a category of which means are kept, days, gaps and words."""
    dice = np.random.default_rng(31)
    town, age = dice.integers(0, 6, ROWS), dice.normal(50, 15, ROWS)
    spent = 10 * town + age + dice.normal(0, 2, ROWS) + 100
    return frame_of(
        age=np.where(np.arange(ROWS) % 9, age, np.nan),
        town=[f"town {place}" for place in town],
        since=np.datetime64("2020-01-01") + dice.integers(0, 900, ROWS) * np.timedelta64(1, "D"),
        left=np.where(spent > 175, "yes", "no"),
        plan=np.array(["a", "b", "c"])[np.digitize(spent, [160, 190])],
        spent=spent,
    )


@cache
def predictor(kinds: tuple[Any, ...], target: str) -> Predictor:
    others = towns().drop(columns=[name for name in ("left", "plan", "spent") if name != target])
    made = question_of(others, target).material
    recipe: Recipe = tuple(
        Part(kind=kind, setting=KINDS[kind].settings(made.conditions)[-1], weight=0.96 / len(kinds))
        for kind in kinds
    )
    values = made.target.values.astype(np.float64)
    return Predictor(
        layout=made.cells.layout,
        classes=made.target.classes,
        model=learn_model(made, np.arange(ROWS), recipe),
        intervals=None if made.target.classes else Intervals.learn(values + 1, values),
    )


@pytest.mark.parametrize(
    ("kinds", "target"), CASES, ids=["+".join((*kinds, target)) for kinds, target in CASES]
)
def test_every_kind_and_a_blend_answer_alike_once_they_were_taken_apart(
    kinds: tuple[str, ...], target: str
) -> None:
    before = predictor(kinds, target)
    parts = before.to_parts()
    read = Parts(
        features=json.loads(json.dumps(parts.features)),
        arrays={name: array.copy() for name, array in parts.arrays.items()},
        estimators=through_bytes(parts.estimators),
    )

    after = Predictor.from_parts(read)

    members: dict[str, float] = {member.kind: member.weight for member in after.learned.members}
    assert tuple(members) == kinds
    assert list(members.values()) == pytest.approx([0.96 / len(kinds) for _ in kinds])
    found, same = before.answer(towns()), after.answer(towns())
    np.testing.assert_array_equal(found.labels, same.labels)
    for field in ("probabilities", "amounts", "low", "high"):
        # Some processors add up arrays of another layout in another order.
        amounts, again = (np.asarray(getattr(one, field), dtype=np.float64) for one in (found, same))
        np.testing.assert_allclose(amounts, again, rtol=1e-12)


def pieces(target: str = "left") -> Parts:
    return predictor(BLEND, target).to_parts()


def test_arrays_of_our_own_and_estimators_stand_under_the_place_of_their_member() -> None:
    parts = pieces()

    assert set(parts.estimators) == {"model0", "model2"}
    assert {name.split(".")[0] for name in parts.arrays if name.startswith("model")} == {"model1", "model3"}
    assert [member["kind"] for member in parts.features["members"]] == list(BLEND)  # type: ignore[index, union-attr, call-overload]  # JSON


def with_array(name: str, change: Any) -> Parts:
    parts = pieces()
    return replace(parts, arrays={**parts.arrays, name: change(parts.arrays[name])})


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("means.columns", lambda columns: columns + 5),
        ("means.columns", lambda columns: columns - 1),
        ("means.columns", lambda columns: np.tile(columns, 2)),
        ("means.columns", lambda columns: columns + 0.0),
        ("means.columns", lambda columns: columns[0]),
        ("means.starts", lambda starts: starts + 1),
        ("means.starts", lambda starts: starts * 10**9),
        ("means.starts", lambda starts: starts[:1]),
        ("means.means", lambda means: means[1:]),
        ("means.means", np.ravel),
        ("means.means", lambda means: means * np.nan),
        ("means.means", lambda means: means + np.inf),
        ("means.means", lambda means: np.zeros((len(means), MOST_ANSWERS + 1))),
        ("means.counts", lambda counts: counts[1:]),
        ("means.counts", lambda counts: counts * np.inf),
        ("means.counts", lambda counts: counts.astype("U4")),
    ],
)
@pytest.mark.filterwarnings("ignore:invalid value")
def test_means_that_do_not_fit_are_refused(name: str, change: Any) -> None:
    with pytest.raises(ValueError, match=name):
        Predictor.from_parts(with_array(name, change))


@pytest.mark.parametrize("name", ["means.columns", "means.starts", "means.means", "means.counts"])
def test_means_that_are_not_there_are_missed(name: str) -> None:
    parts = pieces()

    with pytest.raises(KeyError):
        Predictor.from_parts(
            replace(parts, arrays={key: array for key, array in parts.arrays.items() if key != name})
        )


@pytest.mark.parametrize("strongest", [[0, 99], [-1, 0], [1, 1], [2, 1], [[0]], [0.5]])
def test_places_of_features_that_are_none_are_refused(strongest: Any) -> None:
    parts = pieces()

    with pytest.raises(ValueError, match="strongest"):
        Predictor.from_parts(replace(parts, arrays={**parts.arrays, "strongest": np.array(strongest)}))


def swapped(one: str, other: str) -> Parts:
    parts = pieces()
    estimators = {**parts.estimators, one: parts.estimators[other], other: parts.estimators[one]}
    return replace(parts, estimators=estimators)


def without(name: str) -> Parts:
    parts = pieces()
    return replace(parts, estimators={key: one for key, one in parts.estimators.items() if key != name})


def of_another(name: str, target: str) -> Parts:
    parts = pieces()
    return replace(parts, estimators={**parts.estimators, name: pieces(target).estimators[name]})


MISPLACED: dict[str, Callable[[], Parts]] = {
    "one for the other": lambda: swapped("model0", "model2"),
    "none for the line": lambda: without("model0"),
    "none for the trees": lambda: without("model2"),
    "a line for amounts": lambda: of_another("model0", "spent"),
    "trees for amounts": lambda: of_another("model2", "spent"),
    "a line for more classes": lambda: of_another("model0", "plan"),
    "trees for more classes": lambda: of_another("model2", "plan"),
    "a class that is not there": lambda: with_array("model1.classes", lambda classes: classes + 1),
    "an amount for a class": lambda: with_array("model3.classes", lambda classes: classes[:0]),
}


@pytest.mark.parametrize("attempt", MISPLACED)
def test_a_member_that_answers_another_question_is_refused(attempt: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        Predictor.from_parts(MISPLACED[attempt]())


def test_an_estimator_that_reads_other_features_is_refused() -> None:
    parts = pieces()
    other = predictor(("linear",), "left").to_parts()
    narrow = other.estimators["model0"].__class__().fit(np.eye(4), [0, 1, 0, 1])

    with pytest.raises(ValueError, match=r"\w"):
        Predictor.from_parts(replace(parts, estimators={**parts.estimators, "model0": narrow}))


@pytest.mark.parametrize(
    "weights", [(0.5, 0.5, 0.5, 0.5), (-0.1, 0.5, 0.3, 0.3), (0, 0.5, 0.3, 0.2), (float("nan"),) * 4]
)
def test_weights_that_are_none_are_refused(weights: Any) -> None:
    parts = pieces()
    members: list[JSON] = [{"kind": kind, "weight": w} for kind, w in zip(BLEND, weights, strict=True)]

    with pytest.raises(ValueError, match="weights"):
        Predictor.from_parts(replace(parts, features={**parts.features, "members": members}))
