"""What a model does with its columns, found after learning: curves, columns that go together, pairs."""

from typing import Literal

from desktop_app.records.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectPoint:
    """The average answer when one column has this value, its middle half, and how many rows are near."""

    label: str  # a value of a category; empty for a number or a date
    at: float | None  # a number, or the days since 1970 of a date
    mean: float  # chance of the class, 0 to 1, or an amount
    low: float
    high: float
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """How the average answer goes with one column."""

    column: str
    kind: Literal["number", "category", "date"]
    points: tuple[EffectPoint, ...]
    rows: int  # that were asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Columns that tell much of each other, so that each hides what another does; what all of them do."""

    columns: tuple[str, ...]
    loss: float  # as of an importance, with its 95 % range
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bins:
    """A column in a few bins: its most frequent values, or ranges of numbers or days."""

    column: str
    kind: Literal["number", "category", "date"]
    levels: tuple[str, ...] = ()  # of a category
    ranges: tuple[tuple[float, float], ...] = ()  # of numbers, or days since 1970; of one value both ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two columns whose effects do not simply add up: the average answer for both."""

    first: Bins
    second: Bins
    strength: float  # share of their joint effect that is not the sum of both (Friedman's H squared), 0 to 1
    means: tuple[tuple[float, ...], ...]  # [first][second]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """All of it, for one class or for the amount."""

    value: str  # the class whose chance is meant; empty for a number
    usual: float  # the average answer
    effects: tuple[Effect, ...]
    together: tuple[Together, ...] = ()
    interactions: tuple[Pair, ...] = ()  # those that older programs kept as `pairs` held words
