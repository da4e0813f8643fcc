"""What a worker can be asked, from the order to the files it leaves."""

import csv
import pickle
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pytest

from desktop_app.errors import AppError, DataError, FileError, ModelError, UsageError
from desktop_app.journeys.catalogue import JOURNEYS
from desktop_app.models.card import read_card
from desktop_app.records.jobs import Progress
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.models import Answers
from desktop_app.records.orders import (
    ApplyOrder,
    ConvertedFile,
    ConvertFileOrder,
    ExportOrder,
    FinishOrder,
    ImportOrder,
    Inspected,
    InspectOrder,
    PredictedFile,
    PredictFileOrder,
    Prepared,
    PrepareOrder,
    TrainedFile,
    TrainFileOrder,
    TrainOrder,
    Written,
)
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Evaluation
from desktop_app.records.tables import Recipe, Table, Wishes

ROWS = 120
PLAN = TrainingPlan(target="left", budget=1.0, all_known=True)  # age alone nearly tells
T = TypeVar("T")
Do = Callable[..., Any]


def customers(path: Path, *, rows: int = ROWS, **changes: Callable[[int, str], str]) -> Path:
    """Write a file of customers; *changes* replace the cells of a column."""
    dice = np.random.default_rng(5)
    columns = {
        "age": [str(age) for age in dice.integers(18, 80, rows)],
        "plan": list(dice.choice(["basic", "gold", "silver"], rows)),
        "joined": [f"2024-{month:02}-{day:02}" for month, day in dice.integers(1, 13, (rows, 2))],
    }
    columns["left"] = ["yes" if int(age) + dice.normal(0, 5) > 50 else "no" for age in columns["age"]]
    for name, change in changes.items():
        columns[name] = [change(row, cell) for row, cell in enumerate(columns[name])]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(zip(*columns.values(), strict=True))
    return path


def without(path: Path, column: str) -> Path:
    """Take a column out of a file."""
    rows = cells(path)
    place = rows[0].index(column)
    text = "\n".join(",".join(row[:place] + row[place + 1 :]) for row in rows)
    path.write_text(text + "\n", encoding="utf-8")
    return path


