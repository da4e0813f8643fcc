"""How much is tried, decided beforehand from the size of the table and the budget, never from the clock.

A slower computer than the one of `costs` is caught by the clock of the search, which says so.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from desktop_app.engine.features.strongest import MOST_FEATURES
from desktop_app.engine.roles import FEW_ROWS
from desktop_app.engine.size import Size
from desktop_app.records.handover import Room
from desktop_app.records.results import KindName

NESTED_BELOW = 2_000  # rows: a fifth of them would be too few to show that a weak model is better than none
REFIT_BELOW = 20_000
MOST_LOCKED = 20_000
MOST_LOCKED_EACH = 100_000  # where each of many groups is to be judged
MOST_ROWS = 50_000  # that a forest learns from
MOST_LEAVES = 40_000  # of all trees of boosting, so that the model file stays small
_LARGE, _MOST_OF_LARGE = 63, 64_000  # leaves of one of the larger trees, and of all
MOST_BYTES = 12_000_000  # of a forest in memory; a quarter of it in the file
FEWEST_ROUNDS = 30
PROCESSORS = 2  # of the computer for which all this is set
FOR_KINDS = 1.2  # seconds of the processor for each second of the budget, on two of them
FOR_KINDS_FEW = 0.6  # where rows are few and all is done by one
MOST_WIDE = 1_500  # features that the curved model and the network can hold
FEWEST_FOR_NETWORK = 1_000  # rows
# Seconds for boosting of each of the budget: of a very large table hardly anything else can be learned.
_AMONG_OTHERS, _ALONE = 0.35, 0.9
_STRENGTHS = (0.003, 0.03, 0.3, 3.0)
ONE_PAGE: tuple[KindName, ...] = ("rule",)  # the kinds of a model that a person can read as a whole
_CHECKPOINTS = 14
_FOLDS, _INNER = 5, 3  # parts that are hidden in turn, and inside each where the choice is repeated
_MOST_OF_LINEAR = 0.3  # seconds of the processor for each of the budget
_STOPPED_EARLY = 0.5  # of the rounds that a kind may take, those that it mostly takes

Tested = Literal["held_out", "repeated", "held_out_no_refit"]


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
    locked: int = MOST_LOCKED  # rows at most that are kept aside to test
    room: Room | None = None  # that all kinds together may take; None: as much as they like

    @property
    def learned(self) -> int:
        """How many models are learned once the choice is made, of which one is delivered."""
        return _learned(self.tested, self.folds)


def plan_effort(size: Size, budget: float, places: int = 0) -> Effort:
    """Return how much is tried on a table of this size within *budget* seconds.

    With so many *places* elsewhere where a fit can be, more is tried; how it is tested stays the same.
    """
    more = max(1.0, places / PROCESSORS)
    tested = _tested(size, budget)
    folds = _folds(size, budget, tested)
    repeats = 2 if size.rows < FEW_ROWS else 1
    inner = _INNER if tested == "repeated" else 0
    fits = repeats * folds * (1 + inner) + _learned(tested, folds)
    at_once = min(more, fits / PROCESSORS)  # times as many of a kind as here
    rounds = _rounds(size, at_once * budget, fits, tested)
    strengths = _strengths(size, at_once * budget, fits)
    costs = costs_of(size, fits, rounds=rounds, strengths=len(strengths))
    kinds = _kinds(size, budget, tested, {kind: (one / at_once, one / more) for kind, one in costs.items()})
    return Effort(
        tested=tested,
        folds=folds,
        repeats=repeats,
        inner=inner,
        strengths=strengths,
        rounds=checkpoints(rounds),
        rate=rate_of(rounds),
        leaves=_leaves(size.rows),
        trees=_trees(size.rows),
        leaf_rows=_leaf_rows(size),
        kinds=tuple(kinds),
        seconds=tuple(max(costs[kind], 0.01) for kind in kinds),
    )


def for_one_page(effort: Effort) -> Effort:
    """Return the same for a model that a person can read as a whole: there is only one kind of it."""
    return replace(effort, kinds=ONE_PAGE, seconds=(1.0,))


def _kinds(
    size: Size, budget: float, tested: Tested, costs: Mapping[KindName, tuple[float, float]]
) -> list[KindName]:
    """Return the kinds that there is time for, the most promising first.

    *costs*: the seconds of each where nothing else is done, and its share where all others are, too.
    """
    left = (FOR_KINDS_FEW if tested == "repeated" else FOR_KINDS) * budget
    kinds: list[KindName] = []
    for kind, (alone, share) in costs.items():
        if not kinds or (alone <= left and _suits(kind, size)):
            kinds.append(kind)
            left -= share
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


def _tested(size: Size, budget: float) -> Tested:
    if size.rows < FEW_ROWS or (size.rows < NESTED_BELOW and _has_time_to_nest(size, budget)):
        return "repeated"
    return "held_out" if size.rows < REFIT_BELOW else "held_out_no_refit"


def _has_time_to_nest(size: Size, budget: float) -> bool:
    """Return whether the choice can be repeated in every part, of a table that may be wide."""
    fits = _FOLDS * (1 + _INNER) + _learned("repeated", _FOLDS)
    is_quick = _seconds_of_linear(size, fits) <= _MOST_OF_LINEAR * budget
    return is_quick and _rounds_affordable(size, budget, fits) >= FEWEST_ROUNDS


def _learned(tested: Tested, folds: int) -> int:
    return {"repeated": folds + 1, "held_out": 2, "held_out_no_refit": 1}[tested]


def _is_thorough(budget: float) -> bool:
    """Return whether there is time for what gains little."""
    return budget >= 45


def _folds(size: Size, budget: float, tested: Tested) -> int:
    if tested == "repeated":
        return 8 if _is_thorough(budget) and size.rows < 200 else _FOLDS
    usual = _FOLDS if size.rows < 20_000 else 3 if size.rows < 60_000 else 1
    affordable = (
        folds for folds in (_FOLDS, 3) if _rounds_affordable(size, budget, folds + 1) >= FEWEST_ROUNDS
    )
    return min(usual, next(affordable, 1))


def _leaves(rows: int) -> int:
    return 8 if rows < FEW_ROWS else 15 if rows < 5_000 else 31


def _seconds_a_round(size: Size) -> float:
    numbers = min(size.numbers, MOST_FEATURES)
    # Of few rows the answers after each round take the most.
    start = 1e-3 if size.rows < NESTED_BELOW else 4e-4
    tree = start + 2e-7 * numbers * _leaves(size.rows) + 1.5e-8 * size.rows * numbers
    return tree * size.outputs


def _rounds_affordable(size: Size, budget: float, fits: int) -> int:
    share = _ALONE if fits <= 2 else _AMONG_OTHERS
    seconds = min(share * budget, 8.0) if size.rows < FEW_ROWS else share * budget
    return int(seconds / (fits * _seconds_a_round(size)))


def _rounds(size: Size, budget: float, fits: int, tested: Tested) -> int:
    if tested == "repeated":
        wanted = 100 if size.rows >= FEW_ROWS and _is_thorough(budget) else 60
    else:
        wanted = 200 if size.rows < 2_000 else 500 if size.rows < 5_000 else 1_000
        wanted = wanted if _is_thorough(budget) else min(150, wanted)
    small_enough = MOST_LEAVES // (size.outputs * _leaves(size.rows))
    return max(FEWEST_ROUNDS, min(wanted, small_enough, _rounds_affordable(size, budget, fits)))


def checkpoints(rounds: int) -> tuple[int, ...]:
    """Return where to look: close together at first, where every round counts."""
    steps = range(1, _CHECKPOINTS + 1)
    return tuple(
        sorted({max(min(4, rounds), round(rounds * (step / _CHECKPOINTS) ** 1.7)) for step in steps})
    )


def rate_of(rounds: int) -> float:
    """Return how much of its mistake each round mends, the less the more there are."""
    return round(0.9 / math.sqrt(rounds), 3)


def _strengths(size: Size, budget: float, fits: int) -> tuple[float, ...]:
    seconds = len(_STRENGTHS) * _seconds_of_linear(size, fits)
    return _STRENGTHS if seconds <= 0.15 * budget else _STRENGTHS[2:3]


def costs_of(size: Size, fits: int, *, rounds: int, strengths: int) -> dict[KindName, float]:
    """Return the CPU seconds of each kind on an ordinary office computer, the most promising first."""
    rows = min(size.rows, 20_000)
    points = min(300, rows // 2)
    bends = 2 * rows * points * (size.wide * 1e-9 + 1.5e-8)
    curved = bends + 6 * rows * points * size.outputs * (5e-8 if size.classes else 1e-8)
    # Rows that judge must not say when to stop.
    early = 1.0 if size.rows < NESTED_BELOW else _STOPPED_EARLY
    boosted = early * fits * rounds * _seconds_a_round(size)
    forest_rows = min(size.rows, MOST_ROWS)
    features = min(size.numbers, MOST_FEATURES) * 0.5
    grown = _trees(size.rows) * (2e-3 + 6e-9 * forest_rows * math.log2(max(2, forest_rows)) * features)
    layered = _STOPPED_EARLY * 12 * rows * (size.wide * 96 + 4_608) * 1.5e-9
    return {
        "linear": strengths * _seconds_of_linear(size, fits),
        "boosting": boosted,
        "kernel": fits * (0.02 + 0.6 * curved),
        "network": fits * layered,
        "boosting_log": boosted,
        "boosting_small": 0.6 * boosted,
        "forest": fits * grown,
        "boosting_large": 2 * boosted if rounds * size.outputs * _LARGE <= _MOST_OF_LARGE else math.inf,
    }


def _seconds_of_linear(size: Size, fits: int) -> float:
    return fits * (0.003 + 1.5e-7 * min(size.rows, MOST_ROWS) * size.spread * size.outputs)


def _trees(rows: int) -> int:
    return 100 if FEW_ROWS <= rows < 5_000 else 60


def _leaf_rows(size: Size) -> int:
    """Return the fewest rows in a leaf: few for precision, more where the forest would grow too big."""
    nodes = MOST_BYTES / (64 + 4 * size.answers)
    rows = min(size.rows, MOST_ROWS)
    usual = 2 if size.rows < 2_000 else 3
    return max(usual, math.ceil(_trees(size.rows) * rows / nodes))
