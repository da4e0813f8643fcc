"""A model that was made elsewhere in pieces that a file can hold, and back."""

import copyreg
from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_app.engine.arrays import Floats, checked
from desktop_app.engine.brought.audit.looking import Looked, look_at
from desktop_app.engine.brought.fitting import fitted
from desktop_app.engine.brought.model import Brought
from desktop_app.engine.cells import Layout
from desktop_app.engine.kinds.runtime import Session
from desktop_app.records.brought import BroughtColumn, BroughtSchema
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.record import dataclass

FORM, VERSION = "onnx", 1
_GRAPH, _SIMPLEST = "graph", "simplest"
_KIND_OF = {"number": "numbers", "date": "dates", "text": "texts"}

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Record:
    """What the JSON says."""

    form: str
    version: int
    schema: BroughtSchema


def is_brought(features: Mapping[str, JSON]) -> bool:
    """Return whether these are the pieces of a model that was made elsewhere."""
    return features.get("form") == FORM


def take_apart(model: Brought) -> tuple[dict[str, JSON], dict[str, Array]]:
    """Return the pieces of a model: plain JSON, and arrays."""
    record = _Record(form=FORM, version=VERSION, schema=model.schema)
    graph = np.frombuffer(model.content, dtype=np.uint8)
    return to_json(record), {_GRAPH: graph, _SIMPLEST: model.simplest}


def put_together(features: Mapping[str, JSON], arrays: Mapping[str, Array]) -> Brought:
    """Return the model of these pieces, its graph looked at before it is run.

    Raises RefusedGraphError where the graph breaks a rule; ValueError, TypeError or KeyError where the pieces
    do not fit.
    """
    record = from_json(_Record, features)
    if record.version != VERSION:
        raise ValueError(f"version {record.version}")
    graph = arrays[_GRAPH]
    if graph.dtype != np.uint8 or graph.ndim != 1:
        raise ValueError(_GRAPH)
    check_columns(record.schema)
    simplest = checked(arrays, _SIMPLEST, (max(1, len(record.schema.classes)),))
    content = graph.tobytes()
    return built(content, look_at(content), record.schema, simplest)


def built(content: bytes, looked: Looked, schema: BroughtSchema, simplest: Floats) -> Brought:
    """Return the model of a graph that was looked at.

    Raises UnfitError, and ValueError where it cannot be run.
    """
    schema, inputs = fitted(schema, looked)
    return Brought(
        content=content,
        session=Session.of(looked.content, as_it_stands=True),
        schema=schema,
        inputs=inputs,
        at_once=looked.at_once,
        simplest=simplest,
    )


def _sent(model: Brought) -> tuple[Any, ...]:
    """Say how it comes back in another process: the graph is made ready there, since that cannot be sent."""
    return _come_back, (model.content, model.schema, model.simplest)


def _come_back(content: bytes, schema: BroughtSchema, simplest: Floats) -> Brought:
    return built(content, look_at(content), schema, simplest)


copyreg.pickle(Brought, _sent)


def layout_of(columns: tuple[BroughtColumn, ...]) -> Layout:
    """Return the columns of each kind."""
    named: dict[str, list[str]] = {"numbers": [], "dates": [], "categories": [], "texts": []}
    for column in columns:
        named[_KIND_OF.get(column.type, "categories")].append(column.name)
    return Layout(**{kind: tuple(names) for kind, names in named.items()})


def check_columns(schema: BroughtSchema) -> None:
    """Raise ValueError where the answers or the columns cannot be what they are said to be."""
    names = [column.name for column in schema.columns]
    is_kind = schema.task == "classification"
    if len(set(names)) != len(names) or not names or schema.target in names:
        raise ValueError("columns")
    if is_kind != (len(schema.classes) > 1) or is_kind == (schema.output.form == "amount"):
        raise ValueError("classes")
    if any(len(set(column.values)) != len(column.values) for column in schema.columns):
        raise ValueError("values")
