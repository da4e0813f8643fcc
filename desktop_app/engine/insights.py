"""What the tested rows say beyond the score: do percentages fit, where it fails, what more rows would do."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.engine.evaluation.bands import bands_of
from desktop_app.engine.evaluation.calibration import calibration_of
from desktop_app.engine.evaluation.cuts import cuts_of
from desktop_app.engine.evaluation.lines import cost_check
from desktop_app.engine.evaluation.weak_spots import weak_spots
from desktop_app.engine.explanation.rule import rule_itself, rule_of
from desktop_app.engine.explanation.telling_words import telling_words
from desktop_app.engine.explanation.typical import typical_rows
from desktop_app.engine.features.texts import Words
from desktop_app.engine.judging import Judgement
from desktop_app.engine.outcome import Outcome
from desktop_app.engine.pace import pace_of, seconds_of
from desktop_app.engine.question import Question
from desktop_app.engine.search.finished import Finished
from desktop_app.engine.verdicts import capped
from desktop_app.engine.workshop import Fits
from desktop_app.records.insights import Band, Calibration, CostCheck, Cuts, Pace, Rule, WeakSpot
from desktop_app.records.results import Evaluation
from desktop_app.records.texts import TextWords, TypicalRows

OF_BUDGET = 0.1  # the most that learning from fewer rows may take


@dataclass(frozen=True, slots=True, kw_only=True)
class Insights:
    """What was found out, and what is not said where there is nothing to say."""

    calibration: Calibration | None = None
    cuts: tuple[Cuts, ...] = ()
    bands: tuple[Band, ...] = ()
    weak_spots: tuple[WeakSpot, ...] = ()
    rule: Rule | None = None
    pace: tuple[Pace, ...] = ()
    costs: CostCheck | None = None
    words: TextWords | None = None
    typical: tuple[TypicalRows, ...] = ()

    def added_to(self, evaluation: Evaluation) -> Evaluation:
        """Return the record of a training with them; its receipt says whether there was time for all.

        A model that saves nothing at the costs that were given is weak at most.
        """
        receipt = evaluation.receipt and replace(evaluation.receipt, paced=bool(self.pace))
        return replace(
            evaluation,
            receipt=receipt,
            calibration=self.calibration,
            cuts=self.cuts,
            bands=self.bands,
            weak_spots=self.weak_spots,
            rule=self.rule,
            pace=self.pace,
            costs=self.costs,
            words=self.words,
            typical=self.typical,
            verdict=capped(evaluation.verdict, self.costs),
        )


def insights_of(
    question: Question, outcome: Outcome, judged: Judgement, fits: Fits, *, paced: bool
) -> Insights:
    """Return all insights; how results go with the number of rows only where there is time (*paced*)."""
    material, unseen = question.material, outcome.unseen
    columns = [item.column for item in judged.importances]
    is_better = judged.skill.low > 0  # what is no better than guessing is not weak here or there
    return Insights(
        calibration=calibration_of(unseen, material.target),
        cuts=cuts_of(unseen, material.target, outcome.lines),
        bands=bands_of(unseen),
        weak_spots=weak_spots(unseen, material.cells, columns, judged.measure, material.seed)
        if is_better
        else (),
        rule=rule_itself(material, outcome, judged.scored.score)
        if question.plan.readable
        else rule_of(material, columns, judged.measure),
        pace=pace_of(material, outcome.choice.recipe, judged.measure, fits) if paced else (),
        costs=cost_check(unseen, outcome.lines, material.target, material.seed) if outcome.lines else None,
        words=telling_words(material, _words_of(question, outcome)),
        typical=typical_rows(unseen, material) if is_better else (),
    )


def _words_of(question: Question, outcome: Outcome) -> Words | None:
    """Return the words that the model reads; those that it could have read where it is the simplest guess."""
    material, prepared = question.material, outcome.model.preparation
    return prepared.words if prepared else Words.without_sums(material.cells.texts, material.seed)


def has_time(question: Question, outcome: Outcome, finished: Sequence[Finished], left: float) -> bool:
    """Return whether learning from fewer rows takes a small part of the budget, and of the seconds *left*."""
    most = min(left, OF_BUDGET * question.plan.budget)
    return seconds_of(question.material, outcome.choice.recipe, finished) <= most
