"""A large file on shared storage, answered together: in one piece, as at home, or not at all."""

import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

import pytest

from desktop_app import language
from desktop_app.engine.workshop import Hands, Here
from desktop_app.journeys import answer_there, predict_file, shared_rows
from desktop_app.journeys.shared_rows import SharedRows, answered_rows, read_shared
from desktop_app.journeys.shared_work import PROBE, done_alone
from desktop_app.models import applying, batches
from desktop_app.models.applying import answer_some
from desktop_app.records.jobs import Progress
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.orders import PredictedFile
from desktop_app.records.shared_files import AnswerThereOrder, NotAnswered
from desktop_app.records.written import Parts
from tests.unit.journeys.test_answering_there import answered, asked_of, names, shared, work_of
from tests.unit.models.made import customers, save

T = TypeVar("T")
ROWS = 190  # of 200: the last range, and the last part, are shorter than the others


class Others(Here):
    """Two others, to whom all is sent, and who send what comes of it; what they do is noted."""

    places = 2

    def __init__(self) -> None:
        self.done: list[str] = []

    def share(self, thing: T) -> T:
        return sent(thing)

    def do(self, work: Callable[..., T], *things: object) -> T:
        self.done.append(cast("partial[object]", work).args[0].__name__)
        return sent(work(*things))


def sent(thing: T) -> T:
    there: T = pickle.loads(pickle.dumps(thing))  # noqa: S301 - it is ours
    return there


@pytest.fixture
def others(monkeypatch: pytest.MonkeyPatch) -> Iterator[Others]:
    hands = Others()

    @contextmanager
    def given(*_: object) -> Iterator[Hands]:
        yield hands

    monkeypatch.setattr(answer_there, "hands_at", given)
    yield hands
    language.use("en")


@pytest.fixture
def order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AnswerThereOrder:
    """A file that is large enough, read twenty rows at a time."""
    monkeypatch.setattr(answer_there, "LARGE", 0)
    monkeypatch.setattr(batches, "FEWEST_ROWS", 20)
    monkeypatch.setattr(batches, "_CELLS", 1)
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    save(tmp_path / "model.hunch", "together", "spent")
    frame = customers().assign(remarks=[f'=1+"{row}";\n' for row in range(200)])
    frame.loc[3, "plan"] = "diamond"
    frame.iloc[:ROWS].to_csv(tmp_path / "in" / "may.csv", index=False)
    return asked_of(tmp_path / "model.hunch", tmp_path / "in", tmp_path / "out")


def to(order: AnswerThereOrder, out: Path, **more: Any) -> AnswerThereOrder:
    """Return the order to save the answers there."""
    return replace(order, files=(replace(order.files[0], out=str(out)),), order=replace(order.order, **more))


def at_home(order: AnswerThereOrder, job: Path, out: Path) -> PredictedFile:
    job.mkdir()
    alone = replace(order.order, path=order.files[0].path, out=str(out))
    return from_json(PredictedFile, predict_file.predict_file(to_json(alone), job, lambda _: None))


