"""Tables in which it is known what is odd."""

from typing import Any

import numpy as np
import pandas as pd

from desktop_app.engine.anomalies.finding import Finder
from desktop_app.engine.comparable import columns_for
from desktop_app.records.oddness import OddnessPlan
from desktop_app.records.tables import ColumnType
from tests.unit.models.made import table_of


def people(rows: int = 400, seed: int = 0) -> pd.DataFrame:
    """Height and weight that go together, a frequent category, and a day."""
    rng = np.random.default_rng(seed)
    height = rng.normal(170, 10, rows)
    return pd.DataFrame(
        {
            "height": height,
            "weight": height - 100 + rng.normal(0, 3, rows),
            "paid": np.exp(rng.normal(5, 0.3, rows)),
            "plan": pd.Categorical(rng.choice(["basic", "gold"], rows)),
            "since": pd.to_datetime("2020-01-01") + pd.to_timedelta(rng.integers(0, 900, rows), "D"),
        }
    )


def with_cell(column: str, value: Any, row: int = 7, frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """People of whom one has another cell."""
    made = people() if frame is None else frame.copy()
    if made[column].dtype == "category" and value not in made[column].cat.categories:
        made[column] = made[column].cat.add_categories([value])
    made.loc[row, column] = value
    return made


def finder_of(frame: pd.DataFrame) -> Finder:
    types: dict[str, ColumnType] = {
        str(name): {"f": "number", "M": "date"}.get(values.dtype.kind, "category")  # type: ignore[misc]
        for name, values in frame.items()
    }
    return Finder.learn(frame, columns_for(table_of(frame, types), OddnessPlan()), 0, lambda _: None)
