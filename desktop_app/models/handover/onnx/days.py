"""The parts of dates, from days since 1970, as nodes of an ONNX graph; see `engine.features.dates`."""

from typing import Any

import numpy as np

from desktop_app.models.handover.onnx.arithmetic import is_missing
from desktop_app.models.handover.onnx.graph import DOUBLE, Graph

_FIRST_DAY, _CENTURIES = 719_468, 146_097  # from March of year 0 to 1970, and in four hundred years
_YEAR, _WEEK, _DAY = 365.2425, 7, 1


def circles_of(graph: Graph, days: str, hours: Any) -> list[str]:
    """Return sines and cosines of where each date stands in its year, its week and, of some, its day."""
    turns = [_turn(graph, days, _YEAR), _turn(graph, days, _WEEK)]
    if np.any(hours):
        turns.append(_turn(graph, _timed(graph, days, hours), _DAY))
    turn = graph.add("Mul", graph.joined(turns), graph.constant(2 * np.pi))
    missing = is_missing(graph, turn)
    both = [graph.add(name, turn) for name in ("Sin", "Cos")]
    return [graph.add("Where", missing, graph.constant(0.0), one) for one in both]


def parts_of(graph: Graph, days: str, hours: Any) -> str:
    """Return the days, years, months and weekdays of all dates, then the hours of some.

    Hinnant, chrono-compatible low-level date algorithms: years begin in March, a leap day is last.
    """

    def plus(one: str, other: float) -> str:
        return graph.add("Add", one, graph.constant(float(other)))

    def minus(one: str, *others: str) -> str:
        for other in others:
            one = graph.add("Sub", one, other)
        return one

    def times(one: str, by: float) -> str:
        return graph.add("Mul", one, graph.constant(float(by)))

    day = graph.add("Floor", days)
    moved = plus(day, _FIRST_DAY)
    era = _whole(graph, moved, _CENTURIES)
    of_era = minus(moved, times(era, _CENTURIES))
    leaps = minus(_whole(graph, of_era, 1_460), _whole(graph, of_era, 36_524))
    year = _whole(graph, minus(of_era, leaps, _whole(graph, of_era, 146_096)), 365)
    before = minus(graph.add("Add", times(year, 365), _whole(graph, year, 4)), _whole(graph, year, 100))
    month = _whole(graph, plus(times(minus(of_era, before), 5), 2), 153)  # 0 is March
    is_next = graph.cast(graph.add("GreaterOrEqual", month, graph.constant(10.0)), DOUBLE)
    year = graph.add("Add", graph.add("Add", year, times(era, 400)), is_next)
    month = minus(plus(month, 3), times(is_next, 12))
    parts = [days, year, month, _rest(graph, plus(day, 3), _WEEK)]
    if np.any(hours):
        parts.append(graph.add("Floor", times(_rest(graph, _timed(graph, days, hours), _DAY), 24)))
    return graph.joined(parts)


def _timed(graph: Graph, days: str, hours: Any) -> str:
    return graph.add("Gather", days, graph.constant(np.flatnonzero(hours)), axis=1)


def _turn(graph: Graph, days: str, by: float) -> str:
    return graph.add("Div", _rest(graph, days, by), graph.constant(float(by)))


def _rest(graph: Graph, value: str, by: float) -> str:
    """Return what is left of a number, of which the greatest multiple of *by* was taken away."""
    whole = graph.add("Mul", _whole(graph, value, by), graph.constant(float(by)))
    return graph.add("Sub", value, whole)


def _whole(graph: Graph, value: str, by: float) -> str:
    """Return how often *by* goes into a number."""
    return graph.add("Floor", graph.add("Div", value, graph.constant(float(by))))
