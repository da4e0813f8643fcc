"""What a service says when it does not answer: problem details (RFC 9457), in the words of the catalogue."""

import json
import logging
import secrets
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from flask import Flask, Response, g, request
from werkzeug.exceptions import HTTPException

from desktop_app.errors import AppError, DataError, FileError, InternalError, UsageError
from desktop_app.errors.sayings import SAYINGS
from desktop_app.errors.traces import trace_of
from desktop_app.language import say, size

log = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"
LATER = 2  # seconds after which to ask again
_HTTP = {404: "service.not_found", 405: "service.method", 413: "service.too_large"}


class RefusedError(Exception):
    """A request that is not answered: the status, what to say, and each thing in it that is wrong."""

    def __init__(
        self,
        status: int,
        code: str,
        values: Mapping[str, object] | None = None,
        errors: Sequence[Mapping[str, object]] = (),
    ) -> None:
        super().__init__(code)
        self.status, self.code = status, code
        self.values, self.errors = dict(values or {}), list(errors)


def install(app: Flask) -> None:
    """Register what is said of each kind of failure."""
    app.register_error_handler(RefusedError, _refused)
    app.register_error_handler(AppError, _met)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, unforeseen)


def saying(code: str, values: Mapping[str, object]) -> str:
    """Return the sentence of a code."""
    return say(SAYINGS[code].message, values)


def _refused(error: RefusedError) -> Response:
    headers = {"WWW-Authenticate": "Bearer"} if error.status == HTTPStatus.UNAUTHORIZED else {}
    more = {"errors": error.errors} if error.errors else {}
    return problem(error.status, error.code, error.values, headers, more)


def _met(error: AppError) -> Response:
    """Answer for what the worker met: a table that cannot be answered, or a model that does not answer."""
    if isinstance(error, DataError | FileError | UsageError):
        return problem(HTTPStatus.UNPROCESSABLE_ENTITY, error.code, error.values)
    if error.code == "error.unexpected":
        return problem(HTTPStatus.INTERNAL_SERVER_ERROR, error.code, error.values)
    return problem(HTTPStatus.SERVICE_UNAVAILABLE, error.code, error.values, {"Retry-After": str(LATER)})


def _http(error: HTTPException) -> Response:
    return problem_of_http(error, _HTTP.get(error.code or 0, "service.not_understood"))


def problem_of_http(error: HTTPException, code: str) -> Response:
    """Return what is said where the address, the method or the size of a request is wrong."""
    values = {"size": size(request.max_content_length or 0)}
    allow = error.get_response().headers.get("Allow")
    status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    return problem(status, code, values, {"Allow": allow} if allow else {})


def unforeseen(error: Exception) -> Response:
    """Return what is said of a fault of ours, which is noted in the log under the same reference."""
    reference = secrets.token_hex(4)
    # The rule, not the address: ids and names of the person's files stay out of the log.
    log.error("%s: unforeseen on %s: %s", reference, request.url_rule, trace_of(error))
    bug = InternalError("error.unexpected", reference=reference)
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, bug.code, bug.values)


def problem(
    status: int,
    code: str,
    values: Mapping[str, object],
    headers: Mapping[str, str] | None = None,
    more: Mapping[str, Any] | None = None,
) -> Response:
    """Return what is said with a status: the sentence and the hint of a code, and *more* facts."""
    g.code = code
    facts = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": int(status),
        "detail": saying(code, values),
        "hint": say(SAYINGS[code].hint, values),
        "code": code,
        **(more or {}),
    }
    return Response(json.dumps(facts), int(status), dict(headers or {}), content_type=MEDIA_TYPE)
