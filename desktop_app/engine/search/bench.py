"""What a search learns from: the rows of each part, made ready once for all kinds of the same form."""

from dataclasses import dataclass, field

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.features.preparation import Form, Lines, Preparation
from desktop_app.engine.kinds.kind import Kind, Lesson
from desktop_app.engine.kinds.portfolio import KINDS
from desktop_app.engine.material import Material
from desktop_app.engine.model import softened
from desktop_app.records.results import KindName

MOST_KEPT = 20_000_000  # numbers of features for trees that are kept between kinds


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """Makes the rows of each part ready, and keeps them; where work is done elsewhere, each place its own."""

    material: Material
    preparations: dict[int, Preparation] = field(default_factory=dict)
    trees: dict[tuple[int, Form], tuple[Lines, Lines]] = field(default_factory=dict)

    def features(self, kind: Kind, place: int, rows: Ints) -> tuple[Lines, Lines]:
        """Return the rows to learn from and the hidden ones of a part, in the form that a kind reads."""
        material, part = self.material, self.material.split.parts[place]
        are_all = len(rows) == len(part.learn)
        if are_all and (place, kind.form) in self.trees:
            return self.trees[place, kind.form]
        if place not in self.preparations:
            self.preparations[place] = material.prepare(part.learn)
        prepared = self.preparations[place]
        learn = material.learned(kind.form, prepared, part.learn, rows)
        made = learn, prepared.features(kind.form, material.cells.take(part.hidden))
        are_few = isinstance(learn, np.ndarray) and learn.size * len(material.split.parts) <= MOST_KEPT
        if are_all and are_few:
            self.trees[place, kind.form] = made
        return made


def answers_of_part(bench: Bench, name: KindName, place: int) -> Floats:
    """Return (settings, hidden rows, answers) of one kind for one part.

    Raises FloatingPointError where they are no numbers.
    """
    kind, material, part = KINDS[name], bench.material, bench.material.split.parts[place]
    values, conditions = material.target.values, material.conditions
    simplest = material.simplest(part.learn)
    guesses = np.tile(simplest, (len(kind.settings(conditions)), len(part.hidden), 1))
    if len(np.unique(values[part.learn])) < 2:
        return guesses
    rows = material.sampled(part.learn, kind.most_rows)
    learn, hidden = bench.features(kind, place, rows)
    if learn.shape[1] == 0:
        return guesses
    found = kind.path(
        conditions,
        Lesson(features=learn, values=values[rows]),
        Lesson(features=hidden, values=values[part.hidden]),
    )
    if np.isnan(found).any():
        raise FloatingPointError("answers that are no numbers")  # nothing could be compared with them
    if not conditions.classes:
        return np.clip(found, values[rows].min(), values[rows].max())
    return softened(found, simplest, 1 / len(part.learn)).astype(np.float32)
