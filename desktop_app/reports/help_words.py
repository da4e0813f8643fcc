"""What would help, from the numbers of one training: at most three pieces of advice, the most useful first.

What decides whether its figures hold at all comes before what may better them. Of what no number of the
training speaks for, nothing is said.
"""

from dataclasses import replace
from statistics import NormalDist
from typing import Literal

from desktop_app import counting
from desktop_app.language import _, duration
from desktop_app.records.notices import Notice
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.record import dataclass
from desktop_app.records.results import EASY, Evaluation, Importance
from desktop_app.reports.measured import out_of
from desktop_app.reports.notice_words import notice_text, text_of
from desktop_app.reports.pace_words import NOTICED, pace_words
from desktop_app.reports.result_words import WIDE, told_warnings
from desktop_app.reports.verdict_numbers import Values, amounts_of, verdict_values

MOST = 3
BEYOND = 0.025  # of the chances lies beyond either end of a 95 % range
Way = Literal["known", "apart", "without", "curve", "longer", ""]
# Warnings that ask for something, the most useful first, and what can be done about each.
_ASKED: dict[str, Way] = {
    "plan.gives_away": "known",
    "plan.filled_later": "known",
    "plan.average": "known",
    "plan.group_question": "apart",
    "plan.time_question": "apart",
    "plan.id_used": "without",
    "plan.repeated_id_used": "without",
}
_OUT_OF_TIME = ("learn.out_of_time", "learn.cut_short")


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """One piece of advice with its evidence."""

    code: str
    text: str
    way: Way = ""  # what can be done about it in the program, if anything
    column: str = ""
    told: tuple[Notice, ...] = ()  # warnings that it says, which need not be said again


def helps_of(evaluation: Evaluation, plan: TrainingPlan) -> tuple[Help, ...]:
    """Return the advice; none beside a result too good to be true, which asks its own question first.

    None either for a model that was made elsewhere: all of it is about learning again.
    """
    if evaluation.verdict.level == "suspicious" or evaluation.is_brought:
        return ()
    asked = _asked(evaluation)
    known = (
        *asked,
        *_worse(evaluation, {one.column for one in asked}),
        *_rare_kinds(evaluation),
        *_more_rows(evaluation),
    )
    return (*(known or _columns(evaluation)), *_longer(evaluation, plan))[:MOST]


def untold(evaluation: Evaluation, helps: tuple[Help, ...]) -> Evaluation:
    """Return the same without the warnings that the advice says already."""
    told = [notice for one in helps for notice in one.told]
    rest = tuple(notice for notice in evaluation.warnings if notice not in told)
    return replace(evaluation, warnings=rest)


def _asked(evaluation: Evaluation) -> tuple[Help, ...]:
    return tuple(
        Help(code=code, text=notice_text(notice), way=way, column=column, told=(notice,))
        for code, way in _ASKED.items()
        for notice in evaluation.warnings
        for column in notice.columns
        if notice.code == code
    )


def _worse(evaluation: Evaluation, named: set[str]) -> tuple[Help, ...]:
    """Return the columns without which it does better on unseen rows, the worst first."""
    if len(evaluation.features) < 2:
        return ()
    code, worst = _worse_code(evaluation), sorted(evaluation.importances, key=lambda item: item.loss)
    return tuple(
        Help(
            code=code,
            text=text_of(code, _worse_values(item, evaluation)),
            way="without",
            column=item.column,
        )
        for item in worst
        if item.column not in named and _is_worse(item, evaluation)
    )


def _is_worse(item: Importance, evaluation: Evaluation) -> bool:
    """Return whether a column does harm that is worth noticing, and more than luck among so many columns.

    The range is widened by how many were measured (Bonferroni).
    """
    usual = NormalDist().inv_cdf(1 - BEYOND)
    wider = NormalDist().inv_cdf(1 - BEYOND / len(evaluation.importances)) / usual
    if item.loss + wider * (item.high - item.loss) >= 0:
        return False
    if evaluation.task == "regression":
        return -item.loss >= NOTICED * evaluation.score.value
    return -item.loss >= NOTICED and counting.right(-item.loss, out_of(evaluation)) >= 1


