"""What the Results page shows beyond the verdict: percentages, weak spots, more rows, a rule, and a list."""

from desktop_app.records.plans import TrainingPlan
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation
from desktop_app.reports.insight_words import is_looked_into
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.pictures.bands import bands
from desktop_app.reports.pictures.calibration import calibration
from desktop_app.reports.pictures.pace import pace
from desktop_app.reports.pictures.picture import Picture
from desktop_app.reports.pictures.ranking import precision_recall, roc
from desktop_app.reports.rule_words import RuleLine, rule_is_better, rule_lines, rule_text
from desktop_app.reports.text_words import WordsOfAnswer, words_lead, words_note, words_of_answers
from desktop_app.web.spots import Spot
from desktop_app.web.typical import TypicalAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class OnePageRule:
    """A model that can be read, beside the best one."""

    sentence: str
    lines: tuple[RuleLine, ...]
    can_be_used: bool  # instead of the best model
    is_better: bool  # than that, on rows that neither had seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Insights:
    """All of it; what a training does not know is None or empty."""

    percentages: Picture | None
    sizes: Picture | None  # of a number: by the size of the answer
    fails: tuple[Spot, ...]
    fails_none: str
    more_rows: Picture | None
    rule: OnePageRule | None
    ranking: tuple[Picture, ...]  # for experts
    words_lead: str
    words: tuple[WordsOfAnswer, ...]  # that go with an answer
    words_note: str
    typical: tuple[TypicalAnswer, ...]


def insights_of(
    evaluation: Evaluation,
    plan: TrainingPlan,
    spots: tuple[Spot, ...] = (),
    typical: tuple[TypicalAnswer, ...] = (),
) -> Insights:
    """Return what the page shows of *evaluation*, whose weak spots and typical rows its table tells."""
    is_guessing = evaluation.verdict.level == "guessing"  # then it fails everywhere, and so does a rule
    fails = () if is_guessing else spots
    return Insights(
        percentages=calibration(evaluation),
        sizes=bands(evaluation),
        fails=fails,
        fails_none=_fails_none(evaluation) if not is_guessing and not fails else "",
        more_rows=pace(evaluation),
        rule=None if is_guessing else _rule(evaluation, plan),
        ranking=tuple(one for one in (roc(evaluation), precision_recall(evaluation)) if one),
        words_lead=words_lead(evaluation),
        words=words_of_answers(evaluation),
        words_note=words_note(evaluation),
        typical=typical,
    )


def _fails_none(evaluation: Evaluation) -> str:
    return text_of("why.fails_none") if is_looked_into(evaluation) else ""


def _rule(evaluation: Evaluation, plan: TrainingPlan) -> OnePageRule | None:
    lines = rule_lines(evaluation)
    if not lines:
        return None
    return OnePageRule(
        sentence=text_of("why.readable_self") if plan.readable else rule_text(evaluation),
        lines=lines,
        is_better=rule_is_better(evaluation),
        can_be_used=evaluation.verdict.is_for_use and not plan.readable,
    )
