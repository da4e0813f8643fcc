"""Answering a table of the workspace: its file is read for the model, and each row answered, in one job."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from desktop_app.errors import DataError, FileError
from desktop_app.records.answered_tables import AnswerTableOrder, TableAnswered
from desktop_app.records.matching import ColumnMatch
from desktop_app.records.orders import ANSWERS_FILE
from desktop_app.tables.stored.answer_rows import read_answer_rows
from tests.unit.journeys.asking import customers, do


@pytest.fixture
def order(tmp_path: Path, model: Path) -> AnswerTableOrder:
    new = customers(tmp_path / "new.csv", rows=37)
    return AnswerTableOrder(path=str(new), name="new.csv", model=str(model), training_id="t")


def rewritten(order: AnswerTableOrder, before: str, after: str) -> None:
    path = Path(order.path)
    path.write_text(path.read_text().replace(before, after, 1))


def test_every_row_is_answered_and_lies_beside_the_table(order: AnswerTableOrder, tmp_path: Path) -> None:
    known = replace(order, sha256=sha256(Path(order.path).read_bytes()).hexdigest())

    done = do("answer_table", known, TableAnswered, tmp_path / "job")

    rows = read_answer_rows(tmp_path / "job" / ANSWERS_FILE, done.answers.headings, 0, 100)
    assert done.table.rows == done.answers.rows == len(rows) == 37
    assert (done.preflight.fit, done.answers.headings[0]) == ("fits", "prediction")


def test_a_file_that_changed_since_or_is_gone_is_not_answered(
    order: AnswerTableOrder, tmp_path: Path
) -> None:
    with pytest.raises(FileError, match="source_changed"):
        do("answer_table", replace(order, sha256="0" * 64), TableAnswered, tmp_path / "one")

    Path(order.path).unlink()
    with pytest.raises(FileError, match="source_gone"):
        do("answer_table", order, TableAnswered, tmp_path / "two")


def test_a_missing_column_is_matched_or_allowed(order: AnswerTableOrder, tmp_path: Path) -> None:
    rewritten(order, "plan", "odd")

    with pytest.raises(DataError, match="cli\\."):
        do("answer_table", order, TableAnswered, tmp_path / "one")
    spared = do("answer_table", replace(order, allow_missing=("plan",)), TableAnswered, tmp_path / "two")
    matches = (ColumnMatch(column="plan", source="odd"),)
    matched = do("answer_table", replace(order, matches=matches), TableAnswered, tmp_path / "three")

    assert spared.answers.cautions == 37
    assert matched.answers.cautions < 5
    assert matched.preflight.mapped == matches
