"""Targets of made-up tables: from a signal to answers by a known chance, so that the best skill is known.

Skill is 1 - loss / loss of the simplest guess, of the best predictor there can be: log-loss of the true
chances against the shares of the classes, squared error of the true mean against the mean of all. Both are
computed from the process itself on a large sample of its signal, without a draw of answers.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np

from tests.benchmarks.learner.made_columns import Floats

Form = Literal["even", "skewed", "counts"]

_HALVINGS = 18
_STEPS = 25  # in which the shares of the classes settle
_FITTED = 3_000  # rows of the signal that are enough to fit a target
_STRONGEST = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The answers of some rows: as written, as class codes or amounts, and what the best predictor says."""

    texts: list[str]
    values: Floats  # (rows,)
    best: Floats  # (rows, classes), or (rows, 1)


class Target(Protocol):
    """How a signal becomes answers."""

    @property
    def outputs(self) -> int:
        """How many signals it needs."""

    @property
    def classes(self) -> tuple[str, ...]:
        """The kinds; none for a number."""

    def skill(self, signal: Floats) -> float:
        """Return the skill of the best predictor over these rows."""

    def draw(self, random: np.random.Generator, signal: Floats) -> Answers:
        """Return answers for these rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Classes:
    """One of several kinds, by chances that grow with its signal."""

    classes: tuple[str, ...]
    offsets: tuple[float, ...]
    strength: float

    @property
    def outputs(self) -> int:
        """How many signals it needs: two kinds are told apart by one."""
        return 1 if len(self.classes) == 2 else len(self.classes)

    def chances(self, signal: Floats) -> Floats:
        """Return the true chances (rows, classes)."""
        if self.outputs == 1:
            signal = np.hstack([np.zeros_like(signal), signal])
        logits = np.array(self.offsets) + self.strength * signal
        raised = np.exp(logits - logits.max(axis=1, keepdims=True))
        return np.asarray(raised / raised.sum(axis=1, keepdims=True))

    def skill(self, signal: Floats) -> float:
        """Return the skill of the true chances."""
        chances = self.chances(signal)
        return 1 - float(_entropy(chances).mean() / _entropy(chances.mean(axis=0)))

    def draw(self, random: np.random.Generator, signal: Floats) -> Answers:
        """Return kinds drawn by their chances."""
        chances = self.chances(signal)
        codes = (random.random((len(signal), 1)) > np.cumsum(chances, axis=1)[:, :-1]).sum(axis=1)
        texts = [self.classes[code] for code in codes.tolist()]
        return Answers(texts=texts, values=codes.astype(np.float64), best=chances)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """A number: even noise around the signal, many small and few large, or counts of events."""

    form: Form
    share: float  # of what moves it, that is signal; of counts, how strongly it does
    middle: float
    spread: float
    decimals: int
    classes: tuple[str, ...] = ()

    @property
    def outputs(self) -> int:
        """How many signals it needs."""
        return 1

    def skill(self, signal: Floats) -> float:
        """Return the skill of the true mean."""
        means = self._means(signal[:, 0])
        explained = float(means.var())
        return explained / (explained + float(np.mean(self._noise(means))))

    def draw(self, random: np.random.Generator, signal: Floats) -> Answers:
        """Return amounts around their mean."""
        known, means = signal[:, 0], self._means(signal[:, 0])
        mixed = np.sqrt(self.share) * known + np.sqrt(1 - min(self.share, 1.0)) * random.normal(
            size=len(known)
        )
        if self.form == "even":
            values = self.middle + self.spread * mixed
        elif self.form == "skewed":
            values = self.middle * np.exp(self.spread * mixed)
        else:
            values = random.poisson(means).astype(np.float64)
        values = np.round(values, self.decimals) + 0.0
        texts = [f"{value:.{self.decimals}f}" for value in values.tolist()]
        return Answers(texts=texts, values=values, best=means[:, None])

    def _means(self, known: Floats) -> Floats:
        if self.form == "even":
            return np.asarray(self.middle + self.spread * np.sqrt(self.share) * known)
        if self.form == "skewed":
            drift = self.spread**2 * (1 - self.share) / 2
            return np.asarray(self.middle * np.exp(self.spread * np.sqrt(self.share) * known + drift))
        return np.asarray(self.middle * np.exp(np.sqrt(self.share) * known))

    def _noise(self, means: Floats) -> Floats:
        """Return the variance around each mean."""
        if self.form == "even":
            return np.full(1, self.spread**2 * (1 - self.share))
        if self.form == "skewed":
            return np.asarray(means**2 * (np.exp(self.spread**2 * (1 - self.share)) - 1))
        return means


def fitted_classes(names: Sequence[str], shares: Sequence[float], signal: Floats, skill: float) -> Classes:
    """Return classes of these shares whose signal has that skill, or as much as it can have."""

    some = signal[:_FITTED]

    def of(strength: float) -> Classes:
        made = Classes(classes=tuple(names), offsets=tuple(np.log(shares).tolist()), strength=strength)
        for _ in range(_STEPS if strength else 0):
            found = made.chances(some).mean(axis=0)
            moved = np.array(made.offsets) + np.log(np.array(shares) / np.maximum(found, 1e-9))
            made = Classes(classes=made.classes, offsets=tuple(moved.tolist()), strength=strength)
        return made

    return of(_found(lambda strength: of(strength).skill(some), skill, _STRONGEST))


def fitted_amounts(like: Amounts, signal: Floats, skill: float) -> Amounts:
    """Return amounts of this form whose signal has that skill, or as much as it can have."""

    def of(share: float) -> Amounts:
        return Amounts(
            form=like.form, share=share, middle=like.middle, spread=like.spread, decimals=like.decimals
        )

    return of(_found(lambda share: of(share).skill(signal), skill, 1.0))


def _found(skill_of: Callable[[float], float], skill: float, most: float) -> float:
    """Return where a growing function reaches *skill*, by halving; 0 where none is wanted."""
    if skill <= 0:
        return 0.0
    low, high = 0.0, most
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if skill_of(middle) < skill else (low, middle)
    return (low + high) / 2


def _entropy(chances: Floats) -> Floats:
    return np.asarray(-(chances * np.log(np.maximum(chances, 1e-12))).sum(axis=-1))
