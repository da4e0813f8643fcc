"""Columns whose effects do not add up are found, and only those."""

from typing import Any

import numpy as np
import pytest

from desktop_app.engine.explanation.asked import Asked
from desktop_app.engine.explanation.binned import binned
from desktop_app.engine.explanation.pairs import pairs_of
from desktop_app.records.explained import Bins, Pair
from tests.unit.engine.by_hand import Function, asked, values_of
from tests.unit.engine.made import frame_of, one_thread

ROWS = 400


def rows(function: Function) -> Asked:
    dice = np.random.default_rng(0)
    frame = frame_of(
        a=dice.normal(size=ROWS),
        b=dice.normal(size=ROWS),
        c=dice.normal(size=ROWS),
        plan=dice.choice(["x", "y"], ROWS),
        day=np.datetime64("2024-01-01") + dice.integers(0, 200, ROWS),
    )
    return asked(frame, function)


def pairs(of: Asked, *groups: tuple[str, ...]) -> tuple[Pair, ...]:
    with one_thread() as pool:
        return pairs_of(of, ["a", "b", "c", "plan", "day"], groups, pool)


def column(cells: Any, name: str) -> Any:
    return cells.column(name)


def test_a_sum_has_no_pair() -> None:
    of = rows(lambda cells: np.exp(column(cells, "a")) + column(cells, "b") ** 2 - column(cells, "c"))

    assert pairs(of) == ()


def test_of_a_product_nothing_is_the_sum_of_both() -> None:
    (found,) = pairs(rows(lambda cells: column(cells, "a") * column(cells, "b") + 0.1 * column(cells, "c")))

    assert (found.first.column, found.second.column) == ("a", "b")
    assert found.strength > 0.9
    assert len(found.first.ranges) == len(found.means) == 5
    assert found.means[0][0] > found.means[0][4]
    assert found.means[4][0] < found.means[4][4]


def test_what_a_number_does_can_depend_on_a_kind() -> None:
    def turned(cells: Any) -> Any:
        return column(cells, "a") * np.where(values_of(cells, "plan") == "x", 1, -1)

    (found,) = pairs(rows(turned))

    assert (found.first.column, found.second.column) == ("a", "plan")
    assert set(found.second.levels) == {"x", "y"}


def test_a_pair_that_hardly_moves_the_answer_is_not_told_of() -> None:
    of = rows(lambda cells: 0.05 * column(cells, "a") * column(cells, "b") + column(cells, "c"))

    assert pairs(of) == ()


def test_columns_that_go_together_are_no_pair() -> None:
    of = rows(lambda cells: column(cells, "a") * column(cells, "b"))

    assert pairs(of, ("a", "b")) == ()


def test_at_most_two_pairs_are_told_of_the_strongest_first() -> None:
    def several(cells: Any) -> Any:
        a, b, c = (column(cells, name) for name in "abc")
        return a * b + 3 * b * c + 2 * a * c

    assert [(pair.first.column, pair.second.column) for pair in pairs(rows(several))] == [
        ("b", "c"),
        ("a", "c"),
    ]


@pytest.mark.parametrize(
    ("cells", "ranges", "values"),
    [
        ([3.0, 1.0, 1.0, np.nan], ((1.0, 1.0), (3.0, 3.0)), (1.0, 3.0)),
        (
            [float(n) for n in range(1, 11)],
            ((1.0, 2.0), (2.0, 4.0), (4.0, 6.0), (6.0, 8.0), (8.0, 10.0)),
            (1.5, 3.5, 5.5, 7.5, 9.5),
        ),
        ([np.nan, np.nan], (), ()),
    ],
)
def test_numbers_fall_into_bins_each_with_a_number_from_its_middle(
    cells: Any, ranges: Any, values: Any
) -> None:
    of = asked(frame_of(a=cells), lambda cells: np.nan_to_num(column(cells, "a")))

    found = binned(of.cells, "a")

    assert (found.bins, found.values) == (Bins(column="a", kind="number", ranges=ranges), values)


def test_days_are_bins_of_days() -> None:
    days = np.array(["2024-01-31", "2023-05-01T12:00"], dtype="datetime64[us]")
    of = asked(frame_of(day=days), lambda cells: column(cells, "day"))

    found = binned(of.cells, "day").bins

    assert (found.kind, found.ranges) == ("date", ((19_478.5, 19_478.5), (19_753.0, 19_753.0)))
