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
_LISTED = ("cats_int64s", "cats_strings", "classlabels_ints", "classlabels_int64s", "classlabels_strings")
_PAIR = 2

Shape = tuple[int | None, ...]


def rows_at_once(graph: onnx.GraphProto, shapes: Mapping[str, Shape]) -> int:
    """Return how many rows can be asked at once, so that memory is bounded.

    Raises RefusedGraphError where too much is computed for a few rows, or nobody can tell how much.
    """
    numbers, sums, most = ROWS, 0, {port.name: ROWS for port in graph.input}
    for node in graph.node:
        sizes = {name: _numbers(node, name, shapes, most) for name in node.output if name}
        most.update(sizes)
        own, between = sum(sizes.values()), _between(node, shapes)
        numbers, sums = numbers + own, sums + between + own * _added(node, shapes)
        numbers += between if len(node.input) > _PAIR else 0
        if numbers > MOST_NUMBERS or sums > MOST_SUMS:
            raise RefusedGraphError("onnx.too_large", what=shown(node.op_type))
    return max(_FEWEST_AT_ONCE, min(_MOST_AT_ONCE, _HELD * ROWS // numbers))


def _numbers(node: onnx.NodeProto, name: str, shapes: Mapping[str, Shape], most: Mapping[str, int]) -> int:
    """Return how many numbers a result has; *most* says it of those before, at most."""
    shape = _whole(shapes.get(name))
    if shape is not None:
        return math.prod(shape)
    if node.op_type in GROWING:
        raise RefusedGraphError("onnx.unbounded", what=shown(node.op_type))
    given = [_most_of(one, shapes, most) for one in node.input if one]
    if node.op_type == "ArrayFeatureExtractor":
        return math.prod(given)
    listed = (max(len(one.ints), len(one.strings)) for one in node.attribute if one.name in _LISTED)
    return sum(given) * max((1, *listed))


def _most_of(name: str, shapes: Mapping[str, Shape], most: Mapping[str, int]) -> int:
    shape = _whole(shapes.get(name))
    return most.get(name, 0) if shape is None else math.prod(shape)


def _between(node: onnx.NodeProto, shapes: Mapping[str, Shape]) -> int:
    """Return how many products a sum over letters makes: of more than two lines, all may be held at once."""
    if node.op_type != "Einsum":
        return 0
    told = next((one.s.decode("ascii", "replace") for one in node.attribute if one.name == "equation"), "")
    sizes: dict[str | int, int] = {}
    for term, name in zip(told.split("->")[0].replace(" ", "").split(","), node.input, strict=False):
        shape = _whole(shapes.get(name))
        if shape is None:
            raise RefusedGraphError("onnx.unbounded", what=shown(node.op_type))
        front, _dots, behind = term.partition("...")
        others = len(shape) - len(front) - len(behind)
        letters = (*front, *range(-others, 0), *behind)
        for letter, size in zip(letters, shape, strict=False):
            sizes[letter] = max(size, sizes.get(letter, 0))
    return math.prod(sizes.values())


def _added(node: onnx.NodeProto, shapes: Mapping[str, Shape]) -> int:
    """Return of how many products each number of a result is the sum, at most."""
    given = [shape for name in node.input if (shape := _whole(shapes.get(name)))]
    if node.op_type in _PRODUCTS:
        return max((max(shape[-2:]) for shape in given), default=1)
    if node.op_type == "Conv" and len(given) > 1:
        return math.prod(given[1][1:])
    return 1


def _whole(shape: Shape | None) -> tuple[int, ...] | None:
    if shape is None or None in shape:
        return None
    return tuple(size or 0 for size in shape)
