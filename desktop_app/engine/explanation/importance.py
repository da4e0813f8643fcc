"""What matters to a model: how much worse it does on unseen rows when one column is mixed up between rows."""

from collections.abc import Sequence
from concurrent.futures import Executor
from functools import partial

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
    material: Material,
    trials: Sequence[Trial],
    measure: Measure,
    pool: Executor,
    names: Sequence[str] | None = None,
) -> tuple[Importance, ...]:
    """Return the strongest columns with the loss of the page's measure, the greatest loss first.

    Which those are say the models, or *names*.
    """
    trials = [_shortened(material, trial, MOST_ROWS // len(trials), measure.rare) for trial in trials]
    columns = list(strongest_columns(trials) if names is None else names)[:MOST_COLUMNS]
    if not columns:
        return ()
    unseen = tested_unseen(material, trials)
    draws = Resampling(clusters=unseen.clusters, seed=material.seed, draws=DRAWS)
    shuffles = int(np.clip(2 * MOST_ROWS // len(unseen.rows), 1, 4))
    mixed = pool.map(partial(_mixed_up, material, trials, shuffles), columns, range(len(columns)))
    losses = (loss_of(unseen, measure, draws, answers) for answers in mixed)
    found = [
        Importance(column=name, loss=loss, low=low, high=high)
        for name, (loss, low, high) in zip(columns, losses, strict=True)
    ]
    return tuple(sorted(found, key=lambda item: -item.loss))


def _shortened(material: Material, trial: Trial, most: int, rare: int) -> Trial:
    """Return a trial on about so many of its rows, drawn at random."""
    if len(trial.rows) <= most:
        return trial
    rows = np.random.default_rng([material.seed, 7]).choice(trial.rows, most, replace=False)
    values = material.target.values
    if rare >= 0 and not np.any(values[rows] == rare):  # else there would be nothing to measure
        rows = np.append(rows, trial.rows[values[trial.rows] == rare])
    return Trial(model=trial.model, rows=np.sort(rows))


def _mixed_up(
    material: Material, trials: Sequence[Trial], shuffles: int, name: str, place: int
) -> list[Floats]:
    """Return the answers to all trials for each shuffle of one column between their rows."""
    found: list[list[Floats]] = [[] for _ in range(shuffles)]
    for trial in trials:
        cells = material.cells.take(trial.rows)
        random = np.random.default_rng([material.seed, 8, place])
        several = [cells.mixed_up(name, random.permutation(len(cells))) for _ in found]
        answers = trial.model.answers(Cells.stacked(several))
        for parts, part in zip(found, np.split(answers, shuffles), strict=True):
            parts.append(part)
    return [np.concatenate(parts) for parts in found]


def loss_of(
    unseen: Unseen, measure: Measure, draws: Resampling, mixed: Sequence[Floats]
) -> tuple[float, float, float]:
    """Return how much worse the *mixed* answers are on average, and the ends of its 95 % range."""
    straight = measure.of(unseen, unseen.answers)
    others = [measure.of(unseen, answers) for answers in mixed]

    def loss(weights: Floats) -> Floats:
        mean = sum((other(weights) for other in others), np.zeros(len(weights))) / len(others)
        return np.asarray(measure.sign * (straight(weights) - mean))

    low, high = draws.bounds(loss)
    return once(loss, len(unseen.rows)), low, high
