"""What may come through the pipe, and what may not."""

from pathlib import Path

import pytest

from desktop_app.jobs.messages import (
    BrokenMessageError,
    Said,
    decode,
    decode_order,
    decode_question,
    decode_said,
    encode,
    read_result,
    write_result,
)
from desktop_app.records.asking import Ask, Changed, Like, Ready, Reason, Reply, Why
from desktop_app.records.decisions import Decision
from desktop_app.records.jobs import Finished, Message, Order, Problem, Progress
from desktop_app.records.notices import Notice

NOTICE = Notice(code="learn.checked", values={"count": 3, "share": 0.5, "names": ["ä", "b"]}, columns=("a",))


@pytest.mark.parametrize(
    "message",
    [
        Progress(fraction=0.5),
        Progress(fraction=1.0, notice=NOTICE, milestone=True, seconds_left=3.5),
        Finished(result={"deep": [{"a": None}]}),
        Problem(code="refuse.empty", values={"file": "\udce9.csv"}, traceback="..."),
    ],
)
def test_a_message_arrives_as_it_was_sent(message: Message) -> None:
    assert decode(encode(message)) == message


def test_an_order_arrives_as_it_was_sent() -> None:
    order = Order(journey="import", params={"path": "/ä.csv"}, folder="/work", language="de")

    assert decode_order(encode(order)) == order


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"no JSON",
        b"\xff\xfe",
        b"[]",
        b"null",
        b'{"kind":"progress"}',
        b'{"kind":"progress","body":{}}',
        b'{"kind":"progress","body":{"fraction":NaN}}',
        b'{"kind":"progress","body":{"fraction":1e999}}',
        b'{"kind":"progress","body":{"fraction":-0.1}}',
        b'{"kind":"progress","body":{"fraction":true}}',
        b'{"kind":"progress","body":{"fraction":0.5,"seconds_left":1e999}}',
        b'{"kind":"progress","body":{"fraction":0.5,"seconds_left":1' + b"0" * 400 + b"}}",
        b'{"kind":"reply","body":{}}',
        b'{"kind":"progress","body":{"fraction":0.5,"notice":{"code":7}}}',
        b'{"kind":"progress","body":{"fraction":0.5},"more":1}',
        b'{"kind":"order","body":{"journey":"x","params":{},"folder":"/"}}',
        b'{"kind":"problem","body":{"code":"no.such.code"}}',
        b'{"kind":"problem","body":{"code":"refuse.empty","values":{}}}',
        b'{"kind":"problem","body":{"code":"refuse.empty","values":{"code":"a","file":"b"}}}',
        b'{"kind":"finished","body":{"result":[]}}',
        b"[" * 100_000,
        b"9" * 10_000,
    ],
)
def test_anything_else_is_refused(raw: bytes) -> None:
    with pytest.raises(BrokenMessageError):
        decode(raw)


def test_a_number_that_is_none_does_not_leave_the_worker() -> None:
    with pytest.raises(ValueError, match="JSON"):
        encode(Finished(result={"score": float("nan")}))


def test_a_result_is_read_back_from_its_folder(tmp_path: Path) -> None:
    write_result(tmp_path, {"rows": 3})

    assert read_result(tmp_path) == {"rows": 3}


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a":Infinity}', "[" * 100_000])
def test_a_result_that_is_none_of_ours_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "result.json").write_text(text)

    with pytest.raises(BrokenMessageError):
        read_result(tmp_path)


def test_a_result_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenMessageError):
        read_result(tmp_path)


CAUTION = Notice(code="caution.unseen", values={"column": "plan", "value": "diamond"})
REASON = Reason(column="age", cell=41.0, amount=-0.1)


@pytest.mark.parametrize(
    "said",
    [
        Ready(),
        Reply(answer="yes", chances={"no": 0.2, "yes": 0.8}, cautions=(CAUTION,)),
        Reply(why=Why(value="yes", usual=0.9, answer=0.8, reasons=(REASON,)), cells={"age": None}),
        Reply(like=(Like(row=3, outcome="no", cells={"day": "2024-05-01"}),), near=4),
        Reply(amount=2.5, low=1.0, high=4.0, changes=(Changed(column="age", before=None, after=3.0),)),
        Problem(code="refuse.empty", values={"file": "a.csv"}),
    ],
)
def test_what_a_worker_says_that_is_asked_arrives_as_it_was_said(said: Said) -> None:
    assert decode_said(encode(said)) == said


def test_a_question_arrives_as_it_was_asked() -> None:
    decision = Decision(value="yes", chance=0.3)
    question = Ask(about="change", cells={"ä": 1.5}, allowed=("ä",), wanted="yes", decision=decision)

    assert decode_question(encode(question)) == question


@pytest.mark.parametrize(
    "raw",
    [
        b"no JSON",
        b'{"kind":"progress","body":{"fraction":0.5}}',
        b'{"kind":"finished","body":{"result":{}}}',
        b'{"kind":"reply","body":{"amount":NaN}}',
        b'{"kind":"reply","body":{"amount":1e999}}',
        b'{"kind":"reply","body":{"chances":{"yes":-1e999}}}',
        b'{"kind":"reply","body":{"amount":1' + b"0" * 400 + b"}}",
        b'{"kind":"reply","body":{"like":[{"row":0.5,"outcome":"","cells":{}}]}}',
        b'{"kind":"reply","body":{"cautions":[{"code":"no.such.code"}]}}',
        b'{"kind":"problem","body":{"code":"no.such.code"}}',
    ],
)
def test_anything_else_that_it_says_is_refused(raw: bytes) -> None:
    with pytest.raises(BrokenMessageError):
        decode_said(raw)
