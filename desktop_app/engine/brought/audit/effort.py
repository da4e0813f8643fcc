"""How much a graph computes for some rows: numbers that are held, and sums that are made."""

import math
from collections.abc import Mapping

import onnx

from desktop_app.engine.brought.audit.operators import GROWING, shown
from desktop_app.engine.brought.audit.refused import RefusedGraphError

ROWS = 64  # that sizes are found for
MOST_NUMBERS = 2**27  # in all results together
MOST_SUMS = 2**36  # products that are added up: some ten seconds of a processor
_HELD, _MOST_AT_ONCE, _FEWEST_AT_ONCE = 2**24, 4_000, 16  # numbers; rows
_PRODUCTS = frozenset(("MatMul", "Gemm", "MatMulInteger", "QLinearMatMul"))

Shape = tuple[int | None, ...]


def rows_at_once(graph: onnx.GraphProto, shapes: Mapping[str, Shape]) -> int:
    """Return how many rows can be asked at once, so that memory is bounded.

    Raises RefusedGraphError where too much is computed for a few rows, or nobody can tell how much.
    """
    numbers, sums = ROWS, 0
    for node in graph.node:
        own = sum(_numbers(node, name, shapes) for name in node.output if name)
        numbers, sums = numbers + own, sums + own * _added(node, shapes)
        if numbers > MOST_NUMBERS or sums > MOST_SUMS:
            raise RefusedGraphError("onnx.too_large", what=shown(node.op_type))
    return max(_FEWEST_AT_ONCE, min(_MOST_AT_ONCE, _HELD * ROWS // numbers))


def _numbers(node: onnx.NodeProto, name: str, shapes: Mapping[str, Shape]) -> int:
    shape = _whole(shapes.get(name))
    if shape is not None:
        return math.prod(shape)
    if node.op_type in GROWING:
        raise RefusedGraphError("onnx.unbounded", what=shown(node.op_type))
    return 0


def _added(node: onnx.NodeProto, shapes: Mapping[str, Shape]) -> int:
    """Return of how many products each number of a result is the sum, at most."""
    given = [shape for name in node.input if (shape := _whole(shapes.get(name)))]
    if node.op_type in _PRODUCTS:
        return max((max(shape[-2:]) for shape in given), default=1)
    if node.op_type == "Conv" and len(given) > 1:
        return math.prod(given[1][1:])
    if node.op_type == "Einsum":
        return max((math.isqrt(math.prod(shape)) for shape in given), default=1)
    return 1


def _whole(shape: Shape | None) -> tuple[int, ...] | None:
    if shape is None or None in shape:
        return None
    return tuple(size or 0 for size in shape)
