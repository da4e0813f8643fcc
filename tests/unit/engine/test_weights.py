"""How much a model leans on each column, by its own numbers."""

import numpy as np
import pytest

from desktop_app.engine.explanation.weights import weights_of
from desktop_app.engine.kinds.portfolio import KINDS
from desktop_app.engine.material import Material
from desktop_app.engine.model import Part, Recipe, learn_model
from desktop_app.records.results import KindName
from tests.unit.engine.made import MANY, frame_of, question_of, signal

every_kind = pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "boosting_log"])


def part(material: Material, kind: KindName, weight: float = 1.0) -> Part:
    setting = KINDS[kind].settings(material.conditions)[-1]
    return Part(kind=kind, setting=setting, weight=weight)


def weights(material: Material, recipe: Recipe) -> dict[str, float]:
    return weights_of(learn_model(material, np.arange(len(material.cells)), recipe))


def order(found: dict[str, float]) -> list[str]:
    return sorted(found, key=lambda name: -found[name])


def test_amounts_learned_as_logarithms_are_weighed_too() -> None:
    frame = signal(MANY)
    made = question_of(frame.assign(spent=frame["spent"] - frame["spent"].min()), "spent").material

    assert order(weights(made, (part(made, "boosting_log"),)))[-1] == "plan"


@every_kind
@pytest.mark.parametrize("target", ["left", "spent"])
def test_a_column_of_noise_weighs_least(kind: KindName, target: str) -> None:
    made = question_of(signal(MANY), target).material

    found = weights(made, (part(made, kind),))

    assert set(found) == {"age", "calls", "plan"}
    assert all(weight >= 0 for weight in found.values())
    assert order(found)[-1] == "plan"
    assert found["plan"] < 0.6 * min(found["age"], found["calls"])


@every_kind
def test_each_feature_of_a_date_and_of_several_kinds_counts_for_its_column(kind: KindName) -> None:
    dice = np.random.default_rng(13)
    days = dice.integers(0, 900, MANY)
    frame = frame_of(
        calls=dice.normal(size=MANY),
        day=np.datetime64("2020-01-01") + days * np.timedelta64(1, "D"),
        season=np.array(["early", "middle", "late"])[days // 300],
    )
    made = question_of(frame, "season").material

    found = weights(made, (part(made, kind),))

    assert order(found)[0] == "day"
    assert found["day"] > 2 * found["calls"]


@every_kind
def test_a_category_of_many_levels_counts_with_all_that_is_made_of_it(kind: KindName) -> None:
    dice = np.random.default_rng(14)
    town = dice.integers(0, 12, MANY)
    frame = frame_of(
        calls=dice.normal(size=MANY),
        town=np.array([f"town {place}" for place in town]),
        spent=5.0 * (town % 4) + dice.normal(size=MANY),
    )
    made = question_of(frame, "spent").material

    assert order(weights(made, (part(made, kind),)))[0] == "town"


def test_a_blend_leans_on_the_columns_as_its_members_do_by_their_weights() -> None:
    made = question_of(signal(MANY), "left").material
    alone = {kind: weights(made, (part(made, kind),)) for kind in ("linear", "boosting")}

    found = weights(made, (part(made, "linear", 0.25), part(made, "boosting", 0.75)))

    assert sum(found.values()) == pytest.approx(1)
    for name, weight in found.items():
        assert weight == pytest.approx(0.25 * alone["linear"][name] + 0.75 * alone["boosting"][name])


def test_the_simplest_guess_leans_on_nothing() -> None:
    assert weights(question_of(signal(MANY), "left").material, ()) == {}
