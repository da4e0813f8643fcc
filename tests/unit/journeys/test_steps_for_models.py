"""What a person did to a table is followed when its model gets a new file; its rows and headings stay."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.errors import UsageError
from desktop_app.journeys.reading import NewFile, check_asked, read_as_asked, read_for_model, wishes_of_order
from desktop_app.models.preflight import preflight
from desktop_app.records.models import ModelCard
from desktop_app.records.orders import InspectOrder
from desktop_app.records.tables import Recipe, RowRule, Table, Wishes
from desktop_app.tables.duck import connect
from desktop_app.tables.out.writing import write_answers
from tests.unit.models.fitting_made import CARD

LINES = ["Alter,city,since,note,KNr", *(f"{20 + n},Oslo,02/0{n}/1970,late,{n}" for n in range(1, 7))]
TYPES = {"Alter": "number", "city": "category", "since": "date", "note": "text", "KNr": "id"}
STEPS = Wishes(
    names={"Alter": "age", "KNr": "customer"},
    columns_out=("KNr",),
    rows_out=(RowRule(kind="value", column="KNr", value="3"), RowRule(kind="repeated", column="city")),
)


def recipe(wishes: Wishes = STEPS) -> Recipe:
    return Recipe(format="csv", types=TYPES, readings={"since": "date-mdy"}, wishes=wishes)  # type: ignore[arg-type]  # kinds


def model(wishes: Wishes = STEPS) -> ModelCard:
    return replace(CARD, recipe=recipe(wishes))


def write(folder: Path, lines: list[str] = LINES) -> Path:
    path = folder / "new.csv"
    path.write_text("\n".join(lines))
    return path


def read(path: Path, card: ModelCard, wishes: Wishes | None = None) -> Table:
    file = NewFile(path=path, name=path.name, wishes=wishes or Wishes())
    return read_for_model(file, path.parent / "job", card, lambda _: None)


def names(table: Table) -> list[str]:
    return [column.name for column in table.columns]


def test_the_columns_of_a_model_are_found_by_their_names_and_nothing_is_left_out(tmp_path: Path) -> None:
    table = read(write(tmp_path), model())

    assert names(table) == ["age", "city", "since", "note", "KNr"]
    assert (table.rows, table.columns_out, table.rows_out) == (6, (), ())
    assert table.recipe.readings["since"] == "date-mdy"
    found = preflight(model(), tmp_path / "job", table)
    assert found.missing == ()
    assert [notice.values["count"] for notice in found.notices if notice.code == "check.left_out"] == [1]


def test_a_layout_that_a_person_chose_and_names_are_followed_together(tmp_path: Path) -> None:
    card = model(replace(STEPS, header=3))

    there = read(write(tmp_path, ["a,b,c,d,e", "1,2,3,4,5", *LINES]), card)
    moved = read(write(tmp_path), card)

    assert names(there) == names(moved) == ["age", "city", "since", "note", "KNr"]
    assert (there.rows, moved.rows) == (6, 6)


def test_another_column_of_that_name_does_not_take_the_place_of_the_one_that_was_learned(
    tmp_path: Path,
) -> None:
    lines = [f"{line},{'age' if place == 0 else 99}" for place, line in enumerate(LINES)]

    table = read(write(tmp_path, lines), model())

    assert names(table) == ["age", "city", "since", "note", "KNr", "age (2)"]
    assert "import.name_taken" in [notice.code for notice in table.warnings]


def test_another_recipe_leaves_nothing_out_and_takes_no_name_from_the_model(tmp_path: Path) -> None:
    other = replace(STEPS, names={"city": "age", "KNr": "town", "Alter": "years"})

    table = read(write(tmp_path), model(), other)

    assert names(table) == ["age", "city", "since", "note", "town"]
    assert table.rows == 6


def test_a_recipe_can_name_the_columns_that_a_model_looks_for(tmp_path: Path) -> None:
    table = read(write(tmp_path), model(Wishes()), Wishes(names={"Alter": "age"}))

    assert names(table)[0] == "age"


@pytest.mark.parametrize("ending", [".csv", ".parquet"])
def test_the_answers_stand_beside_all_columns_under_the_headings_of_the_file(
    tmp_path: Path, ending: str
) -> None:
    table, out = read(write(tmp_path), model()), tmp_path / f"out{ending}"
    with connect(folder=tmp_path) as duck:
        made = "COPY (SELECT range AS row, 'x' AS a0 FROM range(6)) TO ? (FORMAT parquet)"
        duck.execute(made, [str(tmp_path / "answers.parquet")])

    written = write_answers(tmp_path / "job", table, tmp_path / "answers.parquet", ["age"], out)

    assert written.columns == ("Alter", "city", "since", "note", "KNr")
    assert written.added == ("age",)
    if ending == ".csv":
        first, second, *rest = out.read_text(encoding="utf-8-sig").splitlines()
        assert (first, second) == ("Alter,city,since,note,KNr,age", "21,Oslo,02/01/1970,late,1,x")
        assert len(rest) == 5


def asked(path: Path, **readings: str) -> InspectOrder:
    return InspectOrder(path=str(path), recipe=recipe(), wishes=Wishes(readings=readings))


def test_a_recipe_takes_all_steps_on_another_file_and_that_is_said(tmp_path: Path) -> None:
    path = write(tmp_path)

    table = read_as_asked(asked(path), tmp_path / "job", lambda _: None)

    assert names(table) == ["age", "city", "since", "note"]
    assert (table.rows, table.rows_out) == (1, (1, 4))
    told = [(notice.code, notice.values["count"]) for notice in table.warnings[-4:]]
    assert told == [
        ("cli.renamed", 1),
        ("cli.columns_out", 1),
        ("step.rows_out", 1),
        ("step.rows_out", 4),
    ]


def test_columns_of_a_recipe_are_looked_for_by_what_the_file_calls_them(tmp_path: Path) -> None:
    path = write(tmp_path, [line.partition(",")[2] for line in LINES])

    table = read_as_asked(asked(path), tmp_path / "job", lambda _: None)

    lacking = [notice.columns for notice in table.warnings if notice.code == "import.recipe_columns"]
    assert lacking == [("Alter",)]


def test_a_column_is_assumed_of_under_either_name(tmp_path: Path) -> None:
    path = write(tmp_path)

    assert wishes_of_order(asked(path, age="text")).readings["Alter"] == "text"
    assert wishes_of_order(asked(path, Alter="text")).readings["Alter"] == "text"
    table = read_as_asked(asked(path, age="text", KNr="text"), tmp_path / "job", lambda _: None)
    assert (table.columns[0].name, table.columns[0].type) == ("age", "text")
    with pytest.raises(UsageError) as caught:
        check_asked(asked(path, ages="text"), table)
    assert caught.value.code == "cli.assume_column"
