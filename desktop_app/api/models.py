"""Models: those that were learned here, and those that came as a file."""

from io import BytesIO

from flask import Response, send_file

from desktop_app.api.asked import OnePath, PartQuery
from desktop_app.api.paging import ids_of
from desktop_app.api.routes import BYTES, Routes
from desktop_app.api.telling import model_brief, model_told, other_told
from desktop_app.api.told import Model, Models
from desktop_app.api.told_others import OtherModel, OtherModels
from desktop_app.errors import NotFoundError
from desktop_app.records.results import Evaluation
from desktop_app.records.stored import StoredTraining
from desktop_app.web.context import context
from desktop_app.web.files import file_name
from desktop_app.web.laid_down import check_saving
from desktop_app.web.model_file import learned, packed

routes = Routes("models", "Models")


@routes.get("/models", Models)
def list_models(query: PartQuery) -> Models:
    """List the models."""
    ids, after = ids_of("model", query)
    return Models(items=[model_brief(*model(one)) for one in ids], next=after)


@routes.get("/models/<thing>", Model)
def get_model(path: OnePath) -> Model:
    """Tell of a model: whether to trust it, how good it is, and what it needs."""
    return model_told(*model(path.thing))


@routes.file("/models/<thing>/file")
def get_model_file(path: OnePath) -> Response:
    """Hand the model over as a .hunch file."""
    check_saving()
    training = learned(path.thing)
    content = packed(training)
    file = training.model if content is None else BytesIO(content)
    name = file_name(training.name, ".hunch")
    return send_file(file, mimetype=BYTES, as_attachment=True, download_name=name)


@routes.delete("/models/<thing>")
def delete_model(path: OnePath) -> Response:
    """Put a model out of sight, with what it answered. Hunch can bring it back until it ends."""
    context().workspace.trainings.delete(learned(path.thing).id)
    return Response(status=204)


@routes.get("/other-models", OtherModels)
def list_others(query: PartQuery) -> OtherModels:
    """List the models that answer no rows: forecasts, groups and what is usual."""
    ids, after = ids_of("other", query)
    others = context().workspace.others
    return OtherModels(items=[other_told(others.get(one)) for one in ids], next=after)


@routes.get("/other-models/<thing>", OtherModel)
def get_other(path: OnePath) -> OtherModel:
    """Tell of a model that answers no rows."""
    return other_told(context().workspace.others.get(path.thing))


@routes.file("/other-models/<thing>/file")
def get_other_file(path: OnePath) -> Response:
    """Hand a model that answers no rows over as a .hunch file."""
    check_saving()
    stored = context().workspace.others.get(path.thing)
    name = file_name(stored.name, ".hunch")
    return send_file(stored.model, mimetype=BYTES, as_attachment=True, download_name=name)


def model(model_id: str) -> tuple[StoredTraining, Evaluation]:
    """Return a training that has a model, and what came of it; raises NotFoundError where it has none."""
    training = learned(model_id)
    if training.evaluation is None:
        raise NotFoundError("error.not_found")
    return training, training.evaluation
