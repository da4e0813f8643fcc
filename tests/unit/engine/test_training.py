"""A training from the table to the verdict."""

from pathlib import Path

import numpy as np
import pytest

from desktop_app.engine.question import read_question
from desktop_app.engine.training import Trained, assemble, train
from desktop_app.errors import DataError
from desktop_app.records.jobs import Progress
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.notices import Notice
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Evaluation
from tests.unit.engine.made import MANY, signal, table_for, trained

FRAME = signal(MANY).drop(columns="left")
TABLE = table_for(FRAME)
PLAN = TrainingPlan(target="spent", budget=0.3, seed=3)
TRIED = list(read_question(FRAME, TABLE, PLAN).material.effort.kinds)
assert len(TRIED) > 1, "with a kind beside the simplest"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("training")


@pytest.fixture(scope="module")
def told() -> list[Progress]:
    return []


@pytest.fixture(scope="module")
def done(folder: Path, told: list[Progress]) -> Trained:
    return trained(FRAME, TABLE, PLAN, folder, told.append)


def test_it_delivers_a_good_model_and_all_that_speaks_for_it(done: Trained) -> None:
    said = done.evaluation

    assert (said.verdict.level, said.verdict.shape) == ("good", "number")
    assert (said.task, said.target, said.rows, said.tested) == ("regression", "spent", MANY, "held_out")
    assert said.score.rows == MANY // 5
    assert said.score.low <= said.score.value <= said.score.high < said.baseline.value
    assert set(said.features) == {"age", "calls", "plan"}
    assert not said.stopped


def test_every_kind_that_was_tried_is_a_candidate_and_one_is_chosen(done: Trained) -> None:
    candidates = done.evaluation.candidates

    tried = [found.name for found in candidates if found.name not in ("baseline", "together")]
    assert tried == TRIED
    assert [found.chosen for found in candidates].count(True) == 1
    chosen = next(found for found in candidates if found.chosen)
    assert (chosen.name == "together") == ("together" in [found.name for found in candidates])
    assert 0 < sum(found.weight for found in candidates) <= 1 + 1e-9
    assert {found.metric for found in candidates} == {"rmse"}
    assert candidates[0].score == max(found.score for found in candidates)
    assert candidates[0].score == pytest.approx(FRAME["spent"].std(), rel=0.1)


def test_rows_that_were_learned_from_are_answered_at_least_as_well(done: Trained) -> None:
    said = done.evaluation

    assert said.seen is not None
    assert said.seen <= said.score.high


def test_its_answers_are_as_far_off_as_it_says(done: Trained) -> None:
    new = signal(2000, seed=99)

    found = done.predictor.answer(new)

    assert found.amounts is not None
    assert found.low is not None
    assert found.high is not None
    misses = np.abs(found.amounts - new["spent"])
    inside = (found.low <= new["spent"]) & (new["spent"] <= found.high)
    assert done.evaluation.score.low <= misses.mean() <= done.evaluation.score.high
    assert inside.mean() == pytest.approx(0.8, abs=0.07)


def test_progress_only_grows_and_ends_before_the_model_is_saved(done: Trained, told: list[Progress]) -> None:
    fractions = [progress.fraction for progress in told]

    assert fractions == sorted(fractions)
    assert fractions[0] > 0
    assert fractions[-1] < 1
    milestones = [progress.notice.code for progress in told if progress.milestone and progress.notice]
    assert milestones.count("learn.candidate_done_number") == len(TRIED)
    assert told[0].notice == Notice(code="learn.preparing")
    notices = [progress.notice for progress in told if progress.notice]
    trying = [notice.values["kind"] for notice in notices if notice.code == "learn.trying"]
    assert list(dict.fromkeys(trying)) == TRIED


def test_the_evaluation_can_be_stored(done: Trained) -> None:
    assert from_json(Evaluation, to_json(done.evaluation)) == done.evaluation


def test_the_same_plan_gives_the_same_evaluation(done: Trained, tmp_path: Path) -> None:
    again = trained(FRAME, TABLE, PLAN, tmp_path, lambda _: None)

    assert again.evaluation == done.evaluation


def test_started_again_in_its_folder_it_searches_no_more(done: Trained, folder: Path) -> None:
    told: list[Progress] = []
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}

    again = trained(FRAME, TABLE, PLAN, folder, told.append)

    assert again.evaluation == done.evaluation
    assert {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} == before


def test_what_a_stopped_search_left_is_made_into_a_model(done: Trained, folder: Path, tmp_path: Path) -> None:
    for ending in ("json", "npz"):
        (tmp_path / f"linear.{ending}").write_bytes((folder / f"linear.{ending}").read_bytes())

    found = assemble(FRAME, TABLE, PLAN, tmp_path, lambda _: None, clock=lambda: 0.0, threads=1).evaluation

    assert found.stopped
    assert found.warnings == ()
    assert [candidate.name for candidate in found.candidates] == ["baseline", "linear"]
    assert found.score.rows == done.evaluation.score.rows


def test_where_nothing_was_finished_there_is_nothing_to_keep(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        assemble(FRAME, TABLE, PLAN, tmp_path, lambda _: None)

    assert caught.value.code == "learn.stopped_early"


def test_kinds_that_the_time_was_too_short_for_are_named(tmp_path: Path) -> None:
    now = [0.0]

    def report(progress: Progress) -> None:
        if progress.notice and progress.notice.code == "learn.candidate_done_number":
            now[0] = PLAN.budget

    found = train(FRAME, TABLE, PLAN, tmp_path, report, clock=lambda: now[0], threads=1).evaluation

    assert [notice.values["kinds"] for notice in found.warnings if notice.code == "learn.out_of_time"] == [
        TRIED[1:]
    ]
    assert found.seconds == PLAN.budget
    assert found.longer_helps
