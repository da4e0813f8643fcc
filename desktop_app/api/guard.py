"""Who may ask: programs of the person's with a token of theirs; no web page, whatever it sends.

Pages of other sites, and of other ports of this computer, can reach this port as well. What they send carries
Origin or Sec-Fetch-*, which no program needs to send, so any of these is refused. Cookies are not looked at.
"""

from http import HTTPStatus

from flask import Flask, Response, current_app, g, request

from desktop_app.api.routes import scope_of
from desktop_app.records.programs import Scope, StoredProgram
from desktop_app.service.guard import SEAL
from desktop_app.service.problems import RefusedError
from desktop_app.settings import read_settings
from desktop_app.web.context import context
from desktop_app.workspace.allowed import check_allowed

PORT = "HUNCH_PORT"


def install(app: Flask) -> None:
    """Put the guard before every request, and the seal on every answer."""
    app.before_request(_check)
    app.after_request(_seal)


def program() -> StoredProgram:
    """Return which program asks."""
    found: StoredProgram = g.program
    return found


def need(scope: Scope) -> None:
    """Raise RefusedError where the program that asks may not do such things."""
    if scope not in program().scopes:
        raise RefusedError(HTTPStatus.FORBIDDEN, "api.scope", {"scope": scope})


def _check() -> None:
    port = current_app.config[PORT]
    if request.headers.getlist("Host") not in ([f"127.0.0.1:{port}"], [f"localhost:{port}"]):
        raise RefusedError(HTTPStatus.FORBIDDEN, "api.foreign_host")
    if any(name == "Origin" or name.startswith("Sec-Fetch") for name in request.headers.keys()):  # noqa: SIM118
        raise RefusedError(HTTPStatus.FORBIDDEN, "api.from_page")
    check_allowed("api", read_settings().policy)
    found = context().workspace.programs.of_token(_token())
    if found is None:
        raise RefusedError(HTTPStatus.UNAUTHORIZED, "api.no_token")
    g.program = found
    context().workspace.programs.note_use(found)
    if request.endpoint and (scope := scope_of(request.endpoint)):
        need(scope)


def _token() -> str:
    """Return the one token that the request brings; two are none."""
    sent = request.headers.getlist("Authorization")
    kind, _, token = sent[0].partition(" ") if len(sent) == 1 else ("", "", "")
    return token.strip() if kind.lower() == "bearer" else ""


def _seal(response: Response) -> Response:
    response.headers.update(SEAL)
    return response
