"""Which page shows a model of the workspace, whatever its kind."""

from typing import Any

from flask import url_for

from desktop_app.errors import NotFoundError
from desktop_app.web.context import context

SHOWN_BY = {"forecast": "ahead", "compared": "beside"}  # pages, by the kind of a model that answers no rows


def page_of(model_id: str, part: str | None = None, **told: Any) -> str:
    """Return the address of the page of a model, at one of its parts.

    *told*: what it says there: `here`, that the model was here before; as what it was `saved` just now, or
    all that was told of its newer `rows`.
    """
    try:
        other = context().workspace.others.get(model_id)
    except NotFoundError:
        return url_for("results.of_training", training_id=model_id, _anchor=part, **told)
    return url_for(f"{SHOWN_BY[other.kind]}.show", model_id=model_id, _anchor=part, **told)
