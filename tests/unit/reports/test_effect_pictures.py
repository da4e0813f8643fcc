"""The pictures of what a model does with its columns."""

import re
from dataclasses import replace

import pytest

from desktop_app.records.explained import Effect
from desktop_app.reports.pictures.axes import day_ticks
from desktop_app.reports.pictures.effects import effect_picture
from desktop_app.reports.pictures.pairs import pair_picture
from desktop_app.reports.pictures.picture import Picture, Scale
from tests.unit.reports.explained import PAIR, curve, dates, explained, kinds
from tests.unit.reports.made import a_number, two_kinds


def drawn(effect: Effect) -> Picture:
    return effect_picture(effect, 0, explained(effect), two_kinds())


def inside(picture: Picture) -> bool:
    """Whether every mark lies in the field between the axes."""
    field = picture.field
    places = [point for line in picture.curves for point in line.points]
    places += [point for area in picture.areas for point in area.points]
    places += [(dot.x, dot.y) for dot in picture.dots]
    places += [(box.x + side * box.width, box.y) for box in picture.boxes for side in (0, 1)]
    return all(field.left <= x <= field.right and field.top <= y <= field.bottom for x, y in places)


EFFECTS = [
    curve(0.1, 0.5, 0.8),
    curve(0.0, 1.0, at=(-5.0, 0.0)),
    curve(0.1, 0.2, 0.3, 0.4, at=(0.0, 1.0, 2.0, 30.0), rows=(100, 100, 90, 10)),
    kinds(West=0.2, East=0.5, a_value_with_a_very_long_name=0.3),
    dates(0.1, 0.2, 0.4, days=(18_000.0, 18_100.0, 18_900.0)),
    dates(0.1, 0.4, days=(0.0, 20_000.0)),
]


@pytest.mark.parametrize("effect", EFFECTS)
def test_all_marks_lie_between_the_axes(effect: Effect) -> None:
    picture = drawn(effect)

    assert inside(picture)
    field = picture.field
    assert all(field.left <= tick.at <= field.right for tick in picture.across)
    assert all(field.top <= tick.at <= field.bottom for tick in field.ticks)
    assert len(picture.across) > 1
    assert re.fullmatch("[a-z-]+", picture.name)


@pytest.mark.parametrize("effect", EFFECTS)
def test_its_numbers_stand_in_a_table(effect: Effect) -> None:
    picture = drawn(effect)

    assert len(picture.rows) == len(effect.points)
    assert {len(row) for row in picture.rows} == {len(picture.header)}


def test_more_is_higher_and_further_right() -> None:
    picture = drawn(curve(0.1, 0.5, 0.8))

    xs, ys = zip(*((dot.x, dot.y) for dot in picture.dots), strict=True)
    assert list(xs) == sorted(xs)
    assert list(ys) == sorted(ys, reverse=True)
    assert [tick.label for tick in picture.field.ticks] == ["0", "20", "40", "60", "80", "100"]
    assert picture.up_name == 'Chance of "yes", of 100'
    assert picture.dots[1].title == "1: 50 of 100 on average"


def test_the_part_with_few_rows_is_grey() -> None:
    picture = drawn(curve(0.1, 0.2, 0.3, 0.4, at=(0.0, 5.0, 10.0, 14.0), rows=(100, 100, 8, 2)))

    usual, *lines = picture.curves
    assert usual.is_broken
    assert [(line.slot, len(line.points)) for line in lines] == [(1, 3), (0, 2)]
    assert [area.slot for area in picture.areas] == [1, 0]
    assert [dot.slot for dot in picture.dots] == [1, 1, 1, 0]
    assert "grey part" in picture.notes[-1]


