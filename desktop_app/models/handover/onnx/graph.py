"""A graph of ONNX in the making: nodes and numbers are added, and each gets a name that no column has."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from desktop_app.engine.kinds.tree_graph import model_of
from desktop_app.tables.names import free_name

DOUBLE, SINGLE, WHOLE = TensorProto.DOUBLE, TensorProto.FLOAT, TensorProto.INT64
TEXT, FLAG = TensorProto.STRING, TensorProto.BOOL


@dataclass(slots=True)
class Graph:
    """What was added so far; all numbers are of double precision."""

    columns: Collection[str] = ()  # that will be asked for
    nodes: list[onnx.NodeProto] = field(default_factory=list)
    numbers: list[onnx.TensorProto] = field(default_factory=list)
    inputs: list[onnx.ValueInfoProto] = field(default_factory=list)
    outputs: list[onnx.ValueInfoProto] = field(default_factory=list)

    def ask(self, name: str, kind: int) -> str:
        """Add a column (rows, 1) that is asked for."""
        self.inputs.append(helper.make_tensor_value_info(name, kind, [None, 1]))
        return name

    def add(self, operator: str, *inputs: str, **settings: Any) -> str:
        """Add a node and return the name of what it gives; with `domain`, of another set of operators."""
        name = self.name(operator)
        self.nodes.append(helper.make_node(operator, inputs, [name], **settings))
        return name

    def name(self, what: str) -> str:
        """Return a name that nothing else has, no column either."""
        return free_name(f"hunch:{what}{len(self.nodes)}", self.columns)

    def append(self, node: onnx.NodeProto) -> None:
        """Add a node that was made elsewhere."""
        self.nodes.append(node)

    def constant(self, values: Any) -> str:
        """Add texts or numbers, doubles where they are not whole, and return their name."""
        array = np.asarray(values)
        if array.dtype.kind == "f":
            array = array.astype(np.float64)
        name = free_name(f"hunch:number{len(self.numbers)}", self.columns)
        self.numbers.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def give(self, name: str, kind: int, shape: list[int | None], found: str) -> None:
        """Give a result this name; where a column has it, with the first free number behind, as " (2)"."""
        name = free_name(name, self.columns)
        self.nodes.append(helper.make_node("Identity", [found], [name]))
        self.outputs.append(helper.make_tensor_value_info(name, kind, shape))

    def cast(self, value: str, kind: int) -> str:
        """Add a change of type."""
        return self.add("Cast", value, to=kind)

    def joined(self, parts: list[str]) -> str:
        """Put (rows, features) side by side."""
        return parts[0] if len(parts) == 1 else self.add("Concat", *parts, axis=1)

    def model(self, name: str) -> onnx.ModelProto:
        """Return the whole graph."""
        return model_of(helper.make_graph(self.nodes, name, self.inputs, self.outputs, self.numbers))
