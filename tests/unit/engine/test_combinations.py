"""What never occurred together in two columns is learned from rows and found in new ones."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from desktop_app.engine.cells import Cells, Layout, read_cells
from desktop_app.engine.combinations import ACCUSED, combinations_of, rows_unmet, steps_of
from desktop_app.records.models import Combinations
from tests.unit.engine.made import frame_of

LAYOUT = Layout(numbers=("year", "km", "rooms"), dates=("bought",), categories=("sex", "ward"))
NAMES = LAYOUT.names
_DAY = np.timedelta64(1, "D")


def people(rows: int, seed: int = 0) -> pd.DataFrame:
    """Return cars that drive about 15,000 km a year, and their owners: only women are in one of the wards."""
    dice = np.random.default_rng(seed)
    year = dice.integers(2000, 2021, rows)
    sex = dice.choice(["female", "male"], rows)
    ward = dice.choice(["eyes", "bones"], rows)
    ward = np.where((sex == "female") & (dice.random(rows) < 0.2), "births", ward)
    return frame_of(
        year=year,
        km=(2021 - year) * dice.uniform(5_000, 25_000, rows),
        rooms=dice.integers(1, 9, rows),
        bought=np.datetime64("2000-01-01") + ((year - 2000) * 365 + dice.integers(0, 365, rows)) * _DAY,
        sex=sex,
        ward=ward,
    )


def cells_of(frame: pd.DataFrame) -> Cells:
    return read_cells(frame, LAYOUT)


def known(rows: int = 1_500) -> Combinations:
    return combinations_of(cells_of(people(rows)), NAMES, 0)


def unmet_in(frame: pd.DataFrame, combinations: Combinations) -> set[tuple[str, str]]:
    return {(pair.first, pair.second) for pair, _rows in rows_unmet(cells_of(frame), combinations)}


def one_row(**cells: Any) -> pd.DataFrame:
    usual: dict[str, Any] = {
        "year": 2010,
        "km": 150_000.0,
        "rooms": 3,
        "bought": np.datetime64("2010-06-01"),
        "sex": "female",
        "ward": "eyes",
    }
    return frame_of(**{name: [value] for name, value in (usual | cells).items()})


@pytest.mark.parametrize(
    ("cells", "pair"),
    [
        ({"sex": "male", "ward": "births"}, ("sex", "ward")),
        ({"year": 2019, "bought": np.datetime64("2019-06-01"), "km": 300_000.0}, ("year", "km")),
        ({"bought": np.datetime64("2003-06-01")}, ("year", "bought")),
    ],
)
def test_what_never_occurred_together_is_found(cells: dict[str, Any], pair: tuple[str, str]) -> None:
    assert unmet_in(one_row(), known()) == set()
    assert pair in unmet_in(one_row(**cells), known())


def test_new_rows_of_the_same_kind_are_hardly_ever_accused() -> None:
    new = people(4_000, seed=1)

    accused = {row for _pair, rows in rows_unmet(cells_of(new), known()) for row in rows.tolist()}

    assert len(accused) <= ACCUSED * len(new)


@pytest.mark.parametrize("seed", [1, 3])
def test_among_many_columns_that_are_nearly_one_new_rows_are_hardly_ever_accused(seed: int) -> None:
    names = [f"n{place}" for place in range(8)]

    def nearly_one(rows: int, seed: int) -> Cells:
        dice = np.random.default_rng(seed)
        common = dice.normal(size=rows)
        frame = frame_of(**{name: common + dice.normal(0, 0.3, rows) for name in names})
        return read_cells(frame, Layout(numbers=tuple(names), dates=(), categories=()))

    new, learned = nearly_one(4_000, seed + 100), combinations_of(nearly_one(800, seed), names, 0)

    accused = {row for _pair, rows in rows_unmet(new, learned) for row in rows.tolist()}

    assert learned.unmet
    assert len(accused) <= ACCUSED * len(new)


def test_columns_that_have_nothing_to_do_with_each_other_are_no_pair() -> None:
    assert not any("rooms" in (pair.first, pair.second) for pair in known().unmet)


def test_a_cell_that_is_empty_new_rare_or_out_of_range_is_not_looked_at() -> None:
    for cells in ({"ward": None}, {"ward": "teeth"}, {"km": np.nan}, {"km": 9e6}, {"km": -1.0}):
        assert unmet_in(one_row(**({"sex": "male", "year": 2010} | cells)), known()) == set()


def test_a_column_that_is_not_there_is_not_looked_at() -> None:
    row = one_row(sex="male", ward="births").drop(columns="ward")

    assert unmet_in(row, known()) == set()


def test_a_cell_that_is_filled_only_for_others_is_found() -> None:
    frame = people(1_500)
    frame.loc[frame["sex"] == "male", "ward"] = None

    combinations = combinations_of(cells_of(frame), NAMES, 0)

    assert ("sex", "ward") in unmet_in(one_row(sex="male"), combinations)


def test_too_few_rows_tell_nothing() -> None:
    assert known(200) == Combinations()


def test_the_same_rows_give_the_same() -> None:
    assert known() == known()


def test_what_is_kept_is_small_and_tells_no_rare_value() -> None:
    frame = people(1_500)
    frame.loc[:3, "ward"] = "the only dentist"

    steps = steps_of(cells_of(frame), "ward")
    ends = steps_of(cells_of(frame), "km").ends

    assert steps.levels == ("births", "bones", "eyes")
    counts = np.histogram(frame["km"], ends)[0]
    assert len(counts) <= 40
    assert counts.min() >= 5


def test_no_more_columns_are_looked_at_than_twelve() -> None:
    frame = people(400)
    wide = pd.DataFrame({f"n{place}": frame["km"] for place in range(14)})
    layout = Layout(numbers=tuple(map(str, wide)))

    found = combinations_of(read_cells(wide, layout), layout.names, 0)

    assert {one.column for one in found.steps} == set(layout.names[:12])


def test_a_number_that_many_rows_have_is_a_step_of_its_own() -> None:
    numbers = frame_of(km=[*range(100), *[200] * 50, *range(201, 300)])

    ends = steps_of(read_cells(numbers, Layout(numbers=("km",))), "km").ends

    assert np.diff(np.searchsorted(ends, [199.0, 200.0, 201.0])).tolist() == [1, 1]
