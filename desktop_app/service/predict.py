"""Rows come in as JSON or CSV and go out with answers, which the model worker computes."""

import os
import secrets
from collections.abc import Iterator
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import BinaryIO

from flask import Blueprint, Response, g, request

from desktop_app.records.serving import AskRows, RowsAnswered
from desktop_app.service.problems import RefusedError
from desktop_app.service.refused import refused
from desktop_app.service.state import service
from desktop_app.workspace.folders import remove

predict = Blueprint("predict", __name__)

JSON, CSV = "application/json", "text/csv"
_AS_TEXT = 256 * 1024  # bytes of a request that goes to the worker as a message
_AT_ONCE = 64 * 1024  # bytes
_ROWS, _ANSWERS = "rows.csv", "answers.csv"  # the first name is the one that sentences name


@predict.post("/v1/predict")
def answer() -> Response:
    """Answer every row, in its order."""
    if request.mimetype == JSON:
        return _answer_rows(request.get_data(cache=False))
    if request.mimetype == CSV:
        return _answer_table()
    raise RefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "service.media_type")


def _answer_rows(raw: bytes) -> Response:
    served, rules = service().rows, service().rules
    name = secrets.token_hex(8)
    rows, out = served.folder / f"{name}.in", served.folder / f"{name}.out"
    question = AskRows(form="json", text=_decoded(raw), out=out.name, most=rules.most_rows)
    if len(raw) > _AS_TEXT:
        rows.write_bytes(raw)
        question = AskRows(form="json", file=rows.name, out=out.name, most=rules.most_rows)
    try:
        said = served.ask(question, rules.seconds)
        if said.refusal:
            raise refused(said.refusal, rules.most_rows)
        _count(said)
        return Response(said.text, content_type=JSON) if said.text else _sent(out, JSON)
    finally:
        remove(rows)
        remove(out)


def _answer_table() -> Response:
    served, rules = service().tables, service().rules
    folder = served.folder / secrets.token_hex(8)
    folder.mkdir(mode=0o700)
    try:
        with (folder / _ROWS).open("wb") as file:
            while chunk := request.stream.read(_AT_ONCE):
                file.write(chunk)
        question = AskRows(form="table", file=f"{folder.name}/{_ROWS}", out=f"{folder.name}/{_ANSWERS}")
        _count(served.ask(question, rules.seconds))
        return _sent(folder / _ANSWERS, f"{CSV}; charset=utf-8")
    finally:
        remove(folder)


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedError(HTTPStatus.BAD_REQUEST, "service.no_json") from error


def _count(said: RowsAnswered) -> None:
    g.rows, g.cautions = said.rows, said.cautions
    service().metrics.answered(said.rows, said.cautions)


def _sent(path: Path, kind: str) -> Response:
    """Return a file piece by piece; a link that a worker left there is not followed."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    file = os.fdopen(handle, "rb")

    def pieces() -> Iterator[bytes]:
        while piece := file.read(_AT_ONCE):
            yield piece

    response = Response(pieces(), content_type=kind)
    response.content_length = os.fstat(handle).st_size
    response.call_on_close(partial(_put_away, file, path))
    return response


def _put_away(file: BinaryIO, path: Path) -> None:
    file.close()
    remove(path)  # which Windows does not do while it is open
