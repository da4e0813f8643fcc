"""What matters to a model: how much worse it does on unseen rows when one column is mixed up between rows."""

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Floats
from desktop_app.engine.cells import Cells
from desktop_app.engine.evaluation.measures import Measure
from desktop_app.engine.evaluation.resampling import Resampling, once
from desktop_app.engine.evaluation.unseen import Trial, Unseen, tested_unseen
from desktop_app.engine.explanation.weights import weights_of
from desktop_app.engine.material import Material
from desktop_app.records.results import Importance

MOST_COLUMNS = 20
MOST_ROWS = 2_000
DRAWS = 300


def strongest_columns(trials: Sequence[Trial]) -> list[str]:
    """Return all columns, those first that the models lean on most."""
    total: dict[str, float] = {}
    for trial in trials:
        weights = weights_of(trial.model)
        size = sum(weights.values()) or 1.0
        for name, weight in weights.items():
            total[name] = total.get(name, 0.0) + weight / size
    return sorted(total, key=lambda name: -total[name])


def importances(
    material: Material, trials: Sequence[Trial], measure: Measure, pool: Executor
) -> tuple[Importance, ...]:
    """Return the strongest columns with the loss of the page's measure, the greatest loss first."""
    trials = [_shortened(material, trial, len(trials)) for trial in trials]
    columns = strongest_columns(trials)[:MOST_COLUMNS]
    if not columns:
        return ()
    unseen = tested_unseen(material, trials)
    draws = Resampling(clusters=unseen.clusters, seed=material.seed, draws=DRAWS)
    shuffles = int(np.clip(2 * MOST_ROWS // len(unseen.rows), 1, 4))
    mixer = _Mixer(material=material, trials=trials, shuffles=shuffles)
    mixed = pool.map(mixer.answers, columns, range(len(columns)))
    found = [
        _importance(name, unseen, measure, draws, answers)
        for name, answers in zip(columns, mixed, strict=True)
    ]
    return tuple(sorted(found, key=lambda item: -item.loss))


def _shortened(material: Material, trial: Trial, trials: int) -> Trial:
    most = MOST_ROWS // trials
    if len(trial.rows) <= most:
        return trial
    random = np.random.default_rng([material.seed, 7])
    return Trial(model=trial.model, rows=np.sort(random.choice(trial.rows, most, replace=False)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mixer:
    """Asks the models again after a column was mixed up between their rows."""

    material: Material
    trials: Sequence[Trial]
    shuffles: int

    def answers(self, name: str, place: int) -> list[Floats]:
        """Return the answers for each shuffle of one column."""
        found: list[list[Floats]] = [[] for _ in range(self.shuffles)]
        for trial in self.trials:
            cells = self.material.cells.take(trial.rows)
            random = np.random.default_rng([self.material.seed, 8, place])
            several = [cells.mixed_up(name, random.permutation(len(cells))) for _ in found]
            answers = trial.model.answers(Cells.stacked(several))
            for parts, part in zip(found, np.split(answers, self.shuffles), strict=True):
                parts.append(part)
        return [np.concatenate(parts) for parts in found]


def _importance(
    name: str, unseen: Unseen, measure: Measure, draws: Resampling, mixed: Sequence[Floats]
) -> Importance:
    loss, low, high = loss_of(unseen, measure, draws, mixed)
    return Importance(column=name, loss=loss, low=low, high=high)


def loss_of(
    unseen: Unseen, measure: Measure, draws: Resampling, mixed: Sequence[Floats]
) -> tuple[float, float, float]:
    """Return how much worse the *mixed* answers are on average, and the ends of its 95 % range."""
    straight = measure.of(unseen, unseen.answers)
    others = [measure.of(unseen, answers) for answers in mixed]
    sign = 1.0 if measure.more_is_better else -1.0

    def loss(weights: Floats) -> Floats:
        mean = sum((other(weights) for other in others), np.zeros(len(weights))) / len(others)
        return np.asarray(sign * (straight(weights) - mean))

    low, high = draws.bounds(loss)
    return once(loss, len(unseen.rows)), low, high
