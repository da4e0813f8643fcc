"""This computer: what it has and lacks for Hunch, and the file for IT, by a dialog or as a download."""

from io import BytesIO

from flask import Blueprint, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue

from desktop_app.web.computer import FILE, save_shown, shown_file, this_computer

pages = Blueprint("computer", __name__)
_LONGEST = 200  # letters of a name


@pages.get("/computer")
def show() -> str:
    """Show what needs attention first, and the file for IT before it is saved."""
    return render_template(
        "computer/show.html", computer=this_computer(), saved=request.args.get("saved", "")[:_LONGEST]
    )


@pages.post("/computer/file")
def save() -> ResponseReturnValue:
    """Ask where to save the file that was shown, and write it there."""
    saved = save_shown(request.form.get("mark", ""))
    return redirect(url_for(".show", saved=saved.name if saved else None), 303)


@pages.get("/computer/file/<mark>")
def download(mark: str) -> ResponseReturnValue:
    """Hand the file that was shown over as a download; one that was shown long ago is shown anew first."""
    content = shown_file(mark)
    if not content:
        return redirect(url_for(".show"), 303)
    return send_file(BytesIO(content), as_attachment=True, download_name=FILE, mimetype="application/json")
