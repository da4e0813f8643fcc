"""Looking ahead in twenty series, beside AutoETS and AutoTheta, and in series in which nothing is to be seen.

python -m tests.benchmarks forecasts [PYTHON] [COUNT]

PYTHON is that of an environment with statsforecast and statsmodels; the public series come with it, all but
one. From each of twelve moments in the last two fifths of a series the whole of it is done anew with what was
known by then: reading rows, choosing, ranges. *MASE*: mean absolute error over that of the value one season
before (without a season: the last value), at the same steps. *Held*: share of real values within the 80 %
range. *Said*: the MASE that the program itself measures, from the whole series. Then COUNT (50) random walks
and as many series of noise, of 60 to 400 values: the share of which it is told that nothing reliably beats
the simple way. Goals: MASE below 1 in 14 of 20, 75 to 85 of 100 held, and 95 of 100 told so.
"""

import json
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.forecasting.forecasting import forecast
from desktop_app.records.forecasts import ForecastAsked, ForecastFound
from tests.benchmarks.forecast_series import Shown, made, noise, public, walk

RIVAL = Path(__file__).with_name("forecast_rival.py")
RIVALS = ("AutoETS", "AutoTheta")
ORIGINS, FIRST, COUNT = 12, 0.6, 50


@dataclass
class Scored:
    """The figures of one way: MASE and share held by series, and the seconds of processor time."""

    mase: list[float] = field(default_factory=list)
    held: list[float] = field(default_factory=list)
    seconds: float = 0.0

    def cells(self) -> str:
        """Return the newest figures as cells of a table."""
        return f"{self.mase[-1]:.2f} | {100 * self.held[-1]:.0f}"

    def summary(self) -> str:
        """Return what came of all series."""
        below = sum(one < 1 for one in self.mase)
        middle = float(np.exp(np.mean(np.log(self.mase))))
        held = 100 * float(np.mean(self.held))
        return f"{below} of {len(self.mase)} | {middle:.3f} | {held:.0f} | {self.seconds:.0f}"


def main(arguments: Sequence[str]) -> None:
    """Print a table of series, one of sums, and one of what is said where nothing is to be seen."""
    python = arguments[0] if arguments else ""
    series = made() + (public(_rival(python, "series")) if python else [])
    asked = [_asked(one) for one in series]
    rivals = _rival(python, "ahead", asked) if python else [{} for _ in series]
    names = ("Hunch", *(RIVALS if python else ()))
    scored = {name: Scored() for name in names}
    print("| series | " + " | ".join(f"{name} MASE | held" for name in names) + " | said |")
    print("|---|" + "---:|" * (2 * len(names) + 1))
    for one, question, answered in zip(series, asked, rivals, strict=True):
        ours, said = _ours(one, question["origins"])
        for name, answer in {"Hunch": ours, **answered}.items():
            _score(scored[name], one, question["origins"], answer)
        cells = " | ".join(scored[name].cells() for name in names)
        print(f"| {one.name} | {cells} | {said.level}, {said.miss / said.season_miss:.2f} |", flush=True)
    print("\n| way | MASE below 1 | geometric mean | held, of 100 | seconds |\n|---|---:|---:|---:|---:|")
    print(*(f"| {name} | {one.summary()} |" for name, one in scored.items()), sep="\n", flush=True)
    _honesty(int(arguments[1]) if arguments[1:] else COUNT)


def _asked(one: Shown) -> dict[str, Any]:
    count = len(one.values)
    origins = np.unique(np.linspace(FIRST * count, count - 1 - one.horizon, ORIGINS).round().astype(int))
    return {
        "values": one.values.tolist(),
        "season": one.season,
        "horizon": one.horizon,
        "origins": origins.tolist(),
    }


def _rival(python: str, what: str, question: Any = None) -> Any:
    given = json.dumps(question)
    found = subprocess.run(
        [python, str(RIVAL), what], input=given, capture_output=True, text=True, check=True
    )
    return json.loads(found.stdout)


def _ours(one: Shown, origins: Sequence[int]) -> tuple[Mapping[str, Any], ForecastFound]:
    """Return the same that a rival answers, and what is said of the whole series."""
    began, steps = time.process_time(), []
    for origin in origins:
        found = _forecast(one.until(origin), one.horizon)
        steps.append([(step.value, step.low, step.high) for step in found.series[0].future])
    seconds = time.process_time() - began
    value, low, high = np.moveaxis(np.array(steps), 2, 0)
    said = _forecast(one.until(len(one.values) - 1), one.horizon)
    return {"value": value, "low": low, "high": high, "seconds": seconds}, said


def _forecast(frame: pd.DataFrame, horizon: int) -> ForecastFound:
    return forecast(frame, ForecastAsked(target="value", time="when", horizon=horizon), lambda _: None)[0]


def _score(scored: Scored, one: Shown, origins: Sequence[int], answer: Mapping[str, Any]) -> None:
    places = np.array(origins)[:, None] + np.arange(1, one.horizon + 1)
    real = one.values[places]
    simple = one.values[_season_before(places, np.array(origins), one.season)]
    miss, usual = np.abs(np.array(answer["value"]) - real), np.abs(simple - real)
    scored.mase.append(float(miss.mean() / usual.mean()))
    within = (real >= np.array(answer["low"])) & (real <= np.array(answer["high"]))
    scored.held.append(float(within.mean()))
    scored.seconds += answer["seconds"]


def _season_before(places: Ints, origins: Ints, season: int) -> Ints:
    ahead = places - origins[:, None]
    return np.asarray(places - season * -(-ahead // season))


def _honesty(count: int) -> None:
    print("\n| nothing to be seen | told so | of | the others |\n|---|---:|---:|---|")
    kinds: dict[str, Callable[[np.random.Generator, int], Floats]] = {"random walk": walk, "noise": noise}
    for name, make in kinds.items():
        levels = []
        for seed in range(count):
            rng = np.random.default_rng([3, seed])
            values = make(rng, int(rng.integers(60, 400)))
            moments = pd.date_range(
                "2015-01-01", periods=len(values), freq=str(rng.choice(["MS", "D", "QS"]))
            )
            frame = pd.DataFrame({"when": moments.as_unit("us"), "value": values})
            levels.append(_forecast(frame, int(rng.choice([1, 4, 6, 12]))).level)
        others = sorted(level for level in levels if level != "guessing")
        print(f"| {name} | {count - len(others)} | {count} | {', '.join(others)} |", flush=True)
