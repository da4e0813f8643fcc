"""How much is tried, decided beforehand from the size of the table and the budget, never from the clock.

The costs are CPU seconds measured on an ordinary office computer; a slower one is caught by the clock of the
search, which says so.
"""

import math
from dataclasses import dataclass
from typing import Literal

from desktop_app.engine.cells import Cells
from desktop_app.engine.roles import FEW_ROWS

REFIT_BELOW = 20_000
MOST_ROWS = 50_000  # that the straight-line model and the forest learn from
MOST_LEAVES = 40_000  # of all trees of boosting, so that the model file stays small
MOST_BYTES = 12_000_000  # of a forest in memory; a quarter of it in the file
MOST_FEATURES = 300  # for trees; of a wider table the strongest
FEWEST_ROUNDS = 30
_STRENGTHS = (0.03, 0.3, 3.0)
_CHECKPOINTS = 14

Tested = Literal["held_out", "repeated", "held_out_no_refit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How big a learning task is."""

    rows: int
    numbers: int  # features for trees
    spread: int  # features for the straight-line model that are not 0, in one row
    answers: int  # classes, or 1 for a number
    texts: bool

    @classmethod
    def of(cls, cells: Cells, answers: int) -> "Size":
        """Return the size of these cells as features."""
        layout = cells.layout
        dates = 5 * len(layout.dates)
        words = 32 if layout.texts else 0
        return cls(
            rows=len(cells),
            numbers=len(layout.numbers) + dates + len(layout.categories) + words,
            spread=2 * (len(layout.numbers) + dates) + len(layout.categories) + words,
            answers=answers,
            texts=bool(layout.texts),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How a table is split, and how far each kind of model goes."""

    tested: Tested
    folds: int
    repeats: int  # of hiding every row in turn, where rows are few
    inner: int  # parts in which the choice is repeated inside each outer part
    strengths: tuple[float, ...]  # how freely the straight-line model may bend to the rows
    rounds: tuple[int, ...]  # of boosting: where the answers are looked at
    rate: float
    leaves: int
    trees: int  # of the forest
    leaf_rows: int  # the fewest rows in a leaf of the forest
    most_rows: int  # that the straight-line model and the forest learn from


def plan_effort(size: Size, budget: float) -> Effort:
    """Return how much is tried on a table of this size within *budget* seconds."""
    tested = _tested(size.rows)
    few = tested == "repeated"
    folds = _folds(size, budget)
    inner = 3 if few else 0
    fits = 2 * folds * (1 + inner) if few else folds + 2
    rounds = _rounds(size, budget, fits)
    return Effort(
        tested=tested,
        folds=folds,
        repeats=2 if few else 1,
        inner=inner,
        strengths=_strengths(size, budget, fits),
        rounds=_checkpoints(rounds),
        rate=round(0.9 / math.sqrt(rounds), 3),
        leaves=_leaves(size.rows),
        trees=_trees(size.rows),
        leaf_rows=_leaf_rows(size),
        most_rows=MOST_ROWS,
    )


def _tested(rows: int) -> Tested:
    if rows < FEW_ROWS:
        return "repeated"
    return "held_out" if rows < REFIT_BELOW else "held_out_no_refit"


def _is_thorough(budget: float) -> bool:
    """Return whether there is time for what gains little."""
    return budget >= 45


def _folds(size: Size, budget: float) -> int:
    if size.rows < FEW_ROWS:
        return 8 if _is_thorough(budget) and size.rows < 200 else 5
    usual = 5 if size.rows < 20_000 else 3 if size.rows < 60_000 else 1
    affordable = (folds for folds in (5, 3) if _rounds_affordable(size, budget, folds + 1) >= FEWEST_ROUNDS)
    return min(usual, next(affordable, 1))


def _leaves(rows: int) -> int:
    return 8 if rows < FEW_ROWS else 15 if rows < 5_000 else 31


def _seconds_a_round(size: Size) -> float:
    numbers = min(size.numbers, MOST_FEATURES)
    tree = 4e-4 + 7e-7 * numbers * _leaves(size.rows) + 5e-9 * size.rows * numbers
    return tree * (size.answers if size.answers > 2 else 1)


def _rounds_affordable(size: Size, budget: float, fits: int) -> int:
    seconds = min(0.35 * budget, 8.0) if size.rows < FEW_ROWS else 0.35 * budget
    return int(seconds / (fits * _seconds_a_round(size)))


def _rounds(size: Size, budget: float, fits: int) -> int:
    most = 300 if _is_thorough(budget) else 150
    wanted = 60 if size.rows < FEW_ROWS else min(200, most) if size.rows < 2_000 else most
    trees = size.answers if size.answers > 2 else 1
    small_enough = MOST_LEAVES // (trees * _leaves(size.rows))
    return max(FEWEST_ROUNDS, min(wanted, small_enough, _rounds_affordable(size, budget, fits)))


def _checkpoints(rounds: int) -> tuple[int, ...]:
    """Return where to look: close together at first, where every round counts."""
    steps = range(1, _CHECKPOINTS + 1)
    return tuple(sorted({max(4, round(rounds * (step / _CHECKPOINTS) ** 1.7)) for step in steps}))


def _strengths(size: Size, budget: float, fits: int) -> tuple[float, ...]:
    rows = min(size.rows, MOST_ROWS)
    answers = size.answers if size.answers > 2 else 1
    seconds = fits * 1.5e-7 * rows * size.spread * answers
    return _STRENGTHS if seconds * len(_STRENGTHS) <= 0.15 * budget else _STRENGTHS[1:2]


def _trees(rows: int) -> int:
    return 100 if FEW_ROWS <= rows < 5_000 else 60


def _leaf_rows(size: Size) -> int:
    """Return the fewest rows in a leaf: few for precision, more where the forest would grow too big."""
    nodes = MOST_BYTES / (64 + 4 * size.answers)
    rows = min(size.rows, MOST_ROWS)
    usual = 2 if size.rows < 2_000 else 3
    return max(usual, math.ceil(_trees(size.rows) * rows / nodes))
