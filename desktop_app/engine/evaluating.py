"""Everything a training found out, as the one record that the results page is made from."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.engine.evaluation.scoring import practice_of, seen_of
from desktop_app.engine.judging import Judgement
from desktop_app.engine.kinds.portfolio import KINDS
from desktop_app.engine.material import Material
from desktop_app.engine.model import Part, Recipe
from desktop_app.engine.outcome import Outcome
from desktop_app.engine.question import Question, effort_for
from desktop_app.engine.room import held_by
from desktop_app.engine.search.finished import Finished
from desktop_app.engine.search.practice import Practice
from desktop_app.engine.size import Size
from desktop_app.records.notices import Notice
from desktop_app.records.results import Candidate, Evaluation, Receipt

MOST_SEEN = 5_000  # learned rows that are asked again


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a search ended."""

    finished: tuple[Finished, ...]
    seconds: float
    stopped: bool = False


def evaluation_of(question: Question, outcome: Outcome, judged: Judgement, ending: Ending) -> Evaluation:
    """Return the record of a training."""
    material, target = question.material, question.material.target
    return Evaluation(
        task=target.task,
        target=target.name,
        classes=target.classes,
        common=target.common,
        rows=len(target.rows),
        tested=material.effort.tested,
        folds=material.effort.folds * material.effort.repeats,
        features=question.features,
        left_out=question.left_out,
        warnings=(*question.warnings, *judged.warnings, *_cut_short(material, outcome, ending)),
        baseline=judged.scored.baseline,
        score=judged.scored.score,
        skill=judged.skill,
        verdict=judged.verdict,
        candidates=_candidates(material, outcome, ending.finished),
        importances=judged.importances,
        confusion=judged.scored.confusion,
        rare=judged.scored.rare,
        misses=judged.scored.misses,
        give_away=judged.give_away,
        seen=_seen(material, outcome, judged),
        decimals=target.decimals,
        seconds=ending.seconds,
        stopped=ending.stopped,
        longer_helps=_longer_helps(question, ending),
        tested_by=question.apart.by,
        tested_column=question.apart.column,
        tested_things=_things(question, outcome),
        tested_after=_after(question),
        receipt=Receipt(
            tried=_tried(material, ending.finished),
            copies=outcome.copies,
            stopped=ending.stopped,
            places=question.places,
            settings={part.kind: part.setting for part in outcome.choice.recipe},
        ),
    )


def _things(question: Question, outcome: Outcome) -> int:
    """Return how many things were tested, where all rows of each were kept together."""
    is_by_group = question.apart.by == "group"
    return len(np.unique(question.material.split.clusters[outcome.unseen.rows])) if is_by_group else 0


def _after(question: Question) -> str:
    """Return the last moment that was learned from before the latest rows were tested."""
    apart, split = question.apart, question.material.split
    if apart.times is None or not len(split.locked):
        return ""
    return apart.moment(float(apart.times[split.search].max()))


def _candidates(material: Material, outcome: Outcome, finished: Sequence[Finished]) -> tuple[Candidate, ...]:
    choice = outcome.choice
    # What is delivered may be one kind that leans on the simplest guess: then that is what is said of it.
    practices = [choice.practice if one.kind == choice.practice.kind else one for one in outcome.practices]
    if choice.practice.kind == "together":
        practices.append(choice.practice)
    seconds: dict[str, float] = {found.facts.kind: found.facts.seconds for found in finished}
    weights: dict[str, float] = {part.kind: part.weight for part in choice.recipe}
    judged = [
        Candidate(
            name=practice.kind,
            metric="log_loss" if material.target.classes else "rmse",
            score=practice.loss if material.target.classes else float(np.sqrt(practice.loss)),
            practice=practice_of(material, practice),
            seconds=seconds.get(practice.kind, 0.0),
            chosen=practice.kind == choice.practice.kind,
            weight=weights.get(practice.kind, 0.0),
            held_by=held_by(material, _recipe(practice, choice.recipe)),
        )
        for practice in practices
    ]
    failed = [
        Candidate(
            name=found.facts.kind,
            metric=judged[0].metric,
            score=0.0,
            practice=0.0,
            seconds=found.facts.seconds,
            failed=True,
        )
        for found in finished
        if found.facts.failed
    ]
    return (*judged, *failed)


def _recipe(practice: Practice, chosen: Recipe) -> Recipe:
    """Return what gives the model of a practice; of what is chosen, as it is delivered."""
    names = {name: name for name in KINDS}
    is_part = any(part.kind == practice.kind for part in chosen)
    if practice.kind in names and not (is_part and len(chosen) == 1):
        return (Part(kind=names[practice.kind], setting=practice.setting),)
    return chosen if practice.kind != "baseline" else ()


def _tried(material: Material, finished: Sequence[Finished]) -> dict[str, int]:
    """Return for how many parts each kind was tried; one that failed is to fail again, so for all."""
    parts = len(material.split.parts)
    found = {one.facts.kind: parts if one.facts.failed else len(one.answers) for one in finished}
    return {kind: count for kind, count in found.items() if count}


def _unfinished(material: Material, ending: Ending) -> list[str]:
    """Return the kinds that were not tried to their end."""
    tried = {found.facts.kind: found for found in ending.finished}
    return [name for name in material.effort.kinds if name not in tried or tried[name].facts.cut]


def _longer_helps(question: Question, ending: Ending) -> bool:
    """Return whether the next longer budget would try anything else than this one."""
    longer, material = question.plan.longer, question.material
    if longer is None or question.plan.readable:  # a page is found in a moment
        return False
    size = Size.of(material.cells, material.target)
    # Where rows are kept apart, the parts are not only a matter of time.
    plan = question.plan
    places = question.places
    now = effort_for(size, plan, plan.budget, places) if question.apart.by else material.effort
    return bool(_unfinished(material, ending)) or effort_for(size, plan, longer, places) != now


def _cut_short(material: Material, outcome: Outcome, ending: Ending) -> tuple[Notice, ...]:
    """Return a word on the kinds that the time was too short for; a person who stopped knows it.

    Some of them are compared all the same, by the parts that all have.
    """
    if ending.stopped:
        return ()
    kinds = _unfinished(material, ending)
    compared: set[str] = {practice.kind for practice in outcome.practices}
    never: list[str] = [kind for kind in kinds if kind not in compared]
    partly: list[str] = [kind for kind in kinds if kind in compared]
    told = (("learn.out_of_time", never), ("learn.cut_short", partly))
    return tuple(Notice(code=code, values={"kinds": some}, level="caution") for code, some in told if some)


def _seen(material: Material, outcome: Outcome, judged: Judgement) -> float | None:
    """Return the score's measure on rows that were learned from; None where it has no value there."""
    rows = outcome.learned[:: -(-len(outcome.learned) // MOST_SEEN)]
    answers = outcome.model.answers(material.cells.take(rows))
    found = seen_of(material.target.values[rows], answers, judged.measure, len(material.target.classes))
    return found if math.isfinite(found) else None  # of a rare class there may be no row among these
