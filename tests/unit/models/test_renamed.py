"""Which column of a file may be a missing one is asked where it is likely, and nowhere else."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.models.preflight import preflight
from desktop_app.models.renamed import likeness
from desktop_app.records.matching import Suggestion
from desktop_app.records.models import Feature, ModelCard, Preflight
from desktop_app.records.tables import ColumnType
from tests.unit.models.fitting_made import CARD
from tests.unit.models.stored import store

AGE = Feature(name="age", type="number", minimum=18, maximum=80, low=20, median=40, high=75)
REGION = Feature(name="region", type="category", levels=("East", "North", "South", "West"))
ACTIVE = Feature(name="active", type="yes/no", levels=("no", "yes"))
WORDS = ["West", "East", "South", "North"]
Columns = dict[str, tuple[ColumnType, Sequence[str | None]]]


def model(*features: Feature, known: Sequence[str] = ()) -> ModelCard:
    names = (*(feature.name for feature in features), *known, "left")
    types: dict[str, ColumnType] = dict.fromkeys(names, "category")
    return replace(
        CARD,
        schema=replace(CARD.schema, features=features),
        recipe=replace(CARD.recipe, types=types),
    )


def checked(folder: Path, card: ModelCard, columns: Columns) -> Preflight:
    cells = {name: list(values) for name, (_type, values) in columns.items()}
    return preflight(card, folder, store(folder, cells, {name: kind for name, (kind, _) in columns.items()}))


def test_a_name_that_is_spelt_otherwise_is_asked_about_with_the_values_that_fit(tmp_path: Path) -> None:
    found = checked(tmp_path, model(AGE), {"AGE (years)": ("number", ["20", "30", "99", None])})

    assert found.missing == ("age",)
    assert found.suggestions == (Suggestion(column="age", source="AGE (years)", matched=2, of=3),)


def test_known_words_tell_a_column_whatever_it_is_called(tmp_path: Path) -> None:
    found = checked(tmp_path, model(REGION), {"Gebiet": ("category", WORDS * 3)})

    assert found.suggestions == (Suggestion(column="region", source="Gebiet", matched=12, of=12),)


@pytest.mark.parametrize(
    ("feature", "columns"),
    [
        (AGE, {"age net": ("number", ["20", "30"]), "age gross": ("number", ["25", "35"])}),
        (REGION, {"one": ("category", WORDS), "two": ("category", WORDS)}),
    ],
    ids=["names", "values"],
)
def test_of_two_that_are_as_likely_none_is_suggested(
    tmp_path: Path, feature: Feature, columns: Columns
) -> None:
    assert checked(tmp_path, model(feature), columns).suggestions == ()


def test_a_column_that_may_be_two_missing_ones_is_suggested_for_none(tmp_path: Path) -> None:
    other = replace(REGION, name="area")

    found = checked(tmp_path, model(REGION, other), {"Gebiet": ("category", WORDS)})

    assert found.suggestions == ()


@pytest.mark.parametrize(
    ("feature", "name", "type_", "cells"),
    [
        (ACTIVE, "married", "yes/no", ["yes", "no", "yes"]),  # yes and no tell nothing
        (AGE, "income", "number", ["20", "30", "40"]),  # nor do numbers
        (AGE, "age in days", "number", ["9000", "12000", "15000"]),  # its middle lies far outside
        (AGE, "ages", "date", ["1970-01-01", "1970-01-02", "1970-01-03"]),  # another kind
        (replace(REGION, name="home region"), "work region", "category", WORDS),  # of one kind, of two things
        (REGION, "regions", "category", ["red", "green", "blue"]),  # other values
        (AGE, "wage", "number", ["20", "30", "40"]),  # short words are like many
    ],
)
def test_what_only_looks_alike_is_not_suggested(
    tmp_path: Path, feature: Feature, name: str, type_: ColumnType, cells: Sequence[str]
) -> None:
    assert checked(tmp_path, model(feature), {name: (type_, cells)}).suggestions == ()


def test_a_column_that_was_there_beside_it_when_it_learned_is_another_one(tmp_path: Path) -> None:
    columns: Columns = {"Gebiet": ("category", WORDS)}

    assert checked(tmp_path / "one", model(REGION, known=["Gebiet"]), columns).suggestions == ()
    assert checked(tmp_path / "two", model(REGION), columns).suggestions


def test_the_answer_that_is_filled_in_already_stands_for_no_column(tmp_path: Path) -> None:
    other = replace(REGION, name="Left side")

    assert checked(tmp_path, model(other), {"left": ("category", WORDS)}).suggestions == ()


def test_texts_are_asked_about_by_their_names_alone(tmp_path: Path) -> None:
    note = Feature(name="customer note", type="text")

    found = checked(tmp_path, model(note), {"CustomerNote": ("text", ["came late", "paid"])})

    assert found.suggestions == (Suggestion(column="customer note", source="CustomerNote"),)


def test_days_after_all_that_it_has_seen_fit(tmp_path: Path) -> None:
    joined = Feature(name="joined", type="date", minimum=0.0, maximum=86_400.0)

    found = checked(tmp_path, model(joined), {"joined on": ("date", ["2024-01-01", "2024-02-01"])})

    assert found.suggestions == (Suggestion(column="joined", source="joined on", matched=2, of=2),)


def test_in_very_wide_files_nothing_is_compared(tmp_path: Path) -> None:
    features = [replace(AGE, name=f"needed {n}") for n in range(150)]
    columns: Columns = {f"Needed_{n}": ("number", ["30"]) for n in range(150)}

    found = checked(tmp_path, model(*features), columns)

    assert (len(found.missing), found.suggestions) == (150, ())


@pytest.mark.parametrize(
    ("name", "other", "alike"),
    [
        ("Total\nAmount", "total amount", 1.0),
        ("TotalAmount", "amount_total", 1.0),
        ("Größe", "GROSSE", 1.0),
        ("Größe", "Gro\u0308ße", 1.0),
        ("部門コード", "部門 コード", 1.0),
        ("a=b", "A = B", 1.0),
        ("price", "price per unit", 0.8),
        ("custmer", "customer", 0.8),
        ("sales 2023", "sales 2024", 0.8),
        ("sales q1", "sales q2", -1.0),
        ("home country", "work country", -1.0),
        ("rate", "date", 0.0),
        ("%", "#", 0.0),
    ],
)
def test_names_are_alike_by_their_words(name: str, other: str, alike: float) -> None:
    assert likeness(name, other) == likeness(other, name) == alike


def test_endless_names_are_compared_by_their_beginning() -> None:
    long, longer = "ab" * 500_000, "ba" * 500_000

    assert likeness(long, long + " more") == 1.0
    assert likeness(long, longer) == 0.8
