"""Tables with groups that are known, and tables without."""

from collections.abc import Hashable
from typing import Literal

import numpy as np
import pandas as pd
from threadpoolctl import threadpool_limits

from desktop_app.engine.arrays import Ints
from desktop_app.engine.cells import Cells, layout_of, read_cells
from desktop_app.engine.clustering.grouping import Grouped, find_groups
from desktop_app.engine.comparable import columns_for
from desktop_app.records.clusters import GroupingPlan
from desktop_app.records.plans import Role
from desktop_app.records.tables import ColumnType
from tests.unit.models.made import table_of

CENTRES = np.array([[0.0, 0.0], [9.0, 0.0], [0.0, 9.0]])
PLANS = ("basic", "basic", "gold")


def clouds(sizes: tuple[int, int, int] = (80, 60, 40), seed: int = 0) -> tuple[pd.DataFrame, Ints]:
    """Three clouds of two columns, a category that goes with one of them, and a column that says nothing."""
    rng, groups = np.random.default_rng(seed), np.repeat([0, 1, 2], sizes)
    points = CENTRES[groups] + rng.normal(size=(len(groups), 2))
    return pd.DataFrame(
        {
            "age": points[:, 0] * 5 + 40,
            "spent": points[:, 1] * 1_000,
            "plan": pd.Categorical([PLANS[group] for group in groups]),
            "noise": rng.uniform(size=len(groups)),
        }
    ), groups


def noise(rows: int = 200, width: int = 4, seed: int = 0) -> pd.DataFrame:
    points = np.random.default_rng(seed).uniform(size=(rows, width))
    return pd.DataFrame({f"n{place}": column for place, column in enumerate(points.T)})


def cells_of(frame: pd.DataFrame) -> Cells:
    roles: dict[str, Role] = {str(name): _kind(frame, name) for name in frame}
    return read_cells(frame, layout_of(roles))


def grouped(frame: pd.DataFrame, plan: GroupingPlan | None = None) -> Grouped:
    types: dict[str, ColumnType] = {str(name): _kind(frame, name) for name in frame}
    plan = plan or GroupingPlan()
    with threadpool_limits(1):  # more threads would wait for each other, on a busy computer longest
        return find_groups(frame, columns_for(table_of(frame, types), plan), plan, lambda _: None)


def _kind(frame: pd.DataFrame, name: Hashable) -> Literal["date", "number", "category"]:
    values = frame[name]
    if values.dtype.kind == "M":
        return "date"
    return "number" if values.dtype.kind == "f" else "category"
