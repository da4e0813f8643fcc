"""Columns that tell much of each other are found, whatever they hold."""

from typing import Any

import numpy as np
import pytest

from desktop_app.engine.cells import Cells
from desktop_app.engine.explanation.ties import TOLD, tie, tied_columns
from tests.unit.engine.by_hand import asked
from tests.unit.engine.made import frame_of

ROWS = 1_000


def cells_of(**columns: Any) -> Cells:
    first = next(iter(columns))
    return asked(frame_of(**columns), lambda cells: cells.column(first) * 1.0).cells


def dice(seed: int = 0) -> np.random.Generator:
    return np.random.default_rng(seed)


def test_a_copy_in_another_unit_tells_all() -> None:
    price = dice().lognormal(size=ROWS)

    assert tie(cells_of(price=price, log=np.log(price)), "price", "log") == pytest.approx(1.0)
    assert tie(cells_of(price=price, less=-price), "less", "price") == pytest.approx(1.0)


def test_a_category_under_other_names_tells_all() -> None:
    town = dice().choice(["Bonn", "Ulm", "Kiel"], ROWS)
    code = np.where(town == "Bonn", "53", np.where(town == "Ulm", "89", "24"))

    assert tie(cells_of(town=town, code=code), "town", "code") == pytest.approx(1.0, abs=0.01)


def test_a_category_tells_the_number_that_it_was_made_of() -> None:
    age = dice().uniform(0, 100, ROWS)
    group = np.array(["child", "adult", "old", "very old"], dtype=object)[(age // 25).astype(int)]
    cells = cells_of(age=age, group=group)

    assert tie(cells, "age", "group") == tie(cells, "group", "age") > TOLD


@pytest.mark.parametrize("kinds", [2, 100])
def test_columns_that_have_nothing_to_do_with_each_other_tell_nothing(kinds: int) -> None:
    chance = dice(1)
    cells = cells_of(
        a=chance.normal(size=ROWS),
        b=chance.normal(size=ROWS),
        c=[f"kind {kind}" for kind in chance.integers(0, kinds, ROWS)],
        d=[f"kind {kind}" for kind in chance.integers(0, kinds, ROWS)],
    )

    assert max(tie(cells, *pair) for pair in ("ab", "ac", "cd")) < 0.2
    assert tied_columns(cells, ["a", "b", "c", "d"]) == []


def test_columns_that_are_hardly_ever_filled_together_tell_nothing() -> None:
    price = np.where(np.arange(ROWS) < 10, dice().normal(size=ROWS), np.nan)

    assert tie(cells_of(price=price, same=price), "price", "same") == 0.0


def test_one_value_tells_nothing() -> None:
    cells = cells_of(a=np.ones(ROWS), b=dice().normal(size=ROWS), c=np.repeat(["x"], ROWS))

    assert [tie(cells, *pair) for pair in ("ab", "bc", "ac")] == [0.0, 0.0, 0.0]


def test_copies_of_two_kinds_are_two_groups() -> None:
    chance = dice(2)
    size, town = chance.normal(size=ROWS), chance.choice(["Bonn", "Ulm", "Kiel"], ROWS)
    cells = cells_of(size=size, town=town, noise=chance.normal(size=ROWS), inches=size / 2.54, place=town)

    assert tied_columns(cells, ["noise", "inches", "place", "size", "town"]) == [
        ("inches", "size"),
        ("place", "town"),
    ]


def test_a_chain_of_neighbours_is_not_one_group() -> None:
    chance = dice(3)
    first = chance.normal(size=4 * ROWS)
    second = 0.84 * first + np.sqrt(1 - 0.84**2) * chance.normal(size=4 * ROWS)
    third = 0.84 * second + np.sqrt(1 - 0.84**2) * chance.normal(size=4 * ROWS)

    groups = tied_columns(cells_of(first=first, second=second, third=third), ["first", "second", "third"])

    assert [len(group) for group in groups] == [2]
