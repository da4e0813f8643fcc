"""Which rows of an answered file are picked for a list to act on: the most wanted first."""

from desktop_app.records.decisions import Costs
from desktop_app.records.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """Which rows: those with the highest numbers in a column of the answers, or with the lowest."""

    column: int  # of the answers, from 0
    is_lowest: bool = False
    most: int | None = None  # rows; None: as many as there are
    limit: float | None = None  # of the column: no lower one, or of the lowest no higher one


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """What acting brings for a row of the class that a list is about, and what it takes for every row."""

    benefit: float
    cost: float

    @property
    def pays_from(self) -> float | None:
        """From which chance on it pays; None where it never does."""
        if self.cost > self.benefit:
            return None
        return Costs(missed=self.benefit - self.cost, false=self.cost).pays_from if self.benefit else 0.0
