"""Whether a forecast is called worse than in its test where its series has changed, and only there."""

from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np

from desktop_app.engine.arrays import Floats
from desktop_app.engine.forecasting.hindsight import looked_back
from tests.unit.engine.forecasting.made import ahead, seasonal, table

_LEARNED, _COME = 90, 6  # values
_SHIFT = 3.5  # times what it was off by in its test


def main(arguments: Sequence[str]) -> None:
    """Look back on series that go on as they were, and on those that are shifted since."""
    count = int(arguments[0]) if arguments else 60
    for name, make in SERIES.items():
        for shift in (0.0, _SHIFT):
            said = Counter(_said(make, seed, shift) for seed in range(count))
            print(f"{name}, shifted by {shift} misses: {dict(said)}", flush=True)


def _walk(seed: int) -> Floats:
    steps = np.random.default_rng(seed).normal(0, 5, _LEARNED + _COME)
    return np.asarray(500 + np.cumsum(steps))


def _level(seed: int) -> Floats:
    return np.asarray(100 + np.random.default_rng(seed).normal(0, 5, _LEARNED + _COME))


def _season(seed: int) -> Floats:
    return seasonal(_LEARNED + _COME, seed=seed, noise=5)


SERIES: dict[str, Callable[[int], Floats]] = {
    "trend and season": _season,
    "random walk": _walk,
    "noise around a level": _level,
}


def _said(make: Callable[[int], Floats], seed: int, shift: float) -> str:
    values = make(seed)
    found, forecaster = ahead(table(values[:_LEARNED]))
    come = np.concatenate([values[:_LEARNED], values[_LEARNED:] + shift * found.miss])
    told = looked_back(forecaster, found, table(come))
    return told.holds if told else "nothing"
