"""One door for every failure: it becomes a page, a fragment of a page, or JSON."""

import logging
import secrets

from flask import Flask, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from desktop_app.errors import AppError, InternalError, NotFoundError, UsageError
from desktop_app.errors.traces import trace_of

log = logging.getLogger(__name__)

HTTP_CODES = {404: "error.not_found", 405: "error.not_found", 413: "error.upload_too_big"}


def install(app: Flask) -> None:
    """Register the three handlers: foreseen, HTTP, and unforeseen."""
    app.register_error_handler(AppError, _foreseen)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unforeseen)


def _foreseen(error: AppError) -> ResponseReturnValue:
    return answer(error, error.status)


def _http(error: HTTPException) -> ResponseReturnValue:
    status = error.code or 500
    kind = NotFoundError if status in (404, 405) else UsageError
    return answer(kind(HTTP_CODES.get(status, "error.not_understood")), status)


def _unforeseen(error: Exception) -> ResponseReturnValue:
    reference = secrets.token_hex(4)
    # The rule, not the address: ids and names of the person's files stay out of the log.
    where = f"{request.method} {request.url_rule}"
    log.error("%s: unforeseen on %s: %s", reference, where, trace_of(error))
    return answer(InternalError("error.unexpected", reference=reference), 500)


def answer(error: AppError, status: int) -> ResponseReturnValue:
    """Return the failure in the form in which the caller can show it."""
    if request.path.startswith("/api/") or request.accept_mimetypes.best == "application/json":
        return jsonify(error={"code": error.code, "message": error.message, "hint": error.hint}), status
    template = "errors/_problem.html" if "HX-Request" in request.headers else "errors/show.html"
    return render_template(template, problem=error), status
