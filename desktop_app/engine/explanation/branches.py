"""The lines of a one-page rule: where all of this holds, that is answered."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.features.preparation import Preparation
from desktop_app.engine.kinds.questions import ABOVE_ALL, Questions, Step
from desktop_app.engine.material import Material
from desktop_app.engine.model import Model
from desktop_app.engine.rounding import roundest, roundest_day
from desktop_app.records.insights import Branch, Where

_YEAR = 366.0  # days


def branches_of(model: Model, material: Material, rows: Ints) -> tuple[Branch, ...]:
    """Return the lines of a model that is one rule and was learned from these rows; none for any other.

    Every row of whose columns the model has seen the kinds is in just one of them, and gets its answer.
    """
    if model.preparation is None or [member.kind for member in model.members] != ["rule"]:
        return ()
    rule, cells = model.members[0].estimator, material.cells.take(rows)
    features = model.preparation.features("plain", cells)
    leaves, answers = rule.leaves_of(features), model.answers(cells)
    reader = _Reader(rule=rule, preparation=model.preparation, features=features)
    found = []
    for leaf, way in rule.ways().items():
        inside = np.flatnonzero(leaves == leaf)
        if len(inside):
            answer, right = _answer(material, answers[inside], rows[inside])
            where, share = reader.conditions(way), len(inside) / len(rows)
            found.append(Branch(where=where, answer=answer, share=share, right=right))
    return tuple(found)


def _answer(material: Material, answers: Floats, rows: Ints) -> tuple[str, float]:
    """Return what is answered for rows that all get the same, and how often that is right, or how far off."""
    target = material.target
    if not target.classes:
        said = float(answers[0, 0])
        return f"{said:.{target.decimals}f}", float(np.mean(np.abs(target.amounts[rows] - said)))
    code = int(np.argmax(answers[0]))
    return target.classes[code], float(np.mean(target.codes[rows] == code))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """Puts the ways through a rule into conditions on columns."""

    rule: Questions
    preparation: Preparation
    features: Floats  # (rows, features) of the rows that it was learned from

    def conditions(self, way: Sequence[Step]) -> tuple[Where, ...]:
        """Return one condition for each column on the way, in the order of the questions."""
        by_feature: dict[int, list[Step]] = {}
        for step in way:
            by_feature.setdefault(int(self.rule.asked[step.node]), []).append(step)
        return tuple(self._where(feature, steps) for feature, steps in by_feature.items())

    def _where(self, feature: int, steps: Sequence[Step]) -> Where:
        # Only where cells were empty is a word on them worth its place.
        is_empty = bool(np.isnan(self.features[:, feature]).any()) and all(
            self.rule.node(step.node).is_empty_yes == step.is_yes for step in steps
        )
        layout = self.preparation.layout
        first = len(layout.numbers) + len(layout.dates)
        if feature >= first:
            values = self._values(feature - first, steps)
            return Where(column=layout.categories[feature - first], values=values, is_empty=is_empty)
        is_date = feature >= len(layout.numbers)
        column = (*layout.numbers, *layout.dates)[feature]
        low, high = self._ends(feature, steps, is_date=is_date)
        if low is not None and low >= ABOVE_ALL:
            return Where(column=column, is_empty=True)
        return Where(column=column, low=low, high=high, is_empty=is_empty, is_date=is_date)

    def _values(self, place: int, steps: Sequence[Step]) -> tuple[str, ...]:
        levels = self.preparation.categories.levels[place]
        allowed = set(range(len(levels)))
        for step in steps:
            codes = set(self.rule.node(step.node).codes)
            allowed = allowed & codes if step.is_yes else allowed - codes
        return tuple(levels[code] for code in sorted(allowed))

    def _ends(
        self, feature: int, steps: Sequence[Step], *, is_date: bool
    ) -> tuple[float | None, float | None]:
        """Return from where on and up to where a number lies; none where there is no such end."""
        lows = [self.rule.node(step.node).border for step in steps if not step.is_yes]
        highs = [self.rule.node(step.node).border for step in steps if step.is_yes]
        low = max(lows, default=None)
        high = min((border for border in highs if border < ABOVE_ALL), default=None)
        if low is None and high is None:  # all that is not empty
            least = float(np.nanmin(self.features[:, feature]))
            low = roundest_day(least - _YEAR, least) if is_date else roundest(least - abs(least) - 1, least)
        return low, high
