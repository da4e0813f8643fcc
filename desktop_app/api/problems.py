"""What is said instead of an answer: problem details (RFC 9457), in the words of the catalogue."""

import re
from collections.abc import Iterator, Mapping, Sequence
from http import HTTPStatus
from typing import Any

from flask import Flask, Response
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException

from desktop_app.errors import AppError, DataError, FileError, ModelError, UsageError
from desktop_app.service.problems import LATER, RefusedError, problem, problem_of_http, saying, unforeseen
from desktop_app.tables.names import nearest

MOST_NAMED = 100  # things that are wrong with one request
_HTTP = {404: "api.not_found", 405: "api.method", 413: "api.too_large"}
_FOR_PROGRAMS = {  # what is said to people, who have a page or a command line in front of them
    "error.not_found": "api.not_found",
    "cli.missing_columns": "api.missing_columns",
    "cli.columns_renamed": "api.missing_columns",
}
_WRONG = {  # of pydantic's types of errors: how they begin, and what is said
    "missing": "field.missing",
    "extra": "field.unknown",
    "bool": "field.yes_no",
    "int": "field.number",
    "float": "field.number",
    "finite": "field.number",
    "greater": "field.least",
    "less": "field.most",
    "string_too_long": "field.letters",
    "string_too_short": "field.missing",
    "string": "field.text",
    "list": "field.list",
    "too_long": "field.list",
    "model": "field.object",
    "literal": "field.choice",
}
_BOUNDS = {"ge": "least", "le": "most", "max_length": "most"}  # of pydantic's, as sentences have them


def install(app: Flask) -> None:
    """Register what is said of each kind of failure."""
    app.register_error_handler(RefusedError, _refused)
    app.register_error_handler(AppError, _met)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, unforeseen)


def wrong(detail: str, *place: str | int, where: str = "body") -> dict[str, object]:
    """Return one thing that is wrong with a request."""
    return {"in": where, "pointer": _pointer(place), "detail": detail}


def misnamed(name: str, names: Sequence[str], code: str = "field.no_column") -> str:
    """Return that there is nothing of that name, and which name is near it."""
    return saying(code, {"column": name, "suggestion": nearest(name, names)})


def refused(*errors: Mapping[str, object]) -> RefusedError:
    """Return what to raise where a request does not fit."""
    values = {"count": len(errors)}
    return RefusedError(HTTPStatus.UNPROCESSABLE_ENTITY, "api.form", values, errors[:MOST_NAMED])


def misfit(error: ValidationError) -> None:
    """Raise what is to be said of a request that does not fit its schema."""
    if error.title.endswith("Path"):
        raise RefusedError(HTTPStatus.NOT_FOUND, "api.not_found") from error
    where = next((place for place in ("query", "header") if error.title.lower().endswith(place)), "body")
    raise refused(*_errors(error, where)) from error


def for_programs(code: str) -> str:
    """Return the code by which programs are told the same."""
    return _FOR_PROGRAMS.get(code, code)


def _errors(error: ValidationError, where: str) -> Iterator[dict[str, object]]:
    for one in error.errors(include_url=False, include_input=False):
        code = next((code for start, code in _WRONG.items() if one["type"].startswith(start)), "field.wrong")
        context = one.get("ctx", {})
        bounds = {_BOUNDS[name]: value for name, value in context.items() if name in _BOUNDS}
        if "expected" in context:
            bounds["options"] = re.findall("'([^']*)'", context["expected"])
        yield wrong(saying(code, bounds), *one["loc"], where=where)


def _pointer(place: tuple[str | int, ...]) -> str:
    """Return a place in a request as a JSON pointer writes it (RFC 6901), in a URI."""
    parts = (str(part).replace("~", "~0").replace("/", "~1") for part in place)
    return "#" + "".join(f"/{part}" for part in parts)


def _refused(error: RefusedError) -> Response:
    more: dict[str, Any] = {"errors": error.errors} if error.errors else {}
    headers = {
        HTTPStatus.UNAUTHORIZED: {"WWW-Authenticate": 'Bearer realm="hunch"'},
        HTTPStatus.SERVICE_UNAVAILABLE: {"Retry-After": str(LATER)},
    }
    return problem(error.status, error.code, error.values, headers.get(HTTPStatus(error.status)), more)


def _met(error: AppError) -> Response:
    """Answer for what the pages would say; what a request brought and cannot be used does not fit."""
    brought = isinstance(error, DataError | FileError | ModelError | UsageError)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if brought else HTTPStatus(error.status)
    return problem(status, for_programs(error.code), error.values)


def _http(error: HTTPException) -> Response:
    return problem_of_http(error, _HTTP.get(error.code or 0, "api.not_understood"))
