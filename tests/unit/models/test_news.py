"""A few strange rows are told, but they do not make a file one to be careful with."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.models.news import USUAL, level_of, usually_unseen
from desktop_app.records.models import Feature, Spread
from tests.unit.models.fitting_made import FINE, checked


@pytest.mark.parametrize(
    ("strange", "rows", "level"),
    [
        *((1, 1, "caution"), (1, 8, "caution"), (1, 10, "note")),
        *((2, 40, "note"), (3, 40, "caution")),
        *((4, 100, "note"), (5, 100, "caution")),
        *((52, 2_000, "note"), (53, 2_000, "caution")),
    ],
)
def test_more_rows_than_two_in_a_hundred_and_their_luck_are_news(strange: int, rows: int, level: str) -> None:
    assert level_of(strange, rows) == level


@pytest.mark.parametrize(("rare", "share"), [(0, USUAL), (30, 0.1), (300, 1.0), (301, 1.0)])
def test_where_many_values_were_rare_new_ones_are_no_news(rare: int, share: float) -> None:
    spread = Spread(rows=300, levels=("Oslo",), shares=(0.5, 0.5))
    feature = Feature(name="city", type="category", levels=("Oslo",), rare_levels=rare, spread=spread)

    assert usually_unseen(feature) == share
    assert usually_unseen(replace(feature, spread=None)) == USUAL


@pytest.mark.parametrize("column", ["age", "city"])
def test_few_values_that_it_has_never_seen_are_told_of_a_file_that_fits(column: str, tmp_path: Path) -> None:
    code, cell = {"age": ("check.beyond", "99"), "city": ("check.unseen", "Rome")}[column]

    few = checked(tmp_path / "few", **_columns(**{column: [cell] * 4}))
    many = checked(tmp_path / "many", **_columns(**{column: [cell] * 5}))

    assert (few.fit, many.fit) == ("fits", "caution")
    assert {code: "note"} == {one.code: one.level for one in few.notices if one.columns}
    assert {code: "caution"} == {one.code: one.level for one in many.notices if one.columns}


def test_few_empty_cells_where_none_ever_was_are_told_of_a_file_that_fits(tmp_path: Path) -> None:
    found = checked(tmp_path, **_columns(age=[None, None]))

    assert found.fit == "fits"
    assert "check.empty" in {notice.code for notice in found.notices}


def _columns(**first: Any) -> dict[str, Any]:
    """Return a hundred rows as ever, of which some columns begin otherwise."""
    usual = {name: [cells[0]] * 100 for name, cells in FINE.items()}
    return {name: [*first.get(name, []), *cells][:100] for name, cells in usual.items()}
