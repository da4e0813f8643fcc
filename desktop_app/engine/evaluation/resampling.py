"""How far a score could have come out otherwise with other rows of the same kind (bootstrap, 95 % range)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Floats, Ints

_CHUNK = 1_000_000  # weights held at a time

Measured = Callable[[Floats], Floats]  # weights (draws, tests) -> values (draws,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resampling:
    """Draws tests again and again, those of one cluster together; the same seed gives the same draws."""

    clusters: Ints  # (tests,)
    seed: int
    draws: int

    def spread(self, measured: Measured) -> Floats:
        """Return the measure in each draw."""
        return np.concatenate([measured(weights) for weights in self._weights()])

    def bounds(self, measured: Measured) -> tuple[float, float]:
        """Return the low and high end of the 95 % range of a measure; draws without a value are left out."""
        found = self.spread(measured)
        found = found[np.isfinite(found)]
        if not len(found):
            return float("nan"), float("nan")
        low, high = np.quantile(found, [0.025, 0.975])
        return float(low), float(high)

    def _weights(self) -> Iterator[Floats]:
        random = np.random.default_rng([self.seed, 95])
        count = int(self.clusters.max(initial=0)) + 1
        step = max(1, _CHUNK // max(1, len(self.clusters)))
        for start in range(0, self.draws, step):
            drawn = random.poisson(1.0, size=(min(step, self.draws - start), count)).astype(np.float64)
            yield drawn[:, self.clusters]


def resampling_of(clusters: Ints, seed: int) -> Resampling:
    """Return draws enough for a steady range; fewer where many tests make it steady anyway."""
    return Resampling(clusters=clusters, seed=seed, draws=1000 if len(clusters) <= 5_000 else 400)


def once(measured: Measured, tests: int) -> float:
    """Return the measure on the tests as they are."""
    return float(measured(np.ones((1, tests), dtype=np.float64))[0])
