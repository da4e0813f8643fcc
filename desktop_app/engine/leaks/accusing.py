"""Which columns give the answer away, so that nobody may know them in time; said before anything is learned.

How much a column tells does not decide it alone: an honest one can tell nearly all. What decides is what
honest columns hardly do: to name each class by one value, to be filled in for one answer only, to be the
average of the answers of the rows that share it, or to leave no row in doubt.
"""

import math
from dataclasses import dataclass

import numpy as np

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.cells import Cells
from desktop_app.engine.leaks.alone import Alone, strengths
from desktop_app.engine.target import Target
from desktop_app.records.notices import Notice
from desktop_app.records.plans import GIVEN_AWAY, GivingAway, LeftOut, TrainingPlan

WARNED = {"amount": 0.95, "number": 0.999, "names": 0.85, "other": 0.975}  # strength
CERTAIN = {"amount": 0.99, "number": 0.9998, "names": 0.998, "other": 0.998}  # left out
EMPTY, EMPTY_CERTAIN = 0.80, 0.95  # emptiness
FEWEST_EMPTY = 0.02  # share of the rows that are empty, or filled in
STRONG = 0.75  # strength of a column that is filled in for one answer
AVERAGE = 0.4  # strength from which an average is worth a look
_MATCHING = 0.8  # of the rows stand beside their average
_EXACT, _ROUNDED = 1e-3, 0.03  # of the spread of the amounts, and of their last digit
_NEAR = 0.05  # of a share
# In standard errors of a mean: what rows without answers may add, and within which few honest estimates lie.
_UNANSWERED, _BY_CHANCE = 2.0, 0.35


@dataclass(frozen=True, slots=True, kw_only=True)
class Accused:
    """A column that gives the answer away, by what this shows, and whether that is enough to leave it out."""

    column: str
    way: GivingAway
    certain: bool

    @property
    def notice(self) -> Notice:
        """What is said of it where it is learned from."""
        return gives_away(self.column, self.way)


def gives_away(column: str, way: GivingAway = "gives_away") -> Notice:
    """Return what is said of a column that gives the answer away and is learned from."""
    return Notice(code=GIVEN_AWAY[way], values={"column": column}, columns=(column,), level="caution")


@dataclass(frozen=True, slots=True, kw_only=True)
class Accusations:
    """What becomes of the accused columns."""

    left_out: tuple[LeftOut, ...]
    accused: tuple[str, ...]  # those that are learned from all the same
    warnings: tuple[Notice, ...]  # of them, where the person has not said that they are known in time

    def kept(self, cells: Cells) -> Cells:
        """Return the columns that are learned from."""
        out = {item.column for item in self.left_out}
        return cells.only(frozenset(cells.layout.names) - out) if out else cells


def accusations(cells: Cells, target: Target, plan: TrainingPlan, groups: Ints | None = None) -> Accusations:
    """Return which columns are left out and which are warned of; one column at least is learned from."""
    found = accused_columns(cells, target, plan.seed, groups)
    known = {one.column for one in found if plan.all_known or one.column in plan.known}
    out = [one for one in found if one.certain and one.column not in known | {*plan.wanted}]
    if len(out) == len(cells.layout.names):
        out = []
    stay = [one for one in found if one not in out]
    return Accusations(
        left_out=tuple(LeftOut(column=one.column, reason=one.way) for one in out),
        accused=tuple(one.column for one in stay),
        warnings=tuple(one.notice for one in stay if one.column not in known),
    )


def accused_columns(cells: Cells, target: Target, seed: int, groups: Ints | None = None) -> list[Accused]:
    """Return the columns that give the answer away, in the order of the cells."""
    if len(cells.layout.names) < 2:
        return []
    found = (_accused(alone, cells, target) for alone in strengths(cells, target, seed, groups))
    return [one for one in found if one]


def _accused(alone: Alone, cells: Cells, target: Target) -> Accused | None:
    layout, name = cells.layout, alone.column
    if name in layout.numbers and alone.strength >= AVERAGE:
        values = cells.numbers[:, layout.numbers.index(name)]
        if is_average(values, target):
            return Accused(column=name, way="average", certain=True)
    kind = _kind(alone, cells, target)
    told = alone.strength if alone.names_classes or _is_category(alone, cells) else alone.order
    certain = told >= CERTAIN[kind]
    if _is_filled_later(alone):
        return Accused(column=name, way="filled_later", certain=certain or alone.emptiness >= EMPTY_CERTAIN)
    if told >= WARNED[kind]:
        return Accused(column=name, way="gives_away", certain=certain)
    return None


def _kind(alone: Alone, cells: Cells, target: Target) -> str:
    """Return by which thresholds a column is judged."""
    if not target.classes:
        return "amount"
    if alone.names_classes or alone.column in cells.layout.dates:
        return "names"
    return "number" if alone.column in cells.layout.numbers else "other"


def _is_category(alone: Alone, cells: Cells) -> bool:
    """Return whether it holds words: those of numbers and dates that repeat may tell whose row it is."""
    return alone.column in (*cells.layout.categories, *cells.layout.texts)


def _is_filled_later(alone: Alone) -> bool:
    if not FEWEST_EMPTY <= alone.filled <= 1 - FEWEST_EMPTY:
        return False
    return alone.emptiness >= (EMPTY if alone.strength >= STRONG else EMPTY_CERTAIN)


def is_average(values: Floats, target: Target) -> bool:
    """Return whether a column is the average answer of the rows that share its value."""
    known = np.isfinite(values)
    if not known.any():
        return False
    different, place, rows = np.unique(values[known], return_inverse=True, return_counts=True)
    answers = target.values[known].astype(np.float64)
    if not target.classes:
        means = np.bincount(place, weights=answers) / rows
        exact = max(_EXACT * float(answers.std()), _ROUNDED * 10.0**-target.decimals)
        near = np.abs(means - different) <= exact + _from_unanswered(answers - means[place], rows, target)
        return bool(rows[near].sum() >= _MATCHING * rows.sum())
    if different[0] < 0 or different[-1] > 1 or np.isin(different, (0, 1)).all():
        return False
    shares = (np.bincount(place, weights=answers == code) / rows for code in range(len(target.classes)))
    return any(_are_shares(different, share, rows) for share in shares)


def _from_unanswered(apart: Floats, rows: Ints, target: Target) -> Floats:
    """Return how far the mean of each value may lie off because rows without an answer are not in it.

    *apart* is how far each row is from the mean of its value. Never so far that an honest estimate, which is
    off by chance, would pass for an average.
    """
    share = 1 - len(target.rows) / max(1, target.of)
    return min(_UNANSWERED * math.sqrt(share), _BY_CHANCE) * float(apart.std()) / np.sqrt(rows)


def _are_shares(different: Floats, share: Floats, rows: Ints) -> bool:
    """Return whether the values are the shares of a class, those of 0 and 1 without exception."""
    ends = np.isin(different, (0, 1))
    if not ends.any() or (share[ends] != different[ends]).any():
        return False
    near = np.abs(share - different) <= _NEAR
    return bool(rows[near].sum() >= _MATCHING * rows.sum())