@pytest.mark.parametrize(
    ("places", "rows", "shown", "said"),
    [
        (
            (0.0, 1.0, 2.0, 30.0),
            (100, 100, 90, 10),
            3,
            "The curve ends at 2: above it there are few rows (10",
        ),
        (
            (-30.0, 0.0, 1.0, 2.0),
            (10, 90, 100, 100),
            3,
            "The curve begins at 0: below it there are few rows (10",
        ),
    ],
)
def test_an_end_of_few_rows_that_would_take_most_of_the_picture_is_not_drawn(
    places: tuple[float, ...], rows: tuple[int, ...], shown: int, said: str
) -> None:
    picture = drawn(curve(0.1, 0.2, 0.3, 0.4, at=places, rows=rows))

    assert len(picture.dots) == shown
    assert len(picture.rows) == 4
    assert said in picture.notes[-1]
    assert {line.slot for line in picture.curves[1:]} == {1}


def test_a_column_of_whole_numbers_has_whole_marks() -> None:
    picture = drawn(curve(0.1, 0.2, 0.3, at=(0.0, 6.0, 12.0)))

    assert all(float(tick.label).is_integer() for tick in picture.across)


def test_the_value_with_the_greatest_answer_is_on_top() -> None:
    picture = drawn(kinds(West=0.2, East=0.5, a_value_with_a_very_long_name=0.3))

    assert [tick.label for tick in picture.field.ticks] == ["East", "a_value_with_a_very…", "West"]
    assert [row[0] for row in picture.rows] == ["East", "a_value_with_a_very_long_name", "West"]
    assert [dot.y for dot in picture.dots] == [tick.at for tick in picture.field.ticks]


def test_a_year_is_not_grouped_and_amounts_have_their_own_axis() -> None:
    effect = curve(150_000.0, 250_000.0, at=(1998.0, 2024.0), column="built")

    picture = effect_picture(effect, 3, explained(effect, value="", usual=2e5), a_number())

    assert [row[:2] for row in picture.rows] == [("1998", "150,000"), ("2024", "250,000")]
    assert picture.up_name == 'Answer for "price"'


def test_days_are_written_as_days_and_long_times_as_years() -> None:
    axis = Scale(low=18_262.0, high=18_322.0, start=50, end=424)
    years = Scale(low=10_957.0, high=20_089.0, start=50, end=424)

    assert [tick.label for tick in day_ticks(axis)] == ["2020-01-11", "2020-01-31", "2020-02-20"]
    assert [tick.label for tick in day_ticks(years)] == ["2005", "2010", "2015", "2020", "2025"]


def test_a_pair_is_a_field_for_each_two_values_the_stronger_the_higher() -> None:
    picture = pair_picture(PAIR, 0, explained(), two_kinds())

    by_weight = sorted(picture.boxes, key=lambda box: box.weight)
    assert len(picture.boxes) == 6
    assert by_weight[-1].title == "3 – 9, West: 90"
    assert [box.weight for box in by_weight[:3]] == [by_weight[0].weight] * 3
    assert [word.text for word in picture.words[:6]] == ["10", "10", "10", "90", "20", "50"]
    assert [word.text for word in picture.words[6:8]] == ["0 – 3", "3 – 9"]
    assert [word.text for word in picture.words[8:]] == ["West", "East", "a region with a", "very long name"]
    assert picture.rows == (("0 – 3", "10", "10", "10"), ("3 – 9", "90", "20", "50"))


def test_a_pair_without_any_difference_can_be_drawn() -> None:
    flat = replace(PAIR, means=((0.5, 0.5, 0.5), (0.5, 0.5, 0.5)))

    assert len({box.weight for box in pair_picture(flat, 1, explained(), two_kinds()).boxes}) == 1


def test_values_of_a_number_have_the_decimals_of_the_largest() -> None:
    picture = drawn(curve(0.1, 0.2, 0.3, at=(0.5, 12.25, 100.0)))

    assert [row[0] for row in picture.rows] == ["0.5", "12.2", "100.0"]
    assert picture.dots[1].title == "12.2: 20 of 100 on average"
