"""How a training says how far it is."""

from dataclasses import replace

import numpy as np
import pytest

from desktop_app.engine.search.finished import Finished
from desktop_app.engine.telling import Teller
from desktop_app.records.jobs import Progress
from desktop_app.records.notices import Notice
from desktop_app.records.plans import LeftOut
from tests.unit.engine.made import FEW, MANY, Learned


class Heard:
    """A teller whose clock a test sets, and what it told."""

    def __init__(self, made: Learned) -> None:
        self.told: list[Progress] = []
        self.now = 100.0
        self.teller = Teller(
            report=self.told.append, clock=lambda: self.now, began=100.0, question=made.question
        )

    @property
    def last(self) -> Notice:
        notice = self.told[-1].notice
        assert notice is not None
        return notice


def test_the_simplest_guess_of_kinds_is_told_first(kinds_kept_aside: Learned) -> None:
    heard, target = Heard(kinds_kept_aside), kinds_kept_aside.material.target

    heard.teller.begins()

    assert [told.notice.code for told in heard.told if told.notice] == [
        "learn.checked_clean",
        "learn.baseline",
    ]
    guess = target.counts.max() / MANY
    assert heard.last.values == {"common": target.common, "guess": guess, "tested": MANY}


def test_the_simplest_guess_of_a_number_is_the_mean_and_how_far_it_is_off(
    numbers_kept_aside: Learned,
) -> None:
    heard, amounts = Heard(numbers_kept_aside), numbers_kept_aside.material.target.amounts

    heard.teller.begins()

    assert heard.last.code == "learn.baseline_number"
    assert heard.last.values["mean"] == pytest.approx(amounts.mean())
    assert heard.last.values["miss"] == pytest.approx(np.abs(amounts - amounts.mean()).mean())


@pytest.mark.parametrize("fixture", ["kinds_kept_aside", "kinds_in_turn"])
def test_a_kind_is_told_by_how_many_hidden_rows_it_got_right(
    fixture: str, request: pytest.FixtureRequest
) -> None:
    made: Learned = request.getfixturevalue(fixture)
    heard = Heard(made)

    heard.teller.tried(made.finished[0], 0.15)

    assert heard.last.code == "learn.candidate_done"
    assert heard.last.values["kind"] == "linear"
    assert heard.last.values["tested"] == (
        FEW if made.material.effort.tested == "repeated" else MANY * 4 // 5
    )
    assert heard.last.values["right"] == pytest.approx(0.9, abs=0.07)


def test_a_kind_is_told_by_how_far_it_is_off(numbers_kept_aside: Learned) -> None:
    heard = Heard(numbers_kept_aside)

    heard.teller.tried(numbers_kept_aside.finished[0], 0.15)

    assert heard.last.code == "learn.candidate_done_number"
    assert heard.last.values["miss"] == pytest.approx(1.6, abs=0.4)


def test_a_kind_that_failed_is_said_to_have_failed(kinds_kept_aside: Learned) -> None:
    heard = Heard(kinds_kept_aside)
    failed = Finished(facts=replace(kinds_kept_aside.finished[1].facts, failed=True))

    heard.teller.tried(failed, 0.7)

    assert (heard.last.code, heard.last.level) == ("learn.candidate_failed", "caution")


@pytest.mark.parametrize(("fixture", "rows"), [("kinds_kept_aside", MANY // 5), ("kinds_in_turn", FEW)])
def test_the_final_test_is_told_with_its_rows(
    fixture: str, rows: int, request: pytest.FixtureRequest
) -> None:
    heard = Heard(request.getfixturevalue(fixture))

    heard.teller.tests()

    milestones = [told.notice for told in heard.told if told.milestone]
    assert milestones == [Notice(code="learn.final_test", values={"rows": rows})]
    assert heard.last.code == "learn.judging"


def test_columns_that_are_left_out_count_among_the_notes(kinds_kept_aside: Learned) -> None:
    left_out = (LeftOut(column="customer_id", reason="id"),)
    heard = Heard(kinds_kept_aside)
    heard.teller.question = replace(kinds_kept_aside.question, left_out=left_out)

    heard.teller.begins()

    assert heard.told[0].notice == Notice(code="learn.checked", values={"count": 1, "way": "held_out"})


def test_what_is_tried_is_said_until_something_else_is(kinds_kept_aside: Learned) -> None:
    heard = Heard(kinds_kept_aside)

    heard.teller.begins_kind("boosting", 0.15)
    heard.teller.searched(0.3)

    assert [told.notice for told in heard.told] == [
        Notice(code="learn.trying", values={"kind": "boosting"})
    ] * 2
    assert not any(told.milestone for told in heard.told)


def test_the_time_left_is_told_once_it_is_steady(kinds_kept_aside: Learned) -> None:
    heard = Heard(kinds_kept_aside)
    heard.now = 103.0

    heard.teller.at(0.05)
    heard.teller.at(0.6)

    assert [told.seconds_left for told in heard.told] == [None, pytest.approx(2.0)]
    assert not any(told.milestone for told in heard.told)


def test_the_time_left_never_grows_and_never_passes_the_budget(kinds_kept_aside: Learned) -> None:
    heard, budget = Heard(kinds_kept_aside), kinds_kept_aside.question.plan.budget

    for seconds, fraction in ((0.5, 0.1), (1.0, 0.2), (9.0, 0.25), (30.0, 0.5), (budget + 5, 0.9)):
        heard.now = 100.0 + seconds
        heard.teller.at(fraction)

    left = [told.seconds_left for told in heard.told if told.seconds_left is not None]
    assert len(left) == len(heard.told)
    assert left == sorted(left, reverse=True)
    assert max(left) <= budget
    assert left[0] > 0.5 * budget  # the first kinds are fast: their pace promises too much
    assert left[-1] == 0.0


def test_a_search_that_has_passed_its_budget_does_not_say_that_it_is_nearly_done(
    kinds_kept_aside: Learned,
) -> None:
    heard = Heard(kinds_kept_aside)
    heard.now = 101.0 + kinds_kept_aside.question.plan.budget

    heard.teller.at(0.2)
    heard.teller.at(0.9)

    assert [told.seconds_left for told in heard.told] == [None, 0.0]


def test_the_search_takes_the_middle_of_the_whole(kinds_kept_aside: Learned) -> None:
    heard = Heard(kinds_kept_aside)

    for share in (0.0, 0.5, 1.0):
        heard.teller.searched(share)

    assert [told.fraction for told in heard.told] == pytest.approx([0.05, 0.4, 0.75])
