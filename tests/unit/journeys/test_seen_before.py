"""Rows of a new file that a model learned from are found where its table is there."""

from pathlib import Path
from shutil import rmtree

import pytest

from desktop_app.journeys import scaled_columns
from desktop_app.records.jobs import Progress
from desktop_app.records.models import Answers, Preflight
from desktop_app.records.orders import (
    ApplyOrder,
    ImportOrder,
    PredictedFile,
    PredictFileOrder,
    Prepared,
    PrepareOrder,
)
from desktop_app.records.tables import Table
from tests.unit.journeys.asking import ROWS, customers, do


@pytest.fixture
def learned_from(tmp_path: Path) -> Path:
    """The folder of the table that the model learned from, as the workspace keeps it."""
    file = customers(tmp_path / "customers.csv")
    do("import", ImportOrder(path=str(file), name=file.name), Table, tmp_path / "old")
    return tmp_path / "old"


def test_they_are_said_and_not_counted_while_the_table_is_there(
    model: Path, learned_from: Path, tmp_path: Path
) -> None:
    new = customers(tmp_path / "new.csv", age=lambda row, cell: f"{cell}.5" if row % 2 else cell)
    asked = PrepareOrder(path=str(new), name=new.name, model=str(model), learned_from=str(learned_from))
    order = ApplyOrder(table_folder=str(tmp_path / "table"), model=str(model), learned_from=str(learned_from))

    prepared = do("prepare", asked, Prepared, tmp_path / "table")
    answers = do("apply", order, Answers, tmp_path / "answers")
    rmtree(learned_from)
    afterwards = do("apply", order, Answers, tmp_path / "afterwards")

    said = [one for one in prepared.preflight.notices if one.code == "check.seen_before"]
    assert [notice.values for notice in said] == [{"count": ROWS // 2}]
    assert answers.preflight == prepared.preflight
    assert answers.truth is not None
    assert afterwards.truth is not None
    assert (answers.truth.seen, answers.truth.score.rows) == (ROWS // 2, ROWS // 2)
    assert (afterwards.truth.seen, afterwards.truth.score.rows) == (0, ROWS)


def test_they_are_not_counted_either_where_a_file_is_answered_by_itself(
    model: Path, learned_from: Path, tmp_path: Path
) -> None:
    new = customers(tmp_path / "new.csv", age=lambda row, cell: f"{cell}.5" if row % 2 else cell)
    out = str(tmp_path / "out.csv")
    order = PredictFileOrder(model=str(model), path=str(new), out=out, learned_from=str(learned_from))

    answers = do("predict_file", order, PredictedFile, tmp_path / "job").answers

    assert "check.seen_before" in [notice.code for notice in answers.preflight.notices]
    assert answers.truth is not None
    assert (answers.truth.seen, answers.truth.score.rows) == (ROWS // 2, ROWS // 2)


def test_the_bounds_of_reading_do_not_hold_for_comparing_with_the_rows_learned_from(
    model: Path, learned_from: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Progress] = []

    def compared(*_what: object) -> Preflight:
        assert told[-1].read
        return Preflight(fit="fits", rows=ROWS, notices=())

    monkeypatch.setattr(scaled_columns, "preflight", compared)
    new = customers(tmp_path / "new.csv")
    asked = PrepareOrder(path=str(new), name=new.name, model=str(model), learned_from=str(learned_from))

    do("prepare", asked, Prepared, tmp_path / "table", told.append)

    assert [progress.read for progress in told].count(True) == 1
