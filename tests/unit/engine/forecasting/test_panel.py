from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from desktop_app.engine.forecasting.panel import without_ended
from desktop_app.engine.forecasting.rows import of_longest, read_rows
from desktop_app.errors import DataError
from tests.unit.engine.forecasting.made import ASKED, moments, panel_of, seasonal, shops, table


def test_rows_in_any_order_make_the_same_series() -> None:
    rows = table(seasonal(30))
    mixed = panel_of(rows.sample(frac=1, random_state=0))
    assert np.array_equal(mixed.values, panel_of(rows).values)


def test_missing_moments_and_cells_are_gaps() -> None:
    rows = table(seasonal(30))
    rows.loc[4, "sold"] = np.nan
    panel = panel_of(rows.drop(index=[10, 11]))
    assert panel.moments == 30
    assert panel.gaps == 3


def test_readings_of_the_same_moment_become_their_mean() -> None:
    rows = table(seasonal(30))
    again = rows.iloc[[5]].assign(sold=rows["sold"][5] + 2)
    panel = panel_of(pd.concat([rows, again]))
    assert panel.values[0, 5] == pytest.approx(rows["sold"][5] + 1)
    assert panel.repeats == 2
    assert [remark.code for remark in panel.remarks] == ["forecast.repeats"]


def test_parts_of_the_same_moment_are_added_up() -> None:
    rows = table(np.arange(30) % 5)
    panel = panel_of(pd.concat([rows, rows.assign(sold=rows["sold"] + 1)]))
    assert panel.form.joining == "sum"
    assert panel.values[0, :3].tolist() == [1, 3, 5]


def test_copies_of_rows_are_not_added_up() -> None:
    rows = table(np.arange(30) % 5)
    assert panel_of(pd.concat([rows, rows])).values[0, :3].tolist() == [0, 1, 2]


def test_a_person_says_how_rows_are_joined() -> None:
    rows = table(seasonal(30))
    panel = panel_of(pd.concat([rows, rows]), replace(ASKED, joining="sum"))
    assert panel.values[0, 0] == pytest.approx(2 * rows["sold"][0])


def test_a_past_that_is_cut_begins_with_a_value() -> None:
    rows = table(seasonal(90), "D")
    rows.loc[:9, "when"] -= pd.DateOffset(years=20)
    rows.loc[10:39, "when"] -= pd.DateOffset(years=9)
    panel = panel_of(rows)
    assert np.isfinite(panel.values[0, [0, -1]]).all()
    assert panel.moments < 4000
    assert panel.remarks[-1].values == {"count": panel.moments}


def test_days_without_a_sale_are_nothing_sold() -> None:
    rng = np.random.default_rng(1)
    times = pd.Timestamp("2020-01-01") + pd.to_timedelta(np.sort(rng.uniform(0, 4800, 500)), unit="h")
    sales = pd.DataFrame({"when": times.as_unit("us"), "sold": rng.integers(1, 4, 500).astype(float)})
    panel = panel_of(sales)
    assert panel.form.timeline.period.name == "day"
    assert panel.gaps == 0
    assert (panel.values == 0).any()


def test_each_value_of_the_group_is_a_series() -> None:
    panel = panel_of(shops(), replace(ASKED, group="shop"))
    assert panel.names == ("north", "south", "west")
    assert panel.values.shape == (3, 60)


def test_texts_that_are_known_ahead_become_columns() -> None:
    asked = replace(ASKED, group="shop", known=("action",))
    rows = read_rows(shops(), asked)
    assert rows.levels == (("no", "yes"),)
    assert panel_of(shops(), asked).known.shape == (3, 66, 2)


def test_rows_without_a_time_are_left_out() -> None:
    rows = table(seasonal(30))
    rows.loc[2, "when"] = pd.NaT
    (remark,) = panel_of(rows).remarks
    assert remark.values == {"count": 1}


def test_series_that_stopped_are_named() -> None:
    rows = shops()
    stopped = rows[(rows["shop"] != "south") | (rows["when"] < moments(20, "D")[-1])]
    panel = without_ended(panel_of(stopped, replace(ASKED, group="shop")), 18)
    assert panel.names == ("north", "west")
    assert panel.remarks[-1].values == {"count": 1, "names": ["south"]}


def test_only_the_longest_of_too_many_series_are_kept() -> None:
    rows = read_rows(shops().iloc[5:], replace(ASKED, group="shop"))
    assert of_longest(rows, 2).names == ("south", "west")


def test_a_column_without_times_is_refused() -> None:
    rows = table(seasonal(30))
    rows["when"] = pd.Series(pd.NaT, index=rows.index)
    with pytest.raises(DataError, match=r"forecast\.no_time"):
        panel_of(rows)


def test_a_target_without_numbers_is_refused() -> None:
    with pytest.raises(DataError, match=r"forecast\.no_target"):
        panel_of(table(np.full(30, np.nan)))
