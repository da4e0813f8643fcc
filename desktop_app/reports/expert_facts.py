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
    """Return the details of a training, in the terms of the field.

    Of a model that was made elsewhere, only what was measured here.
    """
    told = [
        *(_of_test(evaluation) if evaluation.is_tested else ()),
        *(() if evaluation.is_brought else _of_learning(evaluation)),
        (_("Columns used (features)"), number(len(evaluation.features))),
        *(() if evaluation.is_brought else ((_("Time to learn"), duration(evaluation.seconds)),)),
        *_of_percentages(evaluation),
    ]
    return tuple(Fact(name=name, value=value) for name, value in told)


def _of_test(evaluation: Evaluation) -> tuple[tuple[str, str], ...]:
    score, skill = evaluation.score, evaluation.skill
    chosen = next((one for one in evaluation.candidates if one.chosen), None)
    loss = _("log-loss") if chosen and chosen.metric == "log_loss" else _("root of the mean squared error")
    practice = _("Practice loss of the chosen model ({name})").format(name=loss)
    return (
        (_(METRICS[score.metric]), _range(score.value, score.low, score.high)),
        (_("The same for the simplest guess (baseline)"), number(evaluation.baseline.value)),
        (_("Better than the simplest guess by (skill; 0 is no better, 1 is perfect)"), number(skill.value)),
        (_("Low end of the skill's range"), number(skill.low)),
        *(((practice, number(chosen.score)),) if chosen else ()),
        (_("Rows it was tested on"), number(score.rows)),
    )


def _of_learning(evaluation: Evaluation) -> tuple[tuple[str, str], ...]:
    return (
        (_("Rows it learned from"), number(evaluation.learned_rows)),
        (_("Parts hidden in turn (cross-validation)"), number(evaluation.folds)),
    )


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
