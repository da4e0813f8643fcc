"""One row answered, from cells as a person enters them."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from desktop_app.errors import UsageError
from desktop_app.models.one_row import answered, cautions_of_row, cells_of_row, frame_of
from desktop_app.models.opening import OpenedModel, open_model
from desktop_app.records.asking import Cell, Reply
from desktop_app.records.decisions import Decision
from desktop_app.records.results import Verdict
from desktop_app.reports.notice_words import notice_text
from tests.unit.models.made import customers, save


def opened(folder: Path, target: str = "left") -> OpenedModel:
    save(folder / "model.hunch", "forest", target)
    return open_model(folder / "model.hunch")


def cells_of(row: int) -> dict[str, Cell]:
    """Return a customer as a page would send it."""
    found = {str(name): cell for name, cell in customers().iloc[row].items()}
    return found | {
        "age": None if np.isnan(found["age"]) else found["age"],
        "joined": str(found["joined"])[:10],
    }


def asked(model: OpenedModel, cells: dict[str, Cell], decision: Decision | None = None) -> Reply:
    return answered(model, cells_of_row(model, frame_of(model.card, cells)), decision)


def cautions(model: OpenedModel, cells: dict[str, Cell]) -> list[str]:
    return [notice_text(notice) for notice in cautions_of_row(model, frame_of(model.card, cells))]


def test_a_row_is_answered_as_in_its_table(tmp_path: Path) -> None:
    model = opened(tmp_path)
    before = model.predictor.answer(customers())

    for row in range(0, 40, 3):
        reply = asked(model, cells_of(row))
        assert before.labels is not None
        assert before.probabilities is not None
        assert reply.answer == before.labels[row]
        assert list((reply.chances or {}).values()) == pytest.approx(before.probabilities[row].tolist())
        assert reply.amount is None


def test_a_number_comes_with_its_range_as_files_have_it(tmp_path: Path) -> None:
    model = opened(tmp_path, "spent")
    before = model.predictor.answer(customers())

    reply = asked(model, cells_of(20))

    assert before.amounts is not None
    assert reply.amount == pytest.approx(round(before.amounts[20], 1))
    assert reply.answer == f"{reply.amount:.1f}"
    assert None not in (reply.low, reply.amount, reply.high)
    assert sorted([reply.low, reply.amount, reply.high]) == [reply.low, reply.amount, reply.high]  # type: ignore[type-var]
    assert reply.chances is None


def test_the_class_is_the_one_that_was_decided(tmp_path: Path) -> None:
    model = opened(tmp_path)

    always, never = (Decision(value="yes", chance=chance) for chance in (0.0, 1.1))

    assert asked(model, cells_of(0), always).answer == "yes"
    assert asked(model, cells_of(0), never).answer == "no"
    with pytest.raises(UsageError):
        asked(model, cells_of(0), Decision(value="maybe", chance=0.5))


def test_what_is_missing_is_empty_and_what_is_not_read_is_passed_over(tmp_path: Path) -> None:
    model = opened(tmp_path)

    assert asked(model, {"age": None, "plan": "", "colour": "red"}) == asked(model, {})


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("age", "forty"),
        ("age", float("inf")),
        ("plan", 3.0),
        ("joined", "yesterday"),
        ("joined", 3.0),
        ("joined", "0001-13-01"),
    ],
)
def test_a_cell_of_another_kind_is_refused(tmp_path: Path, column: str, cell: Cell) -> None:
    with pytest.raises(UsageError):
        asked(opened(tmp_path), {column: cell})


def test_a_day_may_have_a_time(tmp_path: Path) -> None:
    frame = frame_of(opened(tmp_path).card, {"joined": "2020-03-01T12:30:00"})

    assert frame["joined"].iloc[0] == np.datetime64("2020-03-01T12:30:00")


def test_what_speaks_against_an_answer_is_said_as_in_files(tmp_path: Path) -> None:
    model = opened(tmp_path)

    assert cautions(model, cells_of(0)) == []
    assert cautions(model, cells_of(0) | {"plan": "diamond", "age": 120.0}) == [
        "above all it learned from: age 120 (up to 78)",
        "new value in plan: diamond",
    ]
    first = str(customers()["joined"].min())[:10]
    assert cautions(model, cells_of(0) | {"joined": "1999-01-01"}) == [
        f"below all it learned from: joined 1999-01-01 (down to {first})"
    ]
    assert "no plan, which was never empty" in cautions(model, {})


def test_of_a_model_that_is_not_for_use_every_answer_is_a_caution(tmp_path: Path) -> None:
    model = opened(tmp_path)
    evaluation = replace(model.card.evaluation, verdict=Verdict(level="guessing", shape="two"))
    doubted = replace(model, card=replace(model.card, evaluation=evaluation))

    assert len(cautions(doubted, cells_of(0))) == 1
