"""A column counts as changed where that is clear and large, and hardly ever by luck."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from desktop_app.models.shifted import (
    ShiftCount,
    about_middle,
    spread_of_levels,
    spread_of_numbers,
    stability,
)
from desktop_app.records.models import Feature
from desktop_app.records.notices import Notice
from desktop_app.records.tables import Column, Table
from desktop_app.reports.notice_words import notice_text
from tests.unit.models.made import save, table_of

LEARNED, FILES = 3_000, 30


def frame(rows: int, seed: int, **changes: Any) -> pd.DataFrame:
    dice = np.random.default_rng(seed)
    made = {
        "even": dice.normal(50, 10, rows),
        "skewed": np.exp(dice.normal(0, 1, rows)).round(2),
        "mostly zero": np.where(dice.random(rows) < 0.7, 0.0, dice.exponential(3, rows)),
        "stars": dice.integers(1, 6, rows).astype(np.float64),
        "plan": dice.choice(["basic", "gold", "silver"], rows, p=[0.6, 0.3, 0.1]).astype(object),
        "town": np.array([f"town {n}" for n in np.minimum(dice.geometric(0.08, rows), 60)], dtype=object),
    }
    return pd.DataFrame(made | changes)


def learned(made: pd.DataFrame) -> tuple[Feature, ...]:
    return tuple(_feature(str(name), made[name]) for name in made)


def _feature(name: str, cells: "pd.Series[Any]") -> Feature:
    if not pd.api.types.is_numeric_dtype(cells):
        counts = {str(level): int(count) for level, count in cells.value_counts().items()}
        return Feature(name=name, type="category", levels=tuple(counts), spread=spread_of_levels(counts, 5))
    values = cells.to_numpy(np.float64)
    return Feature(
        name=name, type="number", median=float(np.median(values)), spread=spread_of_numbers(values)
    )


FEATURES = learned(frame(LEARNED, 1))


def changed(made: pd.DataFrame, features: tuple[Feature, ...] = FEATURES) -> list[Notice]:
    shifts = ShiftCount(features)
    half = len(made) // 2
    shifts.add(made[:half])
    shifts.add(made[half:])
    return shifts.notices(_table(made))


def _table(made: pd.DataFrame) -> Table:
    numbers = {one.name for one in FEATURES if one.type == "number"}
    table = table_of(made, {name: "number" if name in numbers else "category" for name in made})
    columns = (
        replace(one, median=float(made[one.name].median())) if one.name in numbers else one
        for one in table.columns
    )
    return replace(table, columns=tuple(columns))


@pytest.mark.parametrize("rows", [12, 60, 400, 20_000])
def test_files_from_the_same_source_have_not_changed(rows: int) -> None:
    clean = [not changed(frame(rows, seed)) for seed in range(100, 100 + FILES)]

    assert sum(clean) >= 28


@pytest.mark.parametrize("rows", [60, 400, 20_000])
def test_a_column_that_lies_elsewhere_has_changed(rows: int) -> None:
    dice = np.random.default_rng(7)

    (notice,) = changed(frame(rows, 2, even=dice.normal(65, 10, rows)))

    assert (notice.code, notice.columns, notice.level) == ("check.shifted", ("even",), "caution")


@pytest.mark.parametrize(
    ("times", "said"),
    [
        (1_000.0, '"even" is about 1,000 times larger than when it learned. Another unit or decimal sign?'),
        (0.1, '"even" is about 10 times smaller than when it learned. Another unit or decimal sign?'),
    ],
)
def test_another_unit_or_decimal_sign_is_told_by_its_factor(times: float, said: str) -> None:
    dice = np.random.default_rng(7)

    (notice,) = changed(frame(400, 2, even=times * dice.normal(50, 10, 400)))

    assert notice_text(notice) == said


def test_twelve_rows_are_enough_for_what_is_far_away() -> None:
    assert [one.columns for one in changed(frame(12, 2, even=np.full(12, 90.0)))] == [("even",)]


def test_a_small_change_is_none_however_clear_it_is() -> None:
    dice = np.random.default_rng(7)

    assert not changed(frame(20_000, 2, even=dice.normal(52, 10, 20_000)))


def test_levels_with_other_shares_have_changed_and_the_one_that_did_most_is_named() -> None:
    plan = np.random.default_rng(7).choice(["basic", "gold", "silver"], 400, p=[0.2, 0.3, 0.5]).astype(object)

    (notice,) = changed(frame(400, 2, plan=plan))

    assert notice.code == "check.shifted_level"
    assert notice.values["value"] == "silver"
    assert notice.values["before"] == pytest.approx(0.1, abs=0.02)


def test_numbers_around_the_same_middle_say_which_part_of_them_has_changed() -> None:
    wide = np.random.default_rng(7).normal(50, 30, 400)

    (notice,) = changed(frame(400, 2, even=wide))

    assert notice.code == "check.shifted_part"
    assert " or less here, " in notice_text(notice)


def test_the_sentence_of_a_level_tells_both_shares() -> None:
    values: dict[str, Any] = {"column": "plan", "value": "gold", "share": 0.5, "before": 0.1}

    assert notice_text(Notice(code="check.shifted_level", values=values)) == (
        '"plan" has changed: "gold" in 50 of 100 rows here, 10 of 100 when it learned.'
    )


def test_the_index_of_two_normal_columns_is_the_square_of_their_distance() -> None:
    dice = np.random.default_rng(3)
    spread = spread_of_numbers(dice.normal(0, 1, 200_000))
    assert spread is not None
    moved = np.bincount(np.searchsorted(spread.ends, dice.normal(0.5, 1, 200_000)), minlength=10)

    assert stability(spread, moved) == pytest.approx(0.25, abs=0.02)


def test_rare_levels_and_a_column_of_one_value_keep_no_shares() -> None:
    spread = spread_of_levels({"often": 40, "seldom": 4}, 5)

    assert spread is not None
    assert spread.levels == ("often",)
    assert spread.shares == pytest.approx((40 / 44, 4 / 44))
    assert spread_of_levels({"often": 40}, 5) is None
    assert spread_of_numbers(np.zeros(50)) is None


def test_of_an_older_file_the_middle_value_alone_is_compared() -> None:
    age = Feature(name="age", type="number", low=20.0, median=40.0, high=70.0)
    now = Column(name="age", type="number", position=0, missing=0, distinct=3, median=75.0)

    (notice,) = about_middle(age, now)

    assert notice.values == {"column": "age", "now": 75.0, "before": 40.0}


def test_a_model_keeps_how_its_columns_were_shared_out(tmp_path: Path) -> None:
    spreads = {one.name: one.spread for one in save(tmp_path / "model.hunch").schema.features}

    assert spreads["joined"] is spreads["remarks"] is None
    age, plan = spreads["age"], spreads["plan"]
    assert age is not None
    assert plan is not None
    assert age.rows == 190
    assert len(age.shares) == len(age.ends) + 1 == 10
    assert "platinum" not in plan.levels  # two rows: it may point to a person
