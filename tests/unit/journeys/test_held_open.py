"""A model held open, asked about single rows."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from threadpoolctl import threadpool_info

from desktop_app.errors import NotFoundError, UsageError
from desktop_app.journeys import answering
from desktop_app.journeys.answering import MOST_LIKE, open_for_questions
from desktop_app.journeys.journey import Answering
from desktop_app.models.one_row import answered
from desktop_app.records.asking import Ask, Cell, Opening, Reply
from desktop_app.records.decisions import Decision
from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import ImportOrder, PredictedFile, PredictFileOrder
from desktop_app.records.tables import Table
from tests.unit.journeys.asking import cells, customers, do

USUAL: dict[str, Cell] = {"age": 40.0, "plan": "gold", "joined": "2024-06-05"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("past")


@pytest.fixture(scope="module")
def file(folder: Path) -> Path:
    """The file that the model learned from."""
    return customers(folder / "customers.csv")


@pytest.fixture(scope="module")
def held(folder: Path, file: Path, model: Path) -> Answering:
    """The model, beside the table that it learned from."""
    do("import", ImportOrder(path=str(file), name=file.name), Table, folder / "table")
    return opened(model, folder / "table")


@pytest.fixture(scope="module")
def alone(model: Path) -> Answering:
    """The model without its table."""
    return opened(model, None)


def opened(model: Path, table: Path | None) -> Answering:
    opening = Opening(model=str(model), table_folder=str(table) if table else "")
    return open_for_questions(to_json(opening), model.parent, print)


def ask(
    held: Answering, about: Any = "answer", /, *, change: dict[str, Cell] | None = None, **more: Any
) -> Reply:
    return held(Ask(about=about, cells=USUAL | (change or {}), **more))


def row_of(file: Path, row: int) -> dict[str, Cell]:
    """Return a row of the file as a page would send it."""
    age, plan, joined, _left = cells(file)[row + 1]
    return {"age": float(age), "plan": plan, "joined": joined}


def test_a_row_is_answered_as_in_a_file(tmp_path: Path, model: Path, held: Answering) -> None:
    new = customers(tmp_path / "new.csv", rows=30)
    order = PredictFileOrder(model=str(model), path=str(new), out=str(tmp_path / "out.csv"))
    do("predict_file", order, PredictedFile, tmp_path / "job")
    rows = cells(tmp_path / "out.csv")
    label, no = rows[0].index("prediction"), rows[0].index("probability: no")

    for place in range(30):
        reply = ask(held, change=row_of(new, place), why=False)
        assert reply.answer == rows[place + 1][label]
        assert (reply.chances or {})["no"] == pytest.approx(float(rows[place + 1][no]), abs=1e-6)
        assert reply.why is None


@pytest.mark.parametrize("name", ["held", "alone"])
def test_an_answer_is_taken_apart_with_its_table_and_without(
    name: str, request: pytest.FixtureRequest
) -> None:
    for age in (20.0, 45.0, None):
        reply = ask(request.getfixturevalue(name), change={"age": age})
        assert reply.why is not None
        assert reply.why.value == reply.answer
        assert reply.why.answer == pytest.approx((reply.chances or {})[reply.answer], abs=1e-9)
        total = reply.why.usual + sum(reason.amount for reason in reply.why.reasons)
        assert total == pytest.approx(reply.why.answer, abs=1e-6)
        assert {reason.column: reason.cell for reason in reply.why.reasons}["age"] == age


def test_the_column_that_decides_is_the_strongest_reason(held: Answering) -> None:
    young, old = (ask(held, change={"age": age}) for age in (20.0, 75.0))

    assert (young.answer, old.answer) == ("no", "yes")
    for reply in (young, old):
        assert reply.why is not None
        assert reply.why.reasons[0].column == "age"
        assert reply.why.reasons[0].amount > 0.1


def test_what_speaks_against_an_answer_is_said(held: Answering) -> None:
    reply = ask(held, change={"plan": "diamond", "age": 200.0})

    assert [notice.code for notice in reply.cautions] == ["caution.above", "caution.unseen"]
    assert ask(held).cautions == ()


def test_past_rows_like_a_row_come_with_what_came_of_them(held: Answering, file: Path) -> None:
    reply = ask(held, "similar", change=row_of(file, 17))

    rows = cells(file)[1:]
    assert reply.like[0].row == 17
    assert reply.like[0].cells.items() <= row_of(file, 17).items()
    assert len(reply.like) == MOST_LIKE
    assert [one.outcome for one in reply.like] == [rows[one.row][3] for one in reply.like]


def test_a_row_unlike_all_others_is_near_to_none(held: Answering, file: Path) -> None:
    assert ask(held, "similar", change=row_of(file, 3)).near > 1
    assert ask(held, "similar", change={"age": 500.0}).near == 0


def test_without_its_table_a_model_knows_no_past_rows(alone: Answering) -> None:
    assert ask(alone, "similar") == Reply()


@pytest.mark.parametrize("name", ["held", "alone"])
def test_the_nearest_change_changes_the_answer(name: str, request: pytest.FixtureRequest) -> None:
    held: Answering = request.getfixturevalue(name)
    before = ask(held, change={"age": 30.0})

    reply = ask(held, "change", change={"age": 30.0}, allowed=("age", "plan"))

    (changed,) = reply.changes
    assert (changed.column, changed.before) == ("age", 30.0)
    assert reply.answer != before.answer
    then = ask(held, change={"age": changed.after})
    assert (then.answer, then.chances) == (reply.answer, reply.chances)


def test_where_no_change_will_do_there_is_none_and_the_answer_is_as_before(held: Answering) -> None:
    before = ask(held, change={"age": 20.0}, why=False)

    assert ask(held, "change", change={"age": 20.0}, allowed=("plan",)) == replace(before, cautions=())
    assert ask(held, "change", change={"age": 20.0}, allowed=("age",), wanted=before.answer).changes == ()


def test_a_class_that_there_is_not_cannot_be_wanted(held: Answering) -> None:
    with pytest.raises(UsageError):
        ask(held, "change", allowed=("age",), wanted="maybe")


def test_answers_and_changes_are_as_it_was_decided(held: Answering) -> None:
    always = Decision(value="yes", chance=0.001)

    said = ask(held, decision=always)
    assert said.answer == "yes"
    assert said.why is not None
    assert said.why.value == "yes"
    strict = Decision(value="yes", chance=0.8)
    reply = ask(held, "change", change={"age": 30.0}, allowed=("age",), decision=strict)
    assert reply.answer == "yes"
    assert (reply.chances or {})["yes"] >= 0.8
    back = ask(held, "change", change={"age": 75.0}, allowed=("age",), decision=strict)
    assert (back.answer, (back.chances or {})["yes"] < 0.8) == ("no", True)


def test_a_row_of_the_table_is_given_as_it_can_be_asked_about(held: Answering, file: Path) -> None:
    reply = ask(held, "row", row=11)

    assert reply.cells == row_of(file, 11)
    assert reply.answer == cells(file)[12][3]
    assert held(Ask(about="answer", cells=reply.cells or {})).answer


def test_a_row_that_is_not_there_is_said(held: Answering, alone: Answering) -> None:
    for model, row in ((held, -1), (held, 100_000), (alone, 0)):
        with pytest.raises(NotFoundError):
            ask(model, "row", row=row)


def test_a_table_that_was_deleted_is_not_missed(tmp_path: Path, model: Path) -> None:
    held = opened(model, tmp_path / "gone")

    assert ask(held).why is not None
    with pytest.raises(NotFoundError):
        ask(held, "row")


def test_a_question_is_answered_on_one_thread(held: Answering, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[int] = []

    def answered_and_seen(*asked: Any) -> Reply:
        threads.extend(pool["num_threads"] for pool in threadpool_info())
        return answered(*asked)

    monkeypatch.setattr(answering, "answered", answered_and_seen)

    ask(held)

    assert set(threads) == {1}


def test_a_cell_of_another_kind_is_refused(held: Answering) -> None:
    with pytest.raises(UsageError):
        ask(held, change={"age": "forty"})
