"""What a model knows of reading a column holds for the one that stands for it."""

from dataclasses import replace
from pathlib import Path

from desktop_app.models.left_out_rows import rules_for
from desktop_app.models.matched import as_in, fitting, matched_in, recipe_for
from desktop_app.models.preflight import preflight
from desktop_app.models.same_way import brought_by
from desktop_app.records.matching import ColumnMatch
from desktop_app.records.models import ModelCard
from desktop_app.records.tables import Column, Recipe, RowRule, Table, Wishes
from tests.unit.models.fitting_made import CARD, FINE, TYPES
from tests.unit.models.stored import store

RULE = RowRule(kind="value", column="Ort", value="Oslo")
READ = Recipe(
    format="csv",
    types={"age": "number", "Ort": "category", "since": "date", "note": "text", "left": "yes/no"},
    readings={"since": "date-mdy"},
    wishes=Wishes(names={"Ort": "city"}, rows_out=(RULE,)),
)
LEARNED: ModelCard = replace(CARD, recipe=READ)


def match(column: str, source: str) -> ColumnMatch:
    return ColumnMatch(column=column, source=source)


def table(**headings: str) -> Table:
    """Return a table of columns, by their names, and what the file calls them."""
    columns = (
        Column(name=name, type="text", position=place, missing=0, distinct=1, heading=heading)
        for place, (name, heading) in enumerate(headings.items())
    )
    return Table(name="new.csv", rows=1, columns=tuple(columns), recipe=Recipe(format="csv"))


def test_a_column_under_its_own_name_or_the_one_a_person_gave_it_is_no_match() -> None:
    assert matched_in(LEARNED, table(age="", city="Ort", note="")) == ()
    assert matched_in(LEARNED, table(age="Alter", city="Stadt")) == (
        match("age", "Alter"),
        match("city", "Stadt"),
    )


def test_readings_names_and_rules_go_by_what_the_new_file_calls_a_column() -> None:
    card = as_in(LEARNED, (match("city", "Stadt"), match("since", "seit")))

    wishes = brought_by(card)

    assert wishes.names == {"Stadt": "city", "seit": "since"}
    assert (wishes.readings["seit"], wishes.readings["Stadt"]) == ("date-mdy", "category")
    assert not {"since", "Ort"} & {*wishes.readings}
    assert card.recipe.wishes.rows_out == (replace(RULE, column="Stadt"),)


def test_two_columns_may_have_changed_their_names() -> None:
    card = as_in(LEARNED, (match("age", "since"), match("since", "age")))

    assert (card.recipe.types or {})["since"] == "number"
    assert card.recipe.readings == {"age": "date-mdy"}


def test_a_match_of_a_column_that_the_model_does_not_have_changes_nothing() -> None:
    assert as_in(LEARNED, (match("height", "size"),)) is LEARNED


def test_a_remembered_match_is_used_only_where_the_column_is_missing() -> None:
    known = (match("city", "Stadt"), match("city", "Town"), match("age", "Alter"), match("note", "Stadt"))

    assert fitting(LEARNED, known, table(Stadt="", Town="")) == (match("city", "Stadt"),)
    assert fitting(LEARNED, known, table(Town="", Alter="")) == (match("city", "Town"), match("age", "Alter"))
    assert fitting(LEARNED, known, table(Ort="", Stadt="", note="")) == ()
    assert fitting(LEARNED, known, table(city="", Stadt="", note="")) == ()


def test_what_is_used_under_another_name_is_said(tmp_path: Path) -> None:
    stored = store(tmp_path, FINE, TYPES)
    columns = tuple(
        replace(column, heading="Alter" if column.name == "age" else "") for column in stored.columns
    )

    found = preflight(CARD, tmp_path, replace(stored, columns=columns))

    assert found.mapped == (match("age", "Alter"),)
    (said,) = [notice for notice in found.notices if notice.code == "check.mapped"]
    assert (said.level, said.values) == ("note", {"column": "age", "source": "Alter"})


def test_rows_like_those_left_out_are_found_by_the_column_that_stands_for_it(tmp_path: Path) -> None:
    stored = store(tmp_path, FINE, TYPES)
    columns = tuple(
        replace(column, heading="Stadt" if column.name == "city" else "") for column in stored.columns
    )
    new = replace(stored, columns=columns)

    found = preflight(LEARNED, tmp_path, new)

    assert [notice.values for notice in found.notices if notice.code == "check.left_out"] == [{"count": 1}]
    assert rules_for(recipe_for(LEARNED, new), new) == (replace(RULE, column="Stadt"),)
