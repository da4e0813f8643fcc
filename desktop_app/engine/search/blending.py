"""Which kinds make up the model that is delivered, and how much each counts.

Kinds are added one by one, each as often as it helps (Caruana et al., Ensemble selection from libraries of
models, 2004), by rows that were hidden from all of them. One stays only if the others miss it beyond chance,
and the whole is delivered only if it is better than a single simpler kind beyond chance.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from desktop_app.engine.arrays import Floats
from desktop_app.engine.effort import ONE_PAGE
from desktop_app.engine.kinds.portfolio import KINDS
from desktop_app.engine.material import Material
from desktop_app.engine.model import Part, Recipe, blended
from desktop_app.engine.room import shares_of
from desktop_app.engine.search.practice import NOISE, Practice, losses_of, practice_with
from desktop_app.records.results import ModelName

SLIGHT = 0.005  # of the loss: a model that is worse by more is not put first for being simpler
_STEPS = 30
_LEAST = 0.04  # a kind that counts less is left out


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The kinds that were chosen, and how they did together on rows that were hidden from them."""

    practice: Practice
    recipe: Recipe  # empty: the simplest guess


def choose(material: Material, practices: Sequence[Practice]) -> Choice:
    """Return the best kinds together, or a simpler choice not worse beyond chance.

    *practices* go from the simplest guess up, and are all of the same rows.
    """
    if len(practices) == 1:
        return Choice(practice=practices[0], recipe=())
    if material.effort.kinds == ONE_PAGE:
        # A rule that leans on the simplest guess would not answer as it reads.
        chosen = _together(material, practices, {len(practices) - 1: 1.0})
    else:
        weights = _without_needless(material, practices, _weights(material, practices))
        chosen = _together(material, practices, weights)
    for simpler in practices:
        gaps = simpler.losses - chosen.practice.losses
        error = float(np.std(gaps)) / np.sqrt(len(gaps))
        slight = simpler.kind == "baseline" or gaps.mean() <= SLIGHT * chosen.practice.loss
        if gaps.mean() <= NOISE * error and slight:
            return Choice(practice=simpler, recipe=_parts([simpler], {0: 1.0}))
    return chosen


def strongest_part(recipe: Recipe) -> Recipe:
    """Return the kind that counts most, alone: for questions that need many models and not the best one."""
    best = max(recipe, key=lambda part: part.weight, default=None)
    return () if best is None else (replace(best, weight=1.0, copies=1),)


def _weights(material: Material, practices: Sequence[Practice]) -> dict[int, float]:
    """Return how often each kind is taken where each step takes the one that helps most, if there is room."""
    rows, total = practices[0].rows, np.zeros_like(practices[0].answers)
    shares = shares_of(material, [(one.kind, one.setting) for one in practices])
    taken: list[int] = []
    best, found = np.inf, 0
    for step in range(1, _STEPS + 1):
        losses = [
            float(losses_of(material, (total + one.answers) / step, rows).mean())
            if sum(shares[own] for own in {*taken, place}) <= 1
            else np.inf
            for place, one in enumerate(practices)
        ]
        place = int(np.argmin(losses))
        taken.append(place)
        total = total + practices[place].answers
        if losses[place] < best:
            best, found = losses[place], step
    counts = {place: taken[:found].count(place) / found for place in set(taken[:found])}
    return _scaled({place: share for place, share in counts.items() if share >= _LEAST})


def _without_needless(
    material: Material, practices: Sequence[Practice], weights: dict[int, float]
) -> dict[int, float]:
    """Leave out kinds, one after the other, that the others do not miss beyond chance."""
    while len(weights) > 1:
        losses = _losses(material, practices, weights)
        fewer = [_scaled({p: w for p, w in weights.items() if p != place}) for place in weights]
        gaps = [_losses(material, practices, some) - losses for some in fewer]
        least = int(np.argmin([gap.mean() for gap in gaps]))
        error = float(np.std(gaps[least])) / np.sqrt(len(losses))
        if gaps[least].mean() > NOISE * error:
            return weights
        weights = fewer[least]
    return weights


def _scaled(weights: dict[int, float]) -> dict[int, float]:
    total = sum(weights.values())
    return {place: weight / total for place, weight in sorted(weights.items())}


def _losses(material: Material, practices: Sequence[Practice], weights: dict[int, float]) -> Floats:
    return losses_of(material, _answers(practices, weights), practices[0].rows)


def _answers(practices: Sequence[Practice], weights: dict[int, float]) -> Floats:
    answers = [practices[place].answers for place in weights]
    return blended(answers, list(weights.values()), practices[0].answers)


def _together(material: Material, practices: Sequence[Practice], weights: dict[int, float]) -> Choice:
    recipe = _parts(practices, weights)
    kind: ModelName = "together" if len(recipe) > 1 else recipe[0].kind if recipe else "baseline"
    practice = practice_with(material, kind, _answers(practices, weights), practices[0].rows)
    return Choice(practice=practice, recipe=recipe)


def _parts(practices: Sequence[Practice], weights: dict[int, float]) -> Recipe:
    """Return the kinds with their weights; what that of the simplest guess is follows from them."""
    names = {name: name for name in KINDS}
    return tuple(
        Part(kind=names[kind], setting=practices[place].setting, weight=weight)
        for place, weight in weights.items()
        if (kind := practices[place].kind) in names
    )
