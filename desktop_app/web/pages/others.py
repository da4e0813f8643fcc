"""What is done with the file and the name of a model that answers no rows, whatever it does."""

from pathlib import Path
from typing import Any

from flask import Blueprint, Response, redirect, request, send_file, url_for
from flask.typing import ResponseReturnValue

from desktop_app.web.context import context, native_dialogs
from desktop_app.web.files import copy_file, file_name
from desktop_app.web.laid_down import check_saving
from desktop_app.web.model_pages import page_of

pages = Blueprint("others", __name__)
_MODEL = ".hunch"


@pages.get("/other-models/<model_id>/file")
def file(model_id: str) -> Response:
    """Hand the model over as a download."""
    check_saving()
    stored = context().workspace.others.get(model_id)
    return send_file(stored.model, as_attachment=True, download_name=file_name(stored.name, _MODEL))


@pages.post("/other-models/<model_id>/file")
def save(model_id: str) -> ResponseReturnValue:
    """Ask where to save the model, and write it there."""
    check_saving()
    stored = context().workspace.others.get(model_id)
    goal = native_dialogs().save_file(file_name(stored.name, _MODEL), (_MODEL,))
    saved = copy_file(Path(stored.model), goal) if goal else None
    return redirect(page_of(model_id, saved=saved.name if saved else None), 303)


@pages.post("/other-models/<model_id>/name")
def rename(model_id: str) -> ResponseReturnValue:
    """Give it another name; in the list that can be taken back."""
    was = context().workspace.others.get(model_id).name
    context().workspace.others.rename(model_id, request.form.get("name", ""))
    if "list" not in request.args:
        return redirect(page_of(model_id), 303)
    told: dict[str, Any] = {} if "undone" in request.args else {"renamed": model_id, "was": was}
    return redirect(url_for("models.show", **told, **_place()), 303)


@pages.post("/other-models/<model_id>/delete")
def delete(model_id: str) -> ResponseReturnValue:
    """Put it out of sight; it can be brought back until the program ends."""
    name = context().workspace.others.get(model_id).name
    context().workspace.others.delete(model_id)
    return redirect(url_for("models.show", undo_other_id=model_id, name=name, **_place()), 303)


@pages.post("/other-models/<other_id>/undo")
def undo_delete(other_id: str) -> ResponseReturnValue:
    """Bring it back."""
    context().workspace.others.undo_delete(other_id)
    return redirect(url_for("models.show"), 303)


def _place() -> dict[str, Any]:
    return {name: request.values[name] for name in ("search", "order") if request.values.get(name)}
