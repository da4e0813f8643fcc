"""What was answered beside the rows that a model learned from is not gone on with once they are gone."""

from pathlib import Path
from shutil import rmtree

import pytest

from desktop_app.models.applying import NewTable
from desktop_app.records.models import Answers
from desktop_app.records.orders import ApplyOrder, ImportOrder
from desktop_app.records.tables import Table
from tests.unit.journeys.asking import customers, do


def test_answers_that_were_begun_beside_rows_that_are_gone_are_begun_anew(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = customers(tmp_path / "customers.csv")
    for place in ("old", "new"):
        do("import", ImportOrder(path=str(file), name=file.name), Table, tmp_path / place)
    old = tmp_path / "old"
    order = ApplyOrder(table_folder=str(tmp_path / "new"), model=str(model), learned_from=str(old))
    questions: list[str] = []

    def cut_off(_model: object, asked: NewTable, *_more: object) -> None:
        questions.append(asked.question)
        raise InterruptedError

    monkeypatch.setattr("desktop_app.journeys.apply.apply_model", cut_off)
    for gone in (False, False, True):
        if gone:
            rmtree(old)
        with pytest.raises(InterruptedError):
            do("apply", order, Answers, tmp_path / "answers")

    assert questions[0] == questions[1] != questions[2]
