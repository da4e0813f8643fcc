"""The description of the service in OpenAPI 3.1, made from the schemas by which rows are checked."""

from typing import Any

from desktop_app import __version__
from desktop_app.records.serving import ServedModel
from desktop_app.service import schema
from desktop_app.service.problems import MEDIA_TYPE
from desktop_app.service.rules import Rules

_SAID = {
    400: "The request is no JSON",
    401: "The token is missing or wrong",
    403: "Not answered under this name, or to this page",
    413: "The request is too large",
    415: "Neither JSON nor CSV",
    422: "The rows do not fit the model; each thing that is wrong is named by row and column",
    500: "A fault of the program; its reference is in the log",
    503: "The model is busy, or is being opened: ask again after Retry-After seconds",
}
_TEXT = {"type": "string"}
_ROWS, _SERVICE = "Rows", "The service"  # headings under which addresses stand

Part = dict[str, Any]


def description(model: ServedModel, rules: Rules, root: str) -> Part:
    """Return the description of the service of a model that stands at *root*, a path."""
    document: Part = {
        "openapi": "3.1.0",
        "info": {
            "title": f"{model.target}: {model.name}",
            "version": __version__,
            "description": f"{model.sentence}\n\nEach answer says why it should not be trusted.",
        },
        "servers": [{"url": root or "/"}],
        "paths": _paths(),
        "components": {
            "schemas": {
                "Row": schema.row_schema(model),
                "Rows": schema.request_schema(rules.most_rows),
                "Prediction": schema.prediction_schema(model),
                "Predictions": schema.answer_schema(),
                "Model": schema.model_schema(),
                "Problem": schema.problem_schema(),
            }
        },
    }
    if rules.token:
        document["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        document["security"] = [{"token": []}]
    return document


def _paths() -> Part:
    status = {"type": "object", "required": ["status"], "properties": {"status": _TEXT}}
    ready = _answers("Whether it can answer at once", "application/json", status, (403, 503))
    ready["503"] = {"description": "Not yet", "content": {"application/json": {"schema": status}}}
    return {
        "/v1/predict": {"post": _predict()},
        "/v1/model": _get(
            "model", "What the model answers, and how good it is", "application/json", _ref("Model")
        ),
        "/health": {
            "get": {
                "operationId": "health",
                "tags": [_SERVICE],
                "summary": "Whether the service runs; asked without a token",
                "security": [],
                "responses": _answers("It runs", "application/json", status, (403,)),
            }
        },
        "/ready": {
            "get": {
                "operationId": "ready",
                "tags": [_SERVICE],
                "summary": "Whether the model is open; asked without a token",
                "security": [],
                "responses": ready,
            }
        },
        "/metrics": _get("metrics", "Counts for Prometheus", "text/plain", _TEXT),
        "/openapi.json": _get("openapi", "This description", "application/json", {"type": "object"}),
    }


def _predict() -> Part:
    answers = _answers(
        "One answer a row, in their order",
        "application/json",
        _ref("Predictions"),
        (400, 401, 403, 413, 415, 422, 500, 503),
    )
    answers["200"]["content"]["text/csv"] = {"schema": _TEXT}
    return {
        "operationId": "predict",
        "tags": [_ROWS],
        "summary": "Answer rows; CSV comes back with the answers as columns behind its own",
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {"schema": _ref("Rows")},
                "text/csv": {"schema": _TEXT},
            },
        },
        "responses": answers,
    }


def _get(name: str, what: str, kind: str, answer: Part) -> Part:
    responses = _answers(what, kind, answer, (401, 403, 503))
    return {"get": {"operationId": name, "tags": [_SERVICE], "summary": what, "responses": responses}}


def _answers(what: str, kind: str, answer: Part, others: tuple[int, ...]) -> Part:
    problem = {MEDIA_TYPE: {"schema": _ref("Problem")}}
    return {
        "200": {"description": what, "content": {kind: {"schema": answer}}},
        **{str(status): {"description": _SAID[status], "content": problem} for status in others},
    }


def _ref(name: str) -> Part:
    return {"$ref": f"#/components/schemas/{name}"}
