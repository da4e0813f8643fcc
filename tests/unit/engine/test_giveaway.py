"""Whether one column alone nearly gives the answer."""

from dataclasses import replace
from typing import Any

import pytest

from desktop_app.engine.evaluation.measures import Measure
from desktop_app.engine.evaluation.unseen import Unseen
from desktop_app.engine.leaks.giveaway import MOST_TRIED, Suspicion, find_give_away
from desktop_app.engine.material import Material
from desktop_app.records.results import GiveAway
from tests.unit.engine.made import Learned, one_thread


class Asked:
    """Instead of learning, knows which columns answer how well, and remembers which were asked."""

    def __init__(self, unseen: Unseen, shares: dict[str, float]) -> None:
        self.unseen, self.shares, self.asked = unseen, shares, list[frozenset[str]]()

    def __call__(self, material: Material) -> Unseen:
        names = frozenset(material.cells.layout.names)
        self.asked.append(names)
        share = self.shares.get(min(names), 0.0) if len(names) == 1 else 0.0
        off = (1 - share) ** 0.5  # the skill of a number is 1 - the squared miss
        answers = self.unseen.values[:, None] + off * (self.unseen.guesses - self.unseen.values[:, None])
        return replace(self.unseen, answers=answers)


def found(made: Learned, skill: float, columns: list[str], **shares: float) -> tuple[GiveAway | None, Asked]:
    tested: Any = Asked(made.outcome.unseen, shares)
    with one_thread() as pool:
        suspicion = Suspicion(
            material=made.material, tested=tested, measure=Measure(metric="mean_absolute_error"), pool=pool
        )
        return find_give_away(suspicion, skill, columns), tested


def test_the_column_that_alone_reaches_nearly_all_of_the_skill_is_found(numbers_kept_aside: Learned) -> None:
    give_away, tested = found(numbers_kept_aside, 0.8, ["age", "calls", "plan"], age=0.5, calls=0.77)

    assert give_away is not None
    assert give_away.column == "calls"
    assert give_away.alone == pytest.approx(0.77 / 0.8)
    assert tested.asked[-1] == {"age", "plan"}
    assert give_away.without == pytest.approx(numbers_kept_aside.judged.scored.baseline.value)


def test_a_column_that_reaches_less_is_none(numbers_kept_aside: Learned) -> None:
    assert found(numbers_kept_aside, 0.8, ["age", "calls"], calls=0.75)[0] is None


def test_where_little_is_known_nothing_is_given_away(numbers_kept_aside: Learned) -> None:
    give_away, tested = found(numbers_kept_aside, 0.49, ["age"], age=0.49)

    assert give_away is None
    assert tested.asked == []


def test_the_only_column_gives_nothing_away_by_being_the_only_one(numbers_kept_aside: Learned) -> None:
    alone = replace(
        numbers_kept_aside.question, material=numbers_kept_aside.material.with_columns(frozenset({"age"}))
    )

    assert found(replace(numbers_kept_aside, question=alone), 0.9, ["age"], age=0.9)[0] is None


def test_no_more_columns_are_tried_than_there_is_time_for(numbers_kept_aside: Learned) -> None:
    _, tested = found(numbers_kept_aside, 0.8, ["age", "calls", "plan"] * 3, calls=0.5)

    assert len(tested.asked) == MOST_TRIED
