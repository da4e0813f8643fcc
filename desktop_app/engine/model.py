"""One learned model: cells in, answers out."""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.cells import Cells
from desktop_app.engine.features.preparation import Preparation
from desktop_app.engine.kinds.kind import Estimator, KindName, Lesson, answers_of
from desktop_app.engine.kinds.portfolio import KINDS
from desktop_app.engine.material import Material

Chosen = KindName | Literal["baseline"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """The kind of model and its setting; with some rows, all that it takes to learn a model."""

    kind: Chosen
    setting: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """What was learned from some rows; without an estimator it is the simplest guess."""

    kind: Chosen
    simplest: Floats  # (classes,) shares, or (1,) mean, of the rows learned from
    weight: float  # of the simplest guess in every answer: that of one row
    lowest: float
    highest: float
    classes: int
    preparation: Preparation | None = None
    estimator: Estimator | None = None

    def answers(self, cells: Cells) -> Floats:
        """Return (rows, classes) probabilities, or (rows, 1) amounts within the range that was seen."""
        if self.kind == "baseline" or self.preparation is None:
            return np.tile(self.simplest, (len(cells), 1))
        features = KINDS[self.kind].features(self.preparation, cells)
        found = answers_of(self.estimator, features, self.classes)
        if not self.classes:
            return np.clip(found, self.lowest, self.highest)
        return softened(found, self.simplest, self.weight)


def softened(answers: Floats, simplest: Floats, weight: float) -> Floats:
    """Return probabilities of which none is 0: the simplest guess counts as much as one row."""
    return np.asarray((answers + weight * simplest) / (answers.sum(axis=-1, keepdims=True) + weight))


def learn_model(material: Material, rows: Ints, recipe: Recipe) -> Model:
    """Return the model that a recipe gives on these rows."""
    values = material.target.values[rows]
    plain = Model(
        kind="baseline",
        simplest=material.simplest(rows),
        weight=1 / len(rows),
        lowest=float(values.min()),
        highest=float(values.max()),
        classes=len(material.target.classes),
    )
    if recipe.kind == "baseline" or len(np.unique(values)) < 2:
        return plain
    kind = KINDS[recipe.kind]
    preparation = material.prepare(rows)
    if recipe.kind != "boosting":
        rows = material.sampled(rows, material.effort.most_rows)
    features = kind.features(preparation, material.cells.take(rows))
    if features.shape[1] == 0:
        return plain
    lesson = Lesson(features=features, values=material.target.values[rows])
    estimator = kind.fit(material.conditions, lesson, recipe.setting)
    return replace(plain, kind=recipe.kind, preparation=preparation, estimator=estimator)
