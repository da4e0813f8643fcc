"""Real against answered values, drawn in a square."""

from dataclasses import replace

import pytest

from desktop_app.records.results import Misses
from desktop_app.reports.pictures.picture import Picture, Point
from desktop_app.reports.pictures.scatter import MOST_PAIRS, scatter
from tests.unit.reports.made import a_number, two_kinds
from tests.unit.reports.pictures.fields import outside


def drawn(*pairs: Point, of: int | None = None) -> Picture:
    known = Misses(half=1, tenth=2, coverage=0.8, pairs=pairs, of=len(pairs) if of is None else of)
    picture = scatter(a_number(misses=known))
    assert picture is not None
    return picture


@pytest.mark.parametrize(
    ("pairs", "labels"),
    [
        (((0.0, 10.0), (95.0, 103.0)), ["0", "25", "50", "75", "100", "125"]),
        (((-3.0, 2.0), (1.0, 0.5)), ["-3", "-2", "-1", "0", "1", "2"]),
        (((0.001, 0.002), (0.0045, 0.003)), ["0.001", "0.002", "0.003", "0.004", "0.005"]),
        (((5.0, 5.0),), ["5", "6"]),
    ],
)
def test_both_axes_carry_the_same_round_numbers(pairs: tuple[Point, ...], labels: list[str]) -> None:
    picture = drawn(*pairs)

    assert [tick.label for tick in picture.field.ticks] == labels
    assert {tick.label for tick in picture.across} <= set(labels)
    assert outside(picture) == []


def test_an_answer_that_is_right_lies_on_the_line() -> None:
    picture = drawn((10, 10), (70, 70), (20, 90))
    field = picture.field

    on_the_line = [dot.x - field.left == pytest.approx(field.bottom - dot.y, abs=0.2) for dot in picture.dots]
    assert on_the_line == [True, True, False]
    assert field.right - field.left == field.bottom - field.top
    assert picture.curves[0].is_broken


def test_the_numbers_of_a_part_of_the_rows_say_so() -> None:
    many = drawn(*((float(n), float(n)) for n in range(500)), of=4_000)

    assert len(many.dots) == 500
    assert len(many.rows) == MOST_PAIRS
    assert many.notes[-1] == "500 of 4,000 rows are drawn. The numbers use all of them."
    assert len(drawn((1, 2)).notes) == 1


def test_the_axes_and_the_sentence_are_those_of_the_column() -> None:
    picture = drawn((1.0, 2.0))

    assert picture.across_name == 'Real "price"'
    assert picture.title.startswith("The answers are off by 31,200 on average")


def test_all_numbers_have_the_decimals_of_the_largest() -> None:
    assert drawn((0.5, 12.25), (100.0, 99.0)).rows == (("0.5", "12.2"), ("100.0", "99.0"))


def test_without_pairs_there_is_no_picture() -> None:
    assert scatter(two_kinds()) is None
    assert scatter(replace(a_number(), misses=Misses(half=1, tenth=2, coverage=0.8))) is None
