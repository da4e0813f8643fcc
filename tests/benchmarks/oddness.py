"""Whether rows that are odd come first, and how many stand out where none is odd.

python -m tests.benchmarks oddness [COUNT] [PYTHON]

COUNT (20) tables of each kind, all of a size and width of their own. In 1 of 100 rows, and in 3 at least, is
planted: one cell far out, all cells scattered anywhere, cells of other rows in columns that go together, a
value that no other row has, or one far cell among 24 columns. Precision at k: of as many oddest rows as
were planted, the share that was. Goal: .8 or more. With the Python of an environment that has PyOD, its
isolation forest and its ECOD (Li and others, 2022) tell the oddest rows of the same tables.
"""

import subprocess
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from desktop_app.engine.anomalies.detecting import limit_of
from desktop_app.engine.anomalies.finding import Finder
from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.comparable import columns_for
from desktop_app.records.oddness import OddnessPlan
from desktop_app.records.tables import ColumnType
from tests.unit.models.made import table_of

ROWS = (300, 1_000, 3_000, 3_000)
COUNT, GOAL = 20, 0.8
PYOD = """
import sys
import numpy as np
from pyod.models.ecod import ECOD
from pyod.models.iforest import IForest
points = np.load(sys.argv[1])
kinds = IForest(random_state=0), ECOD()
np.save(sys.argv[2], [kind.fit(points).decision_scores_ for kind in kinds])
"""


@dataclass(frozen=True)
class Made:
    """A table, and its rows that are odd."""

    frame: pd.DataFrame
    odd: Ints


def main(arguments: Sequence[str]) -> None:
    """Print a line for each kind of table."""
    numbers = [argument for argument in arguments if argument.isdigit()]
    others = [argument for argument in arguments if not argument.isdigit()]
    count = int(numbers[0]) if numbers else COUNT
    names = ["Hunch", *(["isolation forest", "ECOD"] if others else [])]
    print("| tables | " + " | ".join(f"{name}: mean, tables at .8" for name in names) + " | stood out |")
    print("|---" * (len(names) + 2) + "|")
    for name, plant in PLANTED.items():
        found = [_planted(plant, seed, others) for seed in range(count)]
        cells = [_cell([precisions[place] for precisions, _odd in found]) for place in range(len(names))]
        print(f"| {name} | {' | '.join(cells)} | {sum(odd for _, odd in found)} of {count} |", flush=True)
    for name, make in USUAL.items():
        stood_out = sum(_stands_out(make(np.random.default_rng(seed)), seed) for seed in range(count))
        print(f"| {name} {'| ' * len(names)}| {stood_out} of {count} |", flush=True)


def _cell(precisions: list[float]) -> str:
    return f"{np.mean(precisions):.2f}, {sum(one >= GOAL for one in precisions)} of {len(precisions)}"


def _planted(
    plant: Callable[[np.random.Generator], Made], seed: int, python: list[str]
) -> tuple[list[float], bool]:
    """Return the precision at k of each system, and whether rows stand out for Hunch."""
    made = plant(np.random.default_rng(seed))
    finder = _finder(made.frame, seed)
    scores = [finder.scores(made.frame), *(_others(made.frame, python[0]) if python else [])]
    count = len(made.odd)
    precisions = [float(np.isin(np.argsort(-one)[:count], made.odd).mean()) for one in scores]
    return precisions, _is_told(finder, scores[0])


def _stands_out(frame: pd.DataFrame, seed: int) -> bool:
    finder = _finder(frame, seed)
    scores, lone = finder.scores_and_lone(frame)
    return _is_told(finder, scores) or bool(lone.any())


def _is_told(finder: Finder, scores: Floats) -> bool:
    return int(np.count_nonzero(scores > limit_of(len(scores)))) > finder.by_chance or finder.are_far(scores)


def _finder(frame: pd.DataFrame, seed: int) -> Finder:
    types: dict[str, ColumnType] = {
        str(name): "number" if frame[name].dtype == float else "category" for name in frame
    }
    return Finder.learn(frame, columns_for(table_of(frame, types), OddnessPlan()), seed, lambda _: None)


def _others(frame: pd.DataFrame, python: str) -> list[Floats]:
    """Return the scores of PyOD's two, for numbers as they are and categories in columns of their own."""
    with tempfile.TemporaryDirectory() as folder:
        points, scores = Path(folder) / "points.npy", Path(folder) / "scores.npy"
        np.save(points, pd.get_dummies(frame, dtype=float).to_numpy())
        subprocess.run([python, "-W", "ignore", "-c", PYOD, str(points), str(scores)], check=True)
        return list(np.load(scores))


