"""Groups that have a model each are drawn by their rows, unlike ones apart from the others."""

from dataclasses import replace

import pytest

from desktop_app.reports.pictures.each import MOST_DOTS, each_group
from tests.unit.reports.test_each_words import EACH, group


@pytest.mark.parametrize(
    ("rows", "labels"),
    [((105, 127), ["105", "127"]), ((90, 90), ["90"]), ((30, 700), ["50", "100", "200", "500"])],
)
def test_its_axis_of_rows_is_never_without_numbers(rows: tuple[int, int], labels: list[str]) -> None:
    groups = tuple(group(f"shop {count}", rows=count) for count in rows)

    found = each_group(replace(EACH, groups=groups))

    assert found is not None
    assert [tick.label for tick in found.across] == labels


def test_of_very_many_groups_some_are_drawn_and_all_that_are_unlike() -> None:
    usual = tuple(group(f"shop {place}", rows=20 + place % 50) for place in range(20_000))

    found = each_group(replace(EACH, groups=(*usual, group("odd", odd=("worse",)))))

    assert found is not None
    assert len(found.dots) <= MOST_DOTS
    assert found.dots[-1].title == "odd"
    assert found.notes


def test_one_group_is_no_picture() -> None:
    assert each_group(replace(EACH, groups=EACH.groups[:1])) is None
