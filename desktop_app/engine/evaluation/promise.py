"""What a training promised of fresh rows, and whether a score on such rows is worse than that."""

import math

from desktop_app.records.decisions import Decision
from desktop_app.records.insights import Cut, Cuts
from desktop_app.records.results import Evaluation, Score

_NORMAL = 1.96  # standard errors on either side of a 95 % range


def promised_score(evaluation: Evaluation, decision: Decision | None) -> Score:
    """Return the score on the tested rows, answered as it was decided.

    Where a line between two kinds moves, how many are right moves with it: then the tested rows are counted
    at the cut nearest to it.
    """
    score = evaluation.score
    cuts = next((one for one in evaluation.cuts if decision and one.value == decision.value), None)
    if decision is None or cuts is None or not cuts.cuts or not cuts.rows or score.metric != "accuracy":
        return score
    return _counted(cuts, min(cuts.cuts, key=lambda cut: abs(cut.chance - decision.chance)))


def is_worse(now: Score, promised: Score) -> bool:
    """Return whether one score is worse than an independent one by more than chance brings (95 %).

    The range of the difference is made from both ranges, which need not be symmetric (MOVER: Zou and Donner,
    Construction of confidence limits about effect measures, Statistics in Medicine 27, 2008).
    """
    gap = now.value - promised.value
    if now.metric == "mean_absolute_error":
        return gap > math.hypot(now.value - now.low, promised.high - promised.value)
    return -gap > math.hypot(now.high - now.value, promised.value - promised.low)


def _counted(cuts: Cuts, cut: Cut) -> Score:
    """Return how many of the tested rows are right at a cut, with the range of Wilson (1927)."""
    rows = cuts.rows
    share = min(1.0, max(0.0, (cut.found + rows - cuts.positives - cut.false) / rows))
    square = _NORMAL**2
    middle = (share + square / (2 * rows)) / (1 + square / rows)
    half = _NORMAL * math.sqrt(share * (1 - share) / rows + square / (4 * rows**2)) / (1 + square / rows)
    return Score(
        metric="accuracy",
        value=share,
        low=min(share, max(0.0, middle - half)),
        high=max(share, min(1.0, middle + half)),
        rows=rows,
    )
