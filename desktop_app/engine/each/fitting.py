"""The corrections of some groups: ridge regression, or logistic regression beside the pooled chances."""

import math
from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Flags, Floats, Ints
from desktop_app.engine.each.ground import FOLDS, Ground
from desktop_app.engine.own.correction import chances_of, shifted

_STEPS = 6  # of Newton's method, from no correction
_HALVINGS = 4
_SETTLED = 1e-3  # a step of all weights that is smaller is the last
_LEAST = 1e-4  # a chance that is smaller is taken for this


@dataclass(frozen=True, slots=True, kw_only=True)
class Shrink:
    """How many rows without any correction the level, and each slope, of a group is shrunk by.

    Infinite: there is none. A correction of classes is shrunk by a quarter of it, since a row tells a
    quarter of what it tells of an amount.
    """

    level: float = math.inf
    slopes: float = math.inf

    @property
    def is_none(self) -> bool:
        """Whether nothing is corrected."""
        return math.isinf(self.level)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """The loss of each group of a chunk on rows hidden from its correction, and of how the loss is spread."""

    losses: Floats  # (settings, groups): sums over the rows
    squares: Floats  # (settings, groups): of the difference to no correction


def try_groups(ground: Ground, first: int, last: int, settings: tuple[Shrink, ...]) -> Tried:
    """Return how each setting does on each group from *first* up to *last*."""
    part = ground.part(first, last)
    pooled = _losses(part.answers, part.values)
    losses, squares = [], []
    for shrink in settings:
        found = _losses(hidden_answers(part, 0, len(part.names), shrink), part.values)
        losses.append(_sums(found, part.starts))
        squares.append(_sums((found - pooled) ** 2, part.starts))
    return Tried(losses=np.array(losses), squares=np.array(squares))


def hidden_answers(ground: Ground, first: int, last: int, shrink: Shrink) -> Floats:
    """Return the answers to the rows of some groups, each corrected without the fold that it is in.

    Where the future is tested, by the folds before it, so that what is in the first stays as it is.
    """
    part = ground.part(first, last)
    found = part.answers.copy()
    if shrink.is_none:
        return found
    for group in range(len(part.names)):
        rows = slice(int(part.starts[group]), int(part.starts[group + 1]))
        folds = part.folds[rows]
        for fold in range(FOLDS):
            is_out = folds == fold
            is_learned = folds < fold if part.is_forward else ~is_out
            if is_out.any() and is_learned.any():
                weights, _ = _weights(part, rows, is_learned, shrink)
                lines = part.lines[rows][is_out][:, : len(weights)]
                found[rows][is_out] = shifted(part.answers[rows][is_out], lines @ weights)
    return found


def learn_groups(ground: Ground, first: int, last: int, shrink: Shrink) -> tuple[Floats, Floats]:
    """Return the weights (groups, 1 + features, answers) of some groups, and how much is their own."""
    part = ground.part(first, last)
    width = 1 if math.isinf(shrink.slopes) else part.lines.shape[1]
    weights = np.zeros((len(part.names), width, part.answered))
    shares = np.zeros(len(part.names))
    for group in range(len(part.names)):
        rows = slice(int(part.starts[group]), int(part.starts[group + 1]))
        everything = np.ones(rows.stop - rows.start, dtype=bool)
        weights[group], shares[group] = _weights(part, rows, everything, shrink)
    return weights, shares


def _weights(part: Ground, rows: slice, learn: Flags, shrink: Shrink) -> tuple[Floats, float]:
    """Return the weights of one group, learned from some of its rows, and how much is its own."""
    width = 1 if math.isinf(shrink.slopes) else part.lines.shape[1]
    lines, answers = part.lines[rows][learn][:, :width], part.answers[rows][learn]
    values = part.values[rows][learn]
    unit = part.repeats if part.answered == 1 else part.repeats / 4
    penalty = unit * np.array([shrink.level, *(shrink.slopes,) * (width - 1)])
    if part.answered == 1:
        told = lines.T @ lines
        found = np.linalg.solve(told + np.diag(penalty), lines.T @ (values - answers[:, 0]))
        return np.asarray(found[:, None], dtype=np.float64), _own(told, penalty)
    return _of_classes(lines, answers, values.astype(np.int64), penalty)


def _of_classes(lines: Floats, answers: Floats, codes: Ints, penalty: Floats) -> tuple[Floats, float]:
    """Return the weights beside the logarithms of the chances, by steps of Newton's method for each class.

    Twice the curvature along each class alone is never less than that along all of them together, and of two
    classes it is just that; so each step is safe, and one that is too long all the same is halved.
    """
    offset = np.log(np.clip(answers, _LEAST, 1.0))
    wanted = np.eye(answers.shape[1])[codes]
    weights = np.zeros((lines.shape[1], answers.shape[1]))
    chances, cost = chances_of(offset), math.inf
    for _ in range(_STEPS):
        slopes = lines.T @ (wanted - chances) - penalty[:, None] * weights
        step = np.stack(
            [_step(lines, chances, slopes, penalty, code) for code in range(len(slopes.T))], axis=1
        )
        for _ in range(_HALVINGS):
            moved = chances_of(offset + lines @ (weights + step))
            told = np.maximum(moved[np.arange(len(codes)), codes], np.finfo(np.float64).tiny)
            now = -float(np.log(told).sum()) + 0.5 * float((penalty @ (weights + step) ** 2).sum())
            if now <= cost:
                weights, chances, cost = weights + step, moved, now
                break
            step = step / 2
        if np.abs(step).max() < _SETTLED:
            break
    spread = (chances * (1 - chances)).mean(axis=1)
    return weights, _own((lines * spread[:, None]).T @ lines, penalty)


def _step(lines: Floats, chances: Floats, slopes: Floats, penalty: Floats, code: int) -> Floats:
    spread = np.maximum(chances[:, code] * (1 - chances[:, code]), _LEAST)
    curved = (2 * lines * spread[:, None]).T @ lines + np.diag(penalty)
    return np.asarray(np.linalg.solve(curved, slopes[:, code]))


def _own(told: Floats, penalty: Floats) -> float:
    """Return how much of a correction is the group's own: of a level alone, rows / (rows + strength).

    It is the share that ridge regression keeps of each direction, weighted by what the rows tell along it.
    """
    total = float(np.trace(told))
    if total <= 0:
        return 0.0
    kept = np.linalg.solve(told + np.diag(penalty), told)
    return float(np.clip(np.trace(told @ kept) / total, 0.0, 1.0))


def _losses(answers: Floats, values: Ints | Floats) -> Floats:
    if answers.shape[1] == 1:
        return np.asarray((answers[:, 0] - values) ** 2)
    told = answers[np.arange(len(answers)), values.astype(np.int64)]
    return np.asarray(-np.log(np.maximum(told, 1e-15)))


def _sums(values: Floats, starts: Ints) -> Floats:
    added = np.concatenate([[0.0], np.cumsum(values)])
    return np.asarray(added[starts[1:]] - added[starts[:-1]])
