"""How much one column alone tells: of classes and amounts, by what it holds or by being filled in."""

from typing import Any

import numpy as np
import pytest

from desktop_app.engine.cells import layout_of, read_cells
from desktop_app.engine.leaks.alone import Alone, strengths
from desktop_app.engine.target import read_target
from tests.unit.engine.made import frame_of, table_for

ROWS = 600
DICE = np.random.default_rng(3)
NOISE = DICE.normal(0, 1, ROWS)
YES = NOISE > 0.5
LEFT = np.where(YES, "yes", "no").astype(object)
ALL: dict[str, Any] = {"left": LEFT, "spent": NOISE}


def alone(values: Any, target: str = "left", role: Any = "category", kind: Any = None) -> Alone:
    frame = frame_of(x=values, **{target: ALL[target]})
    table = table_for(frame, **({"x": kind} if kind else {}))
    column = table.column(target)
    assert column is not None
    read = read_target(frame, column, "classification" if target == "left" else "regression")
    [found] = strengths(read_cells(frame, layout_of({"x": role})), read, seed=0)
    return found


def test_a_column_that_tells_nothing_has_no_strength() -> None:
    assert abs(alone(DICE.normal(0, 1, ROWS), role="number").strength) < 0.15
    assert abs(alone(DICE.choice(["a", "b", "c"], ROWS).astype(object)).strength) < 0.15


@pytest.mark.parametrize("target", ["left", "spent"])
def test_names_of_rows_tell_nothing_of_other_rows(target: str) -> None:
    names = np.array([f"row {place // 2}" for place in range(ROWS)], dtype=object)

    assert abs(alone(names, target).strength) < 0.05


def test_a_column_that_tells_all_has_all_strength_in_any_direction() -> None:
    assert alone(-NOISE, role="number").order == 1.0
    assert alone(np.where(YES, "gone", "there").astype(object)).strength == pytest.approx(1.0)
    assert alone(np.abs(NOISE), "spent", role="number").order < 0.5
    assert alone(100 - 3 * NOISE, "spent", role="number").order == pytest.approx(1.0)


def test_a_category_of_few_rows_each_tells_whose_row_it_is() -> None:
    customer = np.arange(ROWS) % 60
    alike = np.array([f"{one} {'yes' if YES[one] else 'no'}" for one in customer], dtype=object)

    assert abs(alone(alike).strength) < 0.05


def test_what_has_no_direction_is_seen_too() -> None:
    beside = np.where(YES, DICE.choice([-1.0, 1.0], ROWS), 0.0) + DICE.normal(0, 0.05, ROWS)

    assert alone(beside, role="number").strength > 0.95


def test_dates_tell_by_what_is_later() -> None:
    days = np.datetime64("2024-01-01") + np.where(YES, 30, -30).astype("timedelta64[D]")

    assert alone(days, role="date").strength > 0.99


def test_a_word_of_a_text_tells() -> None:
    texts = np.array([f"number {place} {'closed' if yes else 'open'}" for place, yes in enumerate(YES)])

    assert alone(texts.astype(object), role="text", kind="text").strength > 0.99


@pytest.mark.parametrize("target", ["left", "spent"])
def test_to_be_filled_in_tells_as_well(target: str) -> None:
    fee = np.where(YES, DICE.normal(5, 1, ROWS), np.nan)
    found = alone(fee, target, role="number")

    assert found.emptiness == pytest.approx(1.0)
    assert found.filled == pytest.approx(YES.mean())


def test_cells_that_are_empty_by_chance_tell_nothing() -> None:
    fee = np.where(DICE.random(ROWS) < 0.3, np.nan, NOISE)

    assert alone(fee, role="number").emptiness < 0.15
    assert alone(NOISE, role="number").emptiness == 0


def test_one_value_for_each_class_names_the_classes() -> None:
    told = np.where(YES, "gone", "there")

    assert alone(told.astype(object)).names_classes
    assert alone(np.where(YES, 7.0, 3.0), role="number").names_classes
    assert not alone(np.where(np.arange(ROWS) % 3 == 0, "elsewhere", told).astype(object)).names_classes
    assert not alone(NOISE, role="number").names_classes
