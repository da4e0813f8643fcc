"""How each kind of model did on rows that were hidden from it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.material import Material
from desktop_app.engine.room import settings_with_room
from desktop_app.engine.search.finished import Finished
from desktop_app.records.results import ModelName

NOISE = 1.0  # standard errors of a difference that is not taken for one
_TINY = 1e-15


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """How one kind did, at its best setting, on rows that were hidden from it; or several kinds together."""

    kind: ModelName
    setting: float
    losses: Floats  # (rows): of each row that was hidden, the mean over the times it was
    answers: Floats  # (times hidden, answers)
    rows: Ints  # (times hidden,)

    @property
    def loss(self) -> float:
        """The mean loss: negative log-likelihood, or squared miss."""
        return float(np.mean(self.losses))


@dataclass(frozen=True, slots=True, kw_only=True)
class Practised:
    """What was chosen, on rows of a frame while they were hidden from it; a row may come again."""

    rows: Ints  # (times hidden,): places in the frame
    folds: Ints  # (times hidden,): in which part of the search each was hidden, from 0
    answers: Floats  # (times hidden, answers)


def practised(material: Material, practice: Practice) -> Practised | None:
    """Return a practice with the part in which each row was hidden; None where only some parts count."""
    hidden = [material.split.parts[place].hidden for place in material.split.outer]
    if not np.array_equal(np.concatenate(hidden), practice.rows):
        return None
    folds = np.repeat(np.arange(len(hidden)), [len(rows) for rows in hidden])
    return Practised(rows=material.target.rows[practice.rows], folds=folds, answers=practice.answers)


def practise(material: Material, finished: Iterable[Finished], places: Sequence[int]) -> list[Practice]:
    """Return how each kind did on some parts, the simplest guess first; only parts that all have count.

    A kind whose time was up before it had answered for all of them counts only where no kind has.
    """
    found = [one for one in finished if one.answers]
    whole = [one for one in found if all(place in one.answers for place in places)]
    nested = material.effort.tested == "repeated"  # a choice cannot be repeated in parts that are not there
    usable = whole if whole or nested else found
    common = [place for place in places if all(place in one.answers for one in usable)]
    usable = usable if common else []
    parts = [material.split.parts[place] for place in common or places]
    rows = np.concatenate([part.hidden for part in parts])
    guesses = np.concatenate([np.tile(material.simplest(p.learn), (len(p.hidden), 1)) for p in parts])
    practices = [_best(material, "baseline", (0.0,), guesses[None], rows)]
    for one in usable:
        answers = np.concatenate([one.answers[place] for place in common], axis=1)
        fitting = settings_with_room(material, one.facts.kind, one.facts.settings)
        settings = [one.facts.settings[place] for place in fitting]
        practices.append(_best(material, one.facts.kind, settings, answers[fitting], rows))
    return practices


def practice_with(material: Material, kind: ModelName, answers: Floats, rows: Ints) -> Practice:
    """Return how answers (times hidden, answers) did."""
    return _best(material, kind, (0.0,), answers[None], rows)


def plainest(losses: Floats) -> int:
    """Return the first setting that is not worse beyond chance than any other, by losses (settings, rows)."""
    gaps = losses - losses[np.argmin(losses.mean(axis=1))]
    is_as_good = gaps.mean(axis=1) <= NOISE * gaps.std(axis=1) / np.sqrt(losses.shape[1])
    return int(np.argmax(is_as_good))


def losses_of(material: Material, answers: Floats, rows: Ints) -> Floats:
    """Return the loss (…, rows) of answers (…, rows, answers): -log p of what was right, or squared miss."""
    if not material.target.classes:
        return np.asarray((answers[..., 0] - material.target.values[rows]) ** 2)
    right = np.take_along_axis(
        answers, material.target.codes[rows].reshape((1,) * (answers.ndim - 2) + (-1, 1)), axis=-1
    )
    return np.asarray(-np.log(np.maximum(right[..., 0].astype(np.float64), _TINY)))


def _best(
    material: Material,
    kind: ModelName,
    settings: Sequence[float],
    answers: Floats,
    rows: Ints,
) -> Practice:
    losses = losses_of(material, answers, rows)
    best = plainest(losses) if kind == "rule" else int(np.argmin(losses.mean(axis=1)))
    _, place, times = np.unique(rows, return_inverse=True, return_counts=True)
    return Practice(
        kind=kind,
        setting=settings[best],
        losses=np.bincount(place, losses[best]) / times,
        answers=answers[best].astype(np.float64),
        rows=rows,
    )
