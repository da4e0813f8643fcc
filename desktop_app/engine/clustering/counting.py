"""How many groups there are: as many as are found again and are closer than chance explains; or none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from desktop_app.engine.arrays import Floats
from desktop_app.engine.clustering.encoding import Points
from desktop_app.engine.clustering.partition import FEW_STARTS, Partition
from desktop_app.engine.clustering.reference import without_groups
from desktop_app.engine.clustering.resampling import Together, pairs_together
from desktop_app.engine.clustering.valleys import shallowest

COUNTS = range(2, 9)
ROWS_TO_COUNT = 1_500  # to find the number by; more change little
FOUND_AGAIN = 0.8  # prediction strength from which groups count as found again, as its authors advise
CLOSER = 0.02  # of the logarithm of what is left within groups: less is of no use
FEW = 0.02  # of the rows: so few are odd rows, and no group
VALLEY = 0.6  # two clouds of three deviations' distance have .65
SURELY = 3.0  # standard deviations of chance by which they are closer
LEAST_DEVIATION = 1e-3
REFERENCES, TIMES = 8, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """So many groups, and what speaks for them."""

    count: int
    together: Together
    closer: float = 0.0  # than rows without groups: the smallest of the gaps; 0 where not found again
    surely: float = 0.0  # the same in standard deviations of chance
    smallest: float = 0.0  # share of the rows in the smallest group
    valley: float = 1.0  # how dense it is between two groups, as a share of how dense they are

    @property
    def are_found_again(self) -> bool:
        """Whether the other half of the rows shows the same groups."""
        return self.together.strength >= FOUND_AGAIN

    @property
    def are_clear(self) -> bool:
        """Whether they are groups, and not what chance gives."""
        is_closer = self.closer > CLOSER and self.surely >= SURELY
        is_apart = self.smallest >= FEW and self.valley <= VALLEY
        return self.are_found_again and is_closer and is_apart


def try_counts(
    points: Points, counts: Sequence[int], rng: np.random.Generator, told: Callable[[int], None]
) -> list[Tried]:
    """Return what speaks for each number of groups; *told* hears how many of them have been tried."""
    some = points.some(ROWS_TO_COUNT, rng)
    references = [without_groups(some, rng) for _ in range(REFERENCES)]
    found = []
    for count in (count for count in counts if 2 * count <= len(some) // 2):
        found.append(_tried(some, count, references, rng))
        told(len(found))
    return found


def best_of(tried: Sequence[Tried]) -> Tried | None:
    """Return the clearest groups; None where there are none."""
    clear = [one for one in tried if one.are_clear]
    return max(clear, key=lambda one: one.closer) if clear else None


def _tried(
    points: Points, count: int, references: Sequence[tuple[Floats, ...]], rng: np.random.Generator
) -> Tried:
    found = Tried(count=count, together=pairs_together(points.values, count, rng, TIMES))
    if not found.are_found_again:
        return found

    def left(values: Floats) -> float:
        partition = Partition.learn(values, count, int(rng.integers(2**31)), FEW_STARTS)
        return float(np.log(max(partition.share_within(values), 1e-12)))

    chance = np.array([[left(values) for values in pair] for pair in references])
    gaps = chance.mean(axis=0) - left(points.values)
    deviations = np.maximum(chance.std(axis=0) * np.sqrt(1 + 1 / len(references)), LEAST_DEVIATION)
    partition = Partition.learn(points.values, count, 0)
    sizes = np.bincount(partition.groups(points.values), minlength=count)
    return replace(
        found,
        closer=float(gaps.min()),
        surely=float((gaps / deviations).min()),
        smallest=float(sizes.min() / len(points)),
        valley=shallowest(partition, points.values),
    )
