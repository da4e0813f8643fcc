"""Predictions: the rows of a table, answered by a model."""

import math
from pathlib import Path

from flask import Response, send_file

from desktop_app.api.asked import FileQuery, KeyHeader, OnePath, PartQuery, PredictionAsked
from desktop_app.api.models import model
from desktop_app.api.once import digest_of, once
from desktop_app.api.ordered import order_prediction
from desktop_app.api.paging import cursor, ids_of, place_in
from desktop_app.api.routes import BYTES, Routes
from desktop_app.api.telling import prediction_brief, prediction_told
from desktop_app.api.told import Prediction, Predictions, Row, Rows
from desktop_app.api.written import answered_name, written_file
from desktop_app.errors import NotFoundError
from desktop_app.records.models import Answers
from desktop_app.records.orders import ANSWERS_FILE
from desktop_app.records.stored import StoredAnswers
from desktop_app.tables.stored.answer_rows import Answer, read_answer_rows
from desktop_app.web.context import context
from desktop_app.web.laid_down import check_saving

routes = Routes("predictions", "Predictions")


@routes.get("/predictions", Predictions)
def list_predictions(query: PartQuery) -> Predictions:
    """List the predictions, those of the pages as well."""
    ids, after = ids_of("prediction", query)
    items = [prediction_brief(context().workspace.answers.get(one)) for one in ids]
    return Predictions(items=items, next=after)


@routes.job("/predictions", "predict")
def predict(body: PredictionAsked, header: KeyHeader) -> Response:
    """Answer every row of a table with a model; what does not fit is said at once where it is known."""
    digest = digest_of(body.model_dump())
    return once(header.key, digest, lambda: order_prediction(body, *model(body.model)))


@routes.get("/predictions/<thing>", Prediction)
def get_prediction(path: OnePath) -> Prediction:
    """Tell of a prediction: how the table fitted, and what came of it in short."""
    stored, _answers = _answered(path.thing)
    try:
        evaluation = context().workspace.trainings.get(stored.training_id).evaluation
    except NotFoundError:  # its model was deleted
        evaluation = None
    return prediction_told(stored, evaluation)


@routes.get("/predictions/<thing>/rows", Rows)
def list_rows(path: OnePath, query: PartQuery) -> Rows:
    """List the answers, a row each, in the order of the table."""
    stored, answers = _answered(path.thing)
    start = place_in(query, "row", 0)
    end = start + query.limit
    found = read_answer_rows(Path(stored.folder) / ANSWERS_FILE, answers.headings, start, query.limit)
    items = [
        Row(row=number, answers=dict(zip(answers.headings, map(_finite, row), strict=True)))
        for number, row in enumerate(found, start=start + 1)
    ]
    return Rows(items=items, next=cursor("row", end) if end < answers.rows else None)


@routes.file("/predictions/<thing>/file")
def get_prediction_file(path: OnePath, query: FileQuery) -> Response:
    """Hand the table over with the answers as columns behind its own."""
    check_saving()
    stored, _answers = _answered(path.thing)
    file = written_file(stored, query.format)
    name = answered_name(stored, query.format)
    return send_file(file, mimetype=BYTES, as_attachment=True, download_name=name)


@routes.delete("/predictions/<thing>")
def delete_prediction(path: OnePath) -> Response:
    """Put a prediction out of sight. Hunch can bring it back until it ends."""
    context().workspace.answers.delete(_answered(path.thing)[0].id)
    return Response(status=204)


def _answered(answers_id: str) -> tuple[StoredAnswers, Answers]:
    """Return a table that was answered, and its answers; raises NotFoundError where it was not."""
    stored = context().workspace.answers.get(answers_id)
    if stored.answers is None:
        raise NotFoundError("error.not_found")
    return stored, stored.answers


def _finite(value: Answer) -> Answer:
    return None if isinstance(value, float) and not math.isfinite(value) else value
