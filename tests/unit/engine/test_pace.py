"""What more rows would bring."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app.engine.evaluation.measures import Measure
from desktop_app.engine.insights import has_time
from desktop_app.engine.material import Material
from desktop_app.engine.model import Part, Recipe
from desktop_app.engine.pace import SHARES, pace_of, seconds_of
from desktop_app.engine.question import Question
from desktop_app.engine.search.finished import Facts, Finished
from desktop_app.engine.workshop import Fits
from desktop_app.records.insights import Pace
from tests.unit.engine.kept_apart import asked, visits
from tests.unit.engine.made import FEW, MANY, Learned, one_thread, question_of, signal

MISS = Measure(metric="mean_absolute_error")
LINEAR: Recipe = (Part(kind="linear", setting=0.3, weight=0.7), Part(kind="forest", setting=2.0, weight=0.3))
TREES: Recipe = (Part(kind="boosting", setting=12.0),)


def pace(material: Material, recipe: Recipe = LINEAR, measure: Measure = MISS) -> tuple[Pace, ...]:
    with one_thread() as pool:
        return pace_of(material, recipe, measure, Fits(pool=pool))


def test_the_rows_are_a_quarter_a_half_and_all_that_were_learned_from(numbers_kept_aside: Learned) -> None:
    material = numbers_kept_aside.material

    found = pace(material)

    whole = len(material.split.search)
    assert [one.rows for one in found] == [round(share * whole) for share in SHARES]


def test_more_rows_are_better_where_a_few_do_not_suffice() -> None:
    found = pace(question_of(signal(1_500), "spent").material, TREES)

    assert found[0].value > found[1].value > found[2].value


@pytest.mark.parametrize("target", ["left", "plan"])
def test_every_class_is_learned_of_however_few_rows_it_has(target: str) -> None:
    frame = signal(MANY)
    frame.loc[:7, target] = "rare"

    found = pace(question_of(frame, target).material, TREES, Measure(metric="accuracy"))

    assert len(found) == 3
    assert all(0 <= one.value <= 1 for one in found)


def test_where_each_row_is_hidden_in_turn_all_parts_learn_from_fewer(numbers_in_turn: Learned) -> None:
    frame = signal(220)
    material = question_of(frame, "spent").material
    assert material.effort.tested == "repeated"

    found = pace(material)

    learned = np.mean([len(material.split.parts[place].learn) for place in material.split.outer[:3]])
    assert [one.rows for one in found] == pytest.approx([share * learned for share in SHARES], abs=1)


def test_few_rows_and_the_simplest_guess_have_no_pace() -> None:
    assert pace(question_of(signal(FEW), "spent").material) == ()
    assert pace(question_of(signal(MANY), "spent").material, ()) == ()


def test_a_kind_that_learns_from_a_part_is_given_parts_of_that(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.engine.kinds.linear.Linear.most_rows", 80)

    found = pace(question_of(signal(MANY), "spent").material)

    assert [one.rows for one in found] == [20, 40, 80]


def test_rows_of_one_thing_are_taken_or_left_together() -> None:
    material = asked(visits(60, 10), "left", group="customer_id").material
    learned: list[Any] = []
    taken = Material.prepare

    def prepare(self: Material, rows: Any) -> Any:
        learned.append(rows)
        return taken(self, rows)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Material, "prepare", prepare)
        pace(material, TREES, Measure(metric="accuracy"))

    quarter, half, whole = sorted(learned, key=len)[:: len(learned) // 3]
    assert set(quarter) < set(half) < set(whole)
    things = material.split.clusters
    for rows in (quarter, half):
        counts = np.bincount(things[rows], minlength=things.max() + 1)
        assert np.count_nonzero((counts > 0) & (counts < 10)) <= 2  # that stand for their class


def finished(seconds: float) -> list[Finished]:
    return [Finished(facts=Facts(kind="linear", identity="", settings=(0.3,), seconds=9.0, longest=seconds))]


def test_it_takes_as_long_as_the_search_has_shown(numbers_kept_aside: Learned, tmp_path: Path) -> None:
    material = numbers_kept_aside.material

    assert seconds_of(material, LINEAR, finished(2.0)) == pytest.approx(1.75 * 2.0)
    nested = question_of(signal(220), "spent").material
    assert seconds_of(nested, LINEAR, finished(2.0)) == pytest.approx(3 * 1.75 * 2.0)
    assert seconds_of(material, (), finished(2.0)) == 0


@pytest.mark.parametrize(
    ("longest", "left", "enough"),
    [(0.5, 30.0, True), (1.0, 30.0, False), (0.5, 0.5, False), (0.0, -1.0, False)],
)
def test_it_is_done_only_where_it_takes_a_small_part_of_the_time(
    longest: float, left: float, enough: bool, numbers_kept_aside: Learned
) -> None:
    question: Question = numbers_kept_aside.question
    question = replace(question, plan=replace(question.plan, budget=15.0))
    choice = replace(numbers_kept_aside.outcome.choice, recipe=LINEAR)
    outcome = replace(numbers_kept_aside.outcome, choice=choice)

    assert has_time(question, outcome, finished(longest), left) is enough
