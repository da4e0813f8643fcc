"""Keep the groups of a table, or what is usual in it, as a model file."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from desktop_app.engine.anomalies.finding import Finder
from desktop_app.engine.anomalies.normal import Normal
from desktop_app.engine.clustering.grouping import Grouper
from desktop_app.engine.clustering.placing import Placer
from desktop_app.engine.comparable import Columns
from desktop_app.models.compared_file import save_compared
from desktop_app.models.compared_making import schema_of, told_groups, told_oddness
from desktop_app.records.clusters import Grouping, GroupingPlan
from desktop_app.records.compared_cards import ComparedFound, Reached
from desktop_app.records.oddness import Oddness, OddnessPlan
from desktop_app.records.tables import Table


def named(grouping: Grouping, names: Sequence[str]) -> Grouping:
    """Return the groups under the names that a person gave them; those of other groups are none of theirs."""
    if len(names) != len(grouping.clusters):
        return grouping
    clusters = tuple(replace(one, name=name) for one, name in zip(grouping.clusters, names, strict=True))
    return replace(grouping, clusters=clusters)


@dataclass(frozen=True, slots=True)
class Counted:
    """The rows that something was found in, and the columns of their table that counted."""

    table: Table
    frame: pd.DataFrame
    columns: Columns


def keep_groups(path: Path, grouping: Grouping, grouper: Grouper, plan: GroupingPlan, rows: Counted) -> None:
    """Write the groups that were found in some rows to *path*, whole. Raises SaveError."""
    placer = Placer.learn(grouper, rows.frame, plan.seed)
    told = ComparedFound(
        exclude=plan.exclude,
        include=plan.include,
        number=plan.number,
        seed=plan.seed,
        grouping=told_groups(grouping),
        reached=Reached(held=placer.reach.held, beyond=placer.reach.beyond),
    )
    save_compared(path, told, placer, rows.table, schema_of(rows.frame, rows.columns, rows.table))


def keep_normal(path: Path, oddness: Oddness, finder: Finder, plan: OddnessPlan, rows: Counted) -> None:
    """Write what was usual in some rows to *path*, whole. Raises SaveError."""
    told = ComparedFound(
        exclude=plan.exclude, include=plan.include, seed=plan.seed, oddness=told_oddness(oddness)
    )
    schema = schema_of(rows.frame, rows.columns, rows.table)
    save_compared(path, told, Normal.learn(finder, plan.seed), rows.table, schema)
