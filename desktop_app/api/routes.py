"""The addresses of one kind of thing: what each takes and answers, and which scope it needs."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any, TypeVar

from flask import Response, url_for
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag

from desktop_app.api.said import Told
from desktop_app.records.programs import Scope
from desktop_app.service.problems import MEDIA_TYPE

ROOT = "/api/v1"
REPLAYED = "Idempotency-Replayed"  # the header of an answer to a request that was sent before
BYTES = "application/octet-stream"
FILE = {BYTES: {"schema": {"type": "string", "format": "binary"}}}  # as a body or an answer
View = TypeVar("View", bound=Callable[..., "Told | Response"])
Documented = dict[int | str, Any]
_TEXT = {"type": "string"}
_ALWAYS = {
    401: "The token is missing or wrong",
    403: "Not for this token, not under this name, or not to web pages",
    404: "There is no such thing",
    422: "The request does not fit; each thing that is wrong is named",
    500: "A fault of the program; its reference is in the log",
    507: "The disk does not take it",
}
_WITH_BODY = {
    400: "The request is no JSON",
    413: "The request is too large",
    415: "The request is of another kind",
}
_LATER = {503: "Ask again after Retry-After seconds"}
_scopes: dict[str, Scope | None] = {}  # of every view; None: any token will do


def scope_of(endpoint: str) -> Scope | None:
    """Return what a program must be let do there. Raises KeyError for a view that says nothing of it."""
    return _scopes[endpoint]


class Routes:
    """Collects the views of one kind of thing."""

    def __init__(self, name: str, title: str) -> None:
        self.part = APIBlueprint(
            name, __name__, url_prefix=ROOT, abp_tags=[Tag(name=title)], abp_security=[{"token": []}]
        )

    def get(self, rule: str, answer: type[Told], *, scope: Scope | None = "read") -> Callable[[View], View]:
        """Register a view that tells of something."""
        return self._asked("get", rule, scope, {200: answer})

    def file(self, rule: str) -> Callable[[View], View]:
        """Register a view that hands a file over."""
        return self._asked("get", rule, "read", {200: {"content": FILE, "description": "The file"}}, _LATER)

    def description(self, rule: str) -> Callable[[View], View]:
        """Register the view that describes all others; any token is for it."""
        content = {"application/json": {"schema": {"type": "object"}}}
        return self._asked("get", rule, None, {200: {"content": content, "description": "OpenAPI 3.1"}})

    def job(self, rule: str, scope: Scope, *, takes: dict[str, Any] | None = None) -> Callable[[View], View]:
        """Register a view that makes a job; what it *takes* is said here where that is no JSON."""
        answers: Documented = {202: _accepted()}
        return self._asked("post", rule, scope, answers, _WITH_BODY, takes)

    def act(self, rule: str, answer: type[Told], scope: Scope | None) -> Callable[[View], View]:
        """Register a view that does something at once, and tells of it."""
        return self._asked("post", rule, scope, {200: answer})

    def delete(self, rule: str) -> Callable[[View], View]:
        """Register a view that puts something out of sight."""
        return self._asked("delete", rule, "delete", {204: None})

    def _asked(  # noqa: PLR0913, PLR0917 - each part of the description once
        self,
        method: str,
        rule: str,
        scope: Scope | None,
        answers: Documented,
        problems: dict[int, str] | None = None,
        takes: dict[str, Any] | None = None,
    ) -> Callable[[View], View]:
        responses: Documented = {**answers, **{status: _problem(said) for status, said in _ALWAYS.items()}}
        responses |= {status: _problem(said) for status, said in (problems or {}).items()}

        def register(view: View) -> View:
            @wraps(view)
            def answered(**asked: Any) -> Response:
                return _sent(view(**asked))

            route = getattr(self.part, method)
            extensions = {"requestBody": takes} if takes else None
            named = {"operation_id": view.__name__, "openapi_extensions": extensions}
            route(rule, responses=responses, **named)(answered)
            _scopes[f"{self.part.name}.{view.__name__}"] = scope
            return view

        return register


def accepted(job: Told, job_id: str, *, again: bool = False) -> Response:
    """Return that a job is on its way, and where that is told; *again*: it was asked for before."""
    response = _sent(job)
    response.status_code = HTTPStatus.ACCEPTED
    response.headers["Location"] = url_for("jobs.get_job", thing=job_id)
    if again:
        response.headers[REPLAYED] = "true"
    return response


def _sent(told: Told | Response) -> Response:
    if isinstance(told, Response):
        return told
    return Response(told.model_dump_json(by_alias=True), content_type="application/json")


def _accepted() -> dict[str, Any]:
    location = {"schema": _TEXT, "description": "Where to see how far the job is."}
    return {
        "description": "A job does it",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Job"}}},
        "headers": {"Location": location},
    }


def _problem(said: str) -> dict[str, Any]:
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {"description": said, "content": content}