def _cloud(rng: np.random.Generator, width: int = 0) -> tuple[pd.DataFrame, Floats]:
    """Return columns of several shapes that two hidden ones move, and those."""
    rows, width = int(rng.choice(ROWS)), width or int(rng.integers(4, 9))
    hidden = rng.normal(size=(rows, 2))
    points = hidden @ rng.normal(size=(2, width)) + rng.normal(size=(rows, width)) * 0.4
    units, shapes = rng.uniform(1, 1_000, width), rng.integers(3, size=width)
    made = [points * units + 5 * units, np.exp(0.6 * points) * units, np.round(3 * points + 20)]
    return pd.DataFrame(
        {f"n{place}": made[shape][:, place].astype(float) for place, shape in enumerate(shapes)}
    ), hidden


def _with_categories(frame: pd.DataFrame, hidden: Floats, rng: np.random.Generator) -> pd.DataFrame:
    regions = np.array(["north", "east", "south", "west"])[np.digitize(hidden[:, 0], [-1, 0, 1])]
    return frame.assign(
        region=pd.Categorical(regions),
        plan=pd.Categorical(np.where(hidden[:, 1] > 0.3, "gold", "basic")),
        color=pd.Categorical(rng.choice(["red", "blue", "green"], len(frame))),
    )


def _drawn(rng: np.random.Generator, rows: int) -> Ints:
    return rng.choice(rows, max(3, rows // 100), replace=False)


def _far(rng: np.random.Generator) -> Made:
    frame, hidden = _cloud(rng)
    odd = _drawn(rng, len(frame))
    for row in odd:
        name = str(rng.choice(frame.columns))
        low, high = frame[name].quantile([0.01, 0.99])
        frame.loc[row, name] = high + (high - low) * rng.uniform(1, 4)
    return Made(_with_categories(frame, hidden, rng), odd)


def _scattered(rng: np.random.Generator) -> Made:
    frame, hidden = _cloud(rng)
    odd = _drawn(rng, len(frame))
    for name in frame:
        low, high = frame[name].quantile([0.002, 0.998])
        frame.loc[odd, name] = rng.uniform(low - 0.2 * (high - low), high + 0.2 * (high - low), len(odd))
    return Made(_with_categories(frame, hidden, rng), odd)


def _mixed_up(rng: np.random.Generator) -> Made:
    rows, width = int(rng.choice(ROWS)), int(rng.integers(4, 9))
    hidden = rng.normal(size=rows)
    points = hidden[:, None] * rng.choice([-1, 1], width) + rng.normal(size=(rows, width)) * 0.15
    odd, extreme = _drawn(rng, rows), points[np.abs(hidden) > 1]
    for place in range(width):
        points[odd, place] = rng.choice(extreme[:, place], len(odd))
    return Made(pd.DataFrame(points, columns=[f"n{place}" for place in range(width)]), odd)


def _rare(rng: np.random.Generator) -> Made:
    frame, hidden = _cloud(rng)
    odd = _drawn(rng, len(frame))
    made = _with_categories(frame, hidden, rng)
    values = made["region"].astype(object)
    values.iloc[odd] = [f"town {place}" for place in range(len(odd))]
    return Made(made.assign(region=pd.Categorical(values)), odd)


def _wide(rng: np.random.Generator) -> Made:
    frame, _hidden = _cloud(rng, 24)
    odd = _drawn(rng, len(frame))
    for row in odd:
        name = str(rng.choice(frame.columns))
        frame.loc[row, name] = frame[name].quantile(0.99) + frame[name].std() * rng.uniform(6, 10)
    return Made(frame, odd)


def _even(rng: np.random.Generator) -> pd.DataFrame:
    points = rng.uniform(size=(int(rng.choice(ROWS)), int(rng.integers(2, 9))))
    return pd.DataFrame(points, columns=[f"n{place}" for place in range(points.shape[1])])


def _heavy(rng: np.random.Generator) -> pd.DataFrame:
    rows = int(rng.choice(ROWS))
    return pd.DataFrame(
        {
            f"n{place}": rng.standard_t(5, rows) if place % 2 else rng.exponential(size=rows)
            for place in range(5)
        }
    )


PLANTED: dict[str, Callable[[np.random.Generator], Made]] = {
    "one far cell": _far,
    "all cells scattered": _scattered,
    "cells of other rows": _mixed_up,
    "a value of its own": _rare,
    "one far cell of 24": _wide,
}
USUAL: dict[str, Callable[[np.random.Generator], pd.DataFrame]] = {
    "none odd: even noise": _even,
    "none odd: one cloud, some columns skewed": lambda rng: _cloud(rng)[0],
    "none odd: one cloud with categories": lambda rng: _with_categories(*_cloud(rng), rng),
    "none odd: heavy ends": _heavy,
}
