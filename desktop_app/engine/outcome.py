"""What a search comes to: one recipe, a model to deliver, and answers for rows that judge it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from desktop_app.engine.arrays import Ints
from desktop_app.engine.evaluation.intervals import Intervals
from desktop_app.engine.evaluation.lines import Lines, lines_of
from desktop_app.engine.evaluation.unseen import Trial, Unseen, answers_while_hidden, tested_unseen
from desktop_app.engine.material import Material
from desktop_app.engine.model import Model, Recipe, learn_model
from desktop_app.engine.room import taken_by
from desktop_app.engine.search.blending import Choice, choose
from desktop_app.engine.search.copying import with_copies
from desktop_app.engine.search.finished import Finished
from desktop_app.engine.search.practice import Practice, practise
from desktop_app.engine.workshop import Fits
from desktop_app.records.decisions import ClassCosts


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The model that is delivered, and all that speaks for or against it."""

    practices: tuple[Practice, ...]
    choice: Choice
    model: Model
    learned: Ints  # the rows it was learned from
    trials: tuple[Trial, ...]  # the same recipe on fewer rows, and rows it has not seen
    unseen: Unseen
    intervals: Intervals | None
    lines: Lines | None = None  # where it is known what mistakes cost
    corrected: Practice | None = None  # how the choice did with what is each group's own, where that is asked

    @property
    def copies(self) -> int:
        """How often the kinds were learned that chance shapes."""
        return max((part.copies for part in self.choice.recipe), default=1)


def conclude(
    material: Material,
    finished: Sequence[Finished],
    fits: Fits,
    left: float = 0.0,
    costs: ClassCosts | None = None,
) -> Outcome:
    """Freeze the choice, test it on rows it has not seen, and learn it again where that is due.

    It is learned the more thoroughly where many seconds are *left* for each model in turn. With *costs*, the
    line between two classes is chosen, too.
    """
    held_out = material.effort.tested != "repeated"
    if not held_out:
        # A kind that lacks parts could be chosen in some of the tests, and not in what is delivered.
        finished = [one for one in finished if not one.facts.cut]
    practices = practise(material, finished, material.split.outer)
    choice = choose(material, practices)
    copied = with_copies(choice.recipe, finished, left)
    choice = replace(choice, recipe=copied) if taken_by(material, copied) <= 1 else choice
    searched, everything = material.split.search, np.arange(len(material.cells))
    learned = searched if material.effort.tested == "held_out_no_refit" else everything
    parts = tested_parts(material)
    learns = [rows for rows, _ in parts] + ([learned] if learned is not searched else [])
    models = fits.each(learn_model, material, [(rows, choice.recipe) for rows in learns])
    trials = tuple(
        Trial(model=model, rows=rows) for model, (_, rows) in zip(models[: len(parts)], parts, strict=True)
    )
    if held_out or not choice.recipe:
        unseen = tested_unseen(material, trials)
    else:
        unseen = answers_while_hidden(material, finished)
    return Outcome(
        practices=tuple(practices),
        choice=choice,
        model=models[-1],
        learned=learned,
        trials=trials,
        unseen=unseen,
        intervals=None if material.target.classes else _intervals(material, choice.practice),
        lines=lines_of(material, finished, choice.practice, costs, len(unseen.rows)) if costs else None,
    )


def tested_again(material: Material, recipe: Recipe, most: int) -> Unseen:
    """Return what a recipe says of the unseen rows when it is learned anew, from other columns for one."""
    return tested_unseen(
        material,
        [
            Trial(model=learn_model(material, material.sampled(learn, most), recipe), rows=hidden)
            for learn, hidden in tested_parts(material)
        ],
    )


def tested_parts(material: Material) -> list[tuple[Ints, Ints]]:
    """Return which rows to learn from and which to test: those kept aside, or all, each hidden once."""
    if material.effort.tested != "repeated":
        return [(material.split.search, material.split.locked)]
    outer = [material.split.parts[place] for place in material.split.outer]
    return [(part.learn, part.hidden) for part in outer[: material.effort.folds]]


def _intervals(material: Material, practice: Practice) -> Intervals:
    return Intervals.learn(practice.answers[:, 0], material.target.amounts[practice.rows])
