"""Keep the groups of a table, or what is usual in it, as a model file."""

from collections.abc import Sequence
from dataclasses import replace
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


def keep_groups(
    path: Path,
    found: tuple[Grouping, Grouper, GroupingPlan],
    rows: tuple[Table, pd.DataFrame, Columns],
) -> None:
    """Write the groups that were found in the rows of a frame to *path*, whole. Raises SaveError."""
    grouping, grouper, plan = found
    table, frame, columns = rows
    placer = Placer.learn(grouper, frame, plan.seed)
    told = ComparedFound(
        exclude=plan.exclude,
        include=plan.include,
        number=plan.number,
        seed=plan.seed,
        grouping=told_groups(grouping),
        reached=Reached(held=placer.reach.held, beyond=placer.reach.beyond),
    )
    save_compared(path, told, placer, table, schema_of(frame, columns, table))


def keep_normal(
    path: Path,
    found: tuple[Oddness, Finder, OddnessPlan],
    rows: tuple[Table, pd.DataFrame, Columns],
) -> None:
    """Write what was usual in the rows of a frame to *path*, whole. Raises SaveError."""
    oddness, finder, plan = found
    table, frame, columns = rows
    told = ComparedFound(
        exclude=plan.exclude, include=plan.include, seed=plan.seed, oddness=told_oddness(oddness)
    )
    save_compared(path, told, Normal.learn(finder, plan.seed), table, schema_of(frame, columns, table))
