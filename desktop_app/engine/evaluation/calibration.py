"""Whether percentages can be trusted: of the rows for which it said 70 %, 70 of 100 should be so."""

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.evaluation.equal_counts import equal_counts
from desktop_app.engine.evaluation.unseen import Unseen
from desktop_app.engine.target import Target
from desktop_app.records.insights import Bin, Calibration

FEWEST_ROWS = 60  # tested: fewer make no two bins
MOST_BINS = 10
BIN_ROWS = 30


def calibration_of(unseen: Unseen, target: Target) -> Calibration | None:
    """Return what was said and what happened, in bins of about equal size; nothing for a number or few rows.

    Of two classes, the chance of the rarer one; of more, the chance of the one that was answered. The error
    is the expected calibration error over these bins (Naeini et al., Obtaining well calibrated probabilities
    using Bayesian binning, 2015).
    """
    if not target.classes or unseen.tested < FEWEST_ROWS:
        return None
    value, said, happened = _said(unseen, target)
    groups = equal_counts(said, MOST_BINS, BIN_ROWS * unseen.repeats)
    rows = unseen.shared_out(np.array([len(group) for group in groups]))
    bins = tuple(
        Bin(said=float(np.mean(said[group])), happened=float(np.mean(happened[group])), rows=int(count))
        for group, count in zip(groups, rows, strict=True)
    )
    error = sum(one.rows * abs(one.said - one.happened) for one in bins) / sum(one.rows for one in bins)
    return Calibration(value=value, bins=bins, error=error)


def _said(unseen: Unseen, target: Target) -> tuple[str, Floats, Ints]:
    """Return the class that is spoken of, its chance in each test, and whether it was that class."""
    truth = unseen.values.astype(np.int64)
    if len(target.classes) == 2:
        rarer = int(np.argmin(target.counts))
        return target.classes[rarer], unseen.answers[:, rarer], (truth == rarer).astype(np.int64)
    answered = np.argmax(unseen.answers, axis=1)
    return "", unseen.answers.max(axis=1), (answered == truth).astype(np.int64)
