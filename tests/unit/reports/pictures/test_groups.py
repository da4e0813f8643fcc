"""The picture of groups: bars and ranges at the places of their numbers."""

import pytest

from desktop_app.reports.group_words import GroupWords
from desktop_app.reports.pictures.groups import groups_picture
from tests.unit.reports.made import two_kinds
from tests.unit.reports.made_groups import GROUPS, numbers, off_by_ten


def test_a_bar_ends_at_its_share_and_the_range_goes_over_it() -> None:
    drawn = groups_picture(GroupWords(compared=GROUPS, evaluation=two_kinds()), "found")

    width = drawn.field.right - drawn.field.left
    assert [(box.width) / width for box in drawn.boxes] == pytest.approx([0.82, 0.556], abs=0.002)
    for curve, value in zip(drawn.curves, (0.82, 0.556), strict=True):
        ends = [(x - drawn.field.left) / width for x, _y in curve.points]
        assert ends == pytest.approx([value - 0.08, value + 0.08], abs=0.002)
    assert [tick.label for tick in drawn.across] == ["0", "20", "40", "60", "80", "100"]


def test_groups_of_too_few_rows_are_not_drawn() -> None:
    drawn = groups_picture(GroupWords(compared=GROUPS, evaluation=two_kinds()), "found")

    assert [tick.label for tick in drawn.field.ticks] == ["West", "East"]
    assert drawn.rows[0] == ("West", "120", "82", "74", "90")
    assert drawn.boxes[0].title == "West: 82 (74 to 90)"


def test_of_an_amount_no_range_leaves_the_picture() -> None:
    drawn = groups_picture(GroupWords(compared=numbers(), evaluation=off_by_ten()), "miss")

    assert all(drawn.field.left <= x <= drawn.field.right for curve in drawn.curves for x, _y in curve.points)
    assert drawn.field.bottom < drawn.height
