"""The small neural network: learns what bends, and is kept as plain arrays."""

from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest
from scipy import sparse

from desktop_app.engine.kinds import network
from desktop_app.engine.kinds.kind import Lesson, answers_of
from desktop_app.engine.kinds.linear import Linear
from desktop_app.engine.kinds.network import Layers, Network
from tests.unit.engine.made import MANY, question_of, signal

DICE = np.random.default_rng(22)
LEARN, ASKED = DICE.uniform(-2, 2, (300, 2)), DICE.uniform(-2, 2, (200, 2))
NUMBER, TWO, THREE = (0, 2, 3)
CONDITIONS = question_of(signal(MANY), "spent").material.conditions


def curved(rows: Any) -> Any:
    return 1_000 + 50 * np.sin(2 * rows[:, 0]) + 30 * rows[:, 1] ** 2


def values(rows: Any, classes: int) -> Any:
    amounts = curved(rows)
    codes = np.digitize(amounts, [1_000, 1_060])
    return {NUMBER: amounts, TWO: (codes > 0).astype(np.int64), THREE: codes}[classes]


def fit(classes: int, rows: int = len(LEARN)) -> Layers:
    lesson = Lesson(features=LEARN[:rows], values=values(LEARN[:rows], classes))
    found = Network().fit(replace(CONDITIONS, classes=classes), lesson, 0.0)
    assert isinstance(found, Layers)
    return found


known = cache(fit)


def test_what_bends_is_learned_far_better_than_by_a_line() -> None:
    lesson = Lesson(features=LEARN, values=curved(LEARN))
    line = Linear().fit(replace(CONDITIONS, classes=0), lesson, 1.0)

    ours, straight = (
        float(np.mean((model.predict(ASKED) - curved(ASKED)) ** 2)) for model in (known(NUMBER), line)
    )

    assert ours < 0.2 * straight


@pytest.mark.parametrize("classes", [TWO, THREE])
def test_classes_are_told_apart_by_probabilities_that_add_up(classes: int) -> None:
    found = answers_of(known(classes), ASKED, classes)

    assert found.min() >= 0
    np.testing.assert_allclose(found.sum(axis=1), 1)
    assert np.mean(found.argmax(axis=1) == values(ASKED, classes)) > 0.85


def test_the_same_seed_gives_the_same_model() -> None:
    one, same = (fit(NUMBER, 60).to_arrays() for _ in range(2))

    assert one.keys() == same.keys()
    for name, array in one.items():
        np.testing.assert_array_equal(array, same[name])


@pytest.mark.parametrize("classes", [NUMBER, TWO, THREE])
def test_out_of_its_arrays_it_gives_the_same_answers(classes: int) -> None:
    before = known(classes)

    after = Layers.from_arrays(before.to_arrays(), 2)

    np.testing.assert_array_equal(answers_of(after, ASKED, classes), answers_of(before, ASKED, classes))


def test_many_rows_are_answered_as_few_are_and_sparse_ones_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = known(NUMBER).predict(ASKED)
    monkeypatch.setattr(network, "CHUNK", 7)

    np.testing.assert_allclose(known(NUMBER).predict(ASKED), whole, rtol=1e-6)
    np.testing.assert_allclose(known(NUMBER).predict(sparse.csr_array(ASKED)), whole, rtol=1e-6)
    assert known(NUMBER).predict(ASKED[:0]).shape == (0,)


def with_first(array: Any, value: float) -> Any:
    changed = np.asarray(array).copy()
    changed.reshape(-1)[0] = value
    return changed


BROKEN: dict[str, Any] = {
    "weights0": (np.transpose, np.ravel, lambda w: w[:, :0], lambda w: with_first(w, np.nan)),
    "weights1": (lambda w: w[1:], lambda w: with_first(w, np.inf), lambda w: w.astype("U8")),
    "weights2": (lambda w: w[:, :1], lambda w: w.astype(np.float64) * 1e300),
    "start0": (lambda s: s[1:], lambda s: s[:, None], lambda s: with_first(s, np.nan)),
    "start2": (lambda s: np.tile(s, 2), lambda s: s.astype(np.complex64)),
    "scale": (lambda s: s[:1], lambda s: s * np.inf, lambda s: s[:, None]),
    "classes": (lambda c: c[:1], lambda c: c[:2], lambda c: c[::-1], lambda c: c - 1, lambda c: c + 0.5),
}


@pytest.mark.filterwarnings("ignore:invalid value")
@pytest.mark.parametrize(("name", "change"), [(name, place) for name in BROKEN for place in BROKEN[name]])
def test_arrays_that_are_broken_are_refused(name: str, change: Any) -> None:
    arrays = known(THREE).to_arrays()
    if name == "scale":
        arrays = arrays | {"scale": arrays["scale"] + 1}

    with pytest.raises(ValueError, match=r"\w"):
        Layers.from_arrays(arrays | {name: change(arrays[name])}, 2)


@pytest.mark.parametrize("name", BROKEN)
def test_an_array_that_is_not_there_is_missed(name: str) -> None:
    arrays = known(TWO).to_arrays()
    del arrays[name]

    with pytest.raises(KeyError):
        Layers.from_arrays(arrays, 2)


def test_layers_too_wide_to_be_asked_are_refused() -> None:
    wide = network._MOST_READ + 1
    arrays = known(NUMBER).to_arrays()
    arrays |= {"weights0": np.zeros((2, wide), np.float32), "start0": np.zeros(wide, np.float32)}
    arrays["weights1"] = np.zeros((wide, 48), np.float32)

    with pytest.raises(ValueError, match="wide"):
        Layers.from_arrays(arrays, 2)
