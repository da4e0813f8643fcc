"""The measures that pages speak of, each over many weightings of the tests at once."""

from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.evaluation.resampling import Measured
from desktop_app.engine.evaluation.unseen import Unseen
from desktop_app.records.results import Metric


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A metric of the page; for precision at k, of which class."""

    metric: Metric
    rare: int = -1

    @property
    def sign(self) -> float:
        """1 where a higher value is a better one, -1 where it is a worse one."""
        return -1.0 if self.metric == "mean_absolute_error" else 1.0

    def of(self, unseen: Unseen, answers: Floats) -> Measured:
        """Return the measure of these answers (tests, answers)."""
        if self.metric == "mean_absolute_error":
            return mean_of(np.abs(answers[:, 0] - unseen.values))
        truth = unseen.values.astype(np.int64)
        if self.metric == "precision_at_k":
            return precision_of(answers[:, self.rare], truth == self.rare)
        right = np.argmax(answers, axis=1) == truth
        return mean_of(right) if self.metric == "accuracy" else balanced_of(right, truth)


def skill_of(losses: Floats, guesses: Floats) -> Measured:
    """Return 1 - loss / loss of the simplest guess."""

    def measured(weights: Floats) -> Floats:
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.asarray(1 - (weights @ losses) / (weights @ guesses), dtype=np.float64)

    return measured


def mean_of(values: Floats) -> Measured:
    """Return the mean of a value that each test has."""
    values = np.asarray(values, dtype=np.float64)

    def measured(weights: Floats) -> Floats:
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.asarray((weights @ values) / weights.sum(axis=1), dtype=np.float64)

    return measured


def balanced_of(right: Floats, truth: Ints) -> Measured:
    """Return the mean over the classes of how many of each are right."""
    present = np.unique(truth)
    members = (truth[:, None] == present).astype(np.float64)
    hits = members * right[:, None]

    def measured(weights: Floats) -> Floats:
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.asarray(np.nanmean((weights @ hits) / (weights @ members), axis=1), dtype=np.float64)

    return measured


def precision_of(chances: Floats, is_rare: Floats) -> Measured:
    """Return which share of the k surest tests is rare, where k is how many are; ties share their luck."""
    order = np.argsort(-chances, kind="stable")
    starts = np.unique(-chances[order], return_index=True)[1]  # of each tie
    rare = np.asarray(is_rare, dtype=np.float64)

    def measured(weights: Floats) -> Floats:
        wanted = (weights @ rare)[:, None]
        ordered = weights[:, order]
        before = np.cumsum(ordered, axis=1) - ordered
        taken = np.add.reduceat(np.clip(wanted - before, 0, ordered), starts, axis=1)
        members = np.add.reduceat(ordered, starts, axis=1)
        hits = np.add.reduceat(ordered * rare[order], starts, axis=1)
        with np.errstate(divide="ignore", invalid="ignore"):
            luck = np.nan_to_num(hits / members)
            return np.asarray((taken * luck).sum(axis=1) / wanted[:, 0], dtype=np.float64)

    return measured
