"""The details of a result for experts: each figure under its name in the field."""

from desktop_app.language import _, duration, mark, number
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation
from desktop_app.reports.ranked import average_precision, looked_for, pairs_right, ranked

METRICS = {
    "accuracy": mark("Share of right answers (accuracy)"),
    "balanced_accuracy": mark("Share of right answers, each kind counted alike (balanced accuracy)"),
    "precision_at_k": mark("Share of hits among those it is surest about (precision at k)"),
    "mean_absolute_error": mark("Off by on average (mean absolute error)"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line of the details for experts."""

    name: str
    value: str


def facts_of(evaluation: Evaluation) -> tuple[Fact, ...]:
    """Return the details of a training, in the terms of the field."""
    score, skill = evaluation.score, evaluation.skill
    chosen = next((one for one in evaluation.candidates if one.chosen), None)
    told = [
        (_(METRICS[score.metric]), _range(score.value, score.low, score.high)),
        (_("The same for the simplest guess (baseline)"), number(evaluation.baseline.value)),
        (_("Better than the simplest guess by (skill; 0 is no better, 1 is perfect)"), number(skill.value)),
        (_("Low end of the skill's range"), number(skill.low)),
        (_("Rows it was tested on"), number(score.rows)),
        (_("Rows it learned from"), number(evaluation.learned_rows)),
        (_("Parts hidden in turn (cross-validation)"), number(evaluation.folds)),
        (_("Columns used (features)"), number(len(evaluation.features))),
        (_("Time to learn"), duration(evaluation.seconds)),
    ]
    if chosen:
        loss = _("log-loss") if chosen.metric == "log_loss" else _("root of the mean squared error")
        told.insert(
            4, (_("Practice loss of the chosen model ({name})").format(name=loss), number(chosen.score))
        )
    told += _of_percentages(evaluation)
    return tuple(Fact(name=name, value=value) for name, value in told)


def _of_percentages(evaluation: Evaluation) -> list[tuple[str, str]]:
    """Return how well percentages put rows in order, and how far they are from what happened."""
    two = looked_for(evaluation)
    classes = (two,) if two else ranked(evaluation)
    told: list[tuple[str, str]] = []
    if classes:
        area = sum(map(pairs_right, classes)) / len(classes)
        precision = sum(map(average_precision, classes)) / len(classes)
        told += [
            (_("Area under the ROC curve (0.5 is a coin toss, 1 is perfect)"), number(area)),
            (_("Average precision (area under the precision-recall curve)"), number(precision)),
        ]
    if evaluation.calibration:
        error = number(evaluation.calibration.error)
        told.append((_("Mean gap between said and happened (expected calibration error)"), error))
    return told


def _range(value: float, low: float, high: float) -> str:
    return _("{value} (with other rows {low} to {high})").format(
        value=number(value), low=number(low), high=number(high)
    )
