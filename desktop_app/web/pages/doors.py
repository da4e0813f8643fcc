"""The two ways in that carry a secret of their own: a link, and the hand-over of a second start."""

from pathlib import Path

from flask import Blueprint, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from desktop_app.web.assets import sheet
from desktop_app.web.bringing import open_source
from desktop_app.web.context import context
from desktop_app.web.guard import refusal
from desktop_app.web.sources import Source

pages = Blueprint("doors", __name__)


@pages.get("/enter")
def enter() -> ResponseReturnValue:
    """Open the session at once in our own window; in a browser show the one button that does."""
    entrance, key = context().entrance, request.args.get("key", "")
    if entrance.window and request.method == "GET":
        return _open_session(key)
    if entrance.window or not entrance.knows(key):
        return refusal()
    if "sheet" in request.args:  # nothing else is served before the session is open
        return sheet("css/enter.css")
    return render_template("doors/enter.html", key=key)


@pages.post("/enter")
def use_link() -> ResponseReturnValue:
    """Open the session and use the link up, so that a preview of the link cannot."""
    return _open_session(request.form.get("key", ""))


@pages.post("/handover")
def hand_over() -> ResponseReturnValue:
    """Take over the file of a second start of the program, and show it."""
    here, order = context(), request.get_json(silent=True) or {}
    if any(name == "Origin" or name.startswith("Sec-Fetch-") for name, _ in request.headers):
        return refusal()
    if not isinstance(order, dict) or not here.entrance.is_handover_key(str(order.get("key", ""))):
        return refusal()
    goal = _open_file(Path(order["file"])) if order.get("file") else url_for("start.show")
    if here.dialogs:
        here.dialogs.show_page(goal)
    return jsonify(link="" if here.entrance.window else here.entrance.link(goal))


def _open_session(key: str) -> ResponseReturnValue:
    entrance = context().entrance
    goal = entrance.use_up(key)
    if goal is None:
        return refusal()
    response = redirect(goal, 303)
    response.set_cookie(entrance.cookie, entrance.session, httponly=True, samesite="Strict")
    return response


def _open_file(path: Path) -> str:
    return open_source(Source(path=path, name=path.name))
