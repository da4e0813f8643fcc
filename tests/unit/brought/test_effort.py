"""Graphs that grow where nobody tells a size in advance are refused before they fill the memory."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import onnx
import pytest
from onnx import helper

from desktop_app.engine.brought.audit.looking import look_at
from desktop_app.engine.brought.audit.refused import RefusedGraphError
from tests.unit.brought.graphs import INT64, ML, graph_of, held, port

DOUBLINGS = 30
NUMBERS = [
    held("axis", np.array([1])),
    held("start", np.array([0])),
    held("far", np.array([10**6])),
    held("column", np.zeros((60_000, 1))),
    held("cube", np.ones((1, 1, 1))),
]
# How many numbers come out is decided by the numbers that go in.
CUT = [
    helper.make_node("ReduceMax", ["x"], ["largest"], keepdims=0),
    helper.make_node("Cast", ["largest"], ["whole"], to=INT64),
    helper.make_node("Unsqueeze", ["whole", "start"], ["line"]),
    helper.make_node("Add", ["line", "far"], ["end"]),
    helper.make_node("Slice", ["x", "start", "end"], ["v0"]),
]
LARGEST = helper.make_node("ReduceMax", [f"v{DOUBLINGS}", "axis"], ["y"], keepdims=1)


def doubling(kind: str, at: int, domain: str, **told: Any) -> onnx.NodeProto:
    return helper.make_node(kind, [f"v{at}", f"v{at}"], [f"v{at + 1}"], domain=domain, **told)


def grown() -> Sequence[onnx.NodeProto]:
    return [*CUT, *(doubling("Concat", at, "", axis=-1) for at in range(DOUBLINGS)), LARGEST]


def vectors() -> Sequence[onnx.NodeProto]:
    steps = [
        doubling("FeatureVectorizer", at, ML, inputdimensions=[2 << at, 2 << at]) for at in range(DOUBLINGS)
    ]
    steps[0].input[:] = ["x", "x"]
    return [*steps, LARGEST]


def repeated() -> Sequence[onnx.NodeProto]:
    """Return steps that take one column again and again, by a list of places that grows."""
    lists = [*grown()[:-1]]
    lists[len(CUT) - 1] = helper.make_node("Slice", ["start", "start", "end"], ["v0"])
    picked = helper.make_node("ArrayFeatureExtractor", ["x", f"v{DOUBLINGS}"], ["wide"], domain=ML)
    return [*lists, picked, helper.make_node("ReduceMax", ["wide", "axis"], ["y"], keepdims=1)]


def summed(equation: str, *lines: str) -> Callable[[], Sequence[onnx.NodeProto]]:
    return lambda: [
        helper.make_node("Einsum", list(lines), ["sum"], equation=equation),
        helper.make_node("Add", ["x", "sum"], ["y"]),
    ]


@pytest.mark.parametrize(
    "steps",
    [grown, vectors, repeated, summed("ai,bi,abk->k", "column", "column", "cube")],
    ids=["grown", "vectors", "repeated", "summed"],
)
def test_what_grows_unseen_is_refused(steps: Callable[[], Sequence[onnx.NodeProto]]) -> None:
    graph = graph_of(steps(), [port("x", [None, 2])], [port("y", [None, None])], NUMBERS)

    with pytest.raises(RefusedGraphError) as refused:
        look_at(graph.SerializeToString())

    assert refused.value.code == "onnx.too_large"


@pytest.mark.parametrize("steps", [CUT, summed("...i,ik->k", "x", "weights")()], ids=["cut", "summed"])
def test_what_does_not_grow_is_run(steps: Sequence[onnx.NodeProto]) -> None:
    numbers = [*NUMBERS, held("weights", np.ones((2, 2)))]
    last = [] if steps[-1].output[0] == "y" else [helper.make_node("Identity", ["v0"], ["y"])]
    graph = graph_of([*steps, *last], [port("x", [None, 2])], [port("y", [None, None])], numbers)

    assert look_at(graph.SerializeToString()).at_once > 1
