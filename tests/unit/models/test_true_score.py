"""Where a new file says itself what is right, the answers are compared with it."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pytest

from desktop_app.models import true_score as module
from desktop_app.models.applying import NewTable, apply_model
from desktop_app.models.few_rows import is_clearly_worse
from desktop_app.models.opening import OpenedModel, open_model
from desktop_app.models.preflight import preflight
from desktop_app.records.decisions import Decision
from desktop_app.records.models import Truth
from desktop_app.records.results import Evaluation, Metric, Rare
from desktop_app.reports.notice_words import notice_text
from tests.unit.models.made import customers, save, trained
from tests.unit.models.stored import store
from tests.unit.models.test_applying import TYPES, texts
from tests.unit.reports.made import score

Cells = dict[str, list[str | None]]


@cache
def _model(target: str) -> OpenedModel:
    with TemporaryDirectory() as folder:
        save(Path(folder) / "model.hunch", "forest", target)
        return open_model(Path(folder) / "model.hunch")


def model_of(target: str = "left", **evaluation: Any) -> OpenedModel:
    model = _model(target)
    told: Evaluation = replace(model.card.evaluation, **evaluation)
    return replace(model, card=replace(model.card, evaluation=told))


def promising(metric: Metric, value: float, **evaluation: Any) -> OpenedModel:
    told = score(value, value - 0.02, value + 0.02, metric=metric)
    return model_of(score=told, **evaluation)


def truth_of(
    folder: Path, model: OpenedModel, cells: Cells, decision: Decision | None = None
) -> Truth | None:
    folder.mkdir(exist_ok=True)
    table = store(folder / "table", cells, TYPES)
    found = preflight(model.card, folder / "table", table)
    new = NewTable(folder=folder / "table", table=table, preflight=found, decision=decision)
    return apply_model(model, new, folder / "answers.parquet", notice_text, lambda _: None).truth


def known(truth: Truth | None) -> Truth:
    assert truth is not None
    return truth


def answered() -> Any:
    """Return what the model answers of its customers."""
    return trained().predictor.answer(customers())


def share_right() -> float:
    return float(np.mean(answered().labels == customers()["left"].to_numpy()))


def test_the_score_is_that_of_the_answers_that_were_written(tmp_path: Path) -> None:
    truth = known(truth_of(tmp_path, model_of(), texts()))

    assert truth.score.metric == "accuracy"
    assert truth.score.value == pytest.approx(share_right())
    assert truth.score.low <= truth.score.value <= truth.score.high
    assert (truth.score.rows, truth.known, truth.strange) == (200, 200, 0)


def test_without_the_answer_in_the_file_there_is_none(tmp_path: Path) -> None:
    gone = {name: cells for name, cells in texts().items() if name != "left"}
    empty: Cells = texts() | {"left": [None] * 200}

    assert truth_of(tmp_path / "gone", model_of(), gone) is None
    assert truth_of(tmp_path / "empty", model_of(), empty) is None


def test_rows_without_an_answer_are_not_counted(tmp_path: Path) -> None:
    cells = texts()
    cells["left"][:50] = [None] * 50

    truth = known(truth_of(tmp_path, model_of(), cells))

    right = answered().labels[50:] == customers()["left"].to_numpy()[50:]
    assert truth.score.value == pytest.approx(right.mean())
    assert (truth.score.rows, truth.known) == (150, 150)


def test_a_kind_that_it_has_never_seen_counts_as_wrong(tmp_path: Path) -> None:
    cells = texts()
    cells["left"][:20] = ["perhaps"] * 20

    truth = known(truth_of(tmp_path, model_of(), cells))

    right = answered().labels[20:] == customers()["left"].to_numpy()[20:]
    assert truth.strange == 20
    assert truth.score.value == pytest.approx(right.sum() / 200)


def test_what_is_as_good_as_promised_fits_and_what_is_not_has_become_worse(tmp_path: Path) -> None:
    wrong = texts()
    wrong["left"] = ["no" if cell == "yes" else "yes" for cell in wrong["left"]]

    kept = known(truth_of(tmp_path / "kept", promising("accuracy", 0.9), texts()))
    broken = known(truth_of(tmp_path / "broken", promising("accuracy", 0.9), wrong))

    assert (kept.holds, broken.holds) == ("fits", "worse")
    assert broken.promised.value == 0.9


def part(rows: int, *, wrong: int) -> Cells:
    """Return the first rows, of which so many hold another answer than the model gives."""
    cells, labels = {name: column[:rows] for name, column in texts().items()}, answered().labels.tolist()
    other = {"yes": "no", "no": "yes"}
    return cells | {"left": [other[label] if n < wrong else label for n, label in enumerate(labels[:rows])]}


@pytest.mark.parametrize(
    ("rows", "wrong", "holds"), [(99, 12, "few"), (99, 30, "worse"), (19, 19, "few"), (20, 20, "worse")]
)
def test_few_rows_cannot_keep_a_promise_but_break_one(
    tmp_path: Path, rows: int, wrong: int, holds: str
) -> None:
    truth = known(truth_of(tmp_path, promising("accuracy", 0.9), part(rows, wrong=wrong)))

    assert truth.holds == holds


def test_few_rows_break_no_promise_that_was_hardly_one() -> None:
    now, promised = score(0.0, 0.0, 0.0, rows=20), score(0.1, 0.09, 0.11)

    assert not is_clearly_worse(now, promised, 20)


def test_few_things_break_no_promise() -> None:
    now, promised = score(0.0, 0.0, 0.0, rows=60), score(0.9, 0.88, 0.92)

    assert is_clearly_worse(now, promised, 60)
    assert not is_clearly_worse(now, promised, 3)


@pytest.mark.parametrize(("value", "low", "worse"), [(30.0, 22.0, True), (30.0, 12.0, False)])
def test_few_amounts_break_a_promise_where_not_one_of_them_does_it_alone(
    value: float, low: float, worse: bool
) -> None:
    now = score(value, low, 60.0, metric="mean_absolute_error", rows=40)
    promised = score(10.0, 9.0, 11.0, metric="mean_absolute_error")

    assert is_clearly_worse(now, promised, 40) == worse


def test_the_score_of_a_number_is_how_far_it_is_off(tmp_path: Path) -> None:
    model = model_of("spent")

    truth = known(truth_of(tmp_path, model, texts()))

    amounts = model.predictor.answer(customers()).amounts
    assert amounts is not None
    assert truth.score.metric == "mean_absolute_error"
    assert truth.score.value == pytest.approx(np.abs(amounts - customers()["spent"]).mean(), abs=0.05)


def test_each_kind_counts_alike_where_that_was_promised(tmp_path: Path) -> None:
    truth = known(truth_of(tmp_path, promising("balanced_accuracy", 0.9), texts()))

    really, right = customers()["left"].to_numpy(), answered().labels == customers()["left"].to_numpy()
    shares = [right[really == kind].mean() for kind in ("no", "yes")]
    assert truth.score.value == pytest.approx(np.mean(shares))


def test_of_a_rare_kind_the_surest_rows_are_counted(tmp_path: Path) -> None:
    rare = Rare(value="yes", k=60, found=36, random=1.8, positives=300, test_positives=60)

    truth = known(truth_of(tmp_path, promising("precision_at_k", 0.6, rare=rare), texts()))
    none = texts() | {"left": ["no"] * 200}

    assert truth.surest == int(np.sum(customers()["left"] == "yes"))
    assert truth.score.value > 0.6
    assert truth_of(tmp_path / "none", promising("precision_at_k", 0.6, rare=rare), none) is None


def test_answers_are_counted_as_they_were_decided(tmp_path: Path) -> None:
    always = Decision(value="yes", chance=1e-9)

    truth = known(truth_of(tmp_path, model_of(), texts(), always))

    chances = answered().probabilities[:, 1] >= 1e-9
    said = np.where(chances, "yes", "no")
    assert truth.score.value == pytest.approx(np.mean(said == customers()["left"].to_numpy()))


def test_of_many_rows_some_are_drawn_the_same_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_ROWS", 60)

    first, again = (known(truth_of(tmp_path / name, model_of(), texts())) for name in "ab")

    assert first == again
    assert first.known == 200
    assert 30 < first.score.rows < 90


def test_a_file_that_promises_what_it_does_not_answer_is_not_believed(tmp_path: Path) -> None:
    rare = Rare(value="lead", k=60, found=36, random=1.8, positives=300, test_positives=60)

    assert truth_of(tmp_path / "a", promising("mean_absolute_error", 0.6), texts()) is None
    assert truth_of(tmp_path / "b", promising("precision_at_k", 0.6), texts()) is None
    assert truth_of(tmp_path / "c", promising("precision_at_k", 0.6, rare=rare), texts()) is None
