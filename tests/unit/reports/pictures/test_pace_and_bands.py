"""The learning curve, and how far a number is off by the size of the answer."""

from dataclasses import replace
from itertools import pairwise

from desktop_app.reports.pictures.bands import bands
from desktop_app.reports.pictures.pace import pace
from tests.unit.reports.insight_parts import BANDS, STILL_RISING
from tests.unit.reports.insight_parts import pace as points
from tests.unit.reports.made import a_number, rare_kind, score, two_kinds
from tests.unit.reports.pictures.fields import outside


def test_a_learning_curve_rises_to_the_right_beside_the_simplest_guess() -> None:
    picture = pace(two_kinds(pace=STILL_RISING))

    assert picture is not None
    guess, curve = picture.curves
    assert guess.is_broken
    assert len({y for _x, y in guess.points}) == 1
    heights = [y for _x, y in curve.points]
    assert heights == sorted(heights, reverse=True)
    assert picture.rows == (("500", "70"), ("1,000", "78"), ("2,000", "84"), ("4,000", "88"))
    assert outside(picture) == []


def test_twice_as_many_rows_are_always_as_far_away() -> None:
    picture = pace(two_kinds(pace=STILL_RISING))

    assert picture is not None
    places = [x for x, _y in picture.curves[1].points]
    steps = {round(right - left) for left, right in pairwise(places)}
    assert len(steps) == 1
    assert picture.across[-1].label == "4,000"


def test_on_sixty_rows_the_axis_counts_rows() -> None:
    few = two_kinds(score=score(0.8, 0.68, 0.89, rows=60), pace=points((60, 0.74), (120, 0.76), (240, 0.8)))

    picture = pace(few)

    assert picture is not None
    assert picture.up_name == "Right, of 60"
    assert all(tick.label.isdecimal() for tick in picture.field.ticks)
    assert [row[1] for row in picture.rows] == ["44", "46", "48"]


def test_the_curve_of_a_number_and_of_a_rare_kind_is_in_their_own_measure() -> None:
    number = pace(a_number(pace=points((1000, 60_000.0), (4000, 31_234.5))))
    rare = pace(rare_kind(pace=points((1000, 0.2), (4000, 0.6))))

    assert number is not None
    assert rare is not None
    assert (number.up_name, number.rows[-1]) == ("Off by on average", ("4,000", "31,200"))
    assert (rare.up_name, rare.rows[-1]) == ("Right, of the 60 surest", ("4,000", "36"))


def test_without_two_points_there_is_no_curve() -> None:
    assert pace(two_kinds()) is None
    assert pace(two_kinds(pace=STILL_RISING[-1:])) is None


def test_each_size_of_answer_has_two_bars_the_lower_one_in_front() -> None:
    picture = bands(a_number(bands=BANDS))

    assert picture is not None
    tenths, halves = picture.boxes[:3], picture.boxes[3:]
    assert [one.x for one in tenths] == [one.x for one in halves]
    assert all(tenth.height > half.height for tenth, half in zip(tenths, halves, strict=True))
    assert picture.rows[0] == ("50,000 to 120,000", "9,000", "30,000", "200")
    assert picture.notes == ("Its answers from 210,000 to 500,000 are too high on average, by 25,000.",)
    assert picture.across[-1].label == "500,000"
    assert outside(picture) == []


def test_one_size_of_answer_is_no_picture() -> None:
    assert bands(a_number()) is None
    assert bands(a_number(bands=BANDS[:1])) is None


def test_a_model_that_is_never_off_has_flat_bars() -> None:
    exact = tuple(replace(one, half=0.0, tenth=0.0, lean=0.0) for one in BANDS)

    picture = bands(a_number(bands=exact))

    assert picture is not None
    assert {box.height for box in picture.boxes} == {0}


def test_a_last_point_that_is_not_the_score_is_explained() -> None:
    same, other = two_kinds(pace=STILL_RISING), two_kinds(pace=points((2000, 0.84), (4000, 0.86)))

    told = [picture.notes for picture in (pace(same), pace(other)) if picture]

    assert [len(notes) for notes in told] == [1, 2]
    assert "measured alone" in told[1][1]


def test_amounts_side_by_side_have_the_decimals_of_the_largest() -> None:
    small = tuple(
        replace(one, half=half, tenth=12.0) for one, half in zip(BANDS, (0.004, 3.14, 9.5), strict=True)
    )

    number = a_number(decimals=2, bands=small, pace=points((1000, 10.23), (4000, 9.61)))

    learned, sizes = pace(number), bands(number)
    assert learned is not None
    assert sizes is not None
    assert [row[1] for row in learned.rows] == ["10.2", "9.6"]
    assert [row[1:3] for row in sizes.rows] == [("less than 0.1", "12.0"), ("3.1", "12.0"), ("9.5", "12.0")]
