"""How much a model leans on each column, by its own numbers."""

import numpy as np
import pytest

from desktop_app.engine.kinds.kind import KindName
from desktop_app.engine.material import Material
from desktop_app.engine.model import Chosen, Recipe, learn_model
from desktop_app.engine.weights import weights_of
from tests.unit.engine.made import MANY, frame_of, question_of, signal

SETTINGS: dict[Chosen, float] = {"linear": 0.3, "boosting": 15.0, "forest": 2.0, "baseline": 0.0}
every_kind = pytest.mark.parametrize("kind", ["linear", "boosting", "forest"])


def weights(material: Material, kind: Chosen) -> dict[str, float]:
    return weights_of(
        learn_model(material, np.arange(len(material.cells)), Recipe(kind=kind, setting=SETTINGS[kind]))
    )


@every_kind
@pytest.mark.parametrize("target", ["left", "spent"])
def test_a_column_of_noise_weighs_least(kind: KindName, target: str) -> None:
    found = weights(question_of(signal(MANY), target).material, kind)

    assert set(found) == {"age", "calls", "plan"}
    assert all(weight >= 0 for weight in found.values())
    assert min(found, key=lambda name: found[name]) == "plan"


@every_kind
def test_each_feature_of_a_date_and_of_several_kinds_counts_for_its_column(kind: KindName) -> None:
    dice = np.random.default_rng(13)
    days = dice.integers(0, 900, MANY)
    frame = frame_of(
        calls=dice.normal(size=MANY),
        day=np.datetime64("2020-01-01") + days * np.timedelta64(1, "D"),
        season=np.array(["early", "middle", "late"])[days // 300],
    )

    found = weights(
        question_of(frame.drop(columns="calls").assign(calls=frame["calls"]), "season").material, kind
    )

    assert max(found, key=lambda name: found[name]) == "day"
    assert found["day"] > 2 * found["calls"]


def test_the_simplest_guess_leans_on_nothing() -> None:
    assert weights(question_of(signal(MANY), "left").material, "baseline") == {}
