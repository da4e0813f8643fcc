"""What a service tells of itself and of its model."""

from flask import Blueprint, Response, jsonify, request

from desktop_app import __version__
from desktop_app.records.jsonable import to_json
from desktop_app.service.metrics import MEDIA_TYPE
from desktop_app.service.openapi import description
from desktop_app.service.problems import LATER
from desktop_app.service.state import service

about = Blueprint("about", __name__)


@about.get("/health")
def health() -> Response:
    """Say that the service runs."""
    return jsonify(status="ok")


@about.get("/ready")
def ready() -> Response:
    """Say whether the model is open; where it is not, have it opened."""
    if service().rows.is_ready:
        return jsonify(status="ready")
    service().rows.wake()
    response = jsonify(status="opening")
    response.status_code = 503
    response.headers["Retry-After"] = str(LATER)
    return response


@about.get("/v1/model")
def model() -> Response:
    """Tell what the model answers, what it needs for that, and how good it is."""
    found, rules = service().rows.open(service().rules.seconds), service().rules
    facts = to_json(found)
    verdict = {"level": facts.pop("level"), "sentence": facts.pop("sentence")}
    limits = {"rows": rules.most_rows, "bytes": rules.largest_body, "seconds": rules.seconds}
    return jsonify(facts | {"version": __version__, "verdict": verdict, "limits": limits})


@about.get("/openapi.json")
def openapi() -> Response:
    """Describe the service."""
    found = service().rows.open(service().rules.seconds)
    return jsonify(description(found, service().rules, request.script_root))


@about.get("/metrics")
def metrics() -> Response:
    """Return the counts."""
    rows, tables = service().rows, service().tables
    text = service().metrics.text(is_ready=rows.is_ready, starts=rows.starts + tables.starts)
    return Response(text, content_type=MEDIA_TYPE)
