"""A new file is read like the one that the model learned from, and it is said where it could not be."""

from dataclasses import replace

from desktop_app.models.same_way import about_reading, brought_by
from desktop_app.records.notices import Notice, about
from desktop_app.records.tables import Column, Recipe, Table, Wishes
from tests.unit.models.fitting_made import CARD

READ = Recipe(
    format="csv",
    types={"age": "number", "city": "category", "since": "date", "note": "text", "left": "yes/no", "x": "id"},
    readings={"age": "number-comma", "since": "date-dmy"},
)
BROUGHT = {
    "age": "number-comma",
    "city": "category",
    "since": "date-dmy",
    "note": "text",
    "left": "yes/no",
}
LEARNED = replace(CARD, recipe=READ)
DECIDED = replace(CARD, recipe=replace(READ, wishes=Wishes(header=3, sheet="2023")))


def new(wishes: Wishes, *names: str) -> Table:
    columns = tuple(
        Column(name=name, type="text", position=place, missing=0, distinct=1)
        for place, name in enumerate(names or ("age", "city", "since", "note"))
    )
    return Table(name="new.csv", rows=3, columns=columns, recipe=Recipe(format="csv", wishes=wishes))


def test_a_model_brings_how_its_own_columns_were_read_and_no_others() -> None:
    assert brought_by(LEARNED) == Wishes(readings=BROUGHT)
    assert brought_by(DECIDED) == Wishes(header=3, sheet="2023", readings=BROUGHT)


def test_a_file_that_was_read_in_the_same_way_is_said_to_be() -> None:
    said = [Notice(code="import.recipe", values={"file": "customers.csv"})]

    assert about_reading(LEARNED, new(Wishes(readings=BROUGHT))) == said
    assert about_reading(DECIDED, new(brought_by(DECIDED))) == said
    assert about_reading(LEARNED, new(Wishes(readings={"age": "number-comma"}), "age", "other")) == said


def test_a_file_that_was_laid_out_otherwise_is_read_afresh_and_that_is_a_caution() -> None:
    (said,) = about_reading(DECIDED, new(Wishes(readings=BROUGHT)))

    assert (said.code, said.level) == ("check.read_afresh", "caution")


def test_a_file_with_a_column_that_is_written_otherwise_is_not_said_to_be_read_in_the_same_way() -> None:
    told = (about("since", "import.written_otherwise", "caution"),)

    assert about_reading(LEARNED, replace(new(Wishes(readings=BROUGHT)), warnings=told)) == []


def test_nothing_is_claimed_of_a_file_that_was_read_otherwise_or_of_a_model_that_brings_nothing() -> None:
    assert about_reading(LEARNED, new(Wishes(readings=BROUGHT | {"age": "text"}))) == []
    assert about_reading(LEARNED, new(Wishes(readings=BROUGHT), "other")) == []
    assert about_reading(CARD, new(Wishes())) == []
