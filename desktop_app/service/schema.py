"""What a row of one model may hold, as JSON Schema: rows are checked by the same `served_cells`."""

from typing import Any

from desktop_app.records.served_cells import CELLS, kind_of
from desktop_app.records.serving import ServedColumn, ServedModel

Schema = dict[str, Any]

_CHANCE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
_TEXT: Schema = {"type": "string"}


def row_schema(model: ServedModel) -> Schema:
    """Return what a row is: each column of the model, and others, which are passed over."""
    return {
        "type": "object",
        "required": [column.name for column in model.columns],
        "properties": {column.name: _cell(column) for column in model.columns},
    }


def request_schema(most: int) -> Schema:
    """Return what is asked: at most so many rows."""
    rows: Schema = {
        "type": "array",
        "minItems": 1,
        "maxItems": most,
        "items": {"$ref": "#/components/schemas/Row"},
    }
    return {"type": "object", "required": ["rows"], "properties": {"rows": rows}}


def prediction_schema(model: ServedModel) -> Schema:
    """Return what one row is answered with."""
    caution = {"type": "string", "description": "Why this answer should not be trusted; empty: no reason."}
    if model.task == "regression":
        end: Schema = {"type": "number" if model.score else "null"}
        low = end | {"description": "8 of 10 real values lie from low to high; null where it was not tested."}
        return _closed({"prediction": {"type": "number"}, "low": low, "high": end, "caution": caution})
    chances = _closed(dict.fromkeys(model.classes, _CHANCE))
    answer = {"type": "string", "enum": list(model.classes)}
    return _closed({"prediction": answer, "probabilities": chances, "caution": caution})


def answer_schema() -> Schema:
    """Return what a request is answered with: one prediction a row, in their order."""
    items = {"$ref": "#/components/schemas/Prediction"}
    return _closed({"predictions": {"type": "array", "items": items}})


def model_schema() -> Schema:
    """Return what is told of the model."""
    column = _closed({"name": _TEXT, "type": _TEXT, "unit": _TEXT})
    texts = ("name", "target", "task", "created", "version")
    score = _closed({name: {} for name in ("metric", "value", "low", "high", "rows")})
    return _closed(
        {
            **dict.fromkeys(texts, _TEXT),
            "classes": {"type": "array", "items": _TEXT},
            "columns": {"type": "array", "items": column},
            "learned_rows": {"type": ["integer", "null"]},
            "verdict": _closed({"level": _TEXT, "sentence": _TEXT}),
            "score": {"anyOf": [score, {"type": "null"}]},
            "decision": {"type": ["object", "null"]},
            "signed": {"type": "boolean"},
            "limits": _closed({name: {"type": "integer"} for name in ("rows", "bytes", "seconds")}),
        }
    )


def problem_schema() -> Schema:
    """Return what is said instead of an answer (RFC 9457)."""
    error = {
        "type": "object",
        "required": ["pointer", "detail"],
        "properties": {
            "row": {"type": "integer", "minimum": 1},
            "column": _TEXT,
            "pointer": _TEXT,
            "detail": _TEXT,
        },
    }
    texts = ("type", "title", "detail", "hint", "code")
    return {
        "type": "object",
        "required": [*texts, "status"],
        "properties": {
            **dict.fromkeys(texts, _TEXT),
            "status": {"type": "integer"},
            "errors": {"type": "array", "items": error},
        },
    }


def _cell(column: ServedColumn) -> Schema:
    schema = dict(CELLS[kind_of(column.type)])
    return schema | {"description": f"in {column.unit}"} if column.unit else schema


def _closed(properties: dict[str, Schema]) -> Schema:
    return {
        "type": "object",
        "required": list(properties),
        "properties": properties,
        "additionalProperties": False,
    }
