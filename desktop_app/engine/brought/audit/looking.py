"""A graph from a stranger becomes one that may be run: read from bytes, looked at, and written anew.

What is run is what was looked at: the graph is written again, without anything that was not understood.
"""

from dataclasses import dataclass

import onnx
from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.message import DecodeError, EncodeError, Message
from onnx import TensorProto

from desktop_app.engine.brought.audit.effort import Shape
from desktop_app.engine.brought.audit.numbers import check_numbers
from desktop_app.engine.brought.audit.operators import LEARNED, PLAIN, check_nodes, numbers_in, shown
from desktop_app.engine.brought.audit.refused import RefusedGraphError
from desktop_app.engine.brought.audit.shapes import check_sizes
from desktop_app.language import size

LARGEST = 256 * 2**20  # bytes
# Versions of the sets of operators, and of the file, that are known here.
NEWEST = {PLAIN: onnx.defs.onnx_opset_version(), LEARNED: 5}
NEWEST_FORM = int(onnx.IR_VERSION)
_MOST_PORTS = 1_000
# What is raised at a graph that is of the right form and yet no graph: attributes of another kind, for one.
_MISFITS = (ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)
_NAMES: dict[int, str] = {
    TensorProto.FLOAT: "float32",
    TensorProto.DOUBLE: "float64",
    TensorProto.FLOAT16: "float16",
    TensorProto.INT64: "int64",
    TensorProto.INT32: "int32",
    TensorProto.BOOL: "bool",
    TensorProto.STRING: "text",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Port:
    """An input or a result of a graph."""

    name: str
    kind: str  # of its numbers: float32, float64, float16, int64, int32, bool; text; maps, or "" for others
    shape: Shape | None  # None where it is not said

    @property
    def is_flat(self) -> bool:
        """Whether it is (rows,) instead of (rows, width)."""
        return self.shape is not None and len(self.shape) == 1

    @property
    def width(self) -> int | None:
        """How many numbers a row of it has; None where that is not said."""
        if self.is_flat:
            return 1
        return self.shape[1] if self.shape else None

    @property
    def told(self) -> str:
        """The port in words of developers: name, type, shape."""
        shape = (
            "?" if self.shape is None else ", ".join("?" if one is None else str(one) for one in self.shape)
        )
        return f"{shown(self.name)} ({self.kind or '?'} [{shape}])"


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A graph that may be run."""

    content: bytes
    inputs: tuple[Port, ...]
    outputs: tuple[Port, ...]
    at_once: int  # rows that can be asked at a time


def look_at(content: bytes) -> Looked:
    """Return a graph that passes every check. Raises RefusedGraphError with the first that fails."""
    try:
        return _looked_at(_read(content))
    except RefusedGraphError:
        raise
    except _MISFITS as error:
        raise RefusedGraphError("onnx.unsound", what=type(error).__name__) from error


def _looked_at(model: onnx.ModelProto) -> Looked:
    _check_whole(model)
    _check_versions(model)
    graph = model.graph
    check_nodes(graph)
    for tensor in (*graph.initializer, *(one for node in graph.node for one in numbers_in(node))):
        check_numbers(tensor)
    _check_form(model)
    held = {tensor.name for tensor in graph.initializer}
    inputs = tuple(_port(one) for one in graph.input if one.name not in held)
    at_once = check_sizes(model)
    return Looked(
        content=model.SerializeToString(),
        inputs=inputs,
        outputs=tuple(_port(one) for one in graph.output),
        at_once=at_once,
    )


def _read(content: bytes) -> onnx.ModelProto:
    if len(content) > LARGEST:
        raise RefusedGraphError("onnx.too_big", size=size(len(content)), limit=size(LARGEST))
    model = onnx.ModelProto()
    try:
        model.ParseFromString(content)
        model.DiscardUnknownFields()
    except (DecodeError, EncodeError, RuntimeError, ValueError) as error:
        raise RefusedGraphError("onnx.not_onnx") from error
    if not _is_text(model):
        raise RefusedGraphError("onnx.not_onnx")
    if not model.graph.node or not model.graph.output or not model.opset_import:
        raise RefusedGraphError("onnx.not_onnx")
    return model


def _is_text(message: Message) -> bool:
    """Return whether all texts in a message are texts: others are handed out as bytes."""
    for field, value in message.ListFields():
        if field.type not in (FieldDescriptor.TYPE_STRING, FieldDescriptor.TYPE_MESSAGE):
            continue
        several = value if field.is_repeated else (value,)
        if field.type == FieldDescriptor.TYPE_STRING:
            is_so = all(isinstance(text, str) for text in several)
        else:
            is_so = all(map(_is_text, several))
        if not is_so:
            return False
    return True


def _check_whole(model: onnx.ModelProto) -> None:
    """Refuse what a graph that only answers does not need."""
    graph = model.graph
    if model.functions:
        raise RefusedGraphError("onnx.functions")
    if model.training_info:
        raise RefusedGraphError("onnx.training")
    if graph.sparse_initializer:
        raise RefusedGraphError("onnx.kinds", what="sparse tensor")
    if max(len(graph.input) - len(graph.initializer), len(graph.output)) > _MOST_PORTS:
        raise RefusedGraphError(
            "onnx.too_many", count=len(graph.input) + len(graph.output), limit=_MOST_PORTS
        )
    if len({tensor.name for tensor in graph.initializer}) != len(graph.initializer):
        raise RefusedGraphError("onnx.unsound", what="names")


def _check_versions(model: onnx.ModelProto) -> None:
    if model.ir_version > NEWEST_FORM:
        raise RefusedGraphError("onnx.newer", what=f"IR {model.ir_version}", limit=f"IR {NEWEST_FORM}")
    for one in model.opset_import:
        domain = PLAIN if one.domain == "ai.onnx" else one.domain
        if domain not in NEWEST:
            continue  # a set that no step is of does no harm
        if one.version > NEWEST[domain]:
            name, limit = domain or "ai.onnx", NEWEST[domain]
            raise RefusedGraphError("onnx.newer", what=f"{name} {one.version}", limit=f"{name} {limit}")


def _check_form(model: onnx.ModelProto) -> None:
    try:
        onnx.checker.check_model(model, full_check=False)
    except (onnx.checker.ValidationError, RuntimeError, ValueError) as error:
        raise RefusedGraphError("onnx.unsound", what=shown(str(error).split("\n")[0])) from error


def _port(info: onnx.ValueInfoProto) -> Port:
    kind = info.type
    if kind.HasField("sequence_type") and kind.sequence_type.elem_type.HasField("map_type"):
        return Port(name=info.name, kind="maps", shape=None)
    if not kind.HasField("tensor_type"):
        return Port(name=info.name, kind="", shape=None)
    told = kind.tensor_type
    shape = None
    if told.HasField("shape"):
        shape = tuple(one.dim_value if one.dim_value > 0 else None for one in told.shape.dim)
    return Port(name=info.name, kind=_NAMES.get(told.elem_type, ""), shape=shape)
