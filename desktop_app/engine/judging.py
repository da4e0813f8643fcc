"""How good a model is on rows it has not seen, what it leans on, and whether to use it."""

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

from desktop_app.engine.evaluation.measures import Measure
from desktop_app.engine.evaluation.scoring import Scored, measure_of, score, skill
from desktop_app.engine.explanation.importance import importances, strongest_columns
from desktop_app.engine.leaks.accusing import gives_away
from desktop_app.engine.leaks.giveaway import ACCUSED_ALONE, ALONE, Suspicion, find_give_away
from desktop_app.engine.outcome import Outcome, tested_again
from desktop_app.engine.question import Question
from desktop_app.engine.search.blending import strongest_part
from desktop_app.engine.verdicts import Evidence, level_of
from desktop_app.records.notices import Notice
from desktop_app.records.plans import GIVEN_AWAY
from desktop_app.records.results import EASY, GiveAway, Importance, Skill, Verdict

MOST_ANEW = 10_000  # rows to learn from again with other columns
_SUSPECTS = 3  # from either order of columns


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What the unseen rows say."""

    skill: Skill
    measure: Measure
    scored: Scored
    importances: tuple[Importance, ...]
    give_away: GiveAway | None
    verdict: Verdict
    warnings: tuple[Notice, ...] = ()  # that were not said before learning


def judge(question: Question, outcome: Outcome, pool: Executor) -> Judgement:
    """Return the score, what matters, and the verdict."""
    material, unseen = question.material, outcome.unseen
    gained = skill(unseen, material.seed)
    measure, shape = measure_of(unseen, material.target, guessing=gained.low <= 0)
    held_out = material.effort.tested != "repeated"
    scored = score(unseen, material.target, measure, material.seed, outcome.intervals if held_out else None)
    mattering = importances(material, outcome.trials, measure, pool)
    suspicion = Suspicion(
        material=material,
        tested=lambda other: tested_again(other, strongest_part(outcome.choice.recipe), MOST_ANEW),
        measure=measure,
        pool=pool,
    )
    give_away = _give_away(question, suspicion, gained, _suspects(outcome, mattering))
    leaning = tuple(item.column for item in mattering if item.low > 0)
    level = level_of(Evidence(skill=gained, give_away=give_away, strongest=leaning), question.plan)
    return Judgement(
        skill=gained,
        measure=measure,
        scored=scored,
        importances=mattering,
        give_away=give_away,
        verdict=Verdict(level=level, shape=shape),
        warnings=_warnings(question, give_away),
    )


def _give_away(
    question: Question, suspicion: Suspicion, gained: Skill, suspects: Sequence[str]
) -> GiveAway | None:
    """Return the column that nearly all comes from; one that is only strong, of those that were accused.

    Only where hardly any question is so easy is every strong column under suspicion.
    """
    if gained.value < EASY:
        return find_give_away(suspicion, gained.value, question.accused, ACCUSED_ALONE)
    columns = list(dict.fromkeys([*question.accused, *suspects]))
    return find_give_away(suspicion, gained.value, columns, ALONE)


def _warnings(question: Question, give_away: GiveAway | None) -> tuple[Notice, ...]:
    """Return a word on the column that gives the answer away, where that is news to the person."""
    if give_away is None or question.plan.all_known or give_away.column in question.plan.known:
        return ()
    told = [notice.columns for notice in question.warnings if notice.code in GIVEN_AWAY.values()]
    return () if (give_away.column,) in told else (gives_away(give_away.column),)


def _suspects(outcome: Outcome, mattering: tuple[Importance, ...]) -> list[str]:
    """Return the columns that could give the answer away, by what mixing them up does and by the model."""
    by_loss = [item.column for item in mattering][:_SUSPECTS]
    return list(dict.fromkeys([*by_loss, *strongest_columns(outcome.trials)[:_SUSPECTS]]))
