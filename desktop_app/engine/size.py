"""How big a learning task is: what its costs follow from."""

from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Floats
from desktop_app.engine.cells import Cells
from desktop_app.engine.features.categories import MOST_SPREAD as MOST_LEVELS
from desktop_app.engine.features.means import FEWEST_LEVELS, MOST_ANSWERS
from desktop_app.engine.target import Target

_SKEWED = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How big a learning task is."""

    rows: int
    numbers: int  # features for trees
    spread: int  # features for the straight-line model that are not 0, in one row
    wide: int  # features for the curved model, 0 or not
    answers: int  # classes, or 1 for a number
    classes: bool  # and not a number
    skewed: bool = False  # a number that is never negative and now and then very large

    @property
    def outputs(self) -> int:
        """How many numbers a model computes for an answer: of two classes one is enough."""
        return self.answers if self.answers > 2 else 1

    @classmethod
    def of(cls, cells: Cells, target: Target) -> "Size":
        """Return the size of a question."""
        layout = cells.layout
        dates = 5 * len(layout.dates)
        sums = 32 if layout.texts else 0
        levels = [min(MOST_LEVELS, len(names)) for names in cells.levels]
        told = (target.answers if target.answers > 2 else 1) + 1 if target.answers <= MOST_ANSWERS else 0
        means = told * sum(len(names) >= FEWEST_LEVELS for names in cells.levels)
        return cls(
            rows=len(cells),
            numbers=len(layout.numbers) + dates + len(levels) + means + sums,
            spread=2 * (len(layout.numbers) + dates) + len(levels) + sums,
            wide=2 * (len(layout.numbers) + dates) + sum(levels) + 2 * len(levels) + sums,
            answers=target.answers,
            classes=bool(target.classes),
            skewed=not target.classes and _is_skewed(target.amounts),
        )


def _is_skewed(amounts: Floats) -> bool:
    spread = float(np.std(amounts))
    if spread == 0 or amounts.min() < 0:
        return False
    return float(np.mean(((amounts - amounts.mean()) / spread) ** 3)) > _SKEWED
