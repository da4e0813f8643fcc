"""Answering that is cut off goes on where it stopped, and ends with the same bytes."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.models import batches
from desktop_app.models.applying import NewTable, apply_model
from desktop_app.models.opening import OpenedModel, open_model
from desktop_app.models.parts import Parts, file_up_to, question_of, rows_answered
from desktop_app.models.preflight import preflight
from desktop_app.records.jobs import Progress
from desktop_app.records.models import Answers
from desktop_app.reports.notice_words import notice_text
from tests.unit.models.made import save
from tests.unit.models.stored import store
from tests.unit.models.test_applying import TYPES, texts

Case = tuple[OpenedModel, NewTable]


@pytest.fixture(params=["left", "spent"])
def case(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Case:
    monkeypatch.setattr(batches, "ROWS", 30)
    save(tmp_path / "model.hunch", "linear", request.param)
    model = open_model(tmp_path / "model.hunch")
    cells = texts()
    cells["plan"][::7] = ["diamond"] * len(cells["plan"][::7])
    table = store(tmp_path / "table", cells, TYPES)
    found = preflight(model.card, tmp_path / "table", table)
    return model, NewTable(folder=tmp_path / "table", table=table, preflight=found, question="one")


def apply(case: Case, job: Path, report: Callable[[Progress], None] = lambda _: None) -> Answers:
    job.mkdir(exist_ok=True)
    return apply_model(*case, job / "answers.parquet", notice_text, report)


def cut_off_at(row: int) -> Callable[[Progress], None]:
    def report(progress: Progress) -> None:
        if progress.notice and progress.notice.values.get("done") == row:
            raise KeyboardInterrupt

    return report


def test_it_goes_on_behind_the_rows_that_are_answered(case: Case, tmp_path: Path) -> None:
    undisturbed = apply(case, tmp_path / "undisturbed")
    for row in (60, 90):
        with pytest.raises(KeyboardInterrupt):
            apply(case, tmp_path / "job", cut_off_at(row))
        assert rows_answered(tmp_path / "job") == row
    said: list[Progress] = []

    answers = apply(case, tmp_path / "job", said.append)

    notices = [one.notice for one in said if one.notice]
    assert [one.code for one in notices] == ["apply.resumed", *["apply.running"] * 4]
    assert notices[0].values == {"row": 91, "rows": 200}
    assert notices[1].values == {"done": 120, "rows": 200}
    assert answers == undisturbed
    whole = (tmp_path / "job" / "answers.parquet").read_bytes()
    assert whole == (tmp_path / "undisturbed" / "answers.parquet").read_bytes()


def test_answers_to_another_question_are_never_among_them(case: Case, tmp_path: Path) -> None:
    model, new = case
    with pytest.raises(KeyboardInterrupt):
        apply(case, tmp_path / "job", cut_off_at(60))
    said: list[Progress] = []

    apply((model, replace(new, question="other")), tmp_path / "job", said.append)

    assert "apply.resumed" not in [one.notice.code for one in said if one.notice]
    assert not (tmp_path / "job" / "parts-one").exists()


def test_what_was_being_written_is_no_part(tmp_path: Path) -> None:
    parts = Parts(tmp_path, "one")
    (parts.folder / ".0f.part").write_bytes(b"half")
    file_up_to(parts.folder, 30).write_bytes(b"whole")

    again = Parts(tmp_path, "one")

    assert [file.name for file in again.folder.iterdir()] == ["000000000000030.parquet"]
    assert rows_answered(tmp_path) == 30


def test_a_question_is_of_a_model_and_of_all_that_is_told_of_it(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_bytes(b"one")
    second.write_bytes(b"other")

    questions = {question_of(first, "en"), question_of(first, "de"), question_of(second, "en")}

    assert len(questions) == 3
    assert question_of(first, "en") in questions
