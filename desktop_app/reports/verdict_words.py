"""A verdict in words: whether to use the model, how good it is, and how to use it."""

from dataclasses import replace
from typing import Literal

from desktop_app import counting
from desktop_app.records.insights import CostCheck
from desktop_app.records.record import dataclass
from desktop_app.records.results import EASY, Evaluation, VerdictLevel
from desktop_app.reports.deciding import USUAL
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.verdict_numbers import Values, verdict_values
from desktop_app.reports.where_learned import where_learned

MUCH_BETTER = 0.1  # of the answers: more of them right on learned rows looks like memory
ABOUT = 0.01  # of the answers, or of the miss of the simplest guess: a difference nobody would notice
MUCH_CLOSER = 0.5  # of the miss: half of it on learned rows looks like memory
FEW_THINGS = 10  # of which a range says little
_TINY = 1e-9
_TESTED = {
    "": {
        "held_out": "verdict.tested",
        "repeated": "verdict.tested_repeated",
        "held_out_no_refit": "verdict.tested_no_refit",
    },
    "group": {
        "held_out": "verdict.tested_group",
        "repeated": "verdict.tested_group_repeated",
        "held_out_no_refit": "verdict.tested_group_no_refit",
    },
    "time": {
        "held_out": "verdict.tested_time",
        "repeated": "verdict.tested_time_repeated",
        "held_out_no_refit": "verdict.tested_time",  # never: it learns from the latest in the end
    },
}
_SEEN = {  # of what is said of rows that it had never seen: what is said where nobody knows that
    "verdict.weak.two": "verdict.brought.little",
    "verdict.weak.many": "verdict.brought.little",
    "verdict.useful.two": "verdict.brought.right",
    "verdict.good.two": "verdict.brought.right",
}
TONES: dict[VerdictLevel, Literal["good", "accent", "caution", "problem"]] = {
    "good": "good",
    "useful": "accent",
    "weak": "caution",
    "guessing": "problem",
    "suspicious": "problem",
    "untested": "caution",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictWords:
    """What a results page, a report or the command line says of a training."""

    level: VerdictLevel
    badge: str
    line: str
    headline: str
    support: str
    help: str  # how to use it, or the question that it hangs on; nothing where it is no better than guessing
    extras: tuple[str, ...]  # how it was tested comes last

    @property
    def sentence(self) -> str:
        """How good it is and what that rests on, where all is said at once."""
        return f"{self.headline} {self.support}".strip()


def verdict_words(evaluation: Evaluation) -> VerdictWords:
    """Return the verdict of a training in the person's language."""
    level, code, values = evaluation.verdict.level, _code(evaluation), verdict_values(evaluation)
    contrary = _contrary(evaluation)
    head = contrary or (code.replace("weak", "useful") if _no_better(evaluation) else code)
    words = VerdictWords(
        level=level,
        badge=text_of(f"verdict.level.{level}"),
        line=text_of(f"verdict.level.{level}.line"),
        headline=text_of(f"{_SEEN.get(head, head) if evaluation.is_brought else head}.head", values),
        support=text_of(f"{contrary or _ground(evaluation, code)}.body", values),
        help=_help(evaluation, _ground(evaluation, code), values),
        extras=_extras(evaluation, values),
    )
    return _with_costs(words, evaluation)


def _with_costs(words: VerdictWords, evaluation: Evaluation) -> VerdictWords:
    """Return the same with what mistakes cost, where that was said before learning.

    Where one answer for all rows may cost as little, that comes first: it is why the level is no better.
    """
    check = evaluation.costs
    if check is None or not evaluation.verdict.is_for_use:
        return words
    values = {"always": check.constant, "cost": check.cost, "alone": check.alone}
    right = _right_by_costs(check, evaluation)
    if check.saves:
        usual = {"yes": check.decision.value, "usual": check.usual}
        saved = text_of("verdict.costs_saved", values | usual)
        if not right:
            return replace(words, support=f"{words.support} {saved}".strip())
        itself = text_of("verdict.costs_itself", verdict_values(evaluation))
        return replace(words, headline=right, support=f"{saved} {itself}")
    is_dearer = check.cost >= check.alone
    return replace(
        words,
        headline=text_of("verdict.costs_dearer.head" if is_dearer else "verdict.costs_unsure.head", values),
        support=f"{text_of('verdict.costs.body', values)} {right or words.headline}",
        help=text_of("verdict.costs.help"),
    )


def _right_by_costs(check: CostCheck, evaluation: Evaluation) -> str:
    """Return how many are right as it answers by its costs; nothing where the score counts no such thing."""
    if check.right is None or evaluation.score.metric != "accuracy" or check.decision.chance == USUAL:
        return ""
    of = counting.page_of(evaluation)
    return text_of("verdict.costs_right", {"right": counting.count(check.right, of), "of": of})


def _code(evaluation: Evaluation) -> str:
    """Return the code of the family of sentences that speak of this evaluation."""
    level, shape = evaluation.verdict.level, evaluation.verdict.shape
    if level == "untested":
        return f"verdict.untested.{'number' if shape == 'number' else 'kinds'}"
    even = _is_even(evaluation)
    if level == "suspicious" and evaluation.give_away is None:
        return f"verdict.suspicious.all{'_even' if even else _twin(evaluation)}"
    return f"verdict.{level}.{'many_even' if even else shape}"


def _ground(evaluation: Evaluation, code: str) -> str:
    """Return the code of what a verdict rests on, and of what to do."""
    if evaluation.is_brought and code.startswith("verdict.suspicious.all"):
        return "verdict.brought.easy"
    return code


def _contrary(evaluation: Evaluation) -> str:
    """Return the code of what is said instead, where the count and the level pull apart."""
    if _percentages_bad(evaluation):
        return f"verdict.percentages_bad{_number(evaluation)}"
    if not _about_even(evaluation):
        return ""
    return "verdict.even_each" if _is_even(evaluation) else f"verdict.even{_twin(evaluation)}"


def _help(evaluation: Evaluation, code: str, values: Values) -> str:
    """Return how to use it; where no two kinds are mixed up often, how often it is wrong."""
    if evaluation.verdict.level == "guessing":
        return text_of("verdict.brought.guessing", values) if evaluation.is_brought else ""
    nothing_mixed = code == "verdict.good.many" and "kind_a" not in values
    return text_of("verdict.good.two.help" if nothing_mixed else f"{code}.help", values)


def _is_even(evaluation: Evaluation) -> bool:
    return evaluation.score.metric == "balanced_accuracy"


def _twin(evaluation: Evaluation) -> str:
    return {"rare": "_rare", "number": "_number"}.get(evaluation.verdict.shape, "")


def _number(evaluation: Evaluation) -> str:
    return "_number" if evaluation.verdict.shape == "number" else ""


def _extras(evaluation: Evaluation, values: Values) -> tuple[str, ...]:
    codes = [
        "learn.stopped" if evaluation.stopped else "",
        f"verdict.luck{_twin(evaluation)}" if _luck(evaluation) and not _about_even(evaluation) else "",
        "verdict.few_tested" if 0 < evaluation.score.rows < 100 else "",
        _memorised_code(evaluation) if _memorised(evaluation) else "",
        "verdict.few_things"
        if evaluation.tested_by == "group" and evaluation.tested_things < FEW_THINGS
        else "",
        _confirmed(evaluation),
        "verdict.made_elsewhere" if evaluation.is_brought else "",
        _tested(evaluation),
    ]
    told = tuple(filter(None, (text_of(code, values) for code in codes if code)))
    return (*where_learned(evaluation.on_cluster), *told)


def _tested(evaluation: Evaluation) -> str:
    """Return the code of how it was tested."""
    if not evaluation.is_tested:
        return "verdict.tested_never"
    if evaluation.is_brought:
        return "verdict.tested_brought"
    return _TESTED[evaluation.tested_by][evaluation.tested]


def _better_by(evaluation: Evaluation, value: float) -> float:
    """Return by how much *value* is better than the simplest guess, in the metric of the score."""
    better = value - evaluation.baseline.value
    return -better if evaluation.verdict.shape == "number" else better


def _no_better(evaluation: Evaluation) -> bool:
    """Return whether a weak model is not "a little better than guessing", by its count or by its costs."""
    if evaluation.verdict.level != "weak":
        return False
    is_dear = evaluation.costs is not None and not evaluation.costs.saves
    return is_dear or _better_by(evaluation, evaluation.score.value) <= 0


def _luck(evaluation: Evaluation) -> bool:
    """Return whether the count alone could be luck, although the level says it is more."""
    worst, best = sorted(
        (_better_by(evaluation, evaluation.score.low), _better_by(evaluation, evaluation.score.high))
    )
    return evaluation.verdict.is_for_use and worst <= 0 <= best


def _about_even(evaluation: Evaluation) -> bool:
    """Return whether the count hardly differs from that of the simplest guess, and could be luck."""
    whole = evaluation.baseline.value if evaluation.verdict.shape == "number" else 1.0
    return _luck(evaluation) and abs(_better_by(evaluation, evaluation.score.value)) <= ABOUT * whole + _TINY


def _percentages_bad(evaluation: Evaluation) -> bool:
    """Return whether the count beats the simplest guess, although the level says it is guessing."""
    worst = min(_better_by(evaluation, evaluation.score.low), _better_by(evaluation, evaluation.score.high))
    return evaluation.verdict.level == "guessing" and worst > 0


def _memorised_code(evaluation: Evaluation) -> str:
    """Return the code of what is said: on later rows, it need not be that it has memorised."""
    later = "_later" if evaluation.tested_by == "time" else ""
    return f"verdict.memorised{later}{_number(evaluation)}"


def _memorised(evaluation: Evaluation) -> bool:
    seen, score = evaluation.seen, evaluation.score
    if seen is None or not evaluation.verdict.is_for_use:
        return False
    if score.metric == "accuracy":
        return seen > score.high and seen - score.value > MUCH_BETTER
    return score.metric == "mean_absolute_error" and seen < score.low and seen < MUCH_CLOSER * score.value


def _confirmed(evaluation: Evaluation) -> str:
    """Return what to say where only the person's word keeps the result from being too good to be true."""
    if not evaluation.verdict.is_for_use or evaluation.is_brought:
        return ""
    if evaluation.give_away:
        return "verdict.confirmed_known"
    return "verdict.confirmed_known_all" if evaluation.skill.value >= EASY else ""
