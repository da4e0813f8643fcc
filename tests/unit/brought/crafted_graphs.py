"""Makers of graphs that would harm a program that runs them unseen."""

from collections.abc import Callable
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper

from tests.unit.brought.graphs import (
    FLOAT,
    INT64,
    ML,
    churn_graph,
    graph_of,
    held,
    port,
    tree_graph,
    tree_node,
)

Graph = onnx.ModelProto

ROW = [port("x", [None, 2])]


def node(kind: str, *inputs: str, domain: str = "", **settings: Any) -> Graph:
    """Return a graph of one step from the columns, and some numbers, to the answer."""
    step = helper.make_node(kind, list(inputs) or ["x"], ["y"], domain=domain, **settings)
    numbers = [
        held("big", np.array([2**30, 2**10])),
        held("many", np.array([1, 2**31])),
        held("one", np.array(1)),
        held("huge", np.array(2**34)),
        held("axis", np.array([1])),
        held("wide", np.zeros((1, 2**14))),
        held("tall", np.zeros((2**14, 1))),
    ]
    used = [tensor for tensor in numbers if tensor.name in inputs]
    return graph_of([step], ROW, [port("y", ["a", "b"])], used)


def changed(change: Callable[[Graph], object]) -> Callable[[], Graph]:
    def made() -> Graph:
        model = churn_graph()
        change(model)
        return model

    return made


def external(model: Graph) -> None:
    tensor = model.graph.initializer[0]
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value="/etc/passwd")


def external_in_a_step(model: Graph) -> None:
    secret = helper.make_tensor("secret", FLOAT, [1], [0.0])
    external_data = secret.external_data.add(key="location", value="../secret")
    assert external_data.key
    model.graph.node.insert(0, helper.make_node("Constant", [], ["unused"], value=secret))


def function(model: Graph) -> None:
    step = helper.make_node("Identity", ["a"], ["b"])
    own = helper.make_function("mine", "Own", ["a"], ["b"], [step], [helper.make_opsetid("", 21)])
    model.functions.append(own)


def branch() -> Graph:
    inner = helper.make_graph([helper.make_node("Identity", ["x"], ["z"])], "inner", [], [port("z", None)])
    step = helper.make_node("If", ["yes"], ["y"], then_branch=inner, else_branch=inner)
    return graph_of([step], ROW, [port("y", [None, 1])], [held("yes", np.array([True]))])


def hidden_branch() -> Graph:
    """Return a graph whose harmless step holds another graph in an attribute that it does not have."""
    inner = helper.make_graph([helper.make_node("Identity", ["x"], ["z"])], "inner", [], [port("z", None)])
    step = helper.make_node("Identity", ["x"], ["y"], body=inner)
    return graph_of([step], ROW, [port("y", [None, 2])])


def sparse(model: Graph) -> None:
    values = helper.make_tensor("values", FLOAT, [1], [1.0])
    places = helper.make_tensor("places", INT64, [1], [0])
    model.graph.sparse_initializer.append(helper.make_sparse_tensor(values, places, [2**40]))


def lying_size(model: Graph) -> None:
    model.graph.initializer[0].dims[:] = [2**20, 2**20]


def negative_size(model: Graph) -> None:
    model.graph.initializer[0].dims[:] = [-3, -2]


def two_bodies(model: Graph) -> None:
    model.graph.initializer[0].float_data.extend([1.0] * 6)


def deep_chain(depth: int) -> Callable[[], Graph]:
    """Return a tree of so many questions in a row, each with one leaf beside it."""

    def made() -> Graph:
        count = 2 * depth + 1
        nodes = list(range(count))
        modes = ["BRANCH_LEQ" if node % 2 == 0 and node < count - 1 else "LEAF" for node in nodes]
        yes = [node + 1 if mode != "LEAF" else 0 for node, mode in zip(nodes, modes, strict=True)]
        no = [node + 2 if mode != "LEAF" else 0 for node, mode in zip(nodes, modes, strict=True)]
        return tree_graph(
            nodes_treeids=[0] * count,
            nodes_nodeids=nodes,
            nodes_featureids=[0] * count,
            nodes_values=[float(node) for node in nodes],
            nodes_modes=modes,
            nodes_truenodeids=yes,
            nodes_falsenodeids=no,
        )

    return made


