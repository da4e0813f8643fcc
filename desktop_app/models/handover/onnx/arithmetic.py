"""A few steps that are made of several nodes of an ONNX graph."""

from typing import Any

import numpy as np

from desktop_app.models.handover.onnx.graph import DOUBLE, SINGLE, Graph


def rounded(graph: Graph, value: str) -> str:
    """Round to single precision, as features of trees are."""
    return graph.cast(graph.cast(value, SINGLE), DOUBLE)


def is_missing(graph: Graph, value: str) -> str:
    """Return where there is no number: nothing else differs from itself."""
    return graph.add("Not", graph.add("Equal", value, value))


def between(graph: Graph, value: str, low: str, high: str) -> str:
    """Return numbers kept between two ends."""
    return graph.add("Min", graph.add("Max", value, low), high)


def on_line(graph: Graph, value: str, places: Any, values: Any, *, is_after: bool = True) -> str:
    """Return (..., 1) for (..., 1): the value on the line through points, level beyond its ends.

    Where several points have one place, the last of them counts; with *is_after* False the first.
    """
    widths, heights = np.diff(places), np.diff(values)
    flat = widths <= 0
    slopes = np.divide(heights, widths, out=np.zeros_like(heights), where=~flat)
    moved = graph.add("Sub", value, graph.constant(places[:-1]))
    steps = between(graph, moved, graph.constant(0.0), graph.constant(widths))
    found = graph.add("Mul", steps, graph.constant(slopes))
    if flat.any():
        zero = graph.constant(0.0)
        above = graph.add("Greater" if not is_after else "GreaterOrEqual", moved, zero)
        jumps = graph.add("Mul", graph.cast(above, DOUBLE), graph.constant(np.where(flat, heights, 0.0)))
        found = graph.add("Add", found, jumps)
    total = graph.add("ReduceSum", found, graph.constant(np.array([-1])), keepdims=1)
    return graph.add("Add", total, graph.constant(values[0]))
