"""What columns that tell much of each other do for a model when all of them are mixed up at once.

The model that is delivered has mostly learned from every row, and on such rows any loss looks larger than it
is on new ones. So a loss is measured on them and made smaller by as much as the whole gain over the simplest
guess looks larger there: both gains were measured when it learned. Rows that were kept aside are not looked
for again: they are only known as long as the same program splits the same table.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.evaluation.measures import Measure
from desktop_app.engine.evaluation.resampling import Resampling
from desktop_app.engine.evaluation.unseen import Unseen
from desktop_app.engine.explanation.asked import Asked, answers_to
from desktop_app.engine.explanation.importance import DRAWS, loss_of
from desktop_app.engine.validation.splits import alike
from desktop_app.records.explained import Together
from desktop_app.records.results import Evaluation

_SHUFFLES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What was really there in the rows that are asked, and how the page measures answers."""

    values: Ints | Floats  # (rows,): codes of the classes, or amounts
    classes: int  # 0 for an amount
    measure: Measure
    honest: float  # share of a loss on rows that were learned from which holds on new ones, 0 to 1


def judged_by(evaluation: Evaluation, values: Ints | Floats) -> Judged:
    """Return how answers to rows with these *values* are judged, in the measure of the page."""
    rare = evaluation.classes.index(evaluation.rare.value) if evaluation.rare else -1
    measure = Measure(metric=evaluation.score.metric, rare=rare)
    return Judged(
        values=values, classes=len(evaluation.classes), measure=measure, honest=_honest(evaluation, measure)
    )


def _honest(evaluation: Evaluation, measure: Measure) -> float:
    """Return the gain over the simplest guess on unseen rows, as a share of that on learned ones."""
    if evaluation.seen is None:
        return 1.0
    unseen = measure.sign * (evaluation.score.value - evaluation.baseline.value)
    seen = measure.sign * (evaluation.seen - evaluation.baseline.value)
    if unseen <= 0:
        return 0.0
    return min(1.0, unseen / seen) if seen > 0 else 1.0


def togethers(asked: Asked, judged: Judged, groups: Sequence[tuple[str, ...]]) -> tuple[Together, ...]:
    """Return how much worse it gets without all columns of a group, for each; the greatest loss first."""
    if not groups:
        return ()
    rows = np.arange(len(asked.cells))
    (answers,) = answers_to(asked.model, [asked.cells])
    told = Unseen(
        classes=judged.classes,
        rows=rows,
        values=judged.values,
        answers=answers,
        guesses=np.tile(asked.model.simplest, (len(rows), 1)),
        clusters=alike(asked.cells),
        repeats=1,
    )
    draws = Resampling(clusters=told.clusters, seed=asked.seed, draws=DRAWS)
    found = [_together(asked, judged, told, draws, group) for group in groups]
    # Of a rare class there may be no row among those that are asked, and so nothing to measure.
    measured = [one for one in found if np.isfinite([one.loss, one.low, one.high]).all()]
    return tuple(sorted(measured, key=lambda one: -one.loss))


def _together(
    asked: Asked, judged: Judged, told: Unseen, draws: Resampling, group: tuple[str, ...]
) -> Together:
    random = np.random.default_rng([asked.seed, 12])
    mixed = []
    for _ in range(_SHUFFLES):
        cells, order = asked.cells, random.permutation(len(asked.cells))
        for name in group:  # all in one order: what they tell of each other stays
            cells = cells.mixed_up(name, order)
        mixed.append(cells)
    loss, low, high = (
        judged.honest * found
        for found in loss_of(told, judged.measure, draws, list(answers_to(asked.model, mixed)))
    )
    return Together(columns=group, loss=loss, low=low, high=high)
