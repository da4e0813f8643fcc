"""Looking into tables and models, and reading them as a person says."""

import pickle
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app.errors import AppError, FileError, ModelError, UsageError
from desktop_app.records.converting import ConvertedFile, ConvertFileOrder
from desktop_app.records.orders import ApplyOrder, Inspected, InspectOrder, PredictFileOrder, PrepareOrder
from desktop_app.records.tables import Recipe, Wishes
from tests.unit.journeys.asking import ROWS, customers, do

Do = Callable[..., Any]


def test_looking_into_a_table_tells_its_columns(tmp_path: Path) -> None:
    new = customers(tmp_path / "customers.csv")

    found = do("inspect_file", InspectOrder(path=str(new)), Inspected, tmp_path / "job")

    assert found.name == "customers.csv"
    assert found.rows == ROWS
    assert {column.name: column.type for column in found.columns} == {
        "age": "number",
        "plan": "category",
        "joined": "date",
        "left": "yes/no",
    }
    assert found.recipe is not None
    assert found.card is None


def two_ways(path: Path, *more: str) -> Path:
    """Write a file with days that may be meant in two ways."""
    lines = [f"0{day}/0{month}/2024;{day},5;00{day}" for day in range(1, 10) for month in range(1, 10)]
    path.write_text("\n".join(["day;price;code", *lines, *more]) + "\n")
    return path


def test_where_two_readings_fit_looking_into_a_table_leaves_a_question(tmp_path: Path) -> None:
    order = InspectOrder(path=str(two_ways(tmp_path / "some.csv")))

    found = do("inspect_file", order, Inspected, tmp_path / "job")

    assert [(question.code, question.column) for question in found.questions] == [
        ("import.date_question", "day")
    ]
    assert {choice.reading for choice in found.questions[0].choices} >= {"date-dmy", "date-mdy"}
    assert {column.name: column.type for column in found.columns}["day"] == "text"


def test_an_answer_decides_how_a_file_is_read_and_its_recipe_how_the_next_one_is(tmp_path: Path) -> None:
    answered = Wishes(readings={"day": "date-mdy"})
    order = InspectOrder(path=str(two_ways(tmp_path / "some.csv")), wishes=answered)

    found = do("inspect_file", order, Inspected, tmp_path / "one")
    other = two_ways(tmp_path / "other.csv", "02/31/2024;oops;1")
    again = InspectOrder(path=str(other), recipe=found.recipe)
    later = do("inspect_file", again, Inspected, tmp_path / "two")

    for inspected in (found, later):
        assert inspected.questions == ()
        assert {column.name: column.type for column in inspected.columns} == {
            "day": "date",
            "price": "number",
            "code": "category",
        }
    assert found.recipe
    assert found.recipe.readings["day"] == "date-mdy"
    assert found.recipe.wishes == answered
    assert {column.name: column.missing for column in later.columns} == {"day": 1, "price": 1, "code": 0}


@pytest.mark.parametrize(
    ("wishes", "code"),
    [
        (Wishes(readings={"joind": "date-dmy"}), "cli.assume_column"),
        (Wishes(sheet="Sheet1"), "cli.no_sheets"),
        (Wishes(range="A1:B7"), "cli.no_sheets"),
    ],
)
def test_what_is_said_of_something_that_is_not_there_is_wrong_use(
    tmp_path: Path, wishes: Wishes, code: str
) -> None:
    order = InspectOrder(path=str(customers(tmp_path / "customers.csv", rows=30)), wishes=wishes)

    with pytest.raises(UsageError) as caught:
        do("inspect_file", order, Inspected, tmp_path / "job")

    assert caught.value.code == code


