"""Whether new rows go into the right old groups or into none, and odd ones are found beside the old rows.

python -m tests.benchmarks beside [COUNT]

COUNT (40) tables of each kind. Of those with three groups, half of the rows are old and half are new.
Strangers are new rows that are moved in a random direction by so many of the spreads that their groups have.
*Right*: the share of new rows in the group that most old rows of their kind are in. Of those with odd rows
(see `oddness`), the old half has none, and the new half has all; precision at k, beside the new rows alone.
"""

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from desktop_app.engine.anomalies.detecting import limit_of
from desktop_app.engine.anomalies.finding import Finder
from desktop_app.engine.anomalies.normal import Normal
from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.cells import layout_of, read_cells
from desktop_app.engine.clustering.encoding import Encoding
from desktop_app.engine.clustering.grouping import Grouper
from desktop_app.engine.clustering.partition import Partition
from desktop_app.engine.clustering.placing import Placer
from desktop_app.engine.comparable import columns_for
from desktop_app.records.clusters import GroupingPlan
from desktop_app.records.oddness import OddnessPlan
from desktop_app.records.tables import ColumnType
from tests.benchmarks import clusters, oddness
from tests.unit.models.made import table_of

COUNT, GROUPS = 40, 3
MOVED = (4.0, 6.0, 10.0)  # spreads


def main(arguments: Sequence[str]) -> None:
    """Print a line for each kind of table."""
    count = int(arguments[0]) if arguments else COUNT
    print(
        f"| groups | right | ordinary: none | moved {', '.join(map(str, MOVED))}: none |\n|---|---|---|---|"
    )
    for name, make in clusters.KINDS.items():
        if make(np.random.default_rng(0)).groups is None:
            continue
        right, ordinary, *moved = np.mean([_placed(make, seed) for seed in range(count)], axis=0)
        told = ", ".join(f"{share:.3f}" for share in moved)
        print(f"| {name} | {right:.3f} | {ordinary:.4f} | {told} |", flush=True)
    print("\n| odd | beside the old: precision at k | alone |\n|---|---|---|")
    for name, plant in oddness.PLANTED.items():
        beside, alone = np.mean([_found(plant, seed) for seed in range(count)], axis=0)
        print(f"| {name} | {beside:.2f} | {alone:.2f} |", flush=True)
    print("\n| without odd rows | more stood out than expected | odder than 90 of 100 |\n|---|---|---|")
    for name, usual in oddness.USUAL.items():
        more, upper = np.mean([_stood_out(usual, seed) for seed in range(count)], axis=0)
        print(f"| {name} | {more:.3f} of files | {upper:.3f} of rows |", flush=True)


def _types(frame: pd.DataFrame) -> dict[str, ColumnType]:
    return {str(name): "number" if frame[name].dtype == float else "category" for name in frame}


def _placed(make: Callable[[np.random.Generator], clusters.Made], seed: int) -> list[float]:
    rng = np.random.default_rng(seed)
    made = make(rng)
    assert made.groups is not None
    is_old = rng.permutation(len(made.frame)) % 2 == 0
    old, new, groups = made.frame[is_old], made.frame[~is_old], made.groups
    placer = Placer.learn(_grouper(old), old, 0)
    before, now = placer.place(old).groups, placer.place(new)
    names = {kind: np.bincount(before[groups[is_old] == kind]).argmax() for kind in range(GROUPS)}
    right = np.mean(now.groups == np.array([names[kind] for kind in groups[~is_old].tolist()]))
    found = [float(right), float(now.fits_none.mean())]
    spreads = _spreads(old, groups[is_old])
    moved = [placer.place(_moved(new, far * spreads, rng)) for far in MOVED]
    return [*found, *(float(one.fits_none.mean()) for one in moved)]


def _grouper(old: pd.DataFrame) -> Grouper:
    """Return what `find_groups` does for three groups, without saying how clear they are."""
    columns = columns_for(table_of(old, _types(old)), GroupingPlan())
    cells = read_cells(old, layout_of(columns.features))
    encoding = Encoding.learn(cells)
    partition = Partition.learn(encoding.points(cells).values, GROUPS, 0)
    return Grouper(layout=cells.layout, encoding=encoding, partition=partition)


def _spreads(old: pd.DataFrame, groups: Ints) -> Floats:
    """Return (numbers,) the spread within the groups."""
    numbers = old.select_dtypes(float)
    return np.asarray((numbers - numbers.groupby(groups).transform("mean")).std())


def _moved(new: pd.DataFrame, by: Floats, rng: np.random.Generator) -> pd.DataFrame:
    direction = rng.normal(size=(len(new), len(by)))
    direction /= np.linalg.norm(direction, axis=1)[:, None]
    numbers = new.select_dtypes(float)
    return new.assign(
        **{str(name): numbers[name] + direction[:, at] * by[at] for at, name in enumerate(numbers)}
    )


def _found(plant: Callable[[np.random.Generator], oddness.Made], seed: int) -> tuple[float, float]:
    rng = np.random.default_rng(seed)
    made = plant(rng)
    is_odd = np.isin(np.arange(len(made.frame)), made.odd)
    is_old = ~is_odd & (rng.permutation(len(made.frame)) % 2 == 0)
    old, new, odd = made.frame[is_old], made.frame[~is_old], is_odd[~is_old]
    scores = _normal(old).scores(new), _finder(new).scores(new)
    beside, alone = (float(odd[np.argsort(-one)[: odd.sum()]].mean()) for one in scores)
    return beside, alone


def _stood_out(make: Callable[[np.random.Generator], pd.DataFrame], seed: int) -> tuple[bool, float]:
    rng = np.random.default_rng(seed)
    frame = make(rng)
    is_old = rng.permutation(len(frame)) % 2 == 0
    normal, new = _normal(frame[is_old]), frame[~is_old]
    scores = normal.scores(new)
    stood_out = int(np.count_nonzero(scores > limit_of(len(new))))
    return stood_out > normal.expected(len(new)), float(np.mean(normal.oddness(scores) >= 90))


def _normal(frame: pd.DataFrame) -> Normal:
    return Normal.learn(_finder(frame), 0)


def _finder(frame: pd.DataFrame) -> Finder:
    columns = columns_for(table_of(frame, _types(frame)), OddnessPlan())
    return Finder.learn(frame, columns, 0, lambda _: None)
