"""Small ONNX graphs, as other frameworks export them, and the schema files that go with them."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

FLOAT, DOUBLE, INT64, TEXT = TensorProto.FLOAT, TensorProto.DOUBLE, TensorProto.INT64, TensorProto.STRING
ML = "ai.onnx.ml"

Facts = dict[str, Any]


def port(name: str, shape: Sequence[Any] | None, kind: int = FLOAT) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, shape)


def held(name: str, values: Any) -> onnx.TensorProto:
    """Return numbers that a graph holds; doubles become single precision."""
    array = np.asarray(values)
    return numpy_helper.from_array(array.astype(np.float32) if array.dtype == np.float64 else array, name)


def graph_of(
    nodes: Sequence[onnx.NodeProto],
    inputs: Sequence[onnx.ValueInfoProto],
    outputs: Sequence[onnx.ValueInfoProto],
    numbers: Sequence[onnx.TensorProto] = (),
    version: int = 21,
) -> onnx.ModelProto:
    graph = helper.make_graph(list(nodes), "made", list(inputs), list(outputs), list(numbers))
    sets = [helper.make_opsetid("", version), helper.make_opsetid(ML, 3)]
    return helper.make_model(graph, opset_imports=sets, ir_version=10)


def churn_graph() -> onnx.ModelProto:
    """Return (rows, 3) -> (rows, 2) chances: a straight line over age and two one-hot plans."""
    nodes = [
        helper.make_node("MatMul", ["x", "weights"], ["sums"]),
        helper.make_node("Add", ["sums", "start"], ["logits"]),
        helper.make_node("Softmax", ["logits"], ["chances"], axis=1),
    ]
    numbers = [
        held("weights", np.array([[0.0, 0.05], [0.0, -1.0], [0.0, 1.0]])),
        held("start", np.array([0.0, -2.0])),
    ]
    return graph_of(nodes, [port("x", [None, 3])], [port("chances", [None, 2])], numbers)


def churn_schema(**changed: Any) -> Facts:
    age = {"name": "age", "type": "number", "unit": "years", "missing": 40.0, "minimum": 18, "maximum": 90}
    plan = {"name": "plan", "type": "category", "values": ["basic", "gold"], "as": "one-hot"}
    return {
        "target": "left",
        "task": "classification",
        "classes": ["no", "yes"],
        "columns": [age, plan],
        **changed,
    }


def price_graph() -> onnx.ModelProto:
    """Return (rows, 2) -> (rows, 1) amounts: 3 times the first number and 10 of the second, and 5."""
    nodes = [helper.make_node("Gemm", ["x", "weights", "start"], ["price"])]
    numbers = [held("weights", np.array([[3.0], [10.0]])), held("start", np.array([5.0]))]
    return graph_of(nodes, [port("x", [None, 2])], [port("price", [None, 1])], numbers)


def price_schema(**changed: Any) -> Facts:
    columns = [
        {"name": "rooms", "type": "number", "minimum": 1, "maximum": 9},
        {"name": "area", "type": "number", "unit": "m²", "minimum": 20, "maximum": 300},
    ]
    return {
        "target": "price",
        "task": "regression",
        "output": {"unit": "EUR", "decimals": 1},
        "columns": columns,
        **changed,
    }


def tree_node(kind: str = "TreeEnsembleRegressor", **changed: Any) -> onnx.NodeProto:
    """Return one question, whether column 0 is at most 0.5, with a leaf on each side."""
    answers: Facts = {
        "target_treeids": [0, 0],
        "target_nodeids": [1, 2],
        "target_ids": [0, 0],
        "target_weights": [1.0, 2.0],
        "n_targets": 1,
    }
    if kind == "TreeEnsembleClassifier":
        answers = {
            name.replace("target", "class"): cells for name, cells in answers.items() if name != "n_targets"
        }
        answers |= {"class_ids": [0, 1], "class_weights": [1.0, 1.0], "classlabels_strings": ["no", "yes"]}
    told: Facts = {
        "nodes_treeids": [0, 0, 0],
        "nodes_nodeids": [0, 1, 2],
        "nodes_featureids": [0, 0, 0],
        "nodes_values": [0.5, 0.0, 0.0],
        "nodes_modes": ["BRANCH_LEQ", "LEAF", "LEAF"],
        "nodes_truenodeids": [1, 0, 0],
        "nodes_falsenodeids": [2, 0, 0],
        **answers,
        **changed,
    }
    outputs = ["label", "y"] if kind == "TreeEnsembleClassifier" else ["y"]
    return helper.make_node(kind, ["x"], outputs, domain=ML, **told)


def tree_graph(**changed: Any) -> onnx.ModelProto:
    return graph_of([tree_node(**changed)], [port("x", [None, 2])], [port("y", [None, 1])])