def cells(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def do(journey: str, order: Any, kind: type[T], folder: Path, report: Any = lambda _: None) -> T:
    folder.mkdir(exist_ok=True)
    return from_json(kind, JOURNEYS[journey](to_json(order), folder, report))


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model that was learned from a file, as the command line does it."""
    folder = tmp_path_factory.mktemp("learned")
    order = TrainFileOrder(
        path=str(customers(folder / "customers.csv")), plan=PLAN, out=str(folder / "left.hunch")
    )
    do("train_file", order, TrainedFile, folder / "job")
    return folder / "left.hunch"


def test_learning_from_a_file_leaves_a_model_and_says_how_good_it_is(tmp_path: Path) -> None:
    seen: list[Progress] = []
    order = TrainFileOrder(
        path=str(customers(tmp_path / "customers.csv")), plan=PLAN, out=str(tmp_path / "out.hunch")
    )

    trained = do("train_file", order, TrainedFile, tmp_path / "job", seen.append)

    assert trained.evaluation.target == "left"
    assert read_card(Path(trained.model)).evaluation == trained.evaluation
    fractions = [progress.fraction for progress in seen]
    assert fractions == sorted(fractions)
    assert fractions[0] > 0
    assert fractions[-1] <= 1
    codes = [progress.notice.code for progress in seen if progress.notice]
    assert codes.index("learn.reading") < codes.index("learn.preparing") < codes.index("learn.trying")


def test_a_question_that_cannot_be_asked_leaves_no_model(tmp_path: Path) -> None:
    order = TrainFileOrder(
        path=str(customers(tmp_path / "customers.csv")),
        plan=TrainingPlan(target="lft", budget=1.0),
        out=str(tmp_path / "out.hunch"),
    )

    with pytest.raises(DataError) as caught:
        do("train_file", order, TrainedFile, tmp_path / "job")

    assert (caught.value.code, caught.value.values["suggestion"]) == ("plan.target_unknown", "left")
    assert not (tmp_path / "out.hunch").exists()


def test_answering_a_file_keeps_its_columns_and_rows_and_adds_ours(tmp_path: Path, model: Path) -> None:
    new = customers(tmp_path / "december.csv", rows=37)
    order = PredictFileOrder(model=str(model), path=str(new), out=str(tmp_path / "out.csv"))

    done = do("predict_file", order, PredictedFile, tmp_path / "job")

    before, after = cells(new), cells(tmp_path / "out.csv")
    assert after[0] == [*before[0], *done.answers.headings]
    assert [row[:4] for row in after] == before
    assert done.answers.rows == 37
    assert done.written.size == (tmp_path / "out.csv").stat().st_size
    right = sum(row[3] == row[4] for row in after[1:])
    assert right > 25


def test_a_new_value_is_a_caution_in_its_row_only(tmp_path: Path, model: Path) -> None:
    new = customers(tmp_path / "new.csv", plan=lambda row, cell: "diamond" if row == 3 else cell)
    order = PredictFileOrder(model=str(model), path=str(new), out=str(tmp_path / "out.csv"))

    done = do("predict_file", order, PredictedFile, tmp_path / "job")

    cautions = [row[-1] for row in cells(tmp_path / "out.csv")[1:]]
    assert cautions[3] == "new value in plan: diamond"
    assert done.answers.cautions == sum(map(bool, cautions))
    assert done.answers.preflight.fit == "caution"


def test_a_file_that_lacks_a_column_is_not_answered_unless_that_is_allowed(
    tmp_path: Path, model: Path
) -> None:
    new = without(customers(tmp_path / "new.csv"), "plan")
    order = PredictFileOrder(model=str(model), path=str(new), out=str(tmp_path / "out.csv"))
    allowed = PredictFileOrder(
        model=str(model), path=str(new), out=str(tmp_path / "out.csv"), allow_missing=("plan",)
    )

    with pytest.raises(DataError) as caught:
        do("predict_file", order, PredictedFile, tmp_path / "one")
    done = do("predict_file", allowed, PredictedFile, tmp_path / "two")

    assert caught.value.code == "cli.missing_columns"
    assert done.answers.cautions == ROWS


def test_a_column_that_no_model_knows_is_never_allowed_to_be_missing(tmp_path: Path, model: Path) -> None:
    new = customers(tmp_path / "new.csv")
    order = PredictFileOrder(
        model=str(model), path=str(new), out=str(tmp_path / "out.csv"), allow_missing=("paln",)
    )

    with pytest.raises(UsageError) as caught:
        do("predict_file", order, PredictedFile, tmp_path / "job")

    assert (caught.value.code, caught.value.values["suggestion"]) == ("cli.no_column", "plan")
    assert not (tmp_path / "out.csv").exists()


def test_a_file_is_read_and_compared_then_answered_then_saved(tmp_path: Path, model: Path) -> None:
    new = customers(tmp_path / "new.csv")
    prepare = PrepareOrder(path=str(new), name="December", model=str(model))

    prepared = do("prepare", prepare, Prepared, tmp_path / "table")
    apply = ApplyOrder(table_folder=str(tmp_path / "table"), model=str(model))
    answers = do("apply", apply, Answers, tmp_path / "answers")
    export = ExportOrder(
        table_folder=str(tmp_path / "table"),
        out=str(tmp_path / "out.csv"),
        answers=str(tmp_path / "answers" / "answers.parquet"),
        headings=answers.headings,
    )
    written = do("export", export, Written, tmp_path / "export")

    assert prepared.table.name == "December"
    assert prepared.preflight.fit == "fits"
    assert answers.preflight == prepared.preflight
    assert len(cells(Path(written.path))) == ROWS + 1


def test_a_stored_table_is_learned_from(tmp_path: Path) -> None:
    new = customers(tmp_path / "customers.csv")
    order = ImportOrder(path=str(new), name="Customers")

    table = do("import", order, Table, tmp_path / "table")
    train = TrainOrder(table_folder=str(tmp_path / "table"), plan=PLAN)
    evaluation = do("train", train, Evaluation, tmp_path / "training")

    assert table.name == "Customers"
    assert read_card(tmp_path / "training" / "model.hunch").evaluation == evaluation


def test_nothing_can_be_finished_where_nothing_was_begun(tmp_path: Path) -> None:
    new = customers(tmp_path / "customers.csv")
    do("import", ImportOrder(path=str(new), name="Customers"), Table, tmp_path / "table")
    (tmp_path / "search").mkdir()
    order = FinishOrder(
        table_folder=str(tmp_path / "table"), plan=PLAN, search_folder=str(tmp_path / "search")
    )

    with pytest.raises(DataError) as caught:
        do("finish", order, Evaluation, tmp_path / "job")

    assert caught.value.code == "learn.stopped_early"


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


def test_a_new_file_is_read_like_the_one_that_the_model_learned_from(tmp_path: Path) -> None:
    """A yes/no column that looks like text in the next file, and days that could be read in two ways."""
    order = TrainFileOrder(
        path=str(customers(tmp_path / "customers.csv", joined=american, plan=yes_or_no)),
        plan=PLAN,
        out=str(tmp_path / "out.hunch"),
        wishes=Wishes(readings={"joined": "date-mdy"}),
    )
    do("train_file", order, TrainedFile, tmp_path / "train")
    new = customers(
        tmp_path / "new.csv",
        joined=american,
        plan=lambda row, cell: "see note" if row == 3 else yes_or_no(row, cell),
        age=lambda row, cell: "unknown age" if row == 5 else cell,
    )
    predict = PredictFileOrder(
        model=str(tmp_path / "out.hunch"), path=str(new), out=str(tmp_path / "out.csv")
    )

    done = do("predict_file", predict, PredictedFile, tmp_path / "job")

    cautions = [row[-1] for row in cells(tmp_path / "out.csv")[1:]]
    codes = [notice.code for notice in done.answers.preflight.notices]
    assert "import.recipe" in codes
    assert "check.type" not in codes
    assert "see note" in cautions[3]
    assert "unknown age" in cautions[5]
    assert sum(map(bool, cautions)) == 2


def american(_row: int, cell: str) -> str:
    """Write a day month first; none beyond the 12th, so that two readings fit."""
    year, month, day = cell.split("-")
    return f"{month}/{day}/{year}"


def yes_or_no(_row: int, cell: str) -> str:
    return "yes" if cell == "gold" else "no"


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
