"""How well percentages put rows in order, from the counts at each of them: curves and areas under them."""

from itertools import pairwise

from desktop_app.records.insights import Cut, Cuts
from desktop_app.records.results import Evaluation
from desktop_app.reports.answers_meant import yes_and_no

Point = tuple[float, float]


def looked_for(evaluation: Evaluation) -> Cuts | None:
    """Return the counts of the class that a question of two is about; None for other questions."""
    if len(evaluation.classes) != 2:
        return None
    yes, _no = yes_and_no(evaluation)
    return next((cuts for cuts in ranked(evaluation) if cuts.value == yes), None)


def ranked(evaluation: Evaluation) -> tuple[Cuts, ...]:
    """Return the counts of each class of which there were tested rows, and of others, too."""
    return tuple(cuts for cuts in evaluation.cuts if 0 < cuts.positives < cuts.rows)


def hardest(evaluation: Evaluation) -> Cuts | None:
    """Return the counts of the class that is told from the others least well."""
    return min(ranked(evaluation), key=pairs_right, default=None)


def pairs(cuts: Cuts) -> int:
    """Return how many pairs of a row of the class and one of another there are."""
    return cuts.positives * (cuts.rows - cuts.positives)


def found_by_false(cuts: Cuts) -> tuple[Point, ...]:
    """Return the ROC curve: at each chance the share of wrong alarms and of rows found, 0 to 1."""
    others = cuts.rows - cuts.positives
    return tuple((cut.false / others, cut.found / cuts.positives) for cut in _all_cuts(cuts))


def pairs_right(cuts: Cuts) -> float:
    """Return the share of pairs in which the row of the class has the higher chance; equal ones count half.

    That is the area under the ROC curve (Hanley and McNeil, The meaning and use of the area under a
    receiver operating characteristic curve, 1982).
    """
    curve = found_by_false(cuts)
    return sum((right[0] - left[0]) * (left[1] + right[1]) / 2 for left, right in pairwise(curve))


def right_by_found(cuts: Cuts) -> tuple[Point, ...]:
    """Return the precision-recall curve: at each chance the share found, and of those answered so, right."""
    return tuple(
        (cut.found / cuts.positives, cut.found / (cut.found + cut.false))
        for cut in _all_cuts(cuts)
        if cut.found + cut.false
    )


def average_precision(cuts: Cuts) -> float:
    """Return the mean precision, weighted by what each further cut finds."""
    reached, total = 0.0, 0.0
    for found, right in right_by_found(cuts):
        total += (found - reached) * right
        reached = found
    return total


def _all_cuts(cuts: Cuts) -> tuple[Cut, ...]:
    """Return the cuts from none to all rows."""
    none = Cut(chance=1.0, found=0, false=0)
    whole = Cut(chance=0.0, found=cuts.positives, false=cuts.rows - cuts.positives)
    return none, *cuts.cuts, whole
