"""Rows in groups by the cells of a column."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest

from desktop_app.engine.evaluation.grouping import BINS, MOST_VALUES, group_rows


def objects(values: Sequence[str | None]) -> pd.Series:
    return pd.Series(values, dtype=object)


def test_values_come_by_how_often_they_are_there_and_empty_cells_last() -> None:
    found = group_rows(objects(["b", "a", None, "b", "c", "a", "b"]))

    assert [(group.label, group.rows) for group in found.groups] == [("b", 3), ("a", 2), ("c", 1), ("", 1)]
    assert found.groups[-1].is_empty
    assert found.codes.tolist() == [0, 1, 3, 0, 2, 1, 0]
    assert (found.kind, found.others) == ("value", 0)


def test_of_many_values_the_most_frequent_are_shown() -> None:
    found = group_rows(objects([str(n % 20) for n in range(100)] + ["19"]))

    assert len(found.groups) == MOST_VALUES
    assert found.groups[0].label == "19"
    assert found.others == 8
    assert int(np.count_nonzero(found.codes < 0)) == 40


def test_many_numbers_make_four_ranges_of_about_as_many_rows() -> None:
    found = group_rows(pd.Series([*range(100), np.nan], dtype=float))

    assert [group.rows for group in found.groups] == [25, 25, 25, 25, 1]
    assert [(group.low, group.high) for group in found.groups[:2]] == [(0, 24), (25, 49)]
    assert found.groups[-1].is_empty


@pytest.mark.parametrize("values", [[0] * 90 + [1] * 10, [0] * 60 + [1, 2, 3, 4, 5, 6, 7] * 5, [7.0] * 10])
def test_no_range_is_empty_and_none_reaches_into_another(values: list[float]) -> None:
    found = group_rows(pd.Series(values, dtype=float))

    assert all(group.rows for group in found.groups)
    assert len(found.groups) <= max(BINS, 5)
    ends = [end for group in found.groups for end in (group.low, group.high)]
    assert ends == sorted(ends, key=lambda end: end or 0)
    for place, group in enumerate(found.groups):
        inside = np.asarray(values)[found.codes == place]
        assert (group.low, group.high) == (inside.min(), inside.max())


def test_few_numbers_are_each_a_group() -> None:
    found = group_rows(pd.Series([1, 0, 1, 2], dtype=float))

    assert [(group.low, group.high, group.rows) for group in found.groups] == [
        (0, 0, 1),
        (1, 1, 2),
        (2, 2, 1),
    ]


def test_days_are_told_in_seconds() -> None:
    days = pd.Series(np.array(["1970-01-02", "NaT", "1970-01-03"], dtype="datetime64[us]"))

    found = group_rows(days)

    assert found.kind == "date"
    assert [group.low for group in found.groups] == [86_400, 172_800, None]
