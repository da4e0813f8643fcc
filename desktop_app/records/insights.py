"""What the tested rows say beyond the score: do percentages fit, where it fails, what more rows would do."""

from desktop_app.records.decisions import Decision
from desktop_app.records.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Tested rows with about the same percentage: what was said, and how often it happened (0 to 1)."""

    said: float
    happened: float
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """Whether percentages can be trusted, from the lowest to the highest."""

    value: str  # the class that they speak of; empty: the class that was answered, whichever it was
    bins: tuple[Bin, ...]
    error: float  # expected calibration error, 0 to 1: the mean gap between said and happened, by rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What comes of answering a class from this chance on: tested rows that are, and that are not, of it."""

    chance: float
    found: int
    false: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cuts:
    """All that comes of being stricter or catching more with one class, the strictest first."""

    value: str
    rows: int  # tested
    positives: int  # of them, those of the class
    cuts: tuple[Cut, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """How far a number is off where answers are about this large; *lean*: above (+) or below on average."""

    low: float  # of the answers
    high: float
    rows: int
    half: float  # median of the absolute misses
    tenth: float  # 90th of 100
    lean: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """The score, on the same tested rows, of what was learned from so many rows."""

    rows: int
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A condition on one column: one of some values, or a number from *low* up to and without *high*.

    Where it *is_empty*, an empty cell is meant, too, or alone where nothing else is said.
    """

    column: str
    values: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    is_empty: bool = False
    is_date: bool = False  # low and high are days since 1970


@dataclass(frozen=True, slots=True, kw_only=True)
class WeakSpot:
    """Rows on which the score is clearly worse than on the rest, and the 95 % range of the gap.

    The score is the share that is right or, of a number, the mean absolute miss; the gap says how much worse
    it is, so it is above 0. The range is widened by how many groups of rows were looked at.
    """

    where: tuple[Where, ...]
    rows: int
    value: float
    rest: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One line of a rule that fits on a page: where all of this holds, this is answered."""

    where: tuple[Where, ...]
    answer: str  # a class, or the amount as the file would write it
    share: float  # of the rows learned from that it holds for
    right: float  # share of them with that class; for a number the mean absolute miss


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A model that can be read, and its score on the rows that tested the best one."""

    branches: tuple[Branch, ...]
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CostCheck:
    """What mistakes on the tested rows cost, in 100 of them, by costs that were given before learning."""

    decision: Decision  # the costs, and the line that was chosen by them on other rows than those that test
    cost: float  # of the mistakes at that line
    usual: float  # of those at one half
    constant: str  # the class that is the cheapest to answer always
    alone: float  # what that costs
    low: float  # 95 % range of what is saved beside it
    high: float
    right: float | None = None  # share that is right at that line; unknown in files of older programs

    @property
    def saves(self) -> bool:
        """Whether its mistakes cost less than one answer for all rows, beyond chance."""
        return self.low > 0
