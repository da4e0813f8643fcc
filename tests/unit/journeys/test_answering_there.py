"""Whole files on shared storage, answered by whoever is asked: as at home, each whole or not there."""

import os
import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, tzinfo
from functools import partial
from pathlib import Path
from typing import Self, TypeVar, cast

import pytest
from xlsxwriter import core

from desktop_app import language
from desktop_app.engine.workshop import Hands, Here
from desktop_app.errors import UsageError
from desktop_app.journeys import answer_there, predict_file, shared_file
from desktop_app.journeys.shared_file import answered_shared
from desktop_app.journeys.shared_work import PROBE, SharedWork, done_alone, sight_of
from desktop_app.records.jobs import Progress
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.notices import Notice
from desktop_app.records.orders import PredictedFile, PredictFileOrder
from desktop_app.records.shared_files import AnsweredThere, AnswerThereOrder, NotAnswered, SharedFile
from desktop_app.reports.notice_words import notice_text
from tests.unit.models.made import customers, save

T = TypeVar("T")
alone = partial(done_alone, answered_shared)


def asked_of(model: Path, folder: Path, out: Path) -> AnswerThereOrder:
    """Return the order to answer every file of a folder; its drafts lie in *out*."""
    draft = out / ".draft"
    draft.mkdir()
    return AnswerThereOrder(
        order=PredictFileOrder(model=str(model), path="", out=""),
        files=tuple(shared(one, out / one.name) for one in sorted(folder.iterdir())),
        draft=str(draft),
        force=False,
        language="en",
        cluster=None,
    )


def shared(path: Path, out: Path) -> SharedFile:
    found = path.stat()
    return SharedFile(path=str(path), out=str(out), size=found.st_size, modified=found.st_mtime)


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir() if one.name != ".draft")


@pytest.fixture
def order(tmp_path: Path) -> Iterator[AnswerThereOrder]:
    """Three files, of which one cannot be answered and one has a caution."""
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    save(tmp_path / "model.hunch", "linear", "spent")
    customers().to_csv(tmp_path / "in" / "may.csv", index=False)
    customers().assign(plan="diamond").to_csv(tmp_path / "in" / "june.csv", index=False)
    customers().drop(columns="age").to_csv(tmp_path / "in" / "lacking.csv", index=False)
    yield asked_of(tmp_path / "model.hunch", tmp_path / "in", tmp_path / "out")
    language.use("en")


def answered(order: AnswerThereOrder, folder: Path) -> AnsweredThere:
    return from_json(AnsweredThere, answer_there.answer_there(to_json(order), folder, lambda _: None))


def speaking_in(spoken: str, answers: Path) -> bool:
    """Whether the caution for a value that was never seen stands there in this language."""
    language.use(spoken)
    notice = Notice(code="caution.unseen", values={"column": "plan", "value": "diamond"})
    return notice_text(notice) in answers.read_text(encoding="utf-8-sig").replace('""', '"')


def work_of(order: AnswerThereOrder) -> SharedWork:
    model = Path(order.order.model).read_bytes()
    return SharedWork(
        model=model, order=order.order, draft=order.draft, force=order.force, language=order.language
    )


def test_each_file_has_the_answers_that_it_has_alone(order: AnswerThereOrder, tmp_path: Path) -> None:
    june, lacking, may = answered(order, tmp_path).outcomes

    for found, name in ((june, "june.csv"), (may, "may.csv")):
        asked = replace(order.order, path=str(tmp_path / "in" / name), out=str(tmp_path / name))
        job = tmp_path / f"job of {name}"
        job.mkdir()
        same = from_json(PredictedFile, predict_file.predict_file(to_json(asked), job, lambda _: None))
        assert isinstance(found, PredictedFile)
        assert found.answers == same.answers
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / name).read_bytes()
    assert isinstance(lacking, NotAnswered)
    assert lacking.code == "cli.missing_columns"
    assert names(tmp_path / "out") == ["june.csv", "may.csv"]
    assert [one.name for one in Path(order.draft).iterdir()] == [PROBE]


def test_the_person_s_language_is_spoken_there(order: AnswerThereOrder, tmp_path: Path) -> None:
    answered(replace(order, language="de"), tmp_path)

    english, german = (speaking_in(spoken, tmp_path / "out" / "june.csv") for spoken in ("en", "de"))
    assert (english, german) == (False, True)


def test_it_is_told_how_many_are_answered(order: AnswerThereOrder, tmp_path: Path) -> None:
    seen: list[Progress] = []

    answer_there.answer_there(to_json(order), tmp_path, seen.append)

    assert [one.fraction for one in seen] == pytest.approx([1 / 3, 2 / 3, 1])
    assert seen[2].notice == Notice(code="folder.running", values={"number": 3, "of": 3, "file": "may.csv"})


