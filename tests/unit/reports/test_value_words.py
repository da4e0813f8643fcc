"""Values of a column as they stand side by side."""

import pytest

from desktop_app.records.explained import Bins
from desktop_app.reports.value_words import bin_names, day_text, decimals_of, number_texts


@pytest.mark.parametrize(
    ("values", "decimals"),
    [
        ((123.456, 0.5), 1),
        ((0.1, 0.25), 2),
        ((1.0, 30.0), 0),
        ((1_234_567.8, 0.001), 0),
        ((-250.75, 1.0), 1),
        ((0.0,), 0),
        ((), 0),
        ((float("nan"), 1.5), 1),
    ],
)
def test_all_numbers_take_the_decimals_of_the_largest_and_none_that_say_nothing(
    values: tuple[float, ...], decimals: int
) -> None:
    assert decimals_of(values, 4) == decimals


@pytest.mark.parametrize(
    ("values", "texts"),
    [
        ((0.5, 12.25, 100.0), ["0.5", "12.2", "100.0"]),
        ((1998.0, 2024.0), ["1998", "2024"]),
        ((9_000.0, 12_345.0), ["9,000", "12,345"]),
        ((-0.004, 0.0, 0.0125), ["-0.0040", "0", "0.0125"]),
        ((0.0, 0.01, 5.0, 10_000.0), ["0", "0.01", "5", "10,000"]),
        ((1234.56, 1234.57), ["1234.56", "1234.57"]),
    ],
)
def test_numbers_are_written_alike_unless_two_would_look_the_same(
    values: tuple[float, ...], texts: list[str]
) -> None:
    assert number_texts(values) == texts


def test_a_day_is_written_as_a_day_or_as_its_month() -> None:
    assert day_text(18_262.5) == "2020-01-01"
    assert day_text(18_262.5, has_day=False) == "2020-01"
    assert day_text(1e12) == "1000000000000"


def ranges(*ends: tuple[float, float], kind: str = "number") -> Bins:
    return Bins(column="a", kind=kind, ranges=ends)  # type: ignore[arg-type]  # one of two


@pytest.mark.parametrize(
    ("bins", "names"),
    [
        (ranges((1.0, 2.0), (2.0, 4.0), (4.0, 10.5)), ("1.0 – 2.0", "2.0 – 4.0", "4.0 – 10.5")),
        (ranges((1.0, 1.0), (3.0, 3.0)), ("1", "3")),
        (ranges((12_345.0, 12_345.0), (12_346.0, 12_346.0)), ("12,345", "12,346")),
        (ranges((19_478.5, 19_478.5), (19_753.0, 19_753.0), kind="date"), ("2023-05-01", "2024-01-31")),
        (
            ranges((15_826.0, 17_000.0), (17_000.0, 19_753.0), kind="date"),
            ("2013-05 – 2016-07", "2016-07 – 2024-01"),
        ),
        (Bins(column="a", kind="category", levels=("West", "East")), ("West", "East")),
        (ranges(), ()),
    ],
)
def test_bins_have_names_that_tell_them_apart(bins: Bins, names: tuple[str, ...]) -> None:
    assert bin_names(bins) == names
