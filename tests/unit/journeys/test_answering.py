"""Answering a new file, from the order to the file that is left."""

from pathlib import Path

import pytest

from desktop_app.errors import DataError, UsageError
from desktop_app.records.models import Answers
from desktop_app.records.orders import (
    ApplyOrder,
    ExportOrder,
    PredictedFile,
    PredictFileOrder,
    Prepared,
    PrepareOrder,
    TrainedFile,
    TrainFileOrder,
    Written,
)
from desktop_app.records.tables import Wishes
from tests.unit.journeys.asking import PLAN, ROWS, cells, customers, do


def without(path: Path, column: str) -> Path:
    """Take a column out of a file."""
    rows = cells(path)
    place = rows[0].index(column)
    text = "\n".join(",".join(row[:place] + row[place + 1 :]) for row in rows)
    path.write_text(text + "\n", encoding="utf-8")
    return path


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
    assert done.answers.preflight.fit == "fits"


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