def test_answers_that_are_there_meanwhile_stay_unless_they_are_the_same(
    order: AnswerThereOrder, tmp_path: Path
) -> None:
    work, june = work_of(order), order.files[0]
    assert isinstance(alone(work, june), PredictedFile)
    assert isinstance(alone(work, june), PredictedFile)  # as behind a worker that was thought lost

    Path(june.out).write_text("mine")
    found = alone(work, june)

    assert isinstance(found, NotAnswered)
    assert found.code == "cli.out_exists"
    assert Path(june.out).read_text() == "mine"
    assert isinstance(alone(replace(work, force=True), june), PredictedFile)
    assert Path(june.out).read_text() != "mine"


def test_a_workbook_that_a_lost_worker_saved_is_known_whenever_it_was_made(
    order: AnswerThereOrder, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Later(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls(2031, 1, 1, tzinfo=tz)

    work, june = work_of(order), replace(order.files[0], out=f"{order.files[0].out}.xlsx")
    assert isinstance(alone(work, june), PredictedFile)
    first = Path(june.out).read_bytes()

    monkeypatch.setattr(core, "datetime", Later)
    assert isinstance(alone(work, june), PredictedFile)
    assert Path(june.out).read_bytes() == first

    Path(june.out).write_text("mine")
    found = alone(work, june)
    assert isinstance(found, NotAnswered)
    assert found.code == "cli.out_exists"


@pytest.mark.skipif(sys.platform == "win32", reason="its folders are not asked")
def test_a_folder_that_cannot_be_asked_whether_names_are_on_disk_is_no_failure(
    order: AnswerThereOrder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(handle: int) -> None:
        if os.path.sameopenfile(handle, folder):
            raise OSError(22, "Invalid argument")

    folder = os.open(Path(order.files[0].out).parent, os.O_RDONLY)
    monkeypatch.setattr(os, "fsync", asked)

    assert isinstance(alone(work_of(order), order.files[0]), PredictedFile)
    os.close(folder)


def test_a_file_that_has_changed_since_is_not_answered(order: AnswerThereOrder) -> None:
    june = replace(order.files[0], size=1)

    found = alone(work_of(order), june)

    assert isinstance(found, NotAnswered)
    assert found.code == "shared.changed"
    assert not Path(june.out).exists()


def test_a_bug_in_one_file_stops_no_other(
    order: AnswerThereOrder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def odd(_model: object, asked: PredictFileOrder, *others: object) -> PredictedFile:
        if asked.path.endswith("june.csv"):
            raise ZeroDivisionError
        return whole(_model, asked, *others)  # type: ignore[arg-type]

    whole = predict_file.answer_file
    monkeypatch.setattr(shared_file, "answer_file", odd)

    june, _, may = answered(order, tmp_path).outcomes

    assert isinstance(june, NotAnswered)
    assert june.code == "error.worker_ended"
    assert isinstance(may, PredictedFile)


def test_what_a_computer_lacks_is_known_before(
    order: AnswerThereOrder, monkeypatch: pytest.MonkeyPatch
) -> None:
    (Path(order.draft) / PROBE).write_text("token")

    assert sight_of(order.files, order.draft, "token") == ""
    assert sight_of(order.files, order.draft, "other") == "unseen"
    assert sight_of((replace(order.files[0], size=1),), order.draft, "token") == "unseen"
    assert sight_of((replace(order.files[0], path="/nowhere.csv"),), order.draft, "token") == "unseen"
    assert sight_of(order.files, str(Path(order.draft) / "none"), "token") == "unseen"
    monkeypatch.setattr("secrets.token_hex", lambda _: "no/such")
    assert sight_of(order.files, order.draft, "token") == "unwritable"


@pytest.mark.parametrize(
    ("lacking", "code"), [("unseen", "shared.unseen"), ("unwritable", "shared.unwritable")]
)
def test_where_one_worker_does_not_see_the_files_none_is_answered(
    lacking: str, code: str, order: AnswerThereOrder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Others(Here):
        places = 3

        def everywhere(self, work: Callable[..., T], *things: object) -> list[T]:
            return cast("list[T]", [work(*things), lacking, ""])

    @contextmanager
    def others(*_: object) -> Iterator[Hands]:
        yield Others()

    monkeypatch.setattr(answer_there, "hands_at", others)

    with pytest.raises(UsageError) as met:
        answered(order, tmp_path)

    assert (met.value.code, met.value.values["count"], met.value.values["of"]) == (f"shared.{lacking}", 1, 3)
    assert names(tmp_path / "out") == []


def test_the_model_is_opened_anew_where_it_is_sent(order: AnswerThereOrder) -> None:
    work = work_of(order)
    assert work.opened.card.schema.target == "spent"

    sent = pickle.loads(pickle.dumps(work))  # noqa: S301 - it is ours

    assert "opened" not in vars(sent)
    assert sent.opened.card == work.opened.card
