"""Rows of groups, hidden from a pooled model that says too little of them."""

from typing import Any

import numpy as np
import pandas as pd

from desktop_app.engine.arrays import Floats
from desktop_app.engine.each.ground import FOLDS, Ground
from tests.unit.engine.made import frame_of

ROWS = 40  # of each group


def ground(
    groups: int, level: float = 0.0, slope: float = 0.0, classes: int = 0, rows: int = ROWS, seed: int = 1
) -> Ground:
    """Return groups that differ by so much from the pooled answers; those of classes are all as likely."""
    dice = np.random.default_rng(seed)
    count = groups * rows
    group, x = np.repeat(np.arange(groups), rows), dice.normal(size=count)
    height = level * dice.normal(size=groups)[group] + slope * dice.normal(size=groups)[group] * x
    values: Any = height + dice.normal(size=count)
    if classes:
        values = np.digitize(values, np.linspace(-1, 1, classes + 1)[1:-1]).astype(np.int64)
    answered = max(1, classes)
    return Ground(
        names=tuple(f"g{place}" for place in range(groups)),
        starts=np.arange(0, count + 1, rows),
        lines=np.column_stack([np.ones(count), x]),
        answers=np.full((count, answered), 1 / classes if classes else 0.0),
        values=values,
        folds=dice.integers(0, FOLDS, count),
        features=np.array([0]),
        places=np.arange(count),
        repeats=1.0,
    )


def shops(groups: int = 30, rows: int = 75, slope: float = 3.0, seed: int = 2) -> pd.DataFrame:
    """Return shops whose sales go with visits, each in its own way; a last one has three rows only."""
    dice = np.random.default_rng(seed)
    shop = np.concatenate([np.repeat(np.arange(groups), rows), np.full(3, groups)])
    dice.shuffle(shop)
    visits = dice.normal(size=len(shop))
    steep: Floats = slope * dice.normal(size=groups + 1)
    sales = steep[shop] * visits + dice.normal(size=len(shop))
    return frame_of(
        shop=np.array([f"shop {one:02d}" for one in shop]),
        visits=visits,
        sales=sales,
        kind=np.where(sales > 0, "up", "down"),
    )


def unlike(groups: int, rows: int, seed: int, first: int = 0) -> pd.DataFrame:
    """Return shops whose sales lie far apart, and within each only a little."""
    dice = np.random.default_rng(seed)
    shop = np.repeat(np.arange(groups), rows)
    visits = dice.normal(size=len(shop))
    sales = 100 + 10 * dice.normal(size=groups)[shop] + 5 * visits + 2 * dice.normal(size=len(shop))
    return frame_of(shop=np.array([f"shop {first + one:02d}" for one in shop]), visits=visits, sales=sales)
