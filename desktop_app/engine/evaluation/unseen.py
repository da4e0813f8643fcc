"""Answers for rows that no choice has seen: the only ground of every score, range and verdict."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.material import Material
from desktop_app.engine.model import AnyModel, Recipe, blended
from desktop_app.engine.search.blending import Choice, choose
from desktop_app.engine.search.finished import Finished
from desktop_app.engine.search.practice import practise


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A model and rows that it has not seen."""

    model: AnyModel
    rows: Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class Unseen:
    """Rows that were tested and what the model and the simplest guess said; a row may come again."""

    classes: int
    rows: Ints  # (tests,)
    values: Ints | Floats  # (tests,)
    answers: Floats  # (tests, answers)
    guesses: Floats  # (tests, answers)
    clusters: Ints  # (tests,): tests that are resampled together
    repeats: int  # how often each row was tested

    @property
    def tested(self) -> int:
        """How many different rows were tested."""
        return len(self.rows) // self.repeats

    def shared_out(self, counts: Ints) -> Ints:
        """Return counts of tests as counts of rows: divided by the repeats, whole, and still adding up."""
        whole = counts // self.repeats
        missing = int(counts.sum()) // self.repeats - int(whole.sum())
        largest = np.argsort(-(counts % self.repeats), kind="stable")[:missing]
        whole[largest] += 1
        return whole

    def losses(self, answers: Floats) -> Floats:
        """Return the loss of each test: -log p of what was right, or the squared miss."""
        if not self.classes:
            return np.asarray((answers[:, 0] - self.values) ** 2)
        right = answers[np.arange(len(answers)), self.values.astype(np.int64)]
        return np.asarray(-np.log(np.maximum(right, 1e-15)))


def tested_unseen(material: Material, trials: Sequence[Trial]) -> Unseen:
    """Return what the models of trials, and the simplest guess of the same rows, say of the hidden rows."""
    rows = np.concatenate([trial.rows for trial in trials])
    answers = np.concatenate([trial.model.answers(material.cells.take(trial.rows)) for trial in trials])
    guesses = np.concatenate([np.tile(trial.model.simplest, (len(trial.rows), 1)) for trial in trials])
    return _unseen(material, rows, answers, guesses, repeats=1)


def answers_while_hidden(material: Material, finished: Sequence[Finished]) -> Unseen:
    """Return the answers for every row while it was hidden, the choice repeated without it each time."""
    found = [_outer(material, finished, outer) for outer in material.split.outer]
    rows = np.concatenate([material.split.parts[outer].hidden for outer in material.split.outer])
    answers, guesses = (np.concatenate([pair[place] for pair in found]) for place in (0, 1))
    return _unseen(material, rows, answers, guesses, repeats=material.effort.repeats)


def choice_without(material: Material, finished: Sequence[Finished], outer: int) -> Choice:
    """Return what is chosen without the rows that an outer part hides."""
    return choose(material, practise(material, finished, material.split.inside(outer)))


def _outer(material: Material, finished: Sequence[Finished], outer: int) -> tuple[Floats, Floats]:
    choice = choice_without(material, finished, outer)
    part = material.split.parts[outer]
    guesses = np.tile(material.simplest(part.learn), (len(part.hidden), 1))
    return _answers(choice.recipe, finished, outer, guesses), guesses


def _answers(recipe: Recipe, finished: Sequence[Finished], outer: int, guesses: Floats) -> Floats:
    kinds = {found.facts.kind: found for found in finished}
    answers = [
        kinds[part.kind].answers[outer][kinds[part.kind].facts.settings.index(part.setting)]
        for part in recipe
    ]
    return blended([one.astype(np.float64) for one in answers], [part.weight for part in recipe], guesses)


def _unseen(material: Material, rows: Ints, answers: Floats, guesses: Floats, *, repeats: int) -> Unseen:
    return Unseen(
        classes=len(material.target.classes),
        rows=rows,
        values=material.target.values[rows],
        answers=answers,
        guesses=guesses,
        clusters=np.unique(material.split.clusters[rows], return_inverse=True)[1],
        repeats=repeats,
    )
