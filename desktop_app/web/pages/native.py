"""The native side of the window: its dialogs and its title. In a browser there is none of this."""

from pathlib import Path

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from desktop_app.errors import UsageError
from desktop_app.web.context import context, native_dialogs
from desktop_app.workspace.personal import change_zoom

pages = Blueprint("native", __name__)
LONGEST_TITLE = 200
_STEPS = {"larger": 1, "smaller": -1, "usual": 0}


@pages.post("/native/open")
def open_file() -> ResponseReturnValue:
    """Ask for a file by the system's dialog; the page gets a ticket and the name, never the path."""
    return _ticket_for(native_dialogs().open_file())


@pages.post("/native/dropped")
def take_dropped() -> ResponseReturnValue:
    """Take the file that was dropped on the window; the page gets a ticket and the name, never the path."""
    path = native_dialogs().dropped_file()
    if path is None:
        raise UsageError("error.no_drop")
    return _ticket_for(path)


@pages.post("/native/title")
def show_title() -> ResponseReturnValue:
    """Write the page's title over the window."""
    native_dialogs().show_title(request.form.get("title", "")[:LONGEST_TITLE])
    return "", 204


@pages.post("/native/zoom")
def zoom() -> ResponseReturnValue:
    """Show the pages larger, smaller, or at their usual size, and remember it."""
    step = _STEPS.get(request.form.get("step", ""))
    if step is None:
        raise UsageError("error.not_understood")
    native_dialogs().zoom(change_zoom(context().workspace.choices, step))
    return "", 204


def _ticket_for(path: Path | None) -> ResponseReturnValue:
    if path is None:
        return jsonify(ticket="", name="")
    return jsonify(ticket=context().tickets.issue(path), name=path.name)
