"""Pictures that a page has drawn: in the window the program writes the file, a browser does so itself."""

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from desktop_app.errors import UsageError
from desktop_app.web.context import native_dialogs
from desktop_app.web.drawn import LARGEST, ending_of
from desktop_app.web.files import file_name, write_file

pages = Blueprint("pictures", __name__)


@pages.post("/pictures")
def save() -> ResponseReturnValue:
    """Write a picture to where the person says, and return the name that it got there."""
    dialogs = native_dialogs()
    if not 0 < (request.content_length or 0) <= LARGEST:
        raise UsageError("error.not_understood")
    drawn = request.get_data(cache=False)
    ending = ending_of(drawn)
    goal = dialogs.save_file(file_name(request.args.get("name", ""), ending), (ending,))
    return jsonify(saved=write_file(drawn, goal).name if goal else "")
