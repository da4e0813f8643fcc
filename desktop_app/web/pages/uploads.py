"""A file in slices: how a browser hands over a file of any size."""

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from desktop_app.errors import UsageError
from desktop_app.web.context import context
from desktop_app.web.uploads import SLICE

pages = Blueprint("uploads", __name__)


@pages.post("/api/uploads")
def begin() -> ResponseReturnValue:
    """Make an empty working copy."""
    return jsonify(upload=context().uploads.begin()), 201


@pages.put("/api/uploads/<upload>")
def append(upload: str) -> ResponseReturnValue:
    """Write one slice into the working copy."""
    start = request.args.get("start", type=int)
    if start is None or start < 0 or (request.content_length or 0) > SLICE:
        raise UsageError("error.not_understood")
    return jsonify(size=context().uploads.append(upload, start, request.stream))
