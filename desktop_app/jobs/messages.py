"""The messages between the app and a worker: JSON, never pickle.

A worker that a crafted file has taken over may send anything. It must not be able to run code in the app, to
fill its memory, or to leave it with a sentence that cannot be said.
"""

import json
import math
from pathlib import Path
from typing import Any, NoReturn

from desktop_app.errors import from_code
from desktop_app.errors.sayings import SAYINGS
from desktop_app.records.jobs import Finished, Message, Order, Problem, Progress
from desktop_app.records.jsonable import JSON, from_json, to_json

LONGEST = 1024 * 1024  # bytes of one message from a worker
RESULT = "result.json"
LARGEST_RESULT = 256 * 1024 * 1024  # bytes: the profile of the widest table stays far below
_KINDS: dict[str, type[Message]] = {"progress": Progress, "finished": Finished, "problem": Problem}


class BrokenMessageError(Exception):
    """What came through the pipe is none of our messages."""


def encode(record: Message | Order) -> bytes:
    """Return a record as it goes through the pipe; raises ValueError for a number that is not finite."""
    return _text({"kind": type(record).__name__.lower(), "body": to_json(record)})


def decode(raw: bytes) -> Message:
    """Return the message that a worker sent; raises BrokenMessageError."""
    try:
        match _strict(raw):
            case {"kind": str(kind), "body": dict(body), **rest} if kind in _KINDS and not rest:
                return _checked(from_json(_KINDS[kind], body))
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise BrokenMessageError(type(error).__name__) from error
    raise BrokenMessageError("no message of ours")


def decode_order(raw: bytes) -> Order:
    """Return the order that the app sent."""
    return from_json(Order, _strict(raw)["body"])


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


def _checked(message: Message) -> Message:
    """Return the message if what it says can be shown."""
    match message:
        case Progress(fraction=fraction, seconds_left=left):
            if not 0 <= fraction <= 1 or not math.isfinite(left or 0):
                raise ValueError("out of range")
        case Problem(code=code, values=values):
            if code not in SAYINGS:
                raise ValueError("a code without a sentence")
            if not from_code(code, values).message:
                raise ValueError("a sentence without its values")
        case _:
            pass
    return message


def _text(value: object) -> bytes:
    return json.dumps(value, allow_nan=False, separators=(",", ":")).encode("ascii")


def _strict(raw: bytes) -> Any:
    return json.loads(raw, parse_constant=_refuse)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
