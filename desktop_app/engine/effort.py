"""How much is tried, decided beforehand from the size of the table and the budget, never from the clock.

A slower computer than the one of `costs` is caught by the clock of the search, which says so.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from desktop_app.engine.arrays import Floats
from desktop_app.engine.cells import Cells
from desktop_app.engine.features.categories import MOST_SPREAD as MOST_LEVELS
from desktop_app.engine.features.means import FEWEST_LEVELS, MOST_ANSWERS
from desktop_app.engine.features.strongest import MOST_FEATURES
from desktop_app.engine.roles import FEW_ROWS
from desktop_app.engine.target import Target
from desktop_app.records.results import KindName

REFIT_BELOW = 20_000
MOST_ROWS = 50_000  # that a forest learns from
MOST_LEAVES = 40_000  # of all trees of boosting, so that the model file stays small
_LARGE, _MOST_OF_LARGE = 63, 64_000  # leaves of one of the larger trees, and of all
MOST_BYTES = 12_000_000  # of a forest in memory; a quarter of it in the file
FEWEST_ROUNDS = 30
FOR_KINDS = 0.9  # seconds of the processor for each second of the budget, on two of them
MOST_WIDE = 1_500  # features that the curved model and the network can hold
FEWEST_FOR_NETWORK = 1_000  # rows
_SKEWED = 1.0
# Seconds for boosting of each of the budget: of a very large table hardly anything else can be learned.
_AMONG_OTHERS, _ALONE = 0.35, 0.9
_STRENGTHS = (0.003, 0.03, 0.3, 3.0)
_CHECKPOINTS = 14

Tested = Literal["held_out", "repeated", "held_out_no_refit"]


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
    kinds: tuple[KindName, ...]  # that are tried, in their order
    seconds: tuple[float, ...]  # of the processor that each is expected to take


def plan_effort(size: Size, budget: float) -> Effort:
    """Return how much is tried on a table of this size within *budget* seconds."""
    tested = _tested(size.rows)
    few = tested == "repeated"
    folds = _folds(size, budget)
    inner = 3 if few else 0
    fits = 2 * folds * (1 + inner) if few else folds + (1 if tested == "held_out_no_refit" else 2)
    rounds = _rounds(size, budget, fits)
    strengths = _strengths(size, budget, fits)
    kinds = _kinds(size, budget, costs_of(size, fits, rounds=rounds, strengths=len(strengths)))
    return Effort(
        tested=tested,
        folds=folds,
        repeats=2 if few else 1,
        inner=inner,
        strengths=strengths,
        rounds=_checkpoints(rounds),
        rate=round(0.9 / math.sqrt(rounds), 3),
        leaves=_leaves(size.rows),
        trees=_trees(size.rows),
        leaf_rows=_leaf_rows(size),
        kinds=tuple(kinds),
        seconds=tuple(kinds.values()),
    )


def _kinds(size: Size, budget: float, costs: Mapping[KindName, float]) -> dict[KindName, float]:
    """Return the kinds that there is time for, the most promising first, and what each takes."""
    left = FOR_KINDS * budget
    kinds: dict[KindName, float] = {}
    for kind, seconds in costs.items():
        if not kinds or (seconds <= left and _suits(kind, size)):
            kinds[kind] = max(seconds, 0.01)
            left -= seconds
    return kinds


def _suits(kind: KindName, size: Size) -> bool:
    """Return whether a kind may be of use for such a table."""
    match kind:
        case "kernel":
            return size.wide <= MOST_WIDE
        case "network":
            return size.wide <= MOST_WIDE and size.rows >= FEWEST_FOR_NETWORK
        case "boosting_log":
            return size.skewed
    return True


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
    tree = 4e-4 + 2e-7 * numbers * _leaves(size.rows) + 1.5e-8 * size.rows * numbers
    return tree * (size.answers if size.answers > 2 else 1)


def _rounds_affordable(size: Size, budget: float, fits: int) -> int:
    share = _ALONE if fits <= 2 else _AMONG_OTHERS
    seconds = min(share * budget, 8.0) if size.rows < FEW_ROWS else share * budget
    return int(seconds / (fits * _seconds_a_round(size)))


def _rounds(size: Size, budget: float, fits: int) -> int:
    wanted = 60 if size.rows < FEW_ROWS else 200 if size.rows < 2_000 else 500 if size.rows < 5_000 else 1_000
    wanted = wanted if _is_thorough(budget) else min(150, wanted)
    trees = size.answers if size.answers > 2 else 1
    small_enough = MOST_LEAVES // (trees * _leaves(size.rows))
    return max(FEWEST_ROUNDS, min(wanted, small_enough, _rounds_affordable(size, budget, fits)))


def _checkpoints(rounds: int) -> tuple[int, ...]:
    """Return where to look: close together at first, where every round counts."""
    steps = range(1, _CHECKPOINTS + 1)
    return tuple(sorted({max(4, round(rounds * (step / _CHECKPOINTS) ** 1.7)) for step in steps}))


def _strengths(size: Size, budget: float, fits: int) -> tuple[float, ...]:
    seconds = len(_STRENGTHS) * _seconds_of_linear(size, fits)
    return _STRENGTHS if seconds <= 0.15 * budget else _STRENGTHS[2:3]


def costs_of(size: Size, fits: int, *, rounds: int, strengths: int) -> dict[KindName, float]:
    """Return the CPU seconds of each kind on an ordinary office computer, the most promising first."""
    rows = min(size.rows, 20_000)
    several = size.answers if size.answers > 2 else 1
    points = min(300, rows // 2)
    bends = 2 * rows * points * (size.wide * 1e-9 + 1.5e-8)
    curved = bends + 6 * rows * points * several * (5e-8 if size.classes else 1e-8)
    boosted = fits * rounds * _seconds_a_round(size)
    forest_rows = min(size.rows, MOST_ROWS)
    features = min(size.numbers, MOST_FEATURES) * 0.5
    grown = _trees(size.rows) * (2e-3 + 6e-9 * forest_rows * math.log2(max(2, forest_rows)) * features)
    layered = 12 * rows * (size.wide * 96 + 4_608) * 1.5e-9
    return {
        "linear": strengths * _seconds_of_linear(size, fits),
        "boosting": boosted,
        "kernel": fits * (0.02 + 0.6 * curved),
        "boosting_small": 0.6 * boosted,
        "boosting_log": boosted,
        "forest": fits * grown,
        "network": fits * layered,
        "boosting_large": 2 * boosted if rounds * several * _LARGE <= _MOST_OF_LARGE else math.inf,
    }


def _seconds_of_linear(size: Size, fits: int) -> float:
    rows, several = min(size.rows, MOST_ROWS), size.answers if size.answers > 2 else 1
    return fits * (0.003 + 1.5e-7 * rows * size.spread * several)


def _is_skewed(amounts: Floats) -> bool:
    spread = float(np.std(amounts))
    if spread == 0 or amounts.min() < 0:
        return False
    return float(np.mean(((amounts - amounts.mean()) / spread) ** 3)) > _SKEWED


def _trees(rows: int) -> int:
    return 100 if FEW_ROWS <= rows < 5_000 else 60


def _leaf_rows(size: Size) -> int:
    """Return the fewest rows in a leaf: few for precision, more where the forest would grow too big."""
    nodes = MOST_BYTES / (64 + 4 * size.answers)
    rows = min(size.rows, MOST_ROWS)
    usual = 2 if size.rows < 2_000 else 3
    return max(usual, math.ceil(_trees(size.rows) * rows / nodes))
