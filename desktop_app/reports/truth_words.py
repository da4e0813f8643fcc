"""How right a model is on a new file that says itself what is right, beside what was promised."""

from desktop_app import counting
from desktop_app.records.models import Answers, Truth
from desktop_app.reports.notice_words import notice_text, text_of

_RIGHT = {
    "accuracy": "truth.right",
    "balanced_accuracy": "truth.right_alike",
    "precision_at_k": "truth.right_rare",
    "mean_absolute_error": "truth.miss",
}
HOLDING: dict[str, str] = {"fits": "good", "worse": "problem", "few": ""}
_HOLDS = {"fits": "truth.holds_fits", "worse": "truth.holds_worse", "few": "truth.holds_few"}


def truth_lines(answers: Answers) -> tuple[str, ...]:
    """Return how right the answers are, whether that was promised, and what was counted.

    Where nothing could be counted, why; nothing where the answer is not filled in.
    """
    truth = answers.truth
    if truth is None:
        return (notice_text(answers.untold),) if answers.untold else ()
    lines, counted = [held_text(truth)], truth.score.rows
    is_drawn = counted + truth.seen < truth.known
    if truth.strange:
        strange = {"count": truth.strange, "target": truth.target, "rows": counted}
        lines.append(text_of("truth.strange_drawn" if is_drawn else "truth.strange", strange))
    if truth.known < answers.rows:
        values = {"target": truth.target, "known": truth.known, "rows": answers.rows}
        lines.append(text_of("truth.known", values))
    if truth.seen:
        seen = {"count": truth.seen, "rows": counted + truth.seen}
        lines.append(text_of("truth.seen_drawn" if is_drawn else "truth.seen", seen))
    if is_drawn:
        lines.append(text_of("truth.drawn", {"rows": counted, "known": truth.known}))
    return tuple(lines)


def holds_word(truth: Truth) -> str:
    """Return in a word or two whether what was promised still holds, if anything was."""
    return text_of(_HOLDS[truth.holds] if is_promised(truth) else "truth.holds_unpromised")


def is_promised(truth: Truth) -> bool:
    """Return whether anything was said of how good the model is: nobody may have tested it."""
    return truth.promised.rows > 0


def held_text(truth: Truth) -> str:
    """Return how right the answers are, beside what was promised."""
    return f"{right_text(truth)} {_promise(truth)}"


def right_text(truth: Truth) -> str:
    """Return how right the answers are, with the range."""
    return text_of(_RIGHT[truth.score.metric], {"yes": truth.yes, **_numbers(truth)})


def _promise(truth: Truth) -> str:
    if not is_promised(truth):
        return text_of("apply.unpromised")
    if truth.holds == "few":
        return text_of("apply.promised_few", {**_numbers(truth), "rows": truth.score.rows})
    if truth.holds == "worse":
        code = "brought.promised_worse" if truth.is_brought else "apply.promised_worse"
        return text_of(code, _numbers(truth))
    return text_of("apply.promised", _numbers(truth))


def _numbers(truth: Truth) -> dict[str, object]:
    """Return both scores as sentences carry them: amounts, or counts of one denominator."""
    score = truth.score
    promised = truth.promised.value if is_promised(truth) else score.value
    if score.metric == "mean_absolute_error":
        # Whole numbers would tell 1.4 from a promise of 1.6 as "1" from "2".
        decimals = max(truth.decimals, counting.decimals_of_two_digits(promised))
        written = counting.amounts(tested=score.rows, decimals=decimals, different=(score.value, promised))
        return {
            "right": written.near(score.value),
            "low": written.low(score.low),
            "high": written.high(score.high),
            "promised": written.near(promised),
        }
    of = max(1, truth.surest)
    if score.metric != "precision_at_k":
        shares = (score.value, promised, 1 - score.value, 1 - promised)
        of = counting.denominator(score.rows, shares, different=(score.value, promised))
    return {
        "right": counting.count(score.value, of),
        "low": counting.low(score.low, of),
        "high": counting.high(score.high, of),
        "promised": counting.count(promised, of),
        "of": of,
    }
