"""What is said of a model that a form cannot hold, and of one that was learned so that a form can."""

from desktop_app import counting
from desktop_app.records.handover import FORM_NAMES, NarrowForm
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Candidate, Evaluation
from desktop_app.reports.measured import measured, out_of
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.verdict_numbers import amounts_of

UNHELD = ("handover.no_texts", "handover.too_large")  # that a form cannot hold a model, and why
_INSTEAD = {
    "accuracy": "fitting.instead",
    "balanced_accuracy": "fitting.instead_even",
    "precision_at_k": "fitting.instead_rare",
    "mean_absolute_error": "fitting.instead_number",
}


def best_held(evaluation: Evaluation, form: NarrowForm) -> Candidate | None:
    """Return the best of those that were tried and are not delivered that a form surely holds."""
    held = [
        one
        for one in evaluation.candidates
        if form in one.held_by and not (one.chosen or one.failed or one.name == "baseline")
    ]
    return min(held, key=lambda one: one.score, default=None)


def practice_values(
    evaluation: Evaluation, form: NarrowForm
) -> dict[str, str | int | float | list[str] | None]:
    """Return how the best that a form holds did while practising, and the one that is delivered.

    Nothing where either is not known, as in files of older programs.
    """
    best, chosen = best_held(evaluation, form), [one for one in evaluation.candidates if one.chosen]
    values: dict[str, str | int | float | list[str] | None] = {"form": FORM_NAMES[form]}
    if best is None or not chosen:
        return values
    if evaluation.task == "regression":
        near = amounts_of(evaluation).near
        return values | {"held_miss": near(best.practice), "own_miss": near(chosen[0].practice)}
    of = counting.page_of(evaluation)
    held, own = (counting.count(one.practice, of) for one in (best, chosen[0]))
    return values | {"of": of, "held_right": held, "own_right": own}


def practice_text(evaluation: Evaluation, form: NarrowForm) -> str:
    """Return how the best that a form holds was while practising; nothing where that is not known."""
    values = practice_values(evaluation, form)
    if "of" in values:
        return text_of("fitting.practice", values)
    return text_of("fitting.practice_number", values) if "held_miss" in values else ""


def for_form_lines(evaluation: Evaluation, plan: TrainingPlan, first: Evaluation | None) -> tuple[str, ...]:
    """Return for which form a model was learned, and how it does beside the *first*, which need not fit.

    Nothing where it was learned for none.
    """
    if not plan.for_form:
        return ()
    form = FORM_NAMES[plan.for_form]
    return tuple(filter(None, (text_of("fitting.for", {"form": form}), _instead(evaluation, first, form))))


def _instead(evaluation: Evaluation, first: Evaluation | None, form: str) -> str:
    if first is None or first.score.metric != evaluation.score.metric:
        return ""
    if measured(evaluation, first.score.value) == measured(evaluation, evaluation.score.value):
        return text_of("fitting.as_well")
    values = {
        "right": measured(evaluation, evaluation.score.value),
        "best": measured(evaluation, first.score.value),
        "of": out_of(evaluation),
        "yes": evaluation.rare.value if evaluation.rare else "",
        "form": form,
    }
    return text_of(_INSTEAD[evaluation.score.metric], values)