@pytest.mark.parametrize(
    ("wished", "meant"), [("Februray", "February"), ("2026", "All of 2026"), ("Nope", "")]
)
def test_a_sheet_that_is_not_there_is_answered_with_those_there_are(
    tmp_path: Path, wished: str, meant: str
) -> None:
    book = openpyxl.Workbook()
    names = ["January", "February", *(f"Week {week}" for week in range(30)), "All of 2026"]
    for name in names:
        book.create_sheet(name).append(["a", "b"])
    del book["Sheet"]
    book.save(tmp_path / "year.xlsx")
    order = InspectOrder(path=str(tmp_path / "year.xlsx"), wishes=Wishes(sheet=wished))

    with pytest.raises(UsageError) as caught:
        do("inspect_file", order, Inspected, tmp_path / "job")

    assert caught.value.message == f'"year.xlsx" has no sheet "{wished}".'
    assert caught.value.values["names"] == names
    assert (f'Did you mean "{meant}"?' if meant else 'Its sheets: "January", "February"') in caught.value.hint


def test_a_recipe_that_has_no_column_in_common_with_a_file_is_refused(tmp_path: Path) -> None:
    recipe = Recipe(format="csv", types={"miles": "number"})
    order = InspectOrder(path=str(customers(tmp_path / "customers.csv", rows=30)), recipe=recipe)
    in_part = replace(order, recipe=replace(recipe, types={"miles": "number", "age": "text"}))

    with pytest.raises(FileError) as caught:
        do("inspect_file", order, Inspected, tmp_path / "one")
    found = do("inspect_file", in_part, Inspected, tmp_path / "two")

    assert caught.value.code == "refuse.recipe"
    assert found.columns[0].type == "text"
    assert ("import.recipe_columns", ("miles",)) in [(told.code, told.columns) for told in found.warnings]


def test_a_table_is_saved_as_it_was_understood(tmp_path: Path) -> None:
    order = ConvertFileOrder(
        path=str(two_ways(tmp_path / "some.csv", "01/02/2024;1.234,50;007")),
        out=str(tmp_path / "out.csv"),
        wishes=Wishes(readings={"day": "date-dmy"}),
    )

    done = do("convert_file", order, ConvertedFile, tmp_path / "job")

    last = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()[-1]
    assert last == "2024-02-01;1234,5;007"
    assert (done.rows, done.columns) == (82, {"day": "date", "price": "number", "code": "category"})
    assert done.questions == ()


@pytest.mark.parametrize("journey", ["inspect_file", "inspect_model"])
def test_looking_into_a_model_tells_its_card_whatever_its_name(
    tmp_path: Path, model: Path, journey: str
) -> None:
    disguised = tmp_path / "model.csv"
    disguised.write_bytes(model.read_bytes())

    found = do(journey, InspectOrder(path=str(disguised)), Inspected, tmp_path / "job")

    assert found.card is not None
    assert found.card.schema.target == "left"
    assert found.rows == ROWS


@pytest.fixture
def pickled(tmp_path: Path) -> Path:
    path = tmp_path / "model.hunch"
    path.write_bytes(pickle.dumps({"a": 1}))
    return path


@pytest.mark.parametrize(
    ("journey", "order", "error", "code"),
    [
        ("inspect_file", lambda path: InspectOrder(path=path), FileError, "refuse.pickle"),
        ("inspect_model", lambda path: InspectOrder(path=path), ModelError, "model.pickle"),
        (
            "predict_file",
            lambda path: PredictFileOrder(model=path, path=path, out=path + ".csv"),
            ModelError,
            "model.pickle",
        ),
        (
            "prepare",
            lambda path: PrepareOrder(path=path, name="x", model=path),
            ModelError,
            "model.pickle",
        ),
        (
            "apply",
            lambda path: ApplyOrder(table_folder="nowhere", model=path),
            ModelError,
            "model.pickle",
        ),
    ],
)
def test_a_pickle_is_opened_by_no_journey(
    tmp_path: Path, pickled: Path, journey: str, order: Do, error: type[AppError], code: str
) -> None:
    with pytest.raises(error) as caught:
        do(journey, order(str(pickled)), Inspected, tmp_path / "job")

    assert caught.value.code == code
