"""Files of groups and of what is usual, as `groups` and `anomalies` save them."""

from pathlib import Path

from desktop_app.engine.anomalies.finding import Finder
from desktop_app.engine.clustering.grouping import find_groups
from desktop_app.engine.comparable import columns_for
from desktop_app.journeys.keep_compared import Counted, keep_groups, keep_normal
from desktop_app.records.clusters import GroupingPlan
from desktop_app.records.oddness import Oddness, OddnessPlan
from desktop_app.records.tables import ColumnType
from tests.unit.engine.anomalies.made import people
from tests.unit.engine.clustering.made import clouds
from tests.unit.models.made import table_of


def save_groups(path: Path) -> None:
    """Save the groups of three clouds."""
    frame, _groups = clouds()
    types: dict[str, ColumnType] = {"age": "number", "spent": "number", "plan": "category", "noise": "number"}
    table, plan = table_of(frame, types), GroupingPlan(number=3)
    columns = columns_for(table, plan)
    found = find_groups(frame, columns, plan, lambda _: None)
    assert found.grouper
    keep_groups(path, found.grouping, found.grouper, plan, Counted(table, frame, columns))


def save_normal(path: Path) -> None:
    """Save what is usual of people."""
    frame, plan = people(), OddnessPlan()
    types: dict[str, ColumnType] = {"height": "number", "weight": "number", "paid": "number"}
    types |= {"plan": "category", "since": "date"}
    table = table_of(frame, types)
    columns = columns_for(table, plan)
    finder = Finder.learn(frame, columns, 0, lambda _: None)
    oddness = Oddness(
        rows=len(frame), count=0, by_chance=0, are_far=False, odd=(), features=tuple(columns.features)
    )
    keep_normal(path, oddness, finder, plan, Counted(table, frame, columns))
