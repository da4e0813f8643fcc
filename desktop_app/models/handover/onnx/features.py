"""From the columns of a table to the features that each kind of model reads, as nodes of an ONNX graph.

What is done to each is said in `engine.features`.
"""

from typing import Any

import numpy as np

from desktop_app.engine.cells import LARGEST
from desktop_app.engine.features.numbers import FARTHEST
from desktop_app.models.handover.onnx.arithmetic import between, is_missing, on_line, rounded
from desktop_app.models.handover.onnx.days import circles_of, parts_of
from desktop_app.models.handover.onnx.graph import DOUBLE, TEXT, Graph
from desktop_app.models.handover.portable import Plain

MISSING = ""


class Features:
    """The features of each form, made once."""

    def __init__(self, graph: Graph, model: Plain) -> None:
        self._graph = graph
        self._prepared = model["prepared"]
        layout = model["layout"]
        self._numbers = self._columns(layout["numbers"])
        self._days = self._columns(layout["dates"])
        self._texts = [graph.ask(name, TEXT) for name in layout["categories"]]
        if self._numbers:
            ends = (graph.constant(-LARGEST), graph.constant(LARGEST))
            missing = is_missing(graph, self._numbers)
            self._numbers = graph.add("Where", missing, self._numbers, between(graph, self._numbers, *ends))
        hours = self._prepared["hours"]
        self._parts = parts_of(graph, self._days, hours) if self._days else ""
        timed = int(np.count_nonzero(hours))
        # Of the features that trees have without means.
        self._width = len(layout["numbers"]) + 4 * len(layout["dates"]) + timed + len(layout["categories"])
        self._made: dict[str, str] = {}

    def zeros(self) -> str:
        """Return (rows, 1): nothing, for each row that is asked about."""
        graph = self._graph
        column = self._numbers or self._days
        if column:
            one = graph.add("Gather", column, graph.constant(np.array([0])), axis=1)
            is_there = graph.add("Equal", one, one)
        else:
            is_there = graph.add("Equal", self._texts[0], self._texts[0])
        return graph.add("Mul", graph.cast(is_there, DOUBLE), graph.constant(0.0))

    def of(self, form: str) -> str:
        """Return (rows, features) in this form."""
        if form not in self._made:
            self._made[form] = self._lines() if form in ("lines", "curves") else self._cells(form)
        return self._made[form]

    def _columns(self, names: tuple[str, ...]) -> str:
        """Return (rows, columns) numbers; nothing where there are none."""
        return self._graph.joined([self._graph.ask(name, DOUBLE) for name in names]) if names else ""

    def _cells(self, form: str) -> str:
        graph, prepared = self._graph, self._prepared
        days = self._days if form == "plain" else self._parts
        parts = [part for part in (self._numbers, days) if part]
        missing = float("nan")
        for place, levels in enumerate(prepared["levels"]):
            codes = np.arange(len(levels) + 1, dtype=np.float64)
            if form == "plain":
                codes[-1] = -1.0  # what was never seen
            parts.append(self._told(place, np.append(codes, missing)[:, None]))
        if form == "plain":
            return graph.joined(parts)
        if form == "means":
            parts += self._means()
        found = rounded(graph, graph.joined(parts))
        strongest = prepared["strongest"]
        if strongest is None:
            return found
        kept = strongest if form == "means" else strongest[strongest < self._width]
        return graph.add("Gather", found, graph.constant(kept), axis=1)

    def _means(self) -> list[str]:
        means = self._prepared["means"]
        table = np.column_stack([means["means"], means["counts"]])
        starts = means["starts"]
        return [
            self._told(column, table[starts[place] : starts[place + 1]])
            for place, column in enumerate(means["columns"].tolist())
        ]

    def _told(self, place: int, table: Any) -> str:
        """Return (rows, width) of a category: a line a level, then one for a new one, then one for none."""
        graph, levels = self._graph, self._prepared["levels"][place]
        code = graph.add(
            "LabelEncoder",
            self._texts[place],
            domain="ai.onnx.ml",
            keys_strings=[*levels, MISSING],
            values_int64s=[*range(len(levels)), len(levels) + 1],
            default_int64=len(levels),
        )
        one = graph.add("Gather", graph.constant(np.asarray(table, dtype=np.float64)), code, axis=0)
        return graph.add("Reshape", one, graph.constant(np.array([-1, table.shape[1]])))

    def _lines(self) -> str:
        graph, prepared = self._graph, self._prepared
        parts = []
        if self._numbers:
            parts += self._scaled(self._numbers, prepared["numbers"])
        if self._days:
            parts += self._scaled(self._parts, prepared["dates"]) + circles_of(
                graph, self._days, prepared["hours"]
            )
        for place, (levels, wide) in enumerate(
            zip(prepared["levels"], prepared["wide"].tolist(), strict=True)
        ):
            own = np.minimum(np.arange(len(levels) + 2), wide)
            own[-1] = wide + 1
            parts.append(self._told(place, np.eye(wide + 2)[own]))
        return graph.joined(parts)

    def _scaled(self, values: str, known: Plain) -> list[str]:
        graph = self._graph
        missing = is_missing(graph, values)
        filled = graph.add("Where", missing, graph.constant(known["centers"]), values)
        steps = graph.add("Sub", filled, graph.constant(known["centers"]))
        steps = graph.add("Div", steps, graph.constant(known["spreads"]))
        parts = [between(graph, steps, graph.constant(-FARTHEST), graph.constant(FARTHEST))]
        parts += self._ranked(filled, known) if known["knots"].size else []
        if known["gaps"].size:
            gaps = graph.add("Gather", graph.cast(missing, DOUBLE), graph.constant(known["gaps"]), axis=1)
            parts.append(gaps)
        return parts

    def _ranked(self, filled: str, known: Plain) -> list[str]:
        graph, found = self._graph, []
        for place, knots in enumerate(known["knots"]):
            one = graph.add("Gather", filled, graph.constant(np.array([place])), axis=1)
            ends = [on_line(graph, one, knots, known["ranks"], is_after=after) for after in (True, False)]
            found.append(graph.add("Mul", graph.add("Add", *ends), graph.constant(0.5)))
        return found
