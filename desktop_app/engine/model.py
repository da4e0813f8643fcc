"""One learned model: cells in, answers out. It may be several kinds together, each with a weight."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.brought.model import Brought
from desktop_app.engine.cells import Cells
from desktop_app.engine.features.preparation import Preparation
from desktop_app.engine.kinds.kind import Estimator, Lesson, answers_of
from desktop_app.engine.kinds.portfolio import KINDS
from desktop_app.engine.kinds.sooner import sooner
from desktop_app.engine.material import Material
from desktop_app.engine.own.correction import Own
from desktop_app.engine.own.strangers import Strangers
from desktop_app.records.results import KindName

MOST_COPIES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A kind of model, its setting, and how much its answers count."""

    kind: KindName
    setting: float
    weight: float = 1.0
    copies: int = 1  # that are learned, and answer with one voice


# With some rows, all that it takes to learn a model. What the weights leave to 1 is the share of the simplest
# guess, as a weak signal asks for; without a part, that is all.
Recipe = tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One of the kinds that a model is made of, learned."""

    kind: KindName
    weight: float
    estimator: Estimator
    answering: Estimator  # gives the answers of the estimator, only sooner

    @classmethod
    def of(cls, kind: KindName, weight: float, estimator: Estimator) -> "Member":
        """Return a learned estimator of a kind, ready to answer."""
        return cls(kind=kind, weight=weight, estimator=estimator, answering=sooner(estimator))

    def __reduce__(self) -> tuple[Any, ...]:
        """Come back from another process: what answers sooner is made anew, since it cannot be sent."""
        return Member.of, (self.kind, self.weight, self.estimator)


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """What was learned from some rows; without members it is the simplest guess."""

    simplest: Floats  # (classes,) shares, or (1,) mean, of the rows learned from
    weight: float  # of the simplest guess in every answer: that of one row
    lowest: float
    highest: float
    classes: int
    preparation: Preparation | None = None
    members: tuple[Member, ...] = ()
    own: Own | None = None  # what each group of rows adds to the answers
    strangers: Strangers | None = None  # how much wider the range of a row is whose group is not known

    def answers(self, cells: Cells) -> Floats:
        """Return (rows, classes) probabilities, or (rows, 1) amounts within the range that was seen."""
        found = self.pooled(cells)
        if self.own is None or self.preparation is None or not len(cells):
            return found
        return self.within(self.own.corrected(found, cells, self.preparation))

    def widened(self, ends: tuple[Floats, Floats], cells: Cells) -> tuple[Floats, Floats]:
        """Return the ends (rows,) of the ranges of answers, further out where they have to be."""
        if self.strangers is None or self.preparation is None:
            return ends
        return self.strangers.widened(ends, cells, self.preparation, self.own)

    def within(self, answers: Floats) -> Floats:
        """Return answers of which no amount is beyond what was seen."""
        return answers if self.classes else np.clip(answers, self.lowest, self.highest)

    def pooled(self, cells: Cells) -> Floats:
        """Return the same without what single groups of rows add."""
        if not self.members or self.preparation is None or not len(cells):
            return np.tile(self.simplest, (len(cells), 1))
        forms = {KINDS[member.kind].form for member in self.members}
        features = {form: self.preparation.features(form, cells) for form in forms}
        found = [
            settled(answers_of(member.answering, features[KINDS[member.kind].form], self.classes), self)
            for member in self.members
        ]
        return blended(found, [member.weight for member in self.members], self.simplest)


AnyModel = Model | Brought  # learned here, or made elsewhere


def settled(answers: Floats, model: Model) -> Floats:
    """Return the answers of one kind: amounts within what was seen, probabilities of which none is 0.

    A row for which it found no number gets the simplest guess: a model file may hold numbers so great that
    their sums are none.
    """
    found = np.isfinite(answers).all(axis=1, keepdims=True)
    answers = answers if found.all() else np.where(found, answers, model.simplest)
    if not model.classes:
        return np.clip(answers, model.lowest, model.highest)  # as a script says it that answers for a model
    return softened(answers, model.simplest, model.weight)


def softened(answers: Floats, simplest: Floats, weight: float) -> Floats:
    """Return probabilities of which none is 0: the simplest guess counts as much as one row."""
    return np.asarray((answers + weight * simplest) / (answers.sum(axis=-1, keepdims=True) + weight))


def blended(answers: Sequence[Floats], weights: Sequence[float], simplest: Floats) -> Floats:
    """Return the weighted mean of the answers of several kinds; the simplest guess has the rest to 1."""
    found = max(0.0, 1 - sum(weights)) * simplest
    for one, weight in zip(answers, weights, strict=True):
        found = found + weight * one
    return np.asarray(found)


def learn_model(material: Material, rows: Ints, recipe: Recipe) -> Model:
    """Return the model that a recipe gives on these rows."""
    values = material.target.values[rows]
    plain = Model(
        simplest=material.simplest(rows),
        weight=1 / len(rows),
        lowest=float(values.min()),
        highest=float(values.max()),
        classes=len(material.target.classes),
    )
    if not recipe or len(np.unique(values)) < 2:
        return plain
    preparation = material.prepare(rows)
    members = [
        Member.of(part.kind, part.weight / part.copies, estimator)
        for part in recipe
        for estimator in _learned(material, preparation, rows, part)
    ]
    # A kind that found nothing to read leaves its share to the others.
    scale = sum(part.weight for part in recipe) / sum(member.weight for member in members) if members else 1
    scaled = tuple(replace(member, weight=scale * member.weight) for member in members)
    return replace(plain, preparation=preparation, members=scaled) if members else plain


def _learned(material: Material, preparation: Preparation, rows: Ints, part: Part) -> list[Estimator]:
    """Return the copies of one kind; none where the rows hold nothing that it could read."""
    kind = KINDS[part.kind]
    some = material.sampled(rows, kind.most_rows)
    features = material.learned(kind.form, preparation, rows, some)
    if features.shape[1] == 0:
        return []
    lesson = Lesson(features=features, values=material.target.values[some])
    conditions = (replace(material.conditions, seed=material.seed + copy) for copy in range(part.copies))
    return [kind.fit(one, lesson, part.setting) for one in conditions]
