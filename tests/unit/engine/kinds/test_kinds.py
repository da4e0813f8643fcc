"""Every kind of model: probabilities that add up, the same for the same seed, and better than a guess."""

from functools import cache
from typing import Any, get_args

import numpy as np
import pytest

from desktop_app.engine.arrays import Floats
from desktop_app.engine.kinds.kind import Conditions, Kind, Lesson, answers_of, spread
from desktop_app.engine.kinds.portfolio import KINDS
from desktop_app.engine.material import Material
from desktop_app.engine.search.searching import SIMPLEST
from desktop_app.records.results import KindName
from tests.unit.engine.made import MANY, frame_of, question_of, signal

HALF = MANY // 2
ONLY_AMOUNTS = ("boosting_log",)
every_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
every_kind_of_classes = pytest.mark.parametrize(
    "kind",
    [kind for kind in KINDS.values() if kind.name not in ONLY_AMOUNTS],
    ids=lambda kind: kind.name,
)


def asked(*targets: tuple[object, ...]) -> pytest.MarkDecorator:
    """Return each kind with each of these targets that it can answer."""
    cases = [
        pytest.param(kind, *target, id="-".join(map(str, (kind.name, *target))))
        for kind in KINDS.values()
        for target in targets
        if target[0] == "spent" or kind.name not in ONLY_AMOUNTS
    ]
    names = ("kind", "target", "wanted")[: 1 + len(targets[0])]
    return pytest.mark.parametrize(names, cases)


@cache
def material(target: str) -> Material:
    frame = signal(MANY)
    frame["spent"] -= frame["spent"].min()
    if target == "many":
        frame = frame.assign(
            many=np.digitize(frame["spent"], frame["spent"].quantile([0.25, 0.75])).astype(str).astype(object)
        )
        return question_of(frame.drop(columns=["left", "spent"]), "many").material
    return question_of(frame, target).material


def lessons(kind: Kind, made: Material) -> tuple[Conditions, Lesson, Lesson]:
    """Return the first and the second half of the rows as this kind reads them."""
    rows, others = np.arange(HALF), np.arange(HALF, MANY)
    preparation = made.prepare(rows)
    learn = made.learned(kind.form, preparation, rows, rows)
    hidden = preparation.features(kind.form, made.cells.take(others))
    return (
        made.conditions,
        Lesson(features=learn, values=made.target.values[rows]),
        Lesson(features=hidden, values=made.target.values[others]),
    )


def path(kind: Kind, target: str) -> Floats:
    return kind.path(*lessons(kind, material(target)))


@cache
def known_path(name: KindName, target: str) -> Floats:
    """Return the same, worked out once."""
    return path(KINDS[name], target)


def loss(made: Material, answers: Floats) -> float:
    if not made.target.classes:
        return float(np.mean((answers[:, 0] - made.target.values[HALF:]) ** 2))
    return float(np.mean(np.argmax(answers, axis=1) != made.target.values[HALF:]))


@asked(("left", 2), ("many", 3), ("spent", 1))
def test_each_setting_answers_every_hidden_row(kind: Kind, target: str, wanted: int) -> None:
    settings = kind.settings(material(target).conditions)

    assert known_path(kind.name, target).shape == (len(settings), MANY - HALF, wanted)


@every_kind_of_classes
@pytest.mark.parametrize("target", ["left", "many"])
def test_probabilities_lie_between_0_and_1_and_add_up_to_1(kind: Kind, target: str) -> None:
    found = known_path(kind.name, target)

    assert found.min() >= 0
    assert found.max() <= 1
    np.testing.assert_allclose(found.sum(axis=-1), 1, rtol=1e-6)


@asked(("left",), ("spent",))
def test_the_same_seed_gives_the_same_answers(kind: Kind, target: str) -> None:
    np.testing.assert_array_equal(path(kind, target), known_path(kind.name, target))


@asked(("left", 0.5), ("many", 0.6), ("spent", 50.0))
def test_what_can_be_learned_is_learned(kind: Kind, target: str, wanted: float) -> None:
    assert (
        loss(material(target), known_path(kind.name, target)[-1]) < 0.6 * wanted
    )  # of what a guess is off by


@asked(("left",), ("spent",))
def test_the_model_that_is_delivered_is_the_one_that_was_compared(kind: Kind, target: str) -> None:
    made = material(target)
    conditions, learn, hidden = lessons(kind, made)
    setting = kind.settings(conditions)[-1]

    alone = answers_of(kind.fit(conditions, learn, setting), hidden.features, conditions.classes)

    np.testing.assert_allclose(alone, known_path(kind.name, target)[-1], atol=1e-3)


@every_kind_of_classes
def test_a_kind_that_no_row_shows_has_no_chance(kind: Kind) -> None:
    conditions, learn, hidden = lessons(kind, material("many"))
    two = learn.values != 1

    found = kind.path(conditions, Lesson(features=learn.features[two], values=learn.values[two]), hidden)

    assert found.shape[-1] == 3
    assert not found[..., 1].any()


@every_kind
@pytest.mark.parametrize("far", [1e30, 1e25])
def test_giant_amounts_are_learned_like_others(kind: Kind, far: float) -> None:
    frame = signal(MANY)
    spent = frame["spent"] - frame["spent"].min()
    giants = frame_of(age=frame["age"], calls=frame["calls"], spent=spent / 100 * far)

    conditions, learn, hidden = lessons(kind, question_of(giants, "spent").material)
    found = kind.path(conditions, learn, hidden)[-1]

    assert np.isfinite(found).all()
    assert np.corrcoef(found[:, 0], hidden.values)[0, 1] > (0.7 if kind.name == "rule" else 0.8)


def test_probabilities_are_put_where_their_kinds_are() -> None:
    found: Any = spread(np.array([[0.25, 0.75]]), np.array([0, 2]), 4)

    assert found.tolist() == [[0.25, 0, 0.75, 0]]


def test_the_simplest_kind_is_tried_first() -> None:
    assert list(KINDS) == [kind.name for kind in KINDS.values()]
    assert SIMPLEST == next(iter(KINDS)) == "linear"


def test_every_kind_that_a_record_can_name_is_there() -> None:
    assert set(KINDS) == set(get_args(KindName))
