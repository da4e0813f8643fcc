"""Whether more rows would help, said only where the tested rows can tell."""

import pytest

from desktop_app.records.insights import Pace
from desktop_app.reports.pace_words import pace_text
from tests.unit.reports.insight_parts import LEVEL, STILL_RISING, pace
from tests.unit.reports.made import a_number, many_kinds, rare_kind, score, two_kinds


def test_a_curve_that_still_rises_asks_for_more_rows() -> None:
    assert pace_text(two_kinds(pace=STILL_RISING)) == (
        "With 2,000 rows it was right for 84 of 100, with 4,000 for 88. "
        "More rows would help: twice as many might give about 91 of 100."
    )


def test_what_is_expected_goes_on_from_the_score_that_the_page_shows() -> None:
    lower = two_kinds(score=score(0.85, 0.83, 0.87), pace=STILL_RISING)

    assert "might give about 88 of 100" in pace_text(lower)


def test_a_level_curve_does_not() -> None:
    text = pace_text(two_kinds(score=score(0.88, 0.87, 0.89, rows=4000), pace=LEVEL))

    assert text.endswith("More rows of the same kind would hardly help.")


def test_few_tested_rows_do_not_tell() -> None:
    few = two_kinds(score=score(0.8, 0.68, 0.89, rows=60), pace=pace((60, 0.74), (120, 0.76), (240, 0.8)))

    assert pace_text(few) == (
        "With 120 rows it was right for 46 of 60, with 240 for 48. "
        "Too few rows were tested to tell whether more of them would help."
    )


def test_the_half_is_the_point_that_is_nearest_to_it() -> None:
    uneven = pace((200, 0.6), (1900, 0.84), (3900, 0.87), (4000, 0.88))

    assert pace_text(two_kinds(pace=uneven)).startswith("With 1,900 rows it was right for 84 of 100")


@pytest.mark.parametrize("points", [(), pace((4000, 0.88))])
def test_without_two_points_there_is_nothing_to_say(points: tuple[Pace, ...]) -> None:
    assert pace_text(two_kinds(pace=points)) == ""


def test_nearly_all_rows_are_no_half() -> None:
    assert pace_text(two_kinds(pace=pace((3200, 0.87), (3200, 0.87), (4000, 0.88)))) == ""


def test_what_is_expected_is_never_beyond_perfect() -> None:
    steep = pace((1000, 0.5), (2000, 0.7), (4000, 0.99))

    assert "might give about 100 of 100" in pace_text(two_kinds(score=score(0.99, 0.98, 1.0), pace=steep))


def test_a_number_is_off_by_less() -> None:
    falling = pace((1000, 60_000.0), (2000, 42_000.0), (4000, 31_234.5))

    assert pace_text(a_number(pace=falling)) == (
        "With 2,000 rows it was off by 42,000 on average, with 4,000 by 31,200. "
        "More rows would help: with twice as many it might be off by about 24,800."
    )


def test_each_measure_has_its_own_sentence() -> None:
    even = many_kinds(score=score(0.8, 0.77, 0.83, metric="balanced_accuracy"), pace=LEVEL)

    assert pace_text(even).startswith(
        "Taking the kinds as equally frequent, with 2,000 rows it was right for 88 of 100, with 4,000 for 88."
    )
    assert pace_text(rare_kind(pace=pace((2000, 0.5), (4000, 0.6)))).startswith(
        "With 2,000 rows, 30 of the 60 it was surest about were right, with 4,000 rows 36."
    )
