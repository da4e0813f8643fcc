import math
import statistics

import pytest

from desktop_app.records.tables import Bar
from desktop_app.tables.columns.pictures import slots_of
from tests.unit.tables.opening import Opener


def test_numbers_are_described_by_their_quantiles(open_file: Opener) -> None:
    numbers = [*(10 + 3 * math.sin(place) for place in range(500)), 1000.0]

    column = open_file.column([f"{number:.3f}" for number in numbers])

    ordered = sorted(round(number, 3) for number in numbers)
    assert (column.minimum, column.maximum, column.median) == (
        ordered[0],
        1000.0,
        statistics.median_low(ordered),
    )
    assert (column.low, column.high) == (ordered[25], ordered[475])
    assert (column.whole, column.decimals) == (False, 3)


def test_whole_numbers_need_no_decimals(open_file: Opener) -> None:
    column = open_file.column(["1.0", "2.0", "3.00"])

    assert (column.whole, column.decimals) == (True, 0)


def test_the_bars_hold_every_number(open_file: Opener) -> None:
    column = open_file.column([str(number % 137) for number in range(400)])

    assert len(column.bars) <= 20
    assert sum(bar.count for bar in column.bars) == 400
    assert (column.bars[0].start, column.bars[0].label) == (0.0, "0 – 6")


def test_dates_have_bars_of_whole_days_and_seconds_as_limits(open_file: Opener) -> None:
    column = open_file.column([f"2024-01-{day:02}" for day in range(1, 11)])

    assert column.bars[0] == Bar(label="2024-01-01", count=1, start=1704067200.0, end=1704067200.0)
    assert len(column.bars) == 10
    assert column.minimum == 1704067200.0


def test_few_values_are_all_listed_and_many_are_cut(open_file: Opener) -> None:
    few = open_file.column(["b", "a", "b", "c", "b", "a"])
    many = open_file.column([f"v{number % 60}" for number in range(600)])

    assert few.top_values == (Bar(label="b", count=3), Bar(label="a", count=2), Bar(label="c", count=1))
    assert few.bars == few.top_values
    assert (many.distinct, len(many.top_values), len(many.bars)) == (60, 50, 20)


def test_numbers_list_their_values_only_where_they_are_few(open_file: Opener) -> None:
    few = open_file.column(["0", "1", "1", "1.0"])
    many = open_file.column([str(number % 51) for number in range(200)])

    assert few.top_values == (Bar(label="1", count=2), Bar(label="0", count=1), Bar(label="1.0", count=1))
    assert many.top_values == ()


def test_examples_are_the_first_different_values(open_file: Opener) -> None:
    column = open_file.column(["", "b", "b", "a", "NA", "c", "d", "e", "f"])

    assert column.examples == ("b", "a", "c", "d", "e")


def test_a_long_cell_is_cut_in_what_is_known_about_it(open_file: Opener) -> None:
    opened = open_file("x,n\n" + ("y" * 5_000 + ",1\n") * 3)

    assert max(len(bar.label) for bar in opened.column("x").top_values) == 1_000
    assert max(map(len, opened.column("x").examples)) == 200


def test_ranges_survive_numbers_at_the_ends_of_what_there_is(open_file: Opener) -> None:
    column = open_file.column(["-1.7e308", "1.7e308", "0", "5e-324", "1e300"])

    assert column.type == "number"
    assert sum(bar.count for bar in column.bars) == 5


def test_whole_numbers_are_never_cut_between_two_ranges() -> None:
    slots = slots_of(1.0, 50.0, unit=1.0, most=20)

    assert (slots.step, slots.count) == (3.0, 17)


def test_many_columns_are_described_more_briefly(open_file: Opener) -> None:
    line = ",".join(["x"] * 301)

    opened = open_file("\n".join([line, *[",".join(str(row % 25) for _ in range(301)) for row in range(50)]]))

    assert {len(column.bars) for column in opened.table.columns} <= {9, 10}


@pytest.mark.parametrize("times", [1, 2, 7], ids=["single", "mostly single", "repeated"])
def test_quantiles_are_the_same_whether_values_repeat_or_not(times: int, open_file: Opener) -> None:
    numbers = sorted(float(place % 101) + place // 101 / 4 for place in range(333))

    column = open_file.column([str(number) for number in numbers for _ in range(times)])

    expected = [numbers[math.ceil(share * len(numbers)) - 1] for share in (0.05, 0.5, 0.95)]
    assert [column.low, column.median, column.high] == expected
