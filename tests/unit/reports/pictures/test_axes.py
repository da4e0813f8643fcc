"""Round numbers, their labels, and places on an axis."""

import pytest

from desktop_app.reports.pictures.axes import apart, field_over, labels_of, lines_of, round_numbers, ticks_of
from desktop_app.reports.pictures.picture import WIDTH, Scale, Tick


@pytest.mark.parametrize(
    ("low", "high", "labels"),
    [
        (0, 100, ["0", "20", "40", "60", "80", "100"]),
        (0.2, 9.8, ["0", "2", "4", "6", "8", "10"]),
        (0, 12, ["0", "2.5", "5.0", "7.5", "10.0", "12.5"]),
        (-3, 2, ["-3", "-2", "-1", "0", "1", "2"]),
        (0.001, 0.0045, ["0.001", "0.002", "0.003", "0.004", "0.005"]),
        (0, 1_200_000, ["0", "250,000", "500,000", "750,000", "1,000,000", "1,250,000"]),
        (0, 0, ["0", "0.2"]),
    ],
)
def test_the_numbers_are_round_and_keep_the_decimals_of_their_step(
    low: float, high: float, labels: list[str]
) -> None:
    marks = round_numbers(low, high)

    assert labels_of(marks) == labels
    assert marks[0] <= low
    assert high <= marks[-1] + 1e-12


@pytest.mark.parametrize(("low", "high"), [(0.2, 0.9), (46, 48), (0, 12), (83.2, 91.9)])
def test_counts_have_whole_numbers(low: float, high: float) -> None:
    marks = round_numbers(low, high, whole=True)

    assert all(mark == int(mark) for mark in marks)
    assert marks[0] <= low < high <= marks[-1]


def test_a_number_lies_between_the_ends_in_proportion() -> None:
    up = Scale(low=0, high=100, start=248, end=34)

    assert (up.place(0), up.place(50), up.place(100)) == (248, 141, 34)
    assert [tick.at for tick in ticks_of([0, 50, 100], up)] == [248, 141, 34]


def test_labels_that_would_touch_are_left_out_and_the_last_one_stays() -> None:
    ticks = [Tick(at=at, label="1,000") for at in (0, 20, 50, 90, 100)]

    assert [tick.at for tick in apart(ticks)] == [0, 50, 100]


def test_a_label_that_would_leave_the_picture_is_left_out() -> None:
    ticks = [Tick(at=at, label="100,000,000,000") for at in (200, WIDTH - 34)]

    assert [tick.at for tick in apart(ticks)] == [200]


def test_long_labels_push_the_field_aside() -> None:
    small, large = field_over((0, 10), 0, 1), field_over((0, 1_000_000), 0, 1)

    assert large.left > small.left
    assert (large.right, large.top, large.bottom) == (small.right, small.top, small.bottom)


def test_a_square_has_the_same_scale_both_ways() -> None:
    field = field_over((-5, 0, 5), -5, 5, is_square=True)

    assert field.right - field.left == field.bottom - field.top
    assert field.place(-5, 5) == (field.left, field.top)
    assert field.broken((-5, -5), (5, 5)).points == (
        (field.left, field.bottom),
        (field.right, field.top),
    )


def test_lines_have_their_names_beside_them_and_bars_in_their_middle() -> None:
    field = lines_of(["West", "East"], 0, 100)

    bar, reach = field.bar(1, 0, 50, "half"), field.range(1, 40, 60)

    assert [tick.label for tick in field.ticks] == ["West", "East"]
    assert bar.y + bar.height / 2 == field.ticks[1].at == reach.points[0][1]
    assert (bar.x, bar.x + bar.width) == (field.left, field.center)
    assert field.bar(0, 0, 0.0001, "hardly any").width == 1
