"""A score as a page writes it: a count out of its one denominator, or an amount."""

from desktop_app.records.results import Evaluation
from desktop_app.reports import counting
from desktop_app.reports.verdict_numbers import amounts_of


def out_of(evaluation: Evaluation) -> int:
    """Return what right answers are counted out of: of a rare class, those that it is surest about."""
    if evaluation.score.metric == "precision_at_k" and evaluation.rare:
        return max(1, evaluation.rare.k)
    return counting.page_of(evaluation)


def measured(evaluation: Evaluation, value: float) -> int | str:
    """Return a value of the score's measure as sentences carry it."""
    if evaluation.score.metric == "mean_absolute_error":
        return amounts_of(evaluation).near(value)
    return counting.count(value, out_of(evaluation))


def better_by(evaluation: Evaluation, value: float, than: float) -> float:
    """Return by how much one value of the score's measure is better than another."""
    return than - value if evaluation.score.metric == "mean_absolute_error" else value - than
