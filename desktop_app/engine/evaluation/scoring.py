"""From answers for unseen rows to the records that a results page shows."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.evaluation.intervals import Intervals, coverage, within
from desktop_app.engine.evaluation.measures import Measure, skill_of
from desktop_app.engine.evaluation.resampling import once, resampling_of
from desktop_app.engine.evaluation.unseen import Unseen
from desktop_app.engine.material import Material
from desktop_app.engine.search.practice import Practice
from desktop_app.engine.target import Target
from desktop_app.records.results import Baseline, Confusion, Misses, Rare, Score, Skill

Shape = Literal["two", "many", "rare", "number"]
RARE = 0.8  # where the simplest guess is right more often, how many are right says little
MOST_PAIRS = 2_000


def skill(unseen: Unseen, seed: int) -> Skill:
    """Return how much of the simplest guess's loss is gone, and the low end of its range."""
    losses, guesses = unseen.losses(unseen.answers), unseen.losses(unseen.guesses)
    nothing_to_tell = len(np.unique(unseen.values)) < 2
    if nothing_to_tell or guesses.sum() <= 0 or np.array_equal(losses, guesses):
        return Skill(value=0.0, low=0.0)
    measured = skill_of(losses, guesses)
    low, _ = resampling_of(unseen.clusters, seed).bounds(measured)
    return Skill(value=once(measured, len(losses)), low=low if np.isfinite(low) else 0.0)


def measure_of(unseen: Unseen, target: Target, *, guessing: bool) -> tuple[Measure, Shape]:
    """Return the measure of the page and the family of sentences that speaks of it.

    Accuracy does not tell where the simplest guess is nearly always right, and it must not contradict a
    verdict that is better than guessing.
    """
    if not target.classes:
        return Measure(metric="mean_absolute_error"), "number"
    accuracy = Measure(metric="accuracy")
    tests = len(unseen.rows)
    right = once(accuracy.of(unseen, unseen.answers), tests)
    guess = once(accuracy.of(unseen, unseen.guesses), tests)
    if guess > RARE or (right <= guess and not guessing):
        if len(target.classes) > 2:
            return Measure(metric="balanced_accuracy"), "many"
        rare = int(np.argmin(target.counts))
        if np.any(unseen.values == rare):
            return Measure(metric="precision_at_k", rare=rare), "rare"
    return accuracy, "two" if len(target.classes) == 2 else "many"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A score, the simplest guess in the same measure, and what goes with either."""

    score: Score
    baseline: Baseline
    confusion: Confusion | None = None
    rare: Rare | None = None
    misses: Misses | None = None


def score(
    unseen: Unseen, target: Target, measure: Measure, seed: int, intervals: Intervals | None = None
) -> Scored:
    """Return the score with its 95 % range; *intervals* are those made without the tests, if any are."""
    measured, tests = measure.of(unseen, unseen.answers), len(unseen.rows)
    value = once(measured, tests)
    low, high = resampling_of(unseen.clusters, seed).bounds(measured)
    found = Score(
        metric=measure.metric, value=value, low=min(low, value), high=max(high, value), rows=unseen.tested
    )
    baseline = Baseline(
        metric=measure.metric,
        value=once(measure.of(unseen, unseen.guesses), tests),
        answer=target.common or f"{np.mean(target.values):.{target.decimals}f}",
    )
    if not target.classes:
        return Scored(score=found, baseline=baseline, misses=_misses(unseen, seed, intervals))
    rare = _rare(unseen, target, measure, value) if measure.metric == "precision_at_k" else None
    return Scored(score=found, baseline=baseline, confusion=_confusion(unseen, target), rare=rare)


def _rare(unseen: Unseen, target: Target, measure: Measure, value: float) -> Rare:
    positives = int(np.count_nonzero(unseen.values == measure.rare)) // unseen.repeats
    return Rare(
        value=target.classes[measure.rare],
        k=positives,
        found=round(value * positives),
        random=positives * positives / unseen.tested,
        positives=int(target.counts[measure.rare]),
        test_positives=positives,
    )


def _confusion(unseen: Unseen, target: Target) -> Confusion:
    """Return how often each class was answered for each; where rows were tested again, the mean of it."""
    size = len(target.classes)
    pairs = unseen.values.astype(np.int64) * size + np.argmax(unseen.answers, axis=1)
    counts = np.bincount(pairs, minlength=size * size).reshape(size, size)
    rows = [unseen.shared_out(row) for row in counts]
    return Confusion(labels=target.classes, counts=tuple(tuple(row.tolist()) for row in rows))


def _misses(unseen: Unseen, seed: int, intervals: Intervals | None) -> Misses:
    answers, values = unseen.answers[:, 0], unseen.values.astype(np.float64)
    if intervals is None:
        covered = coverage(answers, values, unseen.clusters)
    else:
        covered = float(np.mean(within(intervals, answers, values)))
    misses = np.abs(values - answers)
    half, tenth = np.quantile(misses, [0.5, 0.9])
    first = np.arange(unseen.tested)  # each row once
    random = np.random.default_rng([seed, 9])
    drawn = first if len(first) <= MOST_PAIRS else np.sort(random.choice(first, MOST_PAIRS, replace=False))
    return Misses(
        half=float(half),
        tenth=float(tenth),
        coverage=covered,
        pairs=tuple((float(values[test]), float(answers[test])) for test in drawn),
        of=unseen.tested,
    )


def seen_of(values: Ints | Floats, answers: Floats, measure: Measure, classes: int) -> float:
    """Return the measure on rows that the model learned from."""
    rows = np.arange(len(values))
    learned = Unseen(
        classes=classes,
        rows=rows,
        values=values,
        answers=answers,
        guesses=answers,
        clusters=rows,
        repeats=1,
    )
    return once(measure.of(learned, answers), len(rows))


def practice_of(material: Material, practice: Practice) -> float:
    """Return accuracy or the mean absolute miss on rows that were hidden from one kind of model."""
    values, answers = material.target.values[practice.rows], practice.answers
    if not material.target.classes:
        return float(np.mean(np.abs(values - answers[:, 0])))
    return float(np.mean(np.argmax(answers, axis=1) == values))
