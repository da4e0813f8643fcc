"""What is learned for a form has room in it: kinds are bounded beforehand, and it is asked at the end."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app.engine.effort import plan_effort
from desktop_app.engine.kinds.kind import Lesson
from desktop_app.engine.kinds.portfolio import KINDS
from desktop_app.engine.kinds.trees import boosted, grown
from desktop_app.engine.material import Material
from desktop_app.engine.model import Part
from desktop_app.engine.predictor import Predictor
from desktop_app.engine.question import effort_for
from desktop_app.engine.roles import assign_roles
from desktop_app.engine.room import held_by, narrowed, settings_with_room, taken, taken_by
from desktop_app.engine.search.blending import choose
from desktop_app.engine.search.practice import practice_with
from desktop_app.engine.size import Size
from desktop_app.engine.training import assemble, train
from desktop_app.errors import DataError
from desktop_app.records.handover import WORKBOOK, Room
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import KindName
from tests.unit.engine.made import MANY, frame_of, question_of, signal, table_for
from tests.unit.engine.test_effort import ANSWERS, BUDGETS, ROWS, WIDTHS, size_of

SMALL = Room(nodes=200, numbers=2_000, formulas=300)
KINDS_OF_TREES: tuple[KindName, ...] = ("boosting", "forest")
FOR_EXCEL = TrainingPlan(target="left", budget=5.0, for_form="xlsx")


def in_room(room: Room) -> Material:
    material = question_of(signal(MANY), "left").material
    size = Size.of(material.cells, material.target)
    return replace(material, effort=narrowed(material.effort, size, room))


@pytest.mark.parametrize("answers", ANSWERS)
@pytest.mark.parametrize("budget", BUDGETS)
def test_every_kind_that_is_tried_has_room_alone(budget: float, answers: int) -> None:
    for rows in ROWS:
        for width in WIDTHS:
            size = size_of(rows, width=width, answers=answers)
            effort = narrowed(plan_effort(size, budget), size, WORKBOOK)
            for kind in effort.kinds:
                assert taken(kind, float(effort.rounds[0]), effort, size) <= 1
            assert taken("boosting", float(effort.rounds[-1]), effort, size) <= 1


def test_what_needs_little_room_is_tried_as_ever() -> None:
    size = size_of(300)
    effort = plan_effort(size, 15.0)

    found = narrowed(effort, size, WORKBOOK)

    assert (found.rounds, found.leaves, found.kinds) == (effort.rounds, effort.leaves, effort.kinds)


@pytest.mark.parametrize("target", ["left", "spent"])
def test_what_is_learned_takes_no_more_than_was_foreseen(target: str) -> None:
    material = question_of(signal(MANY), target).material
    size, effort = Size.of(material.cells, material.target), material.effort
    rows = np.arange(MANY)
    prepared = material.prepare(rows)

    for kind, trees in (("boosting", boosted), ("forest", grown)):
        features = material.learned(KINDS[kind].form, prepared, rows, rows)  # type: ignore[index]  # a key of it
        lesson = Lesson(features=features, values=material.target.values)
        found = trees(KINDS[kind].fit(material.conditions, lesson, 12.0))  # type: ignore[index]

        own = replace(effort, leaf_rows=12) if kind == "forest" else effort
        assert len(found.left) <= taken(kind, 12.0, own, size) * WORKBOOK.nodes  # type: ignore[arg-type]


def test_only_settings_with_room_count() -> None:
    material = in_room(replace(SMALL, nodes=4 * 30))

    assert settings_with_room(material, "boosting", (4.0, 8.0, 400.0)) == [0, 1]
    assert settings_with_room(question_of(signal(MANY), "left").material, "boosting", (400.0,)) == [0]


def test_kinds_are_put_together_only_as_far_as_there_is_room() -> None:
    material, rows = in_room(SMALL), np.arange(100)
    dice = np.random.default_rng(1)
    right = np.eye(2)[material.target.codes[rows]]
    guess = np.tile(material.simplest(rows), (100, 1))
    misses = [
        np.abs(right - dice.uniform(0, 0.8, (100, 1)) * (dice.random((100, 1)) < 0.5)) for _ in range(2)
    ]
    answers = [one / one.sum(axis=1, keepdims=True) for one in misses]
    practices = [
        practice_with(material, "baseline", guess, rows),
        *(
            replace(practice_with(material, kind, one, rows), setting=float(material.effort.rounds[-1]))
            for kind, one in zip(KINDS_OF_TREES, answers, strict=True)
        ),
    ]

    within = choose(material, practices)
    free = choose(question_of(signal(MANY), "left").material, practices)

    assert len(free.recipe) == 2
    assert len(within.recipe) == 1
    assert taken_by(material, within.recipe) <= 1 < taken_by(material, free.recipe)


def test_a_form_that_surely_holds_it_is_named() -> None:
    material = question_of(signal(MANY), "left").material

    assert held_by(material, (Part(kind="linear", setting=0.3),)) == ("xlsx", "onnx")
    assert held_by(material, (Part(kind="boosting", setting=90_000.0),)) == ("onnx",)


def test_texts_are_left_out_whatever_is_wished() -> None:
    frame = signal(MANY).assign(remark=[f"row {row} was paid" for row in range(MANY)])
    table = table_for(frame, remark="text")

    for form in ("xlsx", "onnx"):
        plan = TrainingPlan(target="left", include=("remark",), for_form=form)
        assert ("remark", "text") in [(one.column, one.reason) for one in assign_roles(table, plan).left_out]


def test_a_rule_may_be_wished_for_a_form() -> None:
    effort = effort_for(size_of(300), replace(FOR_EXCEL, readable=True), 5.0)

    assert (effort.kinds, effort.room) == (("rule",), WORKBOOK)


@dataclass
class Choosy:
    """A form that holds no model of the kind that counts most in the first one it is asked for."""

    refused: set[str] = field(default_factory=set)

    def __call__(self, predictor: Predictor) -> bool:
        members = predictor.learned.members
        if members and not self.refused:
            self.refused.add(max(members, key=lambda member: member.weight).kind)
        return self.refused.isdisjoint(member.kind for member in members)


@pytest.mark.parametrize("rows", [240, MANY])
def test_a_kind_of_which_the_form_says_no_is_given_up(tmp_path: Path, rows: int) -> None:
    frame, holds = signal(rows).drop(columns="spent"), Choosy()

    told: Any = (frame, table_for(frame), FOR_EXCEL, tmp_path, lambda _: None)
    found = train(*told, holds=holds, clock=lambda: 0.0)  # there is time for all kinds
    stopped = assemble(*told, holds=holds, clock=lambda: 0.0)

    assert len(holds.refused) == 1
    for one in (found, stopped):
        assert holds(one.predictor)
        assert one.evaluation.receipt is not None
        assert holds.refused < one.evaluation.receipt.tried.keys()


def test_where_every_kind_was_given_up_no_guess_is_delivered(tmp_path: Path) -> None:
    frame = signal(MANY).drop(columns="spent")

    with pytest.raises(DataError, match="form_too_wide"):
        train(
            *(frame, table_for(frame), FOR_EXCEL, tmp_path, lambda _: None),
            holds=lambda predictor: not predictor.learned.members,
        )


def test_so_many_columns_that_no_kind_fits_are_refused_before_anything_is_tried(tmp_path: Path) -> None:
    wide = {f"n{place}": np.arange(30) % (3 + place % 7) for place in range(1_300)}
    frame = frame_of(**wide, left=np.where(np.arange(30) % 2, "yes", "no"))

    with pytest.raises(DataError, match="form_too_wide"):
        train(frame, table_for(frame), FOR_EXCEL, tmp_path, lambda _: None)
    assert not [*tmp_path.iterdir()]


def test_where_no_model_would_be_held_nothing_is_learned(tmp_path: Path) -> None:
    frame = signal(MANY).drop(columns="spent")

    with pytest.raises(DataError, match="form_too_wide"):
        train(frame, table_for(frame), FOR_EXCEL, tmp_path, lambda _: None, holds=lambda _: False)
    assert not [*tmp_path.iterdir()]


def test_longer_learning_is_offered_as_for_any_model(tmp_path: Path) -> None:
    frame = signal(240).drop(columns="spent")
    plan = replace(FOR_EXCEL, budget=300.0)

    found = train(frame, table_for(frame), replace(plan, readable=True), tmp_path, lambda _: None)

    assert not found.evaluation.longer_helps
