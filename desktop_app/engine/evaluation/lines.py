"""From which chance on one of two classes is answered where mistakes cost, and what they come to then.

The line is chosen by rows that were hidden while the model was learned, never by those that test it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Flags, Floats
from desktop_app.engine.evaluation.measures import mean_of
from desktop_app.engine.evaluation.resampling import resampling_of
from desktop_app.engine.evaluation.unseen import Unseen, choice_without
from desktop_app.engine.material import Material
from desktop_app.engine.search.finished import Finished
from desktop_app.engine.search.practice import Practice
from desktop_app.engine.target import Target
from desktop_app.records.decisions import ClassCosts, Costs, Decision
from desktop_app.records.insights import CostCheck

DIGITS = 4  # of a chance
_FINEST = 10.0**-DIGITS
_FACTORS = 2.0 ** np.arange(-4, 4.5, 0.5)  # of the odds: places that are tried beside the one that should do
_PRIOR = 100  # rows that are taken to have come out as the percentages say, beside those that were hidden
_BEYOND = 2.0  # standard errors: the cheapest of many places looks a little cheaper than it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """From which chance on a class is answered, by the model that is delivered and in each test."""

    costs: ClassCosts  # by which they were chosen
    code: int  # of the class that may be missed
    chance: float
    tests: Floats  # (tests,): each chosen without the row that is tested


def lines_of(
    material: Material, finished: Sequence[Finished], practice: Practice, costs: ClassCosts, tests: int
) -> Lines:
    """Return the line by the *practice* of what is delivered, and those of so many *tests*.

    Where every row is hidden in turn, the line of its tests is chosen without it, as the model is.
    """
    code = material.target.classes.index(costs.value)

    def line(hidden: Practice) -> float:
        is_it = material.target.codes[hidden.rows] == code
        return cheapest_line(hidden.answers[:, code], is_it, costs.costs, len(hidden.losses))

    chance = line(practice)
    if material.effort.tested != "repeated":
        return Lines(costs=costs, code=code, chance=chance, tests=np.full(tests, chance))
    found = [
        np.full(
            len(material.split.parts[outer].hidden), line(choice_without(material, finished, outer).practice)
        )
        for outer in material.split.outer
    ]
    return Lines(costs=costs, code=code, chance=chance, tests=np.concatenate(found)[:tests])


def cheapest_line(chances: Floats, is_it: Flags, costs: Costs, rows: int) -> float:
    """Return from which chance on a class is answered at the least cost.

    *chances* (tests,) are those of so many *rows*. The place that is right where
    percentages fit is left only for one that is cheaper beyond chance, and few rows say little against it.
    """
    pays = float(np.clip(costs.pays_from, _FINEST, 1 - _FINEST))
    odds = pays / (1 - pays) * _FACTORS
    places = np.clip(odds / (1 + odds), _FINEST, 1 - _FINEST)
    really, said = (_each(chances >= pays, share, costs) for share in (is_it, chances))
    gains = [really - _each(chances >= place, is_it, costs) for place in places]
    gained = [
        rows * gain.mean() + _PRIOR * (said - _each(chances >= place, chances, costs)).mean()
        for place, gain in zip(places, gains, strict=True)
    ]
    best = int(np.argmax(gained))
    is_better = gained[best] > _BEYOND * np.std(gains[best]) * np.sqrt(rows)
    return round(float(places[best]) if is_better else pays, DIGITS)


def cost_check(unseen: Unseen, lines: Lines, target: Target, seed: int) -> CostCheck:
    """Return what mistakes cost on the tested rows, beside those of one answer for all and of one half."""
    costs, is_it = lines.costs.costs, unseen.values == lines.code
    is_said = unseen.answers[:, lines.code] >= lines.tests
    ours = _each(is_said, is_it, costs)
    usual = _each(np.argmax(unseen.answers, axis=1) == lines.code, is_it, costs)
    alone = {
        value: _each(np.full(len(is_it), code == lines.code), is_it, costs)
        for code, value in enumerate(target.classes)
    }
    constant = min(alone, key=lambda value: float(alone[value].mean()))
    saved = mean_of(100 * (alone[constant] - ours))
    low, high = resampling_of(unseen.clusters, seed).bounds(saved)
    return CostCheck(
        decision=Decision(value=lines.costs.value, chance=lines.chance, costs=costs),
        cost=100 * float(ours.mean()),
        usual=100 * float(usual.mean()),
        constant=constant,
        alone=100 * float(alone[constant].mean()),
        low=low,
        high=high,
        right=float(np.mean(is_said == is_it)),
    )


def _each(is_said: Flags, is_it: Flags | Floats, costs: Costs) -> Floats:
    """Return what the answer of each test costs, or by its chance should cost."""
    return np.where(is_said, costs.false * (1 - is_it), costs.missed * is_it)
