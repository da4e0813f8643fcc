"""A rule that fits on one page, in words, and how it does beside the best model."""

from desktop_app import counting
from desktop_app.records.insights import Branch
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation
from desktop_app.reports.measured import better_by, measured, out_of
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.verdict_numbers import amounts_of
from desktop_app.reports.where_words import condition_text

_READABLE = {
    "accuracy": "why.readable",
    "balanced_accuracy": "why.readable_even",
    "precision_at_k": "why.readable_rare",
    "mean_absolute_error": "why.readable_number",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLine:
    """One line of a rule: when it answers what, and how often that is right."""

    text: str
    worth: str


def rule_text(evaluation: Evaluation) -> str:
    """Return how a one-page rule does beside the best model; nothing where there is none."""
    rule = evaluation.rule
    if rule is None:
        return ""
    values = {
        "right": measured(evaluation, rule.value),
        "best": measured(evaluation, evaluation.score.value),
        "of": out_of(evaluation),
    }
    return text_of(_READABLE[evaluation.score.metric], values)


def rule_is_better(evaluation: Evaluation) -> bool:
    """Return whether the rule did better than the best model, as a page writes both."""
    rule, score = evaluation.rule, evaluation.score
    if rule is None or measured(evaluation, rule.value) == measured(evaluation, score.value):
        return False
    return better_by(evaluation, rule.value, score.value) > 0


def rule_lines(evaluation: Evaluation) -> tuple[RuleLine, ...]:
    """Return the rule line by line."""
    branches = evaluation.rule.branches if evaluation.rule else ()
    return tuple(
        RuleLine(text=_line(branch, evaluation), worth=_worth(branch, evaluation)) for branch in branches
    )


def _line(branch: Branch, evaluation: Evaluation) -> str:
    values = {"answer": branch.answer, "condition": condition_text(branch.where)}
    if evaluation.task == "regression":
        values["answer"] = _amount(branch, evaluation)
        return text_of("why.rule_if_number" if branch.where else "why.rule_always_number", values)
    return text_of("why.rule_if" if branch.where else "why.rule_always", values)


def _amount(branch: Branch, evaluation: Evaluation) -> str:
    """Return the answer of a line, no finer than it misses by."""
    try:
        amount = float(branch.answer)
    except ValueError:
        return branch.answer
    return amounts_of(evaluation).level(amount, beside=branch.right)


def _worth(branch: Branch, evaluation: Evaluation) -> str:
    rows = max(1, round(branch.share * evaluation.learned_rows))
    about = counting.Amounts(digits=2, decimals=0).near(rows)
    if evaluation.task == "regression":
        return text_of("why.rule_off", {"miss": amounts_of(evaluation).near(branch.right), "rows": about})
    of = min(counting.page_of(evaluation), rows)
    values = {"right": counting.count(branch.right, of), "of": of, "rows": about}
    return text_of("why.rule_right_rows" if of == rows else "why.rule_right", values)