def _worse_code(evaluation: Evaluation) -> str:
    if evaluation.task == "regression":
        return "help.worse_number"
    return "help.worse_rare" if evaluation.verdict.shape == "rare" else "help.worse"


def _worse_values(item: Importance, evaluation: Evaluation) -> Values:
    if evaluation.task == "regression":
        written = amounts_of(evaluation)
        ends = {"low": written.low(-item.high), "high": written.high(-item.low)}
        return {"column": item.column, "less": written.near(-item.loss), **ends}
    of = out_of(evaluation)
    return {
        "column": item.column,
        "of": of,
        "k": of,
        "more": counting.right(-item.loss, of),
        "low": counting.low(-item.high, of) or _(counting.FEWER_THAN_ONE),
        "high": counting.high(-item.low, of),
    }


def _rare_kinds(evaluation: Evaluation) -> tuple[Help, ...]:
    """Return the kinds of which there are too few rows."""
    few = tuple(notice for notice in evaluation.warnings if notice.code == "plan.few_of_class")
    if len(few) == 1:
        return (Help(code="help.few_of_kind", text=text_of("help.few_of_kind", few[0].values), told=few),)
    if few:
        values: Values = {
            "values": [str(notice.values["value"]) for notice in few],
            "count": max(int(str(notice.values["count"])) for notice in few),
            "rows": few[0].values["rows"],
        }
        return (Help(code="help.few_of_kinds", text=text_of("help.few_of_kinds", values), told=few),)
    return _rare(evaluation)


def _rare(evaluation: Evaluation) -> tuple[Help, ...]:
    """Return the rare kind, where its few rows leave the range wide and more may still be learned from."""
    pace, score = pace_words(evaluation), evaluation.score
    if evaluation.rare is None or score.high - score.low <= WIDE or (pace and pace.helps is False):
        return ()
    return (Help(code="help.rare", text=text_of("help.rare", verdict_values(evaluation))),)


def _more_rows(evaluation: Evaluation) -> tuple[Help, ...]:
    """Return that more rows would help: the learning curve still rises, or few of them leave much open."""
    pace = pace_words(evaluation)
    if pace and pace.helps:
        return (Help(code="verdict.more_rows", text=f"{pace.judgement} {pace.curve}", way="curve"),)
    few = tuple(notice for notice in evaluation.warnings if notice.code == "plan.few_rows")
    said = told_warnings(replace(evaluation, warnings=few))  # none where the range is narrow all the same
    if not said or (pace and pace.helps is False):
        return ()
    return (Help(code=said[0].code, text=notice_text(said[0]), told=few),)


def _columns(evaluation: Evaluation) -> tuple[Help, ...]:
    """Return that other columns would help, where those that were used tell hardly anything."""
    level, costs = evaluation.verdict.level, evaluation.costs
    is_dear = costs is not None and not costs.saves  # weak by what its mistakes cost, not by its columns
    if level not in ("guessing", "weak") or (level == "weak" and is_dear):
        return ()
    pace, used = pace_words(evaluation), len(evaluation.features)
    flat = pace.judgement if pace and pace.helps is False else ""
    text = text_of("help.columns", {"target": evaluation.target, "count": used})
    return (Help(code="help.columns", text=f"{flat} {text}".strip()),)


def _longer(evaluation: Evaluation, plan: TrainingPlan) -> tuple[Help, ...]:
    """Return that more time may help, where more would be tried then."""
    is_easy = evaluation.skill.value >= EASY  # there is nothing left to better
    if not evaluation.longer_helps or plan.longer is None or is_easy:
        return ()
    late = tuple(notice for notice in evaluation.warnings if notice.code in _OUT_OF_TIME)
    if late:
        text = " ".join(map(notice_text, late))
        return (Help(code=late[0].code, text=text, way="longer", told=late),)
    code = "help.longer_stopped" if evaluation.stopped else "help.longer"
    times: Values = {"within": duration(plan.budget), "longer": duration(plan.longer)}
    return (Help(code=code, text=text_of(code, times), way="longer"),)
