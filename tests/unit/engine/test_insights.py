"""What a training finds out beyond the score."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app.engine.insights import Insights, insights_of
from desktop_app.engine.training import assemble, train
from desktop_app.engine.workshop import Fits
from desktop_app.records.insights import Pace
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Evaluation, Receipt
from tests.unit.engine.made import (
    FEW,
    MANY,
    Learned,
    noise,
    one_thread,
    question_of,
    signal,
    table_for,
    with_little_effort,
)
from tests.unit.engine.made import learned as learned_from
from tests.unit.engine.made_texts import HAPPY, material_of, moods, remarks, texts_with, told

PLAN = TrainingPlan(target="spent", budget=15.0, readable=True)  # a quick one


def insights(made: Learned, *, paced: bool = True) -> Insights:
    with one_thread() as pool:
        return insights_of(made.question, made.outcome, made.judged, Fits(pool=pool), paced=paced)


def test_of_kinds_percentages_and_cuts_are_told(kinds_kept_aside: Learned) -> None:
    found = insights(kinds_kept_aside)

    assert found.calibration is not None
    assert {one.value for one in found.cuts} == {"no", "yes"}
    assert found.bands == ()
    assert found.rule is not None
    assert len(found.pace) == 3


def test_of_a_number_bands_are_told(numbers_kept_aside: Learned) -> None:
    found = insights(numbers_kept_aside)

    assert found.calibration is None
    assert found.cuts == ()
    assert len(found.bands) == 2
    assert found.rule is not None


def test_a_table_without_texts_has_neither_words_nor_typical_rows(kinds_kept_aside: Learned) -> None:
    found = insights(kinds_kept_aside)

    assert (found.words, found.typical) == (None, ())


def test_words_and_rows_are_told_of_texts_and_of_chance_no_rows(tmp_path: Path) -> None:
    answers = moods(MANY)
    texts = texts_with({"danke": HAPPY}, answers, share=0.95)
    noisy, clear = (learned_of_texts(texts, moods(MANY, seed), tmp_path / str(seed)) for seed in (4, 0))

    assert clear.words is not None
    assert told(clear.words)[HAPPY] == ["danke"]
    assert HAPPY in [one.value for one in clear.typical]
    assert noisy.words is not None
    assert (noisy.words.are_found, noisy.typical) == (False, ())


def learned_of_texts(texts: list[str], answers: Any, folder: Path) -> Insights:
    folder.mkdir()
    material = with_little_effort(material_of(remarks(texts, answers)))
    material = replace(material, effort=replace(material.effort, kinds=("linear",), seconds=(1.0,)))
    asked = replace(question_of(signal(FEW), "left"), material=material)
    return insights(learned_from(asked, folder), paced=False)


def test_how_results_go_with_the_rows_is_told_only_where_there_is_time(kinds_kept_aside: Learned) -> None:
    found, without = (insights(kinds_kept_aside, paced=paced) for paced in (True, False))

    assert without.pace == ()
    assert replace(found, pace=()) == without


@pytest.mark.parametrize("target", ["left", "spent"])
def test_noise_has_neither_weak_spots_nor_a_rule(target: str, tmp_path: Path) -> None:
    found = insights(learned_from(question_of(noise(MANY, 3), target), tmp_path))

    assert found.weak_spots == ()
    assert found.rule is None


@pytest.mark.parametrize(
    "fixture", ["kinds_kept_aside", "numbers_kept_aside", "kinds_in_turn", "numbers_in_turn"]
)
def test_no_insight_tells_of_a_single_row(fixture: str, request: pytest.FixtureRequest) -> None:
    found = insights(request.getfixturevalue(fixture))

    rows = [band.rows for band in found.bands] + [spot.rows for spot in found.weak_spots]
    rows += [one.rows for one in (found.calibration.bins if found.calibration else ())]
    assert min(rows, default=30) >= 30
    for cuts in found.cuts:
        taken = [cut.found + cut.false for cut in cuts.cuts]
        assert min(np.diff(taken), default=4) >= 4


def test_a_training_holds_them_and_repeats_what_the_clock_decided(tmp_path: Path) -> None:
    frame = signal(MANY).drop(columns="left")
    table = table_for(frame)

    def training(name: str, second: float, again: Receipt | None = None) -> Evaluation:
        (tmp_path / name).mkdir()
        now = iter(np.arange(1e5) * second)
        made = train(
            frame,
            table,
            PLAN,
            tmp_path / name,
            lambda _: None,
            clock=lambda: float(next(now)),
            threads=1,
            again=again,
        )
        return made.evaluation

    quick, slow = training("quick", 0.0), training("slow", 2.0)
    slowly_again, quickly_again = training("a", 2.0, quick.receipt), training("b", 0.0, slow.receipt)

    assert quick.receipt is not None
    assert slow.receipt is not None
    assert (quick.receipt.paced, slow.receipt.paced) == (True, False)
    assert len(quick.pace) == 3
    assert slow.pace == ()
    assert slowly_again.pace == quick.pace
    assert quickly_again.pace == slow.pace
    assert from_json(Evaluation, to_json(quick)) == quick


def test_a_person_who_waits_is_given_the_model_without_the_pace(tmp_path: Path) -> None:
    frame = signal(MANY).drop(columns="left")
    train(frame, table_for(frame), PLAN, tmp_path, lambda _: None, clock=lambda: 0.0, threads=1)

    found = assemble(frame, table_for(frame), PLAN, tmp_path, lambda _: None, clock=lambda: 0.0, threads=1)

    assert found.evaluation.stopped
    assert found.evaluation.pace == ()
    assert found.evaluation.bands != ()


def test_receipts_of_older_programs_know_no_pace() -> None:
    assert from_json(Receipt, {"tried": {"linear": 5}, "copies": 1}).paced is False
    assert Insights(pace=(Pace(rows=1, value=0.5), Pace(rows=2, value=0.6))) != Insights()
    assert FEW < 200
