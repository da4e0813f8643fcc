"""What was decided about a model is followed wherever it answers, and a list is saved of the answers."""

from pathlib import Path

import pytest

from desktop_app.models.settings import with_decision
from desktop_app.records.decisions import Decision
from desktop_app.records.models import Answers
from desktop_app.records.orders import (
    ApplyOrder,
    ExportOrder,
    Inspected,
    InspectOrder,
    PredictedFile,
    PredictFileOrder,
    Prepared,
    PrepareOrder,
    Written,
)
from desktop_app.records.picks import Pick
from tests.unit.journeys.asking import cells, customers, do

DECISION = Decision(value="yes", chance=0.9)


@pytest.fixture
def decided(model: Path, tmp_path: Path) -> Path:
    """The model as it is saved for a person who decided something."""
    path = tmp_path / "decided.hunch"
    path.write_bytes(with_decision(model, DECISION))
    return path


def predicted(model: Path, folder: Path) -> tuple[PredictedFile, list[list[str]]]:
    folder.mkdir()
    new = customers(folder / "new.csv")
    order = PredictFileOrder(model=str(model), path=str(new), out=str(folder / "out.csv"))
    done = do("predict_file", order, PredictedFile, folder / "job")
    return done, cells(folder / "out.csv")[1:]


def test_a_file_answers_by_the_decision_inside_it(model: Path, decided: Path, tmp_path: Path) -> None:
    usual, before = predicted(model, tmp_path / "usual")
    done, rows = predicted(decided, tmp_path / "decided")

    assert (usual.answers.decision, done.answers.decision) == (None, DECISION)
    assert [row[6:8] for row in rows] == [row[6:8] for row in before]
    assert all((row[4] == "yes") == (float(row[7]) >= 0.9) for row in rows)
    assert done.answers.counts["yes"] < usual.answers.counts["yes"]


def test_a_decision_that_was_taken_back_is_not_asked_of_the_file(decided: Path, tmp_path: Path) -> None:
    new = customers(tmp_path / "new.csv")
    out = str(tmp_path / "out.csv")
    order = PredictFileOrder(model=str(decided), path=str(new), out=out, own_decision=False)

    done = do("predict_file", order, PredictedFile, tmp_path / "job")

    assert done.answers.decision is None


def test_a_file_says_what_was_decided(decided: Path, tmp_path: Path) -> None:
    found = do("inspect_model", InspectOrder(path=str(decided)), Inspected, tmp_path / "job")

    assert found.card is not None
    assert found.card.decision == DECISION


@pytest.fixture
def prepared(model: Path, tmp_path: Path) -> Path:
    """The folder of a new file that was compared with a model."""
    new = customers(tmp_path / "new.csv", plan=lambda row, cell: "=1+1" if row == 0 else cell)
    prepare = PrepareOrder(path=str(new), name="new.csv", model=str(model))
    do("prepare", prepare, Prepared, tmp_path / "table")
    return tmp_path / "table"


def test_the_order_of_a_page_brings_the_decision_with_it(model: Path, prepared: Path, tmp_path: Path) -> None:
    order = ApplyOrder(table_folder=str(prepared), model=str(model), decision=DECISION)

    answers = do("apply", order, Answers, tmp_path / "answers")

    assert answers.decision == DECISION


def test_a_list_is_saved_with_the_surest_first(model: Path, prepared: Path, tmp_path: Path) -> None:
    apply = ApplyOrder(table_folder=str(prepared), model=str(model))
    answers = do("apply", apply, Answers, tmp_path / "answers")
    export = ExportOrder(
        table_folder=str(prepared),
        out=str(tmp_path / "list.csv"),
        answers=str(tmp_path / "answers" / "answers.parquet"),
        headings=answers.headings,
        pick=Pick(column=answers.headings.index("probability: yes"), most=7),
    )

    written = do("export", export, Written, tmp_path / "export")

    rows = cells(tmp_path / "list.csv")
    chances = [float(row[-2]) for row in rows[1:]]
    assert rows[0][-5:] == list(answers.headings)
    assert len(chances) == 7
    assert chances == sorted(chances, reverse=True)
    assert written.workbook == ""
