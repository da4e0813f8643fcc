"""What a search does when its time is up, and what is said of a kind that was cut short."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, repeat
from pathlib import Path

import numpy as np
import pytest

from desktop_app.engine.evaluating import Ending, evaluation_of
from desktop_app.engine.judging import judge
from desktop_app.engine.outcome import conclude
from desktop_app.engine.question import Question
from desktop_app.engine.search.finished import Finished
from desktop_app.engine.search.practice import practise
from desktop_app.engine.telling import Teller
from desktop_app.engine.workshop import Fits
from desktop_app.records.jobs import Progress
from desktop_app.records.results import Evaluation
from tests.unit.engine.made import (
    FEW,
    MANY,
    TRIED,
    InTurn,
    Learned,
    frame_of,
    learned,
    one_thread,
    question_of,
    searched,
    signal,
)


def ticks(*times: float) -> Iterator[float]:
    """Return a clock that says these times, and the last of them from then on."""
    return chain(times, repeat(times[-1]))


def cut_in_boosting(question: Question, folder: Path) -> list[Finished]:
    """Return what a search leaves whose time is up once the boosting has done its first part."""
    parts = len(question.material.split.parts)
    clock = ticks(*[0.0] * (2 * parts + 5), 99.0)  # until the first part of boosting has begun
    return searched(question.material, folder, workshop=InTurn, clock=lambda: next(clock), deadline=1.0)


def test_parts_that_have_not_begun_are_left_out(tmp_path: Path) -> None:
    question = question_of(signal(MANY), "left")

    linear, boosting = cut_in_boosting(question, tmp_path)

    assert (linear.facts.cut, len(linear.answers)) == (False, 3)
    assert (boosting.facts.kind, boosting.facts.cut, boosting.facts.failed) == ("boosting", True, False)
    assert list(boosting.answers) == [0]


def test_the_simplest_kind_is_tried_to_its_end_whatever_the_clock_says(tmp_path: Path) -> None:
    question = question_of(signal(MANY), "left")
    clock = ticks(99.0)

    found = searched(question.material, tmp_path, clock=lambda: next(clock), deadline=1.0)

    assert [(one.facts.kind, one.facts.cut) for one in found] == [("linear", False)]


def _too_short(said: Evaluation) -> list[tuple[str, object]]:
    """Return which kinds the time was too short for, those that are compared all the same apart."""
    codes = ("learn.out_of_time", "learn.cut_short")
    return [(notice.code, notice.values["kinds"]) for notice in said.warnings if notice.code in codes]


@pytest.mark.parametrize("rows", [FEW, MANY])
def test_a_kind_that_was_cut_short_is_not_compared_and_not_one_that_did_not_work(
    tmp_path: Path, rows: int
) -> None:
    question = question_of(signal(rows), "left")
    finished = cut_in_boosting(question, tmp_path)
    with one_thread() as pool:
        outcome = conclude(question.material, finished, Fits(pool=pool))
        judged = judge(question, outcome, pool)

    said = evaluation_of(question, outcome, judged, Ending(finished=tuple(finished), seconds=1.0))

    assert not [candidate.name for candidate in said.candidates if candidate.failed]
    assert [one.name for one in said.candidates] == ["baseline", "linear"]
    assert _too_short(said) == [("learn.out_of_time", [kind for kind in TRIED if kind != "linear"])]


def test_where_no_kind_is_whole_the_parts_that_all_have_are_compared(tmp_path: Path) -> None:
    question = question_of(signal(MANY), "left")
    linear, boosting = cut_in_boosting(question, tmp_path)
    failed = Finished(facts=replace(linear.facts, failed=True))
    finished = (failed, boosting)
    with one_thread() as pool:
        outcome = conclude(question.material, finished, Fits(pool=pool))
        judged = judge(question, outcome, pool)

    said = evaluation_of(question, outcome, judged, Ending(finished=finished, seconds=1.0))

    assert [one.name for one in said.candidates] == ["baseline", "boosting", "linear"]
    assert [one.name for one in said.candidates if one.failed] == ["linear"]
    never = [kind for kind in TRIED if kind not in ("linear", "boosting")]
    assert _too_short(said) == [("learn.out_of_time", never), ("learn.cut_short", ["boosting"])]


def test_nothing_is_said_of_a_kind_that_could_not_be_compared(tmp_path: Path) -> None:
    question = question_of(signal(FEW), "left")
    linear, boosting = cut_in_boosting(question, tmp_path)
    told: list[Progress] = []
    teller = Teller(report=told.append, clock=lambda: 0.0, began=0.0, question=question)

    teller.tried(linear, 0.2)
    teller.tried(boosting, 0.8)

    assert [progress.notice.values["kind"] for progress in told if progress.notice] == ["linear"]
    assert practise(question.material, [boosting], question.material.split.outer)[-1].kind == "baseline"


def test_a_table_of_few_different_rows_is_learned_from(tmp_path: Path) -> None:
    plans, sizes = ["a", "b", "b", "a"] * 7, ["s", "s", "l", "l"] * 7
    left = ["yes" if plan == "a" else "no" for plan in plans]
    left[0] = "no"

    found = learned(question_of(frame_of(plan=plans, size=sizes, left=left), "left"), tmp_path)

    assert not any(one.facts.failed for one in found.finished)
    assert found.judged.skill.value > 0.3


def test_a_kind_that_is_not_delivered_is_in_no_test_of_what_is(kinds_in_turn: Learned) -> None:
    linear, *others = kinds_in_turn.finished
    split, codes = kinds_in_turn.material.split, kinds_in_turn.material.target.codes
    perfect = {  # until its time is up, it knows what is right
        place: np.eye(2)[codes[part.hidden]][None]
        for place, part in enumerate(split.parts[: split.outer[-1]])
    }
    facts = replace(others[0].facts, settings=(0.0,), cut=True)

    with one_thread() as pool:
        alone = conclude(kinds_in_turn.material, [linear], Fits(pool=pool))
        beside = conclude(
            kinds_in_turn.material, [linear, Finished(facts=facts, answers=perfect)], Fits(pool=pool)
        )

    assert beside.choice.recipe == alone.choice.recipe
    assert np.array_equal(beside.unseen.answers, alone.unseen.answers)
