"""A result as the Results page shows it: sentences and pictures made from the evaluation alone."""

from desktop_app.language import _, duration, mark, number
from desktop_app.records.notices import Notice
from desktop_app.records.plans import GIVEN_AWAY
from desktop_app.records.record import dataclass
from desktop_app.records.results import Candidate, Evaluation
from desktop_app.reports.charts import ImportanceBar, Scatter, importances, scatter
from desktop_app.reports.confusion import ConfusionTable, confusion_table
from desktop_app.reports.names import kind_name
from desktop_app.reports.result_words import (
    candidate_text,
    candidates_note,
    confusion_text,
    importance_limit,
    importance_others,
    importance_short,
    importance_text,
    importance_title,
    left_out_text,
    misses_text,
    models_tried,
    question_title,
    ranges_text,
    told_warnings,
    unused_text,
)
from desktop_app.reports.verdict_words import VerdictWords, verdict_words
from desktop_app.web.given_away import Given, given_away, tells_of_it
from desktop_app.web.recent import TONES

MOST_PAIRS = 200  # rows of numbers beside a picture


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
class Matter:
    """What one column does for the model."""

    bar: ImportanceBar
    worse: str  # its number alone, as it stands beside the bar
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line of the details for experts."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """All that the page says of a training."""

    question: str
    target: str
    verdict: VerdictWords
    tone: str
    doubt: Doubt | None
    is_usable: bool
    confusion: ConfusionTable | None
    confusion_title: str
    scatter: Scatter | None
    scatter_title: str
    ranges: str
    pairs: tuple[tuple[str, str], ...]
    pairs_shown: str
    matters_title: str
    matters: tuple[Matter, ...]
    matters_limit: str
    others: str  # how many columns are named nowhere
    unused: str
    tried: tuple[Tried, ...]
    tried_note: str
    given_away: tuple[Given, ...]
    warnings: tuple[Notice, ...]
    left_out: tuple[str, ...]
    facts: tuple[Fact, ...]

    @property
    def has_pictures(self) -> bool:
        """Whether there is a picture of right and wrong answers."""
        return self.confusion is not None or self.scatter is not None

    @property
    def is_wide(self) -> bool:
        """Whether the table of right and wrong answers needs the whole width."""
        return self.confusion is not None and len(self.confusion.labels) > 2

    @property
    def has_many_kinds(self) -> bool:
        """Whether that table has so many cells that they hold nothing but their number."""
        return self.confusion is not None and len(self.confusion.labels) > 3


def result_of(evaluation: Evaluation) -> Result:
    """Return what the page says of *evaluation*."""
    words, misses = verdict_words(evaluation), evaluation.misses
    return Result(
        question=question_title(evaluation),
        target=evaluation.target,
        verdict=words,
        tone=TONES[words.level],
        doubt=_doubt(evaluation, words),
        is_usable=words.level in ("weak", "useful", "good"),
        confusion=confusion_table(evaluation.confusion) if evaluation.confusion else None,
        confusion_title=confusion_text(evaluation),
        scatter=scatter(misses) if misses else None,
        scatter_title=misses_text(evaluation),
        ranges=ranges_text(evaluation),
        pairs=_pairs(evaluation),
        pairs_shown=_pairs_shown(evaluation),
        matters_title=importance_title(evaluation),
        matters=tuple(
            Matter(
                bar=bar,
                worse=importance_short(bar.importance, evaluation),
                text=importance_text(bar.importance, evaluation),
            )
            for bar in importances(evaluation)
        ),
        matters_limit=importance_limit(evaluation),
        others=importance_others(evaluation, _named(evaluation)),
        unused=unused_text(evaluation),
        tried=tuple(_tried(one, evaluation) for one in models_tried(evaluation)),
        tried_note=candidates_note(evaluation),
        given_away=given_away(evaluation),
        warnings=tuple(one for one in told_warnings(evaluation) if not tells_of_it(one)),
        left_out=tuple(
            left_out_text(one, evaluation.rows, evaluation.target)
            for one in evaluation.left_out
            if one.reason not in GIVEN_AWAY
        ),
        facts=_facts(evaluation),
    )


def _named(evaluation: Evaluation) -> int:
    """Return how many columns have a bar, or are named as not used."""
    drawn = [bar for bar in importances(evaluation) if not bar.is_noise]
    return len(drawn) + sum(one.low <= 0 for one in evaluation.importances)


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
        share=number(one.weight, digits=2) if 0 < one.weight < 1 else "",
    )


def _pairs(evaluation: Evaluation) -> tuple[tuple[str, str], ...]:
    pairs = evaluation.misses.pairs[:MOST_PAIRS] if evaluation.misses else ()
    return tuple((number(real, digits=4), number(answer, digits=4)) for real, answer in pairs)


def _pairs_shown(evaluation: Evaluation) -> str:
    """Return how many of the tested rows the picture shows, where it does not show all."""
    misses = evaluation.misses
    if misses is None or misses.of <= len(misses.pairs):
        return ""
    return _("{shown} of {rows} rows are drawn. The numbers use all of them.").format(
        shown=number(len(misses.pairs)), rows=number(misses.of)
    )


METRICS = {
    "accuracy": mark("Share of right answers (accuracy)"),
    "balanced_accuracy": mark("Share of right answers, each kind counted alike (balanced accuracy)"),
    "precision_at_k": mark("Share of hits among those it is surest about (precision at k)"),
    "mean_absolute_error": mark("Off by on average (mean absolute error)"),
}


def _facts(evaluation: Evaluation) -> tuple[Fact, ...]:
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
    return tuple(Fact(name=name, value=value) for name, value in told)


def _range(value: float, low: float, high: float) -> str:
    return _("{value} (with other rows {low} to {high})").format(
        value=number(value), low=number(low), high=number(high)
    )
