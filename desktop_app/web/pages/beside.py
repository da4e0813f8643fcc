"""Groups, or what is usual, kept as a model: what it says of itself, and new rows beside its old ones."""

from flask import Blueprint, render_template, request

from desktop_app.web.beside import beside_page
from desktop_app.web.context import context
from desktop_app.web.newer_rows import bringing_to
from desktop_app.web.other_models import other_thing
from desktop_app.web.went_beside import went_beside

pages = Blueprint("beside", __name__)


@pages.get("/compared/<model_id>")
def show(model_id: str) -> str:
    """Show the model."""
    stored = context().workspace.others.compared(model_id)
    return render_template(
        "beside/show.html",
        stored=stored,
        page=beside_page(stored),
        bringing=bringing_to(stored),
        went=went_beside(stored),
        thing=other_thing(stored),
        is_here="here" in request.args,
        saved=request.args.get("saved", ""),
        rows=request.args.get("rows", ""),
    )
