"""Which columns of a new file are taken for columns that a model learned from."""

import shlex

from desktop_app.records.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMatch:
    """A column of a file that is used as one of the model's, whose name it does not have."""

    column: str  # as the model calls it
    source: str  # as the file calls it


@dataclass(frozen=True, slots=True, kw_only=True)
class Scaling:
    """A column of numbers that is multiplied before a model reads it, since it is in another unit."""

    column: str  # as the model calls it
    factor: float

    @property
    def divides(self) -> bool:
        """Whether it is better said as a division."""
        return 0 < self.factor < 1

    @property
    def said(self) -> float:
        """By what is multiplied or divided: a whole number where that is meant."""
        size = 1 / self.factor if self.divides else self.factor
        return round(size) if abs(size - round(size)) < 1e-9 * size else size

    @property
    def option(self) -> str:
        """The option of the command line that says it."""
        number = f"1/{self.said:.15g}" if self.divides else f"{self.said:.15g}"
        return f"--multiply {shlex.quote(f'{self.column}={number}')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A column of a file that may be the one that a model misses, and how many of its cells say so."""

    column: str  # as the model calls it
    source: str  # as the file calls it
    matched: int = 0  # cells that hold what the model has seen in its column
    of: int = 0  # cells that are not empty; 0 where texts cannot be compared so

    @property
    def option(self) -> str:
        """The option of the command line that says that it is."""
        return f"--map {shlex.quote(f'{self.source}={self.column}')}"
