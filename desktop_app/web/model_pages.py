"""Which page shows a model of the workspace, whatever its kind."""

from flask import url_for

from desktop_app.errors import NotFoundError
from desktop_app.web.context import context


def page_of(model_id: str, here: int | None = None) -> str:
    """Return the address of the page of a model; *here*: it is said that it was here before."""
    try:
        context().workspace.others.get(model_id)
    except NotFoundError:
        return url_for("results.of_training", training_id=model_id, here=here)
    return url_for("ahead.show", model_id=model_id, here=here)
