"""A score as a page writes it: a count out of its one denominator, or an amount."""

from desktop_app import counting
from desktop_app.language import mark, say
from desktop_app.records.results import Evaluation
from desktop_app.reports.verdict_numbers import amounts_of

_NAMES = {
    "accuracy": mark("Right, of {of}"),
    "balanced_accuracy": mark("Right, of {of}, each kind alike"),
    "precision_at_k": mark("Right, of the {of} surest"),
    "mean_absolute_error": mark("Off by on average"),
}


def measure_text(evaluation: Evaluation) -> str:
    """Return what the score counts, as the name of an axis or a column."""
    return say(_NAMES[evaluation.score.metric], {"of": out_of(evaluation)})


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


def measured_range(evaluation: Evaluation) -> tuple[int | str, int | str]:
    """Return both ends of the score's range as the verdict says them: rounded away from the score."""
    score = evaluation.score
    if score.metric == "mean_absolute_error":
        return amounts_of(evaluation).low(score.low), amounts_of(evaluation).high(score.high)
    of = out_of(evaluation)
    return counting.low(score.low, of), counting.high(score.high, of)


def on_axis(evaluation: Evaluation, value: float) -> float:
    """Return a value of the score's measure as an axis carries it: a count of that, or an amount."""
    return value if evaluation.score.metric == "mean_absolute_error" else value * out_of(evaluation)


def better_by(evaluation: Evaluation, value: float, than: float) -> float:
    """Return by how much one value of the score's measure is better than another."""
    return than - value if evaluation.score.metric == "mean_absolute_error" else value - than
