"""Which columns of a new file are taken for columns that a model learned from."""

import shlex

from desktop_app.records.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMatch:
    """A column of a file that is used as one of the model's, whose name it does not have."""

    column: str  # as the model calls it
    source: str  # as the file calls it


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
