"""Columns of made-up tables: the cells as a person would find them, and how each row pulls at the target.

A column is fixed once and then gives any number of rows. Its pull is a function of the cells as they are
written (rounded, or empty), so that nothing about the target is lost that a reader of the file could know.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Protocol

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Effect = Literal["line", "step", "bend"]
Shape = Literal["normal", "skewed", "even"]
Calendar = Literal["weekday", "month", "trend"]

_FARTHEST = 3.0  # spreads from the middle, beyond which a value pulls no harder


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """Some rows of a column: what is written, and how it pulls (in any unit)."""

    texts: list[str]
    pull: Floats


class Column(Protocol):
    """A column that can be drawn again and again."""

    @property
    def name(self) -> str:
        """What the file calls it."""

    def draw(self, random: np.random.Generator, rows: int) -> Cells:
        """Return that many rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """Amounts, perhaps with a unit behind them or with empty cells."""

    name: str
    shape: Shape
    middle: float
    spread: float
    decimals: int
    unit: str
    effect: Effect
    missing: float  # share of the rows
    pull_of_missing: float

    def draw(self, random: np.random.Generator, rows: int) -> Cells:
        """Return that many rows."""
        drawn = {
            "normal": random.normal(size=rows),
            "skewed": random.lognormal(0.0, 0.7, size=rows) - 1.0,
            "even": random.uniform(-1.7, 1.7, size=rows),
        }[self.shape]
        values = np.round(self.middle + self.spread * drawn, self.decimals)
        pull = _effect(self.effect, (values - self.middle) / self.spread)
        empty = random.random(rows) < self.missing
        texts = [
            "" if gone else f"{value:.{self.decimals}f}{self.unit}"
            for value, gone in zip(values.tolist(), empty.tolist(), strict=True)
        ]
        return Cells(texts=texts, pull=np.where(empty, self.pull_of_missing, pull))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinds:
    """Words of which each stands for a kind; often ones and rare ones."""

    name: str
    levels: tuple[str, ...]
    shares: tuple[float, ...]
    pulls: tuple[float, ...]
    missing: float

    def draw(self, random: np.random.Generator, rows: int) -> Cells:
        """Return that many rows."""
        codes = random.choice(len(self.levels), size=rows, p=self.shares)
        empty = random.random(rows) < self.missing
        texts = [
            "" if gone else self.levels[code]
            for code, gone in zip(codes.tolist(), empty.tolist(), strict=True)
        ]
        return Cells(texts=texts, pull=np.where(empty, 0.0, np.array(self.pulls)[codes]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """Dates of some years, which pull by the day of the week, the month, or as time goes on."""

    name: str
    first: date
    days: int
    pattern: str  # of strftime
    calendar: Calendar
    pulls: tuple[float, ...]  # of each weekday or month

    def draw(self, random: np.random.Generator, rows: int) -> Cells:
        """Return that many rows."""
        after = random.integers(0, self.days, size=rows).tolist()
        drawn = [self.first + timedelta(days=day) for day in after]
        if self.calendar == "trend":
            pull = np.array(after, dtype=np.float64) / self.days
        else:
            pull = np.array([self.pulls[self._place(day)] for day in drawn])
        return Cells(texts=[day.strftime(self.pattern) for day in drawn], pull=pull)

    def _place(self, day: date) -> int:
        return day.weekday() if self.calendar == "weekday" else day.month - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """Short texts of common words, of which a few pull where they stand."""

    name: str
    words: tuple[str, ...]
    telling: tuple[str, ...]
    pulls: tuple[float, ...]
    share: float  # of the rows that hold a telling word

    def draw(self, random: np.random.Generator, rows: int) -> Cells:
        """Return that many rows."""
        lengths = random.integers(4, 11, size=rows)
        flat = random.integers(0, len(self.words), size=int(lengths.sum()))
        ends = np.cumsum(lengths)
        holds = random.random((rows, len(self.telling))) < self.share
        pull = holds @ np.array(self.pulls)
        texts = []
        for row in range(rows):
            said = [self.words[word] for word in flat[ends[row] - lengths[row] : ends[row]]]
            said[1:1] = [word for word, there in zip(self.telling, holds[row], strict=True) if there]
            texts.append(" ".join(said))
        return Cells(texts=texts, pull=pull.astype(np.float64))


def _effect(effect: Effect, at: Floats) -> Floats:
    """Return how values pull, given in spreads from the middle."""
    near = np.clip(at, -_FARTHEST, _FARTHEST)
    if effect == "step":
        return (near > 0.2).astype(np.float64)
    return np.abs(near) if effect == "bend" else near
