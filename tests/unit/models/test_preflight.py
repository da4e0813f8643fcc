"""How a new file fits is said before any row is answered."""

from dataclasses import replace
from pathlib import Path

import pandas as pd

from desktop_app.models.cautions import caution_texts
from desktop_app.models.preflight import preflight
from tests.unit.models.fitting_made import AGE, CARD, CITY, FINE, NOTE, SINCE, TYPES, checked, values
from tests.unit.models.stored import store


def test_a_file_like_the_one_it_learned_from_fits(tmp_path: Path) -> None:
    found = checked(tmp_path)

    assert found.fit == "fits"
    assert [notice.code for notice in found.notices] == ["check.fits"]
    assert values(found, "check.fits") == {"rows": 3, "columns": 4}


def test_a_column_whose_values_were_all_taken_out_cannot_be_compared_and_is_not_called_fitting(
    tmp_path: Path,
) -> None:
    bare = replace(CITY, levels=(), is_withheld=True)
    card = replace(CARD, schema=replace(CARD.schema, features=(AGE, bare, SINCE, NOTE), is_impersonal=True))
    table = store(tmp_path, FINE, TYPES)

    found = preflight(card, tmp_path, table)
    frame = pd.DataFrame({"city": ["Oslo", None]})

    assert found.fit == "caution"
    assert values(found, "check.withheld") == {"column": "city"}
    assert caution_texts(frame, [bare], {}, lambda notice: notice.code).tolist() == ["caution.withheld", ""]


def test_values_it_has_never_seen_are_counted_and_shown(tmp_path: Path) -> None:
    found = checked(tmp_path, city=["Rome", "Rome", "Bonn"])

    assert found.fit == "caution"
    assert values(found, "check.unseen") == {"column": "city", "count": 3, "values": ["Rome", "Bonn"]}


def test_cells_that_mean_nothing_in_a_column_of_numbers_or_days_are_counted_and_shown(
    tmp_path: Path,
) -> None:
    found = checked(tmp_path, age=["20", "about 30", "40"], since=["1970-02-01", " ", "soon"])

    told = [notice for notice in found.notices if notice.code == "check.not_read"]
    assert [notice.values for notice in told] == [
        {"column": "age", "count": 1, "values": ["about 30"]},
        {"column": "since", "count": 1, "values": ["soon"]},
    ]


def test_only_a_few_of_many_new_values_are_shown(tmp_path: Path) -> None:
    cities = [f"town {place}" for place in range(9)]
    columns = {name: [cells[0]] * 9 for name, cells in FINE.items()} | {"city": cities}

    found = checked(tmp_path, **columns)

    assert values(found, "check.unseen")["count"] == 9
    assert len(values(found, "check.unseen")["values"]) == 4


def test_numbers_and_days_beyond_the_range_are_counted(tmp_path: Path) -> None:
    found = checked(tmp_path, age=["17", "81", "50"], since=["2020-01-01", "1970-01-01", "1971-01-01"])

    ranges = [notice.values for notice in found.notices if notice.code == "check.beyond"]
    assert ranges == [
        {"column": "age", "count": 2, "min": 18.0, "max": 80.0},
        {"column": "since", "count": 1, "min": "1970-01-01", "max": "1971-01-01"},
    ]


def test_a_column_whose_middle_moved_is_said(tmp_path: Path) -> None:
    usual = replace(AGE, low=20.0, median=40.0, high=70.0)
    card = replace(CARD, schema=replace(CARD.schema, features=(usual, CITY, SINCE, NOTE)))
    table = store(tmp_path, FINE | {"age": ["75", "76", "30"]}, TYPES)
    columns = tuple(replace(c, median=75.0) if c.name == "age" else c for c in table.columns)

    found = preflight(card, tmp_path, replace(table, columns=columns))

    assert values(found, "check.shifted") == {"column": "age", "now": 75.0, "before": 40.0}


def test_cells_that_are_empty_where_none_ever_was_are_said(tmp_path: Path) -> None:
    found = checked(tmp_path, age=["20", None, None])

    assert values(found, "check.empty") == {
        "column": "age",
        "count": 2,
        "rows": 3,
        "share": 2 / 3,
        "before": 0.0,
    }


def test_as_many_empty_cells_as_ever_are_no_news(tmp_path: Path) -> None:
    columns = {name: [cells[0]] * 10 for name, cells in FINE.items()}

    found = checked(tmp_path, **columns | {"city": [None, None, *["Oslo"] * 8]})

    assert found.fit == "fits"


def test_a_column_of_another_kind_is_said(tmp_path: Path) -> None:
    types = TYPES | {"age": "category"}

    found = checked(tmp_path, types, age=["old", "young", "old"])

    assert values(found, "check.type") == {"column": "age", "now": "text", "before": "number"}


def test_a_few_cells_that_cannot_be_read_are_shown(tmp_path: Path) -> None:
    types = TYPES | {"age": "category"}

    found = checked(tmp_path, types, age=["20", "thirty", "40"])

    assert values(found, "check.not_read") == {"column": "age", "count": 1, "values": ["thirty"]}
    assert not [notice for notice in found.notices if notice.code == "check.empty"]


def test_a_category_that_this_file_holds_as_numbers_is_read_as_it_was(tmp_path: Path) -> None:
    levels = replace(CITY, levels=("1", "02"))
    card = replace(CARD, schema=replace(CARD.schema, features=(AGE, levels, SINCE, NOTE)))
    table = store(tmp_path, FINE | {"city": ["1", "02", "1"]}, TYPES | {"city": "number"})

    assert preflight(card, tmp_path, table).fit == "fits"


def test_columns_it_does_not_need_are_counted(tmp_path: Path) -> None:
    found = checked(tmp_path, more=["1", "2", "3"])

    assert found.fit == "fits"
    assert values(found, "check.extra") == {"count": 1}


def test_a_target_that_is_already_there_is_said(tmp_path: Path) -> None:
    found = checked(tmp_path, left=["yes", "no", None])

    assert values(found, "check.target_there") == {"target": "left", "count": 2}
