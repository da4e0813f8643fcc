"""The curved model: close to the exact kernel machine on a sample of the rows, and kept as plain arrays."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from scipy import sparse
from sklearn.kernel_ridge import KernelRidge

from desktop_app.engine.kinds import kernel
from desktop_app.engine.kinds.kernel import Curves, Kernel, bends
from desktop_app.engine.kinds.kind import Lesson, answers_of
from desktop_app.engine.kinds.linear import Linear
from tests.unit.engine.made import MANY, question_of, signal

DICE = np.random.default_rng(21)
LEARN, ASKED = DICE.uniform(-2, 2, (300, 2)), DICE.uniform(-2, 2, (200, 2))
NUMBER, TWO, THREE = (0, 2, 3)
MATERIAL = question_of(signal(MANY), "spent").material
BEST = float(kernel._GRID.index((1.0, 100.0)))


def curved(rows: Any) -> Any:
    return np.sin(2 * rows[:, 0]) * 3 + rows[:, 1] ** 2


def values(rows: Any, classes: int) -> Any:
    amounts = curved(rows)
    return {NUMBER: amounts, TWO: (amounts > 1).astype(np.int64), THREE: np.digitize(amounts, [0, 2])}[
        classes
    ]


def conditions(classes: int) -> Any:
    return replace(MATERIAL.conditions, classes=classes)


def learned(classes: int, setting: float = BEST) -> Curves:
    lesson = Lesson(features=LEARN, values=values(LEARN, classes))
    found = Kernel().fit(conditions(classes), lesson, setting)
    assert isinstance(found, Curves)
    return found


def test_what_bends_is_learned_about_as_well_as_by_the_exact_machine_and_far_better_than_by_a_line() -> None:
    truth, lesson = curved(ASKED), Lesson(features=LEARN, values=curved(LEARN))
    exact = KernelRidge(kernel="rbf", gamma=0.5, alpha=0.3 / 100).fit(LEARN, curved(LEARN))
    line = Linear().fit(conditions(NUMBER), lesson, 1.0)

    ours, best, straight = (
        float(np.mean((model.predict(ASKED) - truth) ** 2)) for model in (learned(NUMBER), exact, line)
    )

    assert ours < 0.05 * straight
    assert ours < 3 * best + 0.01 * straight


@pytest.mark.parametrize("classes", [TWO, THREE])
def test_classes_that_no_line_parts_are_told_apart(classes: int) -> None:
    found = answers_of(learned(classes), ASKED, classes)

    assert np.mean(found.argmax(axis=1) == values(ASKED, classes)) > 0.9


@pytest.mark.parametrize("classes", [TWO, THREE])
@pytest.mark.parametrize("far", [1.0, 1e6])
def test_probabilities_add_up(classes: int, far: float) -> None:
    found = learned(classes).predict_proba(far * ASKED)

    assert found.shape == (len(ASKED), classes)
    assert found.min() >= 0
    np.testing.assert_allclose(found.sum(axis=1), 1)


@pytest.mark.parametrize("classes", [NUMBER, TWO, THREE])
def test_the_same_seed_gives_the_same_model(classes: int) -> None:
    one, same = (learned(classes).to_arrays() for _ in range(2))

    assert one.keys() == same.keys()
    for name, array in one.items():
        np.testing.assert_array_equal(array, same[name])


def test_another_seed_bends_around_other_rows() -> None:
    lesson = Lesson(features=LEARN, values=curved(LEARN))

    other = Kernel().fit(replace(conditions(NUMBER), seed=9), lesson, BEST)

    assert not np.array_equal(other.points, learned(NUMBER).points)


@pytest.mark.parametrize("classes", [NUMBER, TWO, THREE])
def test_out_of_its_arrays_it_gives_the_same_answers(classes: int) -> None:
    before = learned(classes)

    after = Curves.from_arrays(before.to_arrays(), 2)

    np.testing.assert_array_equal(answers_of(after, ASKED, classes), answers_of(before, ASKED, classes))


def test_many_rows_are_answered_as_few_are_and_sparse_ones_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = learned(NUMBER).predict(ASKED)
    monkeypatch.setattr(kernel, "_CHUNK", 7)

    np.testing.assert_allclose(learned(NUMBER).predict(ASKED), whole)
    np.testing.assert_allclose(learned(NUMBER).predict(sparse.csr_array(ASKED)), whole, rtol=1e-6)
    assert learned(NUMBER).predict(ASKED[:0]).shape == (0,)


def test_a_bend_is_1_at_its_point_and_nothing_far_away() -> None:
    found = bends(np.array([[0.0, 0.0], [1.0, 1.0], [1e9, 0.0]]), np.array([[1.0, 1.0]]), 0.5)

    assert found[:, 0] == pytest.approx([np.exp(-1), 1, 0])


def with_first(array: Any, value: float) -> Any:
    changed = np.asarray(array).copy()
    changed.reshape(-1)[0] = value
    return changed


BROKEN: dict[str, Any] = {
    "points": (lambda p: p[:, :1], lambda p: p[0], lambda p: p[:0], lambda p: with_first(p, np.inf)),
    "width": (lambda w: w[0], lambda w: -w, lambda w: 0 * w, lambda w: np.tile(w, 2), lambda w: w * np.nan),
    "weights": (lambda w: w[1:], np.ravel, lambda w: with_first(w, np.nan), lambda w: w.astype("U8")),
    "start": (lambda s: s[:0], lambda s: s + np.inf, lambda s: s.astype(np.complex128)),
    "classes": (lambda c: c[:1], lambda c: c[::-1], lambda c: c - 1, lambda c: c + 0.5, lambda c: c[:, None]),
}


@pytest.mark.parametrize(("name", "change"), [(name, place) for name in BROKEN for place in BROKEN[name]])
def test_arrays_that_are_broken_are_refused(name: str, change: Any) -> None:
    arrays = learned(THREE).to_arrays()

    with pytest.raises(ValueError, match=r"\w"):
        Curves.from_arrays(arrays | {name: change(arrays[name])}, 2)


@pytest.mark.parametrize("name", BROKEN)
def test_an_array_that_is_not_there_is_missed(name: str) -> None:
    arrays = learned(TWO).to_arrays()
    del arrays[name]

    with pytest.raises(KeyError):
        Curves.from_arrays(arrays, 2)


def test_more_points_than_a_row_can_be_held_against_are_refused() -> None:
    many = kernel._MOST_READ + 1
    arrays = learned(NUMBER).to_arrays() | {"points": np.zeros((many, 2)), "weights": np.zeros((many, 1))}

    with pytest.raises(ValueError, match="points"):
        Curves.from_arrays(arrays, 2)
