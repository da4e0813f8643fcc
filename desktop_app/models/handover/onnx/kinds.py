"""What each kind of model answers from its features, as nodes of an ONNX graph."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any

import numpy as np

from desktop_app.engine.kinds.questions import LEAF
from desktop_app.engine.kinds.tree_graph import leaves_of_rounds, numbered_leaves, tree_node
from desktop_app.engine.kinds.trees import Trees
from desktop_app.models.handover.onnx.arithmetic import is_missing, rounded
from desktop_app.models.handover.onnx.graph import FLAG, SINGLE, WHOLE, Graph
from desktop_app.models.handover.portable import Plain


def answers_of(graph: Graph, member: Plain, features: str) -> str:
    """Return (rows, classes) probabilities of the classes that it tells apart, or (rows, 1) amounts."""
    found = _READERS[member["reads"]](graph, member, features)
    if member["classes"] is None:
        return found if member["factor"] is None else _from_logarithm(graph, found, member["factor"])
    return found if member["reads"] in ("forest", "questions") else _chances(graph, found, member)


def _boosted(graph: Graph, member: Plain, features: str) -> str:
    trees = _trees(member)
    sums = graph.name("sums")
    graph.append(tree_node(trees, leaves_of_rounds(trees, member["answers"]), features, sums))
    return graph.add("Add", sums, graph.constant(member["start"]))


def _forest(graph: Graph, member: Plain, features: str) -> str:
    """Return the mean of the leaves that a row reaches; the trees say which they are."""
    trees = _trees(member)
    leaves = graph.name("leaves")
    graph.append(tree_node(trees, numbered_leaves(trees), features, leaves))
    values = graph.constant(trees.values[trees.is_leaf])
    found = graph.add("Gather", values, graph.cast(leaves, WHOLE), axis=0)
    return graph.add("ReduceMean", found, graph.constant(np.array([1])), keepdims=0)


def _trees(member: Plain) -> Trees:
    return Trees(**{field.name: member[field.name] for field in fields(Trees)})


def _line(graph: Graph, member: Plain, features: str) -> str:
    return _weighted(graph, features, member["weights"].T, member["start"])


def _weighted(graph: Graph, features: str, weights: Any, start: Any) -> str:
    found = graph.add("MatMul", features, graph.constant(weights))
    return graph.add("Add", found, graph.constant(start))


def _curves(graph: Graph, member: Plain, features: str) -> str:
    points = member["points"]
    own = rounded(graph, features)
    squared = graph.add("ReduceSum", graph.add("Mul", own, own), graph.constant(np.array([1])), keepdims=1)
    both = graph.add("MatMul", own, graph.constant(-2 * points.T))
    far = graph.add("Add", graph.add("Add", both, squared), graph.constant((points**2).sum(axis=1)))
    far = graph.add("Max", far, graph.constant(0.0))
    bends = graph.add("Exp", graph.add("Mul", far, graph.constant(-float(member["width"]))))
    return _weighted(graph, bends, member["weights"], member["start"])


def _layers(graph: Graph, member: Plain, features: str) -> str:
    found = rounded(graph, features)
    layers = list(zip(member["weights"], member["starts"], strict=True))
    for place, (weights, start) in enumerate(layers):
        found = _weighted(graph, found, weights, start)
        if place < len(layers) - 1:
            found = graph.add("Max", found, graph.constant(0.0))
    if member["classes"] is not None:
        return found
    found = graph.add("Mul", found, graph.constant(float(member["spread"])))
    return graph.add("Add", found, graph.constant(float(member["center"])))


def _questions(graph: Graph, member: Plain, features: str) -> str:
    def answer(node: int) -> str:
        if member["asked"][node] == LEAF:
            return graph.constant(member["answers"][node][None, :])
        yes, no = answer(node + 1), answer(int(member["noes"][node]))
        return graph.add("Where", _is_yes(graph, member, node, features), yes, no)

    # So that a tree of one leaf has a line a row, too.
    rows = graph.add("Gather", features, graph.constant(np.array([0])), axis=1)
    found = answer(0)
    return graph.add("Where", graph.add("Equal", rows, rows), found, found)


def _is_yes(graph: Graph, member: Plain, node: int, features: str) -> str:
    cell = graph.add("Gather", features, graph.constant(member["asked"][[node]]), axis=1)
    codes = member["codes"][member["starts"][node] : member["starts"][node + 1]]
    if codes.size:
        same = graph.cast(graph.add("Equal", cell, graph.constant(codes.astype(np.float64))), SINGLE)
        found = graph.cast(graph.add("ReduceMax", same, graph.constant(np.array([1])), keepdims=1), FLAG)
    else:
        found = graph.add("Less", cell, graph.constant(float(member["borders"][node])))
    # No comparison holds for a missing cell.
    return graph.add("Or", found, is_missing(graph, cell)) if member["empties"][node] else found


def _from_logarithm(graph: Graph, found: str, factor: float) -> str:
    amounts = graph.add("Exp", graph.add("Max", found, graph.constant(0.0)))
    amounts = graph.add("Sub", amounts, graph.constant(1.0))
    return graph.add("Mul", amounts, graph.constant(float(factor)))


def _chances(graph: Graph, sums: str, member: Plain) -> str:
    """Return probabilities from sums, of which two classes have one."""
    if len(member["classes"]) > 2:
        return graph.add("Softmax", sums, axis=1)
    powers = graph.add("Exp", graph.add("Neg", sums))
    one = graph.constant(1.0)
    chance = graph.add("Div", one, graph.add("Add", one, powers))
    return graph.joined([graph.add("Sub", one, chance), chance])


_READERS: dict[str, Callable[[Graph, Plain, str], str]] = {
    "lines": _line,
    "curves": _curves,
    "layers": _layers,
    "questions": _questions,
    "forest": _forest,
    "boosting": _boosted,
}
