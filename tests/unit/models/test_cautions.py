"""In each row: why its answer should not be trusted."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from desktop_app.models.cautions import Unread, caution_texts
from desktop_app.records.models import Feature
from desktop_app.reports.notice_words import notice_text

AGE = Feature(name="age", type="number", minimum=18.0, maximum=80.0, missing_share=0.1)
CITY = Feature(name="city", type="category", levels=("Berne", "Oslo"))
SINCE = Feature(name="since", type="date", minimum=0.0, maximum=86_400.0 * 365, missing_share=0.5)
FEATURES = (AGE, CITY, SINCE)


def cautions(unread: Unread | None = None, /, **columns: Any) -> list[str]:
    frame = pd.DataFrame(
        {
            "age": [40.0],
            "city": pd.Series(["Oslo"], dtype=object),
            "since": [np.datetime64("1970-03-01", "us")],
        }
        | {name: pd.Series(cells) for name, cells in columns.items()}
    )
    return list(caution_texts(frame, FEATURES, unread or {}, notice_text))


def test_a_row_like_those_it_learned_from_has_no_caution() -> None:
    assert cautions() == [""]


@pytest.mark.parametrize(
    ("column", "cell", "caution"),
    [
        ("city", "Rome", "new value in city: Rome"),
        ("age", 80.5, "above all it learned from: age 80.5 (up to 80)"),
        ("age", -3.0, "below all it learned from: age -3 (down to 18)"),
        (
            "since",
            np.datetime64("2030-05-01", "us"),
            "above all it learned from: since 2030-05-01 (up to 1971-01-01)",
        ),
    ],
)
def test_what_it_has_never_seen_is_said(column: str, cell: Any, caution: str) -> None:
    assert cautions(**{column: [cell]}) == [caution]


@pytest.mark.parametrize("dtype", [object, "category"])
def test_a_category_is_compared_in_either_form(dtype: Any) -> None:
    assert cautions(city=pd.Series(["Rome"], dtype=dtype)) == ["new value in city: Rome"]


def test_the_ends_of_the_range_and_an_empty_cell_are_no_news() -> None:
    assert cautions(age=[80.0]) == cautions(age=[18.0]) == cautions(age=[np.nan]) == [""]


def test_several_cautions_are_joined_in_one_cell() -> None:
    assert cautions(age=[99.0], city=["Rome"]) == [
        "above all it learned from: age 99 (up to 80); new value in city: Rome"
    ]


def test_a_cell_that_could_not_be_read_is_said_with_its_text() -> None:
    assert cautions({"age": ["forty"]}, age=[np.nan]) == ["could not be read in age: forty"]


def test_a_column_that_is_allowed_to_be_missing_is_said_in_every_row() -> None:
    frame = pd.DataFrame({"age": [40.0, 50.0], "since": [np.datetime64("1970-03-01", "us")] * 2})

    assert list(caution_texts(frame, FEATURES, {}, notice_text)) == ["without city", "without city"]


def test_a_row_with_little_in_it_is_said() -> None:
    empty = cautions(age=[np.nan], city=pd.Series([None], dtype=object), since=[np.datetime64("NaT", "us")])

    assert empty == ["no city, which was never empty; 3 of 3 cells empty"]


def test_a_cell_is_said_that_is_empty_where_none_ever_was() -> None:
    assert cautions(city=pd.Series([None], dtype=object)) == ["no city, which was never empty"]
    assert cautions({"city": ["Oslo?"]}, city=pd.Series([None], dtype=object)) == [
        "could not be read in city: Oslo?"
    ]


def test_no_cell_begins_with_a_name_from_the_file() -> None:
    found = cautions(city=["=1+1"])

    assert found == ["new value in city: =1+1"]


def test_a_long_value_is_cut() -> None:
    assert cautions(city=["R" * 500]) == [f"new value in city: {'R' * 28}…{'R' * 12}"]


def test_each_row_gets_its_own_value() -> None:
    frame = pd.DataFrame({"city": pd.Series(["Rome", "Oslo", None, "Bonn"], dtype=object)})

    assert list(caution_texts(frame, (CITY,), {}, notice_text)) == [
        "new value in city: Rome",
        "",
        "no city, which was never empty",
        "new value in city: Bonn",
    ]
