"""Which page shows a model of the workspace, whatever its kind."""

from flask import url_for

from desktop_app.errors import NotFoundError
from desktop_app.web.context import context

SHOWN_BY = {"forecast": "ahead", "compared": "beside"}  # pages, by the kind of a model that answers no rows


def page_of(model_id: str, here: int | None = None, saved: str | None = None) -> str:
    """Return the address of the page of a model; *here*: it is said that it was here before.

    *saved*: under which name a copy of it was saved just now.
    """
    try:
        other = context().workspace.others.get(model_id)
    except NotFoundError:
        return url_for("results.of_training", training_id=model_id, here=here)
    return url_for(f"{SHOWN_BY[other.kind]}.show", model_id=model_id, here=here, saved=saved)
