"""A result as the Results page shows it: sentences and pictures made from the evaluation alone."""

from desktop_app.language import duration
from desktop_app.records.notices import Notice
from desktop_app.records.plans import APART_QUESTIONS, GIVEN_AWAY, TrainingPlan
from desktop_app.records.record import dataclass
from desktop_app.records.results import Candidate, Evaluation
from desktop_app.reports.confusion import ConfusionTable, confusion_table
from desktop_app.reports.expert_facts import Fact, facts_of
from desktop_app.reports.help_words import Help, helps_of, untold
from desktop_app.reports.names import kind_name
from desktop_app.reports.pictures.importance import importance
from desktop_app.reports.pictures.picture import Picture
from desktop_app.reports.pictures.scatter import scatter
from desktop_app.reports.result_words import (
    candidate_text,
    candidates_note,
    confusion_text,
    importance_title,
    left_out_text,
    models_tried,
    question_title,
    ranges_text,
    told_warnings,
    unused_text,
)
from desktop_app.reports.verdict_words import TONES, VerdictWords, verdict_words
from desktop_app.web.each import EachPart, each_part
from desktop_app.web.given_away import Given, given_away, tells_of_it


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """The question that a result too good to be true asks: about one column, or about all."""

    question: str
    column: str  # empty: about all


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """One model that was tried."""

    name: str
    text: str
    seconds: str
    is_chosen: bool
    share: str  # of a model that is several together


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """All that the page says of a training."""

    question: str
    target: str
    verdict: VerdictWords
    tone: str
    doubt: Doubt | None
    helps: tuple[Help, ...]  # what would help; a warning that stands there stands nowhere else
    is_usable: bool
    is_brought: bool  # made elsewhere
    confusion: ConfusionTable | None
    confusion_title: str
    scatter: Picture | None  # of a number: real against answered values
    ranges: str
    matters: Picture | None
    matters_title: str  # what is said of it also where there is no picture
    unused: str
    tried: tuple[Tried, ...]
    tried_note: str
    given_away: tuple[Given, ...]
    questions: tuple[Notice, ...]  # how it will be used, which decides how it should be tested
    warnings: tuple[Notice, ...]
    left_out: tuple[str, ...]
    facts: tuple[Fact, ...]
    each: EachPart | None  # of models of which each group has its own

    @property
    def has_pictures(self) -> bool:
        """Whether there is a picture of right and wrong answers."""
        return self.confusion is not None or self.scatter is not None

    @property
    def advises_longer(self) -> bool:
        """Whether learning longer stands among what would help."""
        return any(one.way == "longer" for one in self.helps)

    @property
    def is_wide(self) -> bool:
        """Whether the table of right and wrong answers needs the whole width."""
        return self.confusion is not None and len(self.confusion.labels) > 2

    @property
    def has_many_kinds(self) -> bool:
        """Whether that table has so many cells that they hold nothing but their number."""
        return self.confusion is not None and len(self.confusion.labels) > 3


def result_of(evaluation: Evaluation, plan: TrainingPlan) -> Result:
    """Return what the page says of *evaluation*, which came of *plan*."""
    words, helps = verdict_words(evaluation), helps_of(evaluation, plan)
    rest = untold(evaluation, helps)
    return Result(
        question=question_title(evaluation),
        target=evaluation.target,
        verdict=words,
        tone=TONES[words.level],
        doubt=_doubt(evaluation, words),
        helps=helps,
        is_usable=evaluation.verdict.is_for_use or not evaluation.is_tested,  # using it tells how good it is
        is_brought=evaluation.is_brought,
        confusion=confusion_table(evaluation.confusion) if evaluation.confusion else None,
        confusion_title=confusion_text(evaluation),
        scatter=scatter(evaluation),
        ranges=ranges_text(evaluation),
        matters=importance(evaluation),
        matters_title=importance_title(evaluation),
        unused=unused_text(evaluation),
        tried=tuple(_tried(one, evaluation) for one in models_tried(evaluation)),
        tried_note=candidates_note(evaluation),
        given_away=given_away(rest),
        questions=tuple(one for one in rest.warnings if one.code in APART_QUESTIONS),
        warnings=_worth_knowing(rest),
        left_out=tuple(
            left_out_text(one, evaluation.rows, evaluation.target)
            for one in evaluation.left_out
            if one.reason not in GIVEN_AWAY
        ),
        facts=facts_of(evaluation),
        each=each_part(evaluation),
    )


def _worth_knowing(evaluation: Evaluation) -> tuple[Notice, ...]:
    """Return the warnings but for those that have buttons of their own."""
    told = told_warnings(evaluation)
    return tuple(one for one in told if not (tells_of_it(one) or one.code in APART_QUESTIONS))


def _doubt(evaluation: Evaluation, words: VerdictWords) -> Doubt | None:
    if words.level != "suspicious":
        return None
    given = evaluation.give_away
    return Doubt(question=words.help, column=given.column if given else "")


def _tried(one: Candidate, evaluation: Evaluation) -> Tried:
    return Tried(
        name=kind_name(one.name),
        text=candidate_text(one, evaluation),
        seconds=duration(one.seconds) if one.seconds else "",
        is_chosen=one.chosen,
        share=f"{100 * one.weight:.0f} %" if 0 < one.weight < 1 else "",
    )
