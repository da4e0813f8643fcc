"""Rows are answered as was decided, and the chances beside the answers stay what they are."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app.engine.predictor import Predictions
from desktop_app.models.applying import NewTable, apply_model
from desktop_app.models.decided import chances_of_answers, decided
from desktop_app.models.preflight import preflight
from desktop_app.records.decisions import Decision
from desktop_app.records.models import Answers
from desktop_app.reports.notice_words import notice_text
from desktop_app.tables.duck import connect
from tests.unit.models.stored import store
from tests.unit.models.test_applying import TYPES, opened, texts

CHANCES = np.array([[0.9, 0.1], [0.7, 0.3], [0.69, 0.31], [0.2, 0.8]])
ANSWERED = Predictions(labels=np.array(["no", "no", "no", "yes"], dtype=object), probabilities=CHANCES)


def labels(decision: Decision | None, classes: tuple[str, ...] = ("no", "yes")) -> list[Any]:
    found = decided(ANSWERED, classes, decision).labels
    assert found is not None
    return list(found)


def test_a_class_is_answered_from_the_chance_on_that_was_decided() -> None:
    assert labels(None) == ["no", "no", "no", "yes"]
    assert labels(Decision(value="yes", chance=0.3)) == ["no", "yes", "yes", "yes"]
    assert labels(Decision(value="yes", chance=0.81)) == ["no", "no", "no", "no"]
    assert labels(Decision(value="no", chance=0.7)) == ["no", "no", "yes", "yes"]


def test_the_chance_beside_an_answer_is_that_of_the_answer() -> None:
    found = decided(ANSWERED, ("no", "yes"), Decision(value="yes", chance=0.3))

    assert chances_of_answers(found, ("no", "yes")).tolist() == [0.9, 0.3, 0.31, 0.8]
    assert chances_of_answers(ANSWERED, ("no", "yes")).tolist() == [0.9, 0.7, 0.69, 0.8]


@pytest.mark.parametrize("classes", [("no", "maybe"), ("no", "yes", "maybe")])
def test_a_decision_about_other_classes_is_a_fault(classes: tuple[str, ...]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - of Python's own unpacking
        labels(Decision(value="yes", chance=0.3), classes)


def test_a_number_knows_no_decision() -> None:
    amounts = Predictions(amounts=np.array([1.0, 2.0]))

    assert decided(amounts, (), None) is amounts


def applied(folder: Path, decision: Decision | None) -> tuple[Answers, list[tuple[Any, ...]]]:
    folder.mkdir()
    model = opened(folder)
    table = store(folder / "table", texts(), TYPES)
    new = NewTable(
        folder=folder / "table", table=table, preflight=preflight(model.card, folder / "table", table)
    )
    out = folder / "answers.parquet"
    answers = apply_model(model, replace(new, decision=decision), out, notice_text, lambda _: None)
    with connect(folder=folder) as duck:
        rows = duck.execute("SELECT a0, a1, a2, a3 FROM read_parquet(?) ORDER BY row", [str(out)]).fetchall()
    return answers, rows


def test_a_file_is_answered_as_was_decided_and_the_counts_follow(tmp_path: Path) -> None:
    decision = Decision(value="yes", chance=0.2)

    usual, before = applied(tmp_path / "usual", None)
    answers, rows = applied(tmp_path / "decided", decision)

    assert answers.decision == decision
    assert usual.decision is None
    assert [row[2:] for row in rows] == [row[2:] for row in before]
    assert all((label == "yes") == (yes >= 0.2) for label, _, _, yes in rows)
    assert all(chance == (yes if label == "yes" else no) for label, chance, no, yes in rows)
    assert answers.counts["yes"] == sum(row[0] == "yes" for row in rows) > usual.counts["yes"]
