"""Kinds that depend on chance are learned twice where there is time for it."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from desktop_app.engine.kinds.portfolio import KINDS
from desktop_app.engine.model import Part, learn_model
from desktop_app.engine.search.copying import with_copies
from desktop_app.engine.search.finished import Facts, Finished
from desktop_app.engine.training import Trained, assemble, train
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import KindName
from tests.unit.engine.made import MANY, frame_of, question_of, signal, table_for

RECIPE = (
    Part(kind="linear", setting=0.3, weight=0.5),
    Part(kind="boosting", setting=15.0, weight=0.3),
    Part(kind="network", setting=0.0, weight=0.2),
)


def took(kind: KindName, longest: float) -> Finished:
    return Finished(facts=Facts(kind=kind, identity="", settings=(0.0,), seconds=9.0, longest=longest))


FINISHED = (took("linear", 0.2), took("boosting", 2.0), took("network", 0.8))  # 3 seconds, all together


@pytest.mark.parametrize(("left", "copies"), [(100.0, 2), (8.0, 2), (7.0, 1), (0.0, 1), (-5.0, 1)])
def test_kinds_are_learned_twice_only_where_the_search_has_shown_that_there_is_time(
    left: float, copies: int
) -> None:
    found = with_copies(RECIPE, FINISHED, left)

    assert [part.copies for part in found] == [1, copies, copies]
    assert [(part.kind, part.setting, part.weight) for part in found] == [
        (part.kind, part.setting, part.weight) for part in RECIPE
    ]


def test_only_kinds_that_another_seed_makes_another_model_are_learned_twice() -> None:
    twice = {name for name, kind in KINDS.items() if kind.varies}

    assert twice == set(KINDS) - {"linear", "forest", "rule"}


@pytest.mark.parametrize("kind", [name for name, kind in KINDS.items() if kind.varies])
def test_copies_differ_and_answer_with_the_mean_of_their_answers(kind: KindName) -> None:
    material = question_of(signal(300), "spent" if kind == "boosting_log" else "left").material
    rows, setting = np.arange(250), KINDS[kind].settings(material.conditions)[-1]

    once, twice = (
        learn_model(material, rows, (Part(kind=kind, setting=setting, copies=copies),)) for copies in (1, 2)
    )

    assert [(member.kind, member.weight) for member in twice.members] == [(kind, 0.5)] * 2
    one, other = (model.answers(material.cells)[:, -1] for model in (once, twice))
    assert not np.allclose(one, other, atol=1e-6)
    assert np.corrcoef(one, other)[0, 1] > 0.5


@pytest.mark.usefixtures("few_fits")
def test_a_training_learns_twice_where_time_is_left_and_once_where_a_person_waits(tmp_path: Path) -> None:
    dice = np.random.default_rng(0)
    x, y = dice.uniform(-1, 1, (2, MANY))
    frame = frame_of(x=x, y=y, ring=np.where(np.abs(x**2 + y**2 - 0.5) < 0.25, "in", "out"))
    plan = TrainingPlan(target="ring", budget=2.0)

    def copies(make: Callable[..., Trained]) -> set[int]:
        trained = make(frame, table_for(frame), plan, tmp_path, lambda _: None, clock=lambda: 0.0, threads=1)
        return {*Counter(member.kind for member in trained.predictor.learned.members).values()}

    assert copies(train) == {2}
    assert copies(assemble) == {1}
