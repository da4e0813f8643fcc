"""Whether more rows would help, from scores of what was learned from fewer, on the same tested rows."""

import math
from collections.abc import Sequence

from desktop_app import counting
from desktop_app.records.insights import Pace
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation
from desktop_app.reports.measured import better_by, measured, out_of
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.verdict_numbers import Values

_CURVES = {
    "accuracy": "why.curve",
    "balanced_accuracy": "why.curve_even",
    "precision_at_k": "why.curve_rare",
    "mean_absolute_error": "why.curve_number",
}
NOTICED = 0.01  # of the answers, or of the miss: a smaller gain nobody would notice
HARDLY = 3  # times that: less than this is not worth collecting twice as many rows
PAIRED = 0.8  # of a score's range: about how far two models on the same rows differ by chance
STEADY = (0.25, 0.85)  # how much of a gain the next doubling brings again, at least and at most
APART = 0.7  # of the rows: what was learned from more of them tells nothing of twice as many
UNKNOWN = 0.5  # the same where there is no earlier gain to compare with
NEARLY_ALL = 0.9  # of the rows that there were to learn from


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gain:
    """What twice as many rows brought, and which part of that twice as many again might bring."""

    half: Pace
    whole: Pace
    last: float
    again: float

    @property
    def coming(self) -> float:
        """What twice as many rows again might bring."""
        return self.last * self.again


@dataclass(frozen=True, slots=True, kw_only=True)
class PaceWords:
    """What half of the rows were good for, and whether more of them would help."""

    curve: str
    judgement: str
    helps: bool | None  # None: that cannot be told


def pace_text(evaluation: Evaluation) -> str:
    """Return what half of the rows were good for, and whether more of them would help."""
    words = pace_words(evaluation)
    return f"{words.curve} {words.judgement}".strip() if words else ""


def pace_words(evaluation: Evaluation) -> PaceWords | None:
    """Return both apart; None where there is nothing to say."""
    gain = _gain(evaluation)
    if gain is None:
        return None
    values: Values = {
        "half_rows": gain.half.rows,
        "right_half": measured(evaluation, gain.half.value),
        "rows": gain.whole.rows,
        "right": measured(evaluation, gain.whole.value),
        "of": out_of(evaluation),
    }
    curve, helps = text_of(_CURVES[evaluation.score.metric], values), _helps(gain, evaluation)
    if helps and not _takes_more(gain, evaluation):
        return PaceWords(curve=curve, judgement="", helps=None)
    if helps:
        return PaceWords(curve=curve, judgement=_would_help(gain, evaluation), helps=True)
    code = "verdict.more_rows_unclear" if helps is None else "verdict.more_rows_no"
    return PaceWords(curve=curve, judgement=text_of(code), helps=helps)


def _helps(gain: _Gain, evaluation: Evaluation) -> bool | None:
    """Return whether more rows would help: that needs a gain beyond luck, as no help needs a narrow range."""
    score = evaluation.score
    is_number = score.metric == "mean_absolute_error"
    seen = NOTICED * (abs(score.value) if is_number else 1.0)
    luck = PAIRED * (score.high - score.low) / 2
    if gain.last > luck and gain.coming >= seen:
        return True
    at_most = (gain.last + luck) * gain.again
    return False if at_most < HARDLY * seen else None


def _takes_more(gain: _Gain, evaluation: Evaluation) -> bool:
    """Return whether it learned from all rows there were: what takes but a part has use for no more."""
    if any(notice.code == "plan.sampled" for notice in evaluation.warnings):
        return False
    there = evaluation.rows - evaluation.score.rows
    return evaluation.tested == "repeated" or gain.whole.rows >= NEARLY_ALL * there


def _would_help(gain: _Gain, evaluation: Evaluation) -> str:
    """Return what to expect of more rows, from the score on: the curve's last point may be off it."""
    now = evaluation.score.value
    if evaluation.score.metric == "mean_absolute_error":
        expected = measured(evaluation, max(0.0, now - gain.coming))
        return text_of("verdict.more_rows_number", {"expected": expected})
    of = out_of(evaluation)
    expected = counting.right(min(1.0, now + gain.coming), of)
    return text_of("verdict.more_rows", {"expected": expected, "of": of})


def _gain(evaluation: Evaluation) -> _Gain | None:
    """Return the last gain and what may come.

    Errors fall as a power of the rows, so the gain of each doubling is about the same part of the one
    before (Viering and Loog, The shape of learning curves: a review, 2021).
    """
    pace = evaluation.pace
    if len(pace) < 2:
        return None
    whole, half = pace[-1], _nearest(pace[:-1], pace[-1].rows / 2)
    if half.rows > APART * whole.rows:  # rows that stay together may be nearly all of them
        return None
    last = better_by(evaluation, whole.value, half.value)
    earlier = [one for one in pace if one.rows <= APART * half.rows]
    again = UNKNOWN
    if earlier and last > 0:
        quarter = _nearest(earlier, half.rows / 2)
        before = better_by(evaluation, half.value, quarter.value)
        again = min(max(last / before, STEADY[0]), STEADY[1]) if before > 0 else UNKNOWN
    return _Gain(half=half, whole=whole, last=last, again=again)


def _nearest(pace: Sequence[Pace], rows: float) -> Pace:
    return min(pace, key=lambda one: abs(math.log(one.rows / rows)))
