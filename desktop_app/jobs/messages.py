"""The messages between the app and a worker: JSON, never pickle.

A worker that a crafted file has taken over may send anything. It must not be able to run code in the app, to
fill its memory, or to leave it with a sentence that cannot be said.
"""

import json
import math
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from desktop_app.errors import from_code
from desktop_app.errors.sayings import SAYINGS
from desktop_app.records.asking import Ask, Ready, Reply
from desktop_app.records.jobs import Finished, Message, Order, Problem, Progress
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.notices import Notice
from desktop_app.records.serving import AskRows, RowsAnswered

LONGEST = 1024 * 1024  # bytes of one message from a worker
RESULT = "result.json"
LARGEST_RESULT = 256 * 1024 * 1024  # bytes: the profile of the widest table stays far below

Said = Ready | Reply | RowsAnswered | Problem  # by a worker that is asked
_KINDS: dict[str, type[Message]] = {"progress": Progress, "finished": Finished, "problem": Problem}
_SAID: dict[str, type[Said]] = {
    "ready": Ready,
    "reply": Reply,
    "rowsanswered": RowsAnswered,
    "problem": Problem,
}
_ASKED: dict[str, type[Ask | AskRows]] = {"ask": Ask, "askrows": AskRows}
_MISFITS = (ValueError, TypeError, LookupError, ArithmeticError, RecursionError)

T = TypeVar("T")


class BrokenMessageError(Exception):
    """What came through the pipe is none of our messages."""


def encode(record: Message | Order | Said | Ask | AskRows) -> bytes:
    """Return a record as it goes through the pipe; raises ValueError for a number that is not finite."""
    return _text({"kind": type(record).__name__.lower(), "body": to_json(record)})


def decode(raw: bytes) -> Message:
    """Return the message that a worker sent; raises BrokenMessageError."""
    return _decoded(raw, _KINDS, _checked)


def decode_said(raw: bytes) -> Said:
    """Return what a worker said that is asked; raises BrokenMessageError."""
    return _decoded(raw, _SAID, _checked_said)


def decode_order(raw: bytes) -> Order:
    """Return the order that the app sent."""
    return from_json(Order, _strict(raw)["body"])


def decode_question(raw: bytes) -> Ask | AskRows:
    """Return the question that the app sent."""
    said = _strict(raw)
    return from_json(_ASKED[said["kind"]], said["body"])


def write_result(folder: Path, result: dict[str, JSON]) -> None:
    """Leave the result of a job in its folder: it can be larger than a message may be."""
    (folder / RESULT).write_bytes(_text(result))


def read_result(folder: Path) -> dict[str, JSON]:
    """Return the result that a job left in its folder; raises BrokenMessageError."""
    file = folder / RESULT
    try:
        if file.is_symlink() or file.stat().st_size > LARGEST_RESULT:
            raise BrokenMessageError("no result of ours")
        result = _strict(file.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise BrokenMessageError(type(error).__name__) from error
    if not isinstance(result, dict):
        raise BrokenMessageError("no result of ours")
    return result


def _decoded(raw: bytes, kinds: Mapping[str, type[T]], check: Callable[[T], T]) -> T:
    try:
        match _strict(raw, _finite):
            case {"kind": str(kind), "body": dict(body), **rest} if kind in kinds and not rest:
                return check(from_json(kinds[kind], body))
    except _MISFITS as error:
        raise BrokenMessageError(type(error).__name__) from error
    raise BrokenMessageError("no message of ours")


def _checked(message: Message) -> Message:
    """Return the message if what it says can be shown."""
    match message:
        case Progress(fraction=fraction):
            if not 0 <= fraction <= 1:
                raise ValueError("out of range")
        case Problem():
            _check_problem(message)
        case _:
            pass
    return message


def _checked_said(said: Said) -> Said:
    """Return what was said if it can be shown."""
    match said:
        case Problem():
            _check_problem(said)
        case Reply(cautions=cautions):
            for caution in cautions:
                _check_notice(caution)
        case _:
            pass
    return said


def _check_problem(problem: Problem) -> None:
    if problem.code not in SAYINGS:
        raise ValueError("a code without a sentence")
    if not from_code(problem.code, problem.values).message:
        raise ValueError("a sentence without its values")


def _check_notice(notice: Notice) -> None:
    from desktop_app.reports.catalogue import SENTENCES  # which the first page does not need
    from desktop_app.reports.notice_words import notice_text

    if notice.code not in SENTENCES:
        raise ValueError("a code without a sentence")
    notice_text(notice)  # what cannot be written as it asks for raises here, and not in a page


def _text(value: object) -> bytes:
    return json.dumps(value, allow_nan=False, separators=(",", ":")).encode("ascii")


def _strict(raw: bytes, number: Callable[[str], float] = float) -> Any:
    return json.loads(raw, parse_constant=_refuse, parse_float=number)


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(digits)
    return number


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
