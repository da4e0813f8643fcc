"""The native side of the window: its dialogs and its title. In a browser there is none of this."""

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from desktop_app.errors import NotFoundError
from desktop_app.web.context import Dialogs, context

pages = Blueprint("native", __name__)
LONGEST_TITLE = 200


@pages.post("/native/open")
def open_file() -> ResponseReturnValue:
    """Ask for a file by the system's dialog; the page gets a ticket and the name, never the path."""
    path = _dialogs().open_file()
    if path is None:
        return jsonify(ticket="", name="")
    return jsonify(ticket=context().tickets.issue(path), name=path.name)


@pages.post("/native/title")
def show_title() -> ResponseReturnValue:
    """Write the page's title over the window."""
    _dialogs().show_title(request.form.get("title", "")[:LONGEST_TITLE])
    return "", 204


def _dialogs() -> Dialogs:
    dialogs = context().dialogs
    if dialogs is None:
        raise NotFoundError("error.not_found")
    return dialogs
