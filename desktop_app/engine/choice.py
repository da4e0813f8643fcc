"""Which model is delivered: the simplest of those that no difference beyond chance sets apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.finished import Finished
from desktop_app.engine.material import Material
from desktop_app.engine.model import Chosen, Recipe

NOISE = 1.0  # standard errors of a difference that is not taken for one
SLIGHT = 0.02  # of the loss: a model that is worse by more is not put first for being simpler
_TINY = 1e-15


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """How one kind did, at its best setting, on rows that were hidden from it."""

    kind: Chosen
    setting: float
    losses: Floats  # (rows): of each row that was hidden, the mean over the times it was
    answers: Floats  # (times hidden, answers)
    rows: Ints  # (times hidden,)

    @property
    def loss(self) -> float:
        """The mean loss: negative log-likelihood, or squared miss."""
        return float(np.mean(self.losses))


def practise(material: Material, finished: Iterable[Finished], places: Sequence[int]) -> list[Practice]:
    """Return how each kind did on some parts, the simplest guess first; only parts that all have count."""
    nested = material.effort.tested == "repeated"  # a choice cannot be repeated in parts that are not there
    tried = [found for found in finished if found.answers and not (nested and found.facts.cut)]
    common = [place for place in places if all(place in found.answers for found in tried)]
    usable = [found for found in tried if common]
    parts = [material.split.parts[place] for place in common or places]
    rows = np.concatenate([part.hidden for part in parts])
    guesses = np.concatenate([np.tile(material.simplest(p.learn), (len(p.hidden), 1)) for p in parts])
    found = [_practice(material, "baseline", (0.0,), guesses[None], rows)]
    for one in usable:
        answers = np.concatenate([one.answers[place] for place in common], axis=1)
        found.append(_practice(material, one.facts.kind, one.facts.settings, answers, rows))
    return found


def choose(practices: Sequence[Practice]) -> Practice:
    """Return the best one, or a simpler one not worse beyond chance; *practices* go from simple up."""
    best = min(practices, key=lambda practice: practice.loss)
    for simpler in practices:
        if simpler is best:
            break
        gaps = simpler.losses - best.losses
        error = float(np.std(gaps)) / np.sqrt(len(gaps))
        slight = simpler.kind == "baseline" or gaps.mean() <= SLIGHT * best.loss
        if gaps.mean() <= NOISE * error and slight:
            return simpler
    return best


def recipe_of(practice: Practice) -> Recipe:
    """Return what it takes to learn the same again."""
    return Recipe(kind=practice.kind, setting=practice.setting)


def losses_of(material: Material, answers: Floats, rows: Ints) -> Floats:
    """Return the loss (…, rows) of answers (…, rows, answers): -log p of what was right, or squared miss."""
    if not material.target.classes:
        return np.asarray((answers[..., 0] - material.target.values[rows]) ** 2)
    right = np.take_along_axis(
        answers, material.target.codes[rows].reshape((1,) * (answers.ndim - 2) + (-1, 1)), axis=-1
    )
    return np.asarray(-np.log(np.maximum(right[..., 0].astype(np.float64), _TINY)))


def _practice(
    material: Material, kind: Chosen, settings: Sequence[float], answers: Floats, rows: Ints
) -> Practice:
    losses = losses_of(material, answers, rows)
    best = int(np.argmin(losses.mean(axis=1)))
    _, place, times = np.unique(rows, return_inverse=True, return_counts=True)
    return Practice(
        kind=kind,
        setting=settings[best],
        losses=np.bincount(place, losses[best]) / times,
        answers=answers[best].astype(np.float64),
        rows=rows,
    )
