"""The worker's side of a talk about an open model: it answers one question after the other."""

import os
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, cast

from desktop_app.errors import DataError
from desktop_app.jobs.endings import problem_of
from desktop_app.jobs.messages import LONGEST, Said, decode_question, encode
from desktop_app.journeys.journey import Answering, Serving


def answer_all(pipe: "Connection[Any, Any]", answering: Answering | Serving, folder: str) -> None:
    """Answer what comes down *pipe* until it ends; what goes wrong with one question is its answer."""
    while True:
        try:
            raw = pipe.recv_bytes()
        except EOFError:
            return
        try:
            pipe.send_bytes(_answer(raw, answering, folder))
        except OSError:
            os._exit(0)  # nobody listens any more


def _answer(raw: bytes, answering: Answering | Serving, folder: str) -> bytes:
    said: Said
    try:
        said = cast(Callable[[object], Said], answering)(
            decode_question(raw)
        )  # it gets what it was asked for
        answer = encode(said)
        if len(answer) <= LONGEST:
            return answer
        said = problem_of(DataError("ask.too_long"), folder)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - the border of the process; the next question may be answered
        said = problem_of(error, folder)
    return encode(said)