def listed(**changed: Any) -> Graph:
    """Return one question with two leaves, as version 5 of the operator lists them."""
    told: dict[str, Any] = {
        "n_targets": 1,
        "tree_roots": [0],
        "nodes_modes": held("", np.array([0], dtype=np.uint8)),
        "nodes_featureids": [0],
        "nodes_splits": held("", np.array([0.5])),
        "nodes_truenodeids": [0],
        "nodes_trueleafs": [1],
        "nodes_falsenodeids": [1],
        "nodes_falseleafs": [1],
        "leaf_weights": held("", np.array([1.0, 2.0])),
        "leaf_targetids": [0, 0],
        **changed,
    }
    made = graph_of(
        [helper.make_node("TreeEnsemble", ["x"], ["y"], domain=ML, **told)], ROW, [port("y", [None, 1])]
    )
    made.opset_import[1].version = 5
    return made


def chained(count: int) -> Graph:
    steps = [
        helper.make_node("Neg", [f"v{place}" if place else "x"], [f"v{place + 1}"]) for place in range(count)
    ]
    steps.append(helper.make_node("Identity", [f"v{count}"], ["y"]))
    return graph_of(steps, ROW, [port("y", [None, 2])])


def narrowed() -> Graph:
    """Return trees behind a step that leaves fewer columns than they ask for."""
    steps = [
        helper.make_node("Gather", ["x", "first"], ["less"], axis=1),
        tree_node(nodes_featureids=[1, 0, 0]),
    ]
    steps[1].input[0] = "less"
    return graph_of(steps, ROW, [port("y", [None, 1])], [held("first", np.array([0]))])


def untold() -> Graph:
    """Return trees behind a step whose width is not known before it is run."""
    steps = [helper.make_node("Reshape", ["x", "shape"], ["other"]), tree_node()]
    steps[0].input[1] = "sizes"
    steps.insert(0, helper.make_node("Cast", ["summed"], ["sizes"], to=INT64))
    steps.insert(0, helper.make_node("ReduceSum", ["x", "axis"], ["summed"], keepdims=0))
    steps[-1].input[0] = "other"
    return graph_of(steps, ROW, [port("y", [None, 1])], [held("axis", np.array([0]))])


def zeros() -> Graph:
    """Return many steps, each of which holds less than would be too much."""
    names = [f"v{place}" for place in range(40)]
    steps = [helper.make_node("ConstantOfShape", ["shape"], [name]) for name in names]
    steps.append(helper.make_node("Sum", names, ["y"]))
    return graph_of(steps, ROW, [port("y", ["a", "b"])], [held("shape", np.array([2**11, 2**11]))])


def products() -> Graph:
    """Return a product of a product of a product, each of which takes a second."""
    steps = [helper.make_node("ConstantOfShape", ["shape"], ["v0"])]
    steps += [helper.make_node("MatMul", [f"v{at}", f"v{at}"], [f"v{at + 1}"]) for at in range(80)]
    steps.append(helper.make_node("Identity", ["v80"], ["y"]))
    return graph_of(steps, ROW, [port("y", ["a", "b"])], [held("shape", np.array([2**10, 2**10]))])


def doubled() -> Graph:
    steps = [helper.make_node("Concat", [f"v{at}", f"v{at}"], [f"v{at + 1}"], axis=1) for at in range(40)]
    steps[0].input[:] = ["x", "x"]
    steps.append(helper.make_node("Identity", ["v40"], ["y"]))
    return graph_of(steps, ROW, [port("y", [None, None])])


def as_many_as_rows() -> Graph:
    """Return trees that ask for column 5 of a table as wide as it has rows: for few rows it is not there."""
    steps = [
        helper.make_node("Shape", ["x"], ["sizes"]),
        helper.make_node("Gather", ["sizes", "backwards"], ["turned"]),
        helper.make_node("Reshape", ["x", "turned"], ["other"]),
        tree_node(nodes_featureids=[5, 0, 0]),
    ]
    steps[-1].input[0] = "other"
    return graph_of(steps, ROW, [port("y", [None, 1])], [held("backwards", np.array([1, 0]))])


def two_answers(model: Graph) -> None:
    model.graph.node[1].output[0] = "sums"


def renamed_input(model: Graph) -> None:
    model.graph.node[0].input[0] = "nothing"
