"""What may come through the pipe, and what may not."""

from pathlib import Path

import pytest

from desktop_app.jobs.messages import (
    BrokenMessageError,
    decode,
    decode_order,
    encode,
    read_result,
    write_result,
)
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
