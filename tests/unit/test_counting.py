"""Counts and amounts: one denominator a page, rounded so that nothing looks better than it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import counting
from desktop_app.counting import Amounts, amounts, as_read, count, denominator, high, low, right, wrong
from tests.unit.reports.made import a_number, score, two_kinds

shares = st.floats(min_value=0, max_value=1)
denominators = st.integers(min_value=1, max_value=10_000)


def test_what_is_right_rounds_down_on_a_half_and_what_is_wrong_rounds_up() -> None:
    assert right(0.885, 100) == 88
    assert wrong(0.115, 100) == 12
    assert right(0.8851, 100) == 89


@given(st.integers(min_value=0, max_value=1000), st.sampled_from([20, 73, 100, 1000, 10_000]))
def test_right_and_wrong_together_are_all(of_a_thousand: int, of: int) -> None:
    share = of_a_thousand / 1000

    assert right(share, of) + wrong(1 - share, of) == of


@given(shares, shares, denominators)
def test_a_range_never_grows_narrower_by_rounding(one: float, other: float, of: int) -> None:
    bottom, top = sorted((one, other))

    assert low(bottom, of) <= bottom * of + 1e-6
    assert high(top, of) >= top * of - 1e-6
    assert 0 <= low(bottom, of) <= right(bottom, of) <= wrong(top, of) <= high(top, of) <= of


def test_shares_that_floats_cannot_hold_are_counted_right() -> None:
    assert low(0.29, 100) == 29  # 0.29 * 100 is 28.999999999999996
    assert high(0.57, 100) == 57  # 0.57 * 100 is 56.99999999999999


def test_a_count_above_zero_is_never_written_as_zero() -> None:
    assert count(0.001, 100) == "fewer than 1"
    assert count(0.0, 100) == 0


def test_a_page_counts_of_a_hundred() -> None:
    assert denominator(5000, [0.88, 0.73]) == 100


def test_few_test_rows_are_their_own_denominator() -> None:
    assert denominator(20, [0.88, 0.73]) == 20
    assert denominator(0, []) == 1


def test_a_rate_under_one_of_a_hundred_asks_for_a_larger_denominator() -> None:
    assert denominator(5000, [0.995, 0.005]) == 1000


def test_a_denominator_is_never_larger_than_the_test() -> None:
    assert denominator(900, [0.0005]) == 100
    assert denominator(5000, [0.0005]) == 1000
    assert denominator(50_000, [0.0005]) == 10_000


def test_two_counts_that_would_look_equal_ask_for_a_larger_denominator() -> None:
    assert denominator(5000, [0.881, 0.879], different=(0.881, 0.879)) == 1000
    assert denominator(500, [0.881, 0.879], different=(0.881, 0.879)) == 100


def test_the_page_of_an_evaluation_speaks_of_all_that_stands_on_it() -> None:
    assert counting.page_of(two_kinds()) == 100
    assert counting.page_of(two_kinds(score=score(0.997, 0.99, 0.999, rows=4000))) == 1000
    assert counting.page_of(two_kinds(score=score(0.85, 0.6, 0.95, rows=20))) == 20
    assert counting.page_of(a_number()) == 100


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (31234.5, "31,200"),
        (8.14, "8.1"),
        (0.26, "0.3"),
        (0.0, "0"),
        (1_250_000.0, "1,250,000"),
        (96.0, "96.0"),
    ],
)
def test_an_amount_has_three_digits_and_no_more_decimals_than_the_file(value: float, text: str) -> None:
    assert Amounts(digits=3, decimals=1).near(value) == text


def test_under_a_thousand_test_rows_two_digits_count() -> None:
    assert amounts(tested=999, decimals=2).near(31234.5) == "31,000"
    assert amounts(tested=1000, decimals=2).near(31234.5) == "31,200"


def test_a_small_miss_does_not_look_like_none() -> None:
    assert Amounts(digits=2, decimals=0).near(0.43) == "0.43"


def test_two_different_amounts_do_not_look_equal() -> None:
    written = amounts(tested=500, decimals=0, different=(1.9, 2.3))

    assert (written.near(1.9), written.near(2.3)) == ("1.9", "2.3")


def test_a_mean_is_no_finer_than_its_miss() -> None:
    assert Amounts(digits=2, decimals=0).level(2009.343, beside=11.2) == "2009"
    assert Amounts(digits=2, decimals=2).level(5402.31, beside=312.5) == "5,400", "a price is no year"
    assert Amounts(digits=2, decimals=0).level(206855.8, beside=81234.5) == "207,000"


amount_values = st.floats(min_value=1e-6, max_value=1e12)


@given(amount_values, st.integers(min_value=2, max_value=3), st.integers(min_value=0, max_value=6))
def test_the_ends_of_a_range_lie_around_the_amount(value: float, digits: int, decimals: int) -> None:
    written = Amounts(digits=digits, decimals=decimals)

    low_end, near, high_end = (
        float(text.replace(",", ""))
        for text in (written.low(value), written.near(value), written.high(value))
    )

    assert low_end <= near <= high_end
    assert low_end <= value * (1 + 1e-6)
    assert high_end >= value * (1 - 1e-6)


@given(amount_values, st.integers(min_value=2, max_value=3))
def test_an_amount_is_off_by_less_than_its_last_digit(value: float, digits: int) -> None:
    shown = float(Amounts(digits=digits, decimals=12).near(value).replace(",", ""))

    assert shown == pytest.approx(value, rel=0.51 * 10 ** (1 - digits))


def test_amounts_side_by_side_have_the_decimals_of_the_largest() -> None:
    written = Amounts(digits=2, decimals=2).alike((0.114, 0.00866, 0.0003))

    assert [written.near(value) for value in (0.114, 0.0987, 0.00866, 0.0)] == ["0.11", "0.10", "0.01", "0"]
    assert (written.low(0.0049), written.high(0.0011)) == ("0", "0.01")
    assert Amounts(digits=3, decimals=1).alike((12_345.6,)).near(8.14) == "8"
    assert Amounts(digits=2, decimals=2).alike(()).near(8.14) == "8.1"


def test_an_amount_that_has_no_place_beside_a_large_one_is_less_than_its_last_digit() -> None:
    written = Amounts(digits=2, decimals=2).alike((0.114,))

    assert (written.near(0.0003), written.less(0.005), written.less(0.0)) == ("less than 0.01", "", "")
    assert Amounts(digits=2, decimals=0).alike((4_000.0,)).near(0.2) == "less than 1"
    assert Amounts(digits=2, decimals=2).near(0.0003) == "0.00030"


def test_nearly_all_are_never_written_as_all() -> None:
    assert count(0.9967, 100) == "more than 99"
    assert count(0.99996, 10_000) == "more than 9,999"
    assert count(1.0, 100) == 100
    assert count(0.9, 3) == 3  # of few rows, what is expected is told as rows


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (56867.859236, "56868"),
        (21.741144, "21.7"),
        (0.0123456, "0.0123"),
        (16884.92, "16884.92"),  # a price
        (2007.0, "2007"),
        (123456789.0, "123456789"),  # a number that names something
        (-0.0, "0"),
        (1.23456e-7, "1.23e-07"),
        (9.969209968386869e36, "9.97e+36"),
    ],
)
def test_a_cell_is_read_without_digits_that_nobody_needs(cell: float, text: str) -> None:
    assert as_read(cell) == text


def test_a_limit_has_the_digits_that_put_a_cell_beyond_it() -> None:
    assert as_read(10.0333, beside=(10.04,)) == "10.03"
    assert as_read(1372.513, beside=(1372.54,)) == "1372.5"


@given(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9))
def test_numbers_side_by_side_keep_their_order(one: float, other: float) -> None:
    low, high = sorted((one, other))

    assert low == high or float(as_read(low, beside=(high,))) < float(as_read(high, beside=(low,)))


def test_a_number_has_two_digits_with_so_many_decimals() -> None:
    assert [counting.decimals_of_two_digits(one) for one in (250.0, 16.0, 1.6, 0.08, 0.0)] == [0, 0, 1, 3, 0]


@pytest.mark.parametrize(
    ("value", "text"),
    [(1.234e60, "1.23e+60"), (-4.5e15, "-4.5e+15"), (999e12, "999,000,000,000,000"), (1.79e308, "1.7e+308")],
)
def test_a_huge_amount_is_written_by_its_power_of_ten(value: float, text: str) -> None:
    assert amounts(tested=5000, decimals=0).level(value, beside=value) == text


def test_the_ends_of_a_huge_range_lie_around_it() -> None:
    written = amounts(tested=100, decimals=0)

    assert (written.low(1.27e60), written.high(1.23e60)) == ("1.2e+60", "1.3e+60")
