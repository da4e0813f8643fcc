"""How large what a graph computes becomes, found without running it."""

import math
from collections.abc import Callable, Mapping, Sequence

import onnx
from onnx import TensorProto, helper, shape_inference

from desktop_app.engine.brought.audit.effort import ROWS, Shape, rows_at_once
from desktop_app.engine.brought.audit.operators import LEARNED
from desktop_app.engine.brought.audit.refused import RefusedGraphError
from desktop_app.engine.brought.audit.tree_lists import check_listed_trees
from desktop_app.engine.brought.audit.trees import check_trees

_SAME_SHAPE = frozenset(("Imputer", "Scaler", "Normalizer"))  # of which ONNX itself does not say so
_SMALL = 4_096  # bytes of numbers that may be sizes
_ANY = "rows"
_TREES = frozenset(("TreeEnsemble", "TreeEnsembleClassifier", "TreeEnsembleRegressor"))
_MOST_PASSES = 6  # of one model that stands on others, each needs one


def check_sizes(model: onnx.ModelProto) -> int:
    """Return how many rows can be asked at once.

    Raises RefusedGraphError where too much would be computed, or where trees read columns that are not there.
    """
    trees = [node for node in model.graph.node if node.domain == LEARNED and node.op_type in _TREES]
    if trees:
        _check_trees(trees, _shapes(model, None))
    return rows_at_once(model.graph, _shapes(model, ROWS))


def _shapes(model: onnx.ModelProto, rows: int | None) -> Mapping[str, Shape]:
    """Return what shape each result has for so many rows, or for any number, where that can be told."""
    asked = _without_numbers(model)
    graph = asked.graph
    for one in graph.output:
        one.type.tensor_type.ClearField("shape")
    held = {tensor.name for tensor in graph.initializer}
    for port in graph.input:
        if port.name not in held and len(port.type.tensor_type.shape.dim):
            first = port.type.tensor_type.shape.dim[0]
            first.CopyFrom(_dimension(rows))
    for node in graph.node:
        if node.domain == LEARNED and node.op_type in _SAME_SHAPE:
            node.CopyFrom(helper.make_node("Cast", node.input[:1], node.output[:1], to=TensorProto.FLOAT))
    known = _inferred(asked)
    for _ in range(_MOST_PASSES):
        if not _tell(graph, known):
            break
        known = _inferred(asked)
    return known


def _dimension(rows: int | None) -> onnx.TensorShapeProto.Dimension:
    if rows is None:
        return onnx.TensorShapeProto.Dimension(dim_param=_ANY)
    return onnx.TensorShapeProto.Dimension(dim_value=rows)


def _without_numbers(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return a graph with the numbers that can be sizes alone, and without what it says of its results."""
    graph = model.graph
    asked = onnx.ModelProto(ir_version=model.ir_version, opset_import=model.opset_import)
    asked.graph.name = graph.name
    asked.graph.node.extend(graph.node)
    asked.graph.input.extend(graph.input)
    asked.graph.output.extend(graph.output)
    for tensor in graph.initializer:
        if tensor.ByteSize() <= _SMALL:
            asked.graph.initializer.append(tensor)
        else:
            asked.graph.initializer.add(name=tensor.name, data_type=tensor.data_type, dims=tensor.dims)
    return asked


def _inferred(model: onnx.ModelProto) -> dict[str, Shape]:
    try:
        found = shape_inference.infer_shapes(model, check_type=False, strict_mode=False, data_prop=True)
    except (shape_inference.InferenceError, RuntimeError, ValueError) as error:
        raise RefusedGraphError("onnx.unsound", what="shapes") from error
    graph = found.graph
    ports = (*graph.input, *graph.value_info, *graph.output)
    shapes = {one.name: _shape(one.type) for one in ports}
    shapes |= {tensor.name: tuple(tensor.dims) for tensor in graph.initializer}
    return {name: shape for name, shape in shapes.items() if shape is not None}


def _shape(kind: onnx.TypeProto) -> Shape | None:
    if not kind.HasField("tensor_type") or not kind.tensor_type.HasField("shape"):
        return None
    sizes = kind.tensor_type.shape.dim
    return tuple(size.dim_value if size.HasField("dim_value") else None for size in sizes)


def _tell(graph: onnx.GraphProto, known: Mapping[str, Shape]) -> bool:
    """Add what operators of models give for so many rows, where ONNX itself does not say it.

    Returns whether anything was added.
    """
    shown = {one.name for one in (*graph.output, *graph.value_info)}
    for node in graph.node:
        given = known.get(node.input[0]) if node.domain == LEARNED and node.input else None
        if not given or None in given[1:] or node.op_type not in _WIDTHS:
            continue
        widths = _WIDTHS[node.op_type](node, known)
        for name, width in zip(node.output, widths, strict=False):
            if name and name not in shown and None in known.get(name, (None,)):
                shape = given[:1] if width is None else (*given[:-1], width)
                graph.value_info.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape))
    return len(graph.value_info) + len(graph.output) > len(shown)


def _targets(node: onnx.NodeProto, _known: Mapping[str, Shape]) -> tuple[int]:
    told = {one.name: one.i for one in node.attribute}
    return (told.get("n_targets", told.get("targets", 1)),)


def _labels(node: onnx.NodeProto, _known: Mapping[str, Shape]) -> tuple[None, int]:
    """Return that labels have no width, and that of the numbers behind them."""
    told = {one.name: max(len(one.ints), len(one.strings)) for one in node.attribute}
    return None, told.get("classlabels_int64s") or told.get("classlabels_strings") or 0


def _picked(node: onnx.NodeProto, known: Mapping[str, Shape]) -> tuple[int, ...]:
    places = known.get(node.input[1]) if len(node.input) > 1 else None
    return () if places is None or None in places else (math.prod(size or 0 for size in places),)


_WIDTHS: dict[str, Callable[[onnx.NodeProto, Mapping[str, Shape]], tuple[int | None, ...]]] = {
    "TreeEnsembleRegressor": _targets,
    "SVMRegressor": _targets,
    "LinearRegressor": _targets,
    "TreeEnsembleClassifier": _labels,
    "ArrayFeatureExtractor": _picked,
}


def _check_trees(nodes: Sequence[onnx.NodeProto], shapes: Mapping[str, Shape]) -> None:
    """Refuse trees that are not sound; *shapes* hold for any number of rows, so that none deceives."""
    for node in nodes:
        shape = shapes.get(node.input[0]) if node.input else None
        width = shape[1] if shape is not None and len(shape) == 2 else None
        check = check_listed_trees if node.op_type == "TreeEnsemble" else check_trees
        check(node, width)
