"""What the pooled model says of rows that were hidden from it, and of groups that were hidden whole."""

import math
from dataclasses import replace

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.each.ground import Hidden
from desktop_app.engine.evaluation.intervals import OUTSIDE, Intervals
from desktop_app.engine.features.preparation import Preparation
from desktop_app.engine.material import Material
from desktop_app.engine.model import Recipe, learn_model
from desktop_app.engine.outcome import Outcome
from desktop_app.engine.own.strangers import Strangers, levels_of
from desktop_app.engine.search.blending import strongest_part
from desktop_app.engine.workshop import Fits
from desktop_app.records.each import FEWEST_OWN

_COVERED = 0.8  # of the rows of a search must have been hidden once; else they are hidden again, by halves
_MOST_LEARNED = 50_000  # rows
_ROUNDING = 1e-9  # of sums of shares
_BY_HALVES, _BY_GROUPS = 34, 35  # streams of chance, by which rows are dealt to halves, and groups to parts


def hidden_of(material: Material, outcome: Outcome, fits: Fits) -> Hidden:
    """Return the answers of the chosen recipe while rows were hidden: of the search, or hidden again."""
    practice, split = outcome.choice.practice, material.split
    seen = len(np.unique(practice.rows))
    if split.is_forward or seen >= _COVERED * len(split.search):
        return Hidden(rows=practice.rows, answers=practice.answers)
    dice = np.random.default_rng([material.seed, _BY_HALVES])
    side = dice.integers(0, 2, int(split.clusters.max(initial=0)) + 1)[split.clusters[split.search]]
    halves = [(split.search[side != one], split.search[side == one]) for one in (0, 1)]
    return _asked_while_hidden(material, outcome.choice.recipe, halves, fits)


def strangers_of(material: Material, outcome: Outcome, intervals: Intervals, fits: Fits) -> Strangers | None:
    """Return by how much both ends of a range lie further out where the group of a row was never seen.

    Groups are hidden whole from the pooled model, and it is ranked by how much their real amounts lie outside
    of the range of known groups (Romano, Patterson and Candès, Conformalized quantile regression, 2019). Each
    group counts as much as another, and one more may be anything, as the next one is of the same kind (Lee,
    Barber and Willett, Distribution-free inference with hierarchical data, 2023). Fewer than four groups do
    not tell it: then the range is all that amounts have ever been. None: no further out than that of others.
    The strongest kind alone stands for several together, and learns from some of very many rows.
    """
    model = outcome.model
    if model.preparation is None:
        return None  # the simplest guess says the same of all groups
    hidden = _asked_while_hidden(
        material, strongest_part(outcome.choice.recipe), _parts_of_other_groups(material), fits
    )
    low, high = intervals.around(hidden.answers[:, 0])
    values = material.target.amounts[hidden.rows]
    groups = np.unique(material.cells.column(material.each)[hidden.rows], return_inverse=True)[1]
    beyond = _outside(np.maximum(low - values, values - high), groups)
    beyond = min(beyond, model.highest - model.lowest)
    if beyond <= 0:
        return None
    return Strangers(column=material.each, known=_known(material, outcome, model.preparation), beyond=beyond)


def _known(material: Material, outcome: Outcome, preparation: Preparation) -> int:
    """Return how many of the levels that the model reads, the most frequent first, have enough rows."""
    levels = material.cells.levels_of(material.each)
    codes = material.cells.column(material.each)[outcome.learned]
    counts = np.bincount(codes[codes >= 0], minlength=len(levels))
    enough = {levels[code] for code in np.flatnonzero(counts >= FEWEST_OWN)}
    return sum(level in enough for level in levels_of(preparation, material.each))


def _outside(distances: Floats, groups: Ints) -> float:
    """Return the distance that 8 of 10 rows of another group are expected not to exceed."""
    counts = np.bincount(groups)
    order = np.argsort(distances, kind="stable")
    shares = np.cumsum(1 / counts[groups[order]]) / (len(counts) + 1)
    place = int(np.searchsorted(shares, 1 - 2 * OUTSIDE - _ROUNDING))
    return float(distances[order[place]]) if place < len(order) else math.inf


def _parts_of_other_groups(material: Material) -> list[tuple[Ints, Ints]]:
    """Return rows to learn from and rows to ask for in parts of the search, of other groups each time."""
    codes = material.cells.column(material.each).astype(np.int64)  # an empty cell, -1, is of no group
    split = material.split
    parts = [split.parts[place] for place in split.outer[: material.effort.folds]]
    sides = max(2, len(parts))
    dealt = np.random.default_rng([material.seed, _BY_GROUPS]).permutation(int(codes.max(initial=0)) + 1)
    side = np.where(codes >= 0, dealt[codes] % sides, -1)
    found = [
        (
            material.sampled(part.learn[side[part.learn] != one], _MOST_LEARNED),
            part.hidden[side[part.hidden] == one],
        )
        for one, part in ((one, parts[one % len(parts)]) for one in range(sides))
    ]
    return [(learn, rows) for learn, rows in found if len(learn) and len(rows)]


def _asked_while_hidden(
    material: Material, recipe: Recipe, pairs: list[tuple[Ints, Ints]], fits: Fits
) -> Hidden:
    once = tuple(replace(part, copies=1) for part in recipe)
    found = fits.each(_answers, material, [(learn, rows, once) for learn, rows in pairs])
    answers = [np.empty((0, material.target.answers)), *found]
    return Hidden(
        rows=np.concatenate([np.empty(0, dtype=np.int64), *(rows for _, rows in pairs)]),
        answers=np.concatenate(answers),
    )


def _answers(material: Material, learn: Ints, rows: Ints, recipe: Recipe) -> Floats:
    return learn_model(material, learn, recipe).answers(material.cells.take(rows))
