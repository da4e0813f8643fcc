"""Which tables are made for which question: noise, signal, leaks, honest strong columns, ranges; by a number.

Every choice follows from the number alone. What is asked of the learner has limits here, so that a miss is
worth looking at: a class has at least 30 rows where signal is planted, at most 6 columns pull (3 under 800
rows), codes of many kinds pull only from 3,000 rows on, texts and dates from 600.
"""

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from tests.benchmarks.learner.made_columns import Floats
from tests.benchmarks.learner.made_tables import Aim, Process, Wish, make_process
from tests.benchmarks.learner.made_targets import Form

Ask = Literal["noise", "signal", "leak", "clean", "range"]
ASKS: tuple[Ask, ...] = get_args(Ask)
LEAST_SKILL = 0.15

_FEWEST_OF_CLASS = 30
_MOST_CLASSES = 8
_STREAMS = {ask: place for place, ask in enumerate(ASKS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Chances:
    """The random numbers of one table: those that fix the process, and those that draw rows."""

    making: np.random.Generator
    learning: np.random.Generator
    fresh: np.random.Generator


def chances_of(ask: Ask, seed: int) -> Chances:
    """Return the random numbers that a number stands for."""
    making, learning, fresh = (np.random.default_rng([seed, _STREAMS[ask], place]) for place in range(3))
    return Chances(making=making, learning=learning, fresh=fresh)


def process_for(ask: Ask, random: np.random.Generator) -> Process:
    """Return a process for one question."""
    while True:
        process = make_process(random, _wish(ask, random))
        if process.skill >= 0.98 * process.wish.skill:  # else its columns cannot tell as much as was wished
            return process


def _wish(ask: Ask, random: np.random.Generator) -> Wish:
    match ask:
        case "noise":
            return _noise(random)
        case "leak":
            return _told(random, skill=(0.05, 0.45), most_classes=2)
        case "clean":
            return _strong(random)
        case "signal":
            return _told(random, skill=(LEAST_SKILL / 0.98, 0.9))
    return _told(random, skill=(0.03, 0.9))


def _noise(random: np.random.Generator) -> Wish:
    rows = _between(random, 50, 2_000)
    return Wish(
        rows=rows,
        columns=_between(random, 3, 40),
        skill=0.0,
        missing_answers=_missing(random),
        aim=_aim(random, rows, fewest=3, most_classes=_MOST_CLASSES),
    )


def _told(
    random: np.random.Generator, *, skill: tuple[float, float], most_classes: int = _MOST_CLASSES
) -> Wish:
    rows = _between(random, 300, 5_000)
    return Wish(
        rows=rows,
        columns=_between(random, 3, 40),
        skill=float(random.uniform(*skill)),
        missing_answers=_missing(random),
        aim=_aim(random, rows, fewest=_FEWEST_OF_CLASS, most_classes=most_classes),
    )


def _strong(random: np.random.Generator) -> Wish:
    """Return a wish for one or two columns that honestly say nearly all there is to know."""
    rows = _between(random, 300, 5_000)
    first = float(random.uniform(0.7, 1.0))
    return Wish(
        rows=rows,
        columns=_between(random, 3, 40),
        skill=float(random.uniform(0.4, 0.9)),
        strong=(first,) if random.random() < 0.6 else (0.55 * first, 0.45 * first),
        aim=_aim(random, rows, fewest=_FEWEST_OF_CLASS, most_classes=2),
    )


def _aim(random: np.random.Generator, rows: int, *, fewest: int, most_classes: int) -> Aim:
    """Return a kind of target: 2 of 5 are numbers, the others even classes, rare ones or many."""
    drawn = random.random()
    if drawn < 0.4:
        forms: tuple[Form, ...] = get_args(Form)
        return Aim(form=forms[int(random.integers(len(forms)))])
    least = fewest / rows
    if drawn < 0.6 or rows < 4 * fewest:
        share = float(random.uniform(0.3, 0.5))
        return Aim(shares=(1 - share, share))
    if drawn < 0.8 or most_classes == 2:
        share = float(np.exp(random.uniform(np.log(max(least, 0.02)), np.log(0.2))))
        return Aim(shares=(1 - share, share))
    count = int(random.integers(3, min(most_classes, int(0.6 / least)) + 1)) if least < 0.2 else 3
    return Aim(shares=_shares(random, count, least))


def _shares(random: np.random.Generator, count: int, least: float) -> tuple[float, ...]:
    drawn: Floats = random.dirichlet(np.full(count, 3.0))
    shares = least + (1 - count * least) * drawn
    return tuple(sorted((shares / shares.sum()).tolist(), reverse=True))


def _between(random: np.random.Generator, fewest: int, most: int) -> int:
    """Return a whole number, small ones as often as large ones by their size."""
    return int(np.exp(random.uniform(np.log(fewest), np.log(most + 1))))


def _missing(random: np.random.Generator) -> float:
    return float(random.uniform(0.005, 0.03)) if random.random() < 0.2 else 0.0
