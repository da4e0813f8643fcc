"""How a new file fits is said before any row is answered."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from desktop_app.errors import DataError
from desktop_app.models.cautions import caution_texts
from desktop_app.models.preflight import check_missing, preflight
from desktop_app.records.models import Feature, ModelCard, Preflight, Schema
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.tables import ColumnType, Recipe
from tests.unit.models.stored import store
from tests.unit.reports.made import two_kinds

AGE = Feature(name="age", type="number", minimum=18.0, maximum=80.0)
CITY = Feature(name="city", type="category", levels=("Berne", "Oslo"), missing_share=0.2)
SINCE = Feature(name="since", type="date", minimum=0.0, maximum=86_400.0 * 365)
NOTE = Feature(name="note", type="text")
CARD = ModelCard(
    created="2026-11-22T10:00:00+00:00",
    versions={},
    table="customers.csv",
    table_sha256="",
    schema=Schema(
        target="left", task="classification", classes=("no", "yes"), features=(AGE, CITY, SINCE, NOTE)
    ),
    plan=TrainingPlan(target="left"),
    evaluation=two_kinds(),
    recipe=Recipe(format="csv"),
    golden_rows=0,
)
TYPES: dict[str, ColumnType] = {
    "age": "number",
    "city": "category",
    "since": "date",
    "note": "text",
    "left": "yes/no",
    "more": "number",
}
FINE: dict[str, Sequence[str | None]] = {
    "age": ["20", "30", "40"],
    "city": ["Oslo", "Berne", None],
    "since": ["1970-02-01", "1970-03-01", "1970-04-01"],
    "note": ["came late", "", "paid"],
}


def checked(folder: Path, types: Mapping[str, ColumnType] = TYPES, /, **columns: Any) -> Preflight:
    wanted = {name: cells for name, cells in {**FINE, **columns}.items() if cells is not None}
    return preflight(CARD, folder, store(folder, wanted, types))


def values(found: Preflight, code: str) -> dict[str, Any]:
    (notice,) = [notice for notice in found.notices if notice.code == code]
    return notice.values


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


def test_a_missing_column_does_not_fit(tmp_path: Path) -> None:
    found = checked(tmp_path, city=None)

    assert found.fit == "unfit"
    assert found.missing == ("city",)
    assert values(found, "check.missing_many") == {"count": 1, "columns": ["city"]}


def test_another_table_is_recognised(tmp_path: Path) -> None:
    found = checked(tmp_path, age=None, city=None, since=None)

    assert found.fit == "unfit"
    assert values(found, "check.wrong_file") == {"matched": 1, "columns": 4}
    assert values(found, "check.missing_many") == {"count": 3, "columns": ["age", "city", "since"]}


def test_columns_that_differ_in_their_spelling_are_no_other_table(tmp_path: Path) -> None:
    names = {"AGE": "age", "City": "city", "SINCE": "since", "Note": "note"}
    types = TYPES | {name: TYPES[column] for name, column in names.items()}

    found = preflight(
        CARD, tmp_path, store(tmp_path, {name: FINE[old] for name, old in names.items()}, types)
    )

    assert found.fit == "unfit"
    assert found.other_table is None
    assert {one.source: one.column for one in found.suggestions} == names
    assert found.can_be_spared == ()  # nothing would be left
    with pytest.raises(DataError) as caught:
        check_missing(CARD, found, ("age", "note"))
    assert caught.value.code == "cli.columns_renamed"
    assert caught.value.hint.endswith("add --map City=city --map SINCE=since")


def test_a_file_can_be_gone_on_with_while_half_of_the_columns_are_there(tmp_path: Path) -> None:
    assert checked(tmp_path / "half", age=None, city=None).can_be_spared == ("age", "city")
    assert checked(tmp_path / "less", age=None, city=None, since=None).can_be_spared == ()


def test_what_another_table_lacks_is_named(tmp_path: Path) -> None:
    found = checked(tmp_path, age=None, city=None, since=None)

    with pytest.raises(DataError) as caught:
        check_missing(CARD, found, ())

    assert caught.value.message.endswith('4 columns fit. It lacks 3: "age", "city", "since".')


@pytest.mark.parametrize(
    ("gone", "allowed", "code"),
    [
        (["city"], (), "cli.missing_columns"),
        (["city", "age"], ("city",), "cli.missing_columns"),
        (["city", "age", "since"], (), "check.wrong_file"),
    ],
)
def test_a_missing_column_stops_it_unless_that_is_allowed(
    tmp_path: Path, gone: list[str], allowed: tuple[str, ...], code: str
) -> None:
    found = checked(tmp_path, **dict.fromkeys(gone))

    with pytest.raises(DataError) as caught:
        check_missing(CARD, found, allowed)

    assert caught.value.code == code
    check_missing(CARD, found, gone)  # all of them are allowed
