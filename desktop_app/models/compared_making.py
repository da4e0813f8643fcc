"""What a file of groups, or of what is usual, keeps of the old table: no row, and no value of a few rows."""

from dataclasses import replace

import pandas as pd

from desktop_app.engine.comparable import Columns
from desktop_app.models.describing import RARE, feature_of
from desktop_app.records.clusters import Cluster, Grouping
from desktop_app.records.models import Feature, Schema
from desktop_app.records.oddness import Oddness
from desktop_app.records.tables import Table


def schema_of(frame: pd.DataFrame, columns: Columns, table: Table) -> Schema:
    """Return the columns that count, with values that at least five rows of a frame share."""
    features = tuple(_shared(frame, name, role, table) for name, role in columns.features.items())
    return Schema(target="", task="classification", classes=(), features=features, is_impersonal=True)


def _shared(frame: pd.DataFrame, name: str, role: str, table: Table) -> Feature:
    column, values = table.column(name), frame[name]
    if role in ("number", "date"):
        found = feature_of(name, "number" if role == "number" else "date", values)
        return replace(found, unit=column.unit) if column and role == "number" else found
    counts = values.value_counts()
    levels = tuple(sorted(str(level) for level in counts[counts >= RARE].index))
    return replace(feature_of(name, "category", values), levels=levels, rare_levels=0)


def told_groups(grouping: Grouping) -> Grouping:
    """Return what is told of groups: without the map, whose dots are rows, and no row by its number."""
    return replace(grouping, map=None, near=(), clusters=tuple(map(_told, grouping.clusters)))


def _told(cluster: Cluster) -> Cluster:
    traits = tuple(
        trait for trait in cluster.traits if trait.kind != "category" or trait.share * cluster.rows >= RARE
    )
    return replace(cluster, traits=traits)


def told_oddness(oddness: Oddness) -> Oddness:
    """Return what is told of odd rows: how many there are, but none of them."""
    return replace(oddness, odd=(), after=(), repeats=None, nearly=None, shared=None, sharing=0, looked_at=0)
