"""Groups of rows made for tests."""

from dataclasses import replace
from typing import Any

from desktop_app.records.groups import ComparedGroups, Figure, Gap, Group, GroupMeasure, StandIn
from desktop_app.records.results import Baseline, Evaluation, Metric
from tests.unit.reports.made import a_number, score


def figure(measure: GroupMeasure, value: float, reach: float = 0.08, rows: int = 120) -> Figure:
    return Figure(measure=measure, value=value, low=value - reach, high=value + reach, rows=rows)


def group(label: str, found: float, rows: int = 240) -> Group:
    measures: tuple[GroupMeasure, ...] = ("said", "found", "false", "right")
    return Group(label=label, rows=rows, figures=tuple(figure(measure, found) for measure in measures))


CLEAR = Gap(measure="found", more=0, less=1, value=0.264, low=0.1, high=0.428)
GROUPS = ComparedGroups(
    column="region",
    kind="value",
    value="yes",
    rows=1000,
    groups=(group("West", 0.82), group("East", 0.556), Group(label="Süd", rows=12)),
    gaps=(CLEAR,),
    others=1,
    rows_of_others=4,
    stand_ins=(StandIn(column="postcode", told=0.9),),
)


def numbers(**changes: Any) -> ComparedGroups:
    """Return groups by ranges of a number, of the answers to a number."""
    groups = tuple(
        Group(low=low, high=high, rows=200, figures=(figure("miss", miss, 1.5), figure("lean", lean, 1.0)))
        for low, high, miss, lean in ((18.0, 30.0, 12.3, 3.21), (31.0, 64.5, 8.0, -1.2))
    )
    made = replace(GROUPS, column="age", kind="number", value="", groups=groups, gaps=(), others=0)
    return replace(made, **changes)


def off_by_ten() -> Evaluation:
    """Return what came of learning a number that is missed by about ten."""
    metric: Metric = "mean_absolute_error"
    return a_number(
        decimals=1,
        score=score(10.0, 9.0, 11.0, metric=metric),
        baseline=Baseline(metric=metric, value=15.0, answer="50"),
    )