@pytest.mark.parametrize("explain", [False, True])
def test_many_answer_as_this_computer_does(
    explain: bool, order: AnswerThereOrder, others: Others, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(applying, "_EXPLAINED_AT_ONCE", 20)
    order = to(order, tmp_path / "out" / "may.csv", explain=explain)

    (found,) = answered(order, tmp_path).outcomes

    same = at_home(order, tmp_path / "job", tmp_path / "may.csv")
    assert isinstance(found, PredictedFile)
    assert found.answers == same.answers
    assert replace(found.written, path="") == replace(same.written, path="")
    assert (tmp_path / "out" / "may.csv").read_bytes() == (tmp_path / "may.csv").read_bytes()
    assert others.done.count("answered_rows") == 5 < others.done.count("written_parts") == 8
    assert names(tmp_path / "out") == ["may.csv"]
    assert [one.name for one in Path(order.draft).iterdir()] == [PROBE]


@pytest.mark.parametrize("ending", [".parquet", ".xlsx"])
def test_one_of_them_writes_what_is_not_made_of_parts(
    ending: str, order: AnswerThereOrder, others: Others, tmp_path: Path
) -> None:
    order = to(order, tmp_path / "out" / f"part-00001{ending}")

    (found,) = answered(order, tmp_path).outcomes

    same = at_home(order, tmp_path / "job", tmp_path / f"alone{ending}")
    assert isinstance(found, PredictedFile)
    assert replace(found.written, path="", size=0) == replace(same.written, path="", size=0)
    assert others.done.count("written_whole") == 1
    if ending == ".parquet":
        assert (tmp_path / "out" / "part-00001.parquet").read_bytes() == (
            tmp_path / "alone.parquet"
        ).read_bytes()


@pytest.mark.parametrize("rows", [30, 95, 1_000])
def test_parts_are_those_of_this_computer(
    rows: int, order: AnswerThereOrder, others: Others, tmp_path: Path
) -> None:
    parts, home = Parts(rows=rows, ending=".csv"), tmp_path / "home"
    home.mkdir()
    order = to(order, tmp_path / "out", parts=parts)

    (found,) = answered(order, tmp_path).outcomes

    same = at_home(order, tmp_path / "job", home)
    assert isinstance(found, PredictedFile)
    assert replace(found.written, path="") == replace(same.written, path="")
    assert names(tmp_path / "out") == names(home)
    assert [(tmp_path / "out" / one).read_bytes() for one in names(home)] == [
        (home / one).read_bytes() for one in names(home)
    ]


def test_a_file_that_takes_the_name_of_a_part_is_whole(
    order: AnswerThereOrder, others: Others, tmp_path: Path
) -> None:
    order = to(order, tmp_path / "out" / "part-00001.csv")

    assert isinstance(answered(order, tmp_path).outcomes[0], PredictedFile)

    at_home(order, tmp_path / "job", tmp_path / "may.csv")
    assert (tmp_path / "out" / "part-00001.csv").read_bytes() == (tmp_path / "may.csv").read_bytes()


def test_it_is_told_how_far_a_lone_file_is(order: AnswerThereOrder, others: Others, tmp_path: Path) -> None:
    seen: list[Progress] = []

    answer_there.answer_there(to_json(order), tmp_path, seen.append)

    assert [one.fraction for one in seen] == sorted(one.fraction for one in seen)
    done = [one.notice.values["done"] for one in seen if one.notice and one.notice.code == "apply.running"]
    assert done == [40, 80, 120, 160, 190]
    assert seen[-1].fraction == 1


def test_large_and_small_files_of_a_folder_are_answered_each_in_its_way(
    order: AnswerThereOrder, others: Others, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    customers().head(20).to_csv(tmp_path / "in" / "june.csv", index=False)
    (tmp_path / "in" / "lacking.csv").write_text("n\n" + "1\n" * 5_000)
    size = (tmp_path / "in" / "june.csv").stat().st_size
    monkeypatch.setattr(answer_there, "LARGE", size + 1)
    files = sorted((tmp_path / "in").iterdir())
    order = replace(order, files=tuple(shared(one, tmp_path / "out" / one.name) for one in files))

    june, lacking, may = answered(order, tmp_path).outcomes

    assert isinstance(june, PredictedFile)
    assert isinstance(may, PredictedFile)
    assert isinstance(lacking, NotAnswered)
    assert lacking.code == "check.wrong_file"
    assert (others.done.count("answered_shared"), others.done.count("read_shared")) == (1, 2)
    assert names(tmp_path / "out") == ["june.csv", "may.csv"]


def test_what_is_there_meanwhile_stays_unless_it_is_the_same(
    order: AnswerThereOrder, others: Others, tmp_path: Path
) -> None:
    out = tmp_path / "out" / "may.csv"
    answered(order, tmp_path)
    again = answered(order, tmp_path).outcomes[0]
    out.write_text("mine")
    other = answered(order, tmp_path).outcomes[0]

    assert isinstance(again, PredictedFile)
    assert isinstance(other, NotAnswered)
    assert other.code == "cli.out_exists"
    assert out.read_text() == "mine"


def read(order: AnswerThereOrder) -> SharedRows:
    found = done_alone(read_shared, work_of(order), order.files[0])
    assert isinstance(found, SharedRows)
    return found


def test_who_joins_later_and_does_not_see_the_files_says_so(order: AnswerThereOrder, tmp_path: Path) -> None:
    rows = read(order)
    gone = replace(rows, read=replace(rows.read, new=replace(rows.read.new, folder=tmp_path / "elsewhere")))

    for found in (
        done_alone(read_shared, work_of(order), replace(order.files[0], size=1)),
        done_alone(answered_rows, work_of(order), gone, range(20)),
    ):
        assert isinstance(found, NotAnswered)
        assert found.code == "shared.changed"


def test_where_a_range_fails_nothing_is_left(
    order: AnswerThereOrder, others: Others, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def odd(model: object, new: object, rows: range, *more: object) -> None:
        if rows.start:
            raise ZeroDivisionError
        answer_some(model, new, rows, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(shared_rows, "answer_some", odd)

    (found,) = answered(order, tmp_path).outcomes

    assert isinstance(found, NotAnswered)
    assert found.code == "error.worker_ended"
    assert names(tmp_path / "out") == []
    assert [one.name for one in Path(order.draft).iterdir()] == [PROBE]
