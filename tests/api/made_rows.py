"""What was found of which rows are alike, or odd, without looking at any."""

from dataclasses import replace
from typing import Any

from desktop_app.records.clusters import (
    Cluster,
    GroupedFile,
    GroupFileOrder,
    Grouping,
    GroupingPlan,
    GroupMap,
    MapSpot,
    Stability,
    Trait,
)
from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import to_json
from desktop_app.records.oddness import OddFile, OddFileOrder, Oddness, OddnessPlan, OddReason, OddRow
from desktop_app.records.stored import StoredTable
from desktop_app.workspace.store import Workspace

MONTHS = Trait(column="months", kind="number", share=0.9, elsewhere=0.1, end=12.0)
GROUPING = Grouping(
    level="useful",
    clusters=(Cluster(rows=200, traits=(MONTHS,)), Cluster(rows=100, traits=())),
    stability=Stability(share=0.9, low=0.8, high=0.95, chance=0.5),
    tried=2,
    found_again=True,
    rows=300,
    between=20,
    features=("months", "region"),
    map=GroupMap(spots=tuple(MapSpot(x=place, y=-place, group=place % 2) for place in range(4)), held=0.66),
)
NOTHING = replace(
    GROUPING,
    level="guessing",
    clusters=(),
    map=None,
    found_again=False,
    features=("months", "region", "left"),
)
REPEATS = replace(GROUPING, level="suspicious", repeats="region", repeated=290)
SLIP = OddReason(kind="slip", column="months", value=600.0, low=2.0, high=60.0, factor=10.0)
RARE = OddReason(kind="rare", column="region", value="Moon", count=1, of=300)
ODDNESS = Oddness(
    rows=300,
    count=2,
    by_chance=1,
    are_far=True,
    odd=(OddRow(row=7, less_odd=299, reasons=(SLIP, RARE)), OddRow(row=30, less_odd=298, reasons=(RARE,))),
    features=("months", "region"),
)
USUAL = replace(ODDNESS, count=0, are_far=False, odd=())


def grouped(workspace: Workspace, stored: StoredTable, found: Grouping = GROUPING, **plan: Any) -> Job:
    """Land groups of a table."""
    order = GroupFileOrder(path="", plan=GroupingPlan(**plan), table_folder=stored.folder)
    return _landed(workspace, stored, "group_file", order, GroupedFile(grouping=found))


def odd_found(workspace: Workspace, stored: StoredTable, found: Oddness = ODDNESS) -> Job:
    """Land odd rows of a table."""
    order = OddFileOrder(path="", plan=OddnessPlan(), table_folder=stored.folder)
    return _landed(workspace, stored, "odd_file", order, OddFile(oddness=found))


def _landed(workspace: Workspace, stored: StoredTable, journey: str, order: Any, found: Any) -> Job:
    job = workspace.jobs.add(journey, to_json(order), lane="short", subject=stored.id)
    workspace.land(job, to_json(found))
    return workspace.jobs.get(job.id)
