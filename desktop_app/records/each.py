"""What came of one model for each group: a pooled model, and for each group a correction of its own."""

from typing import Literal, get_args

from desktop_app.records.record import dataclass
from desktop_app.records.tables import ColumnType

NO_GROUPS: tuple[ColumnType, ...] = ("id", "date", "text")  # types of column whose values name no groups
FEWEST_GROUPS = 2
MOST_GROUPS = 20_000  # that have a model of their own
FEWEST_OWN = 10  # rows of a group with a correction of its own; a smaller one has the pooled model
FEWEST_TESTED = 10  # rows of a group, to tell whether its model is any good
LITTLE = 0.2  # of a correction that is the group's own: nearly all is borrowed
FALSE_SHARE = 0.1  # the most of the groups called better, or odd, that are expected to be so by chance alone

# Whether the model of a group is better than its own simplest guess, beyond chance: "unclear" says that its
# tested rows do not show it, "few" that there are too few of them to tell.
GroupLevel = Literal["better", "unclear", "few"]
Oddness = Literal["worse", "other"]  # far more off than in groups of its size; or what moves it is other


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupResult:
    """One group: how good its model is on rows that it had not seen, and how much of it is its own.

    The errors are of the same tested rows: the mean absolute miss, or the share that is wrong (0 to 1). They
    are 0 where no row was tested.
    """

    name: str  # the value of the column
    rows: int  # that were learned from and tested
    tested: int
    error: float  # of the model that answers
    pooled: float  # of one model for all groups
    simple: float  # of the mean, or the most frequent kind, of the group
    level: GroupLevel
    own: float = 0.0  # how much of the correction is the group's own: 0, all is borrowed, to 1
    odd: tuple[Oddness, ...] = ()

    @property
    def badness(self) -> float:
        """How far off it is beside its simplest guess: 1 is as well, more is worse."""
        return self.error / self.simple if self.simple else float(self.error > 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """How much less the loss is than with one model for all, on the tested rows, with its 95 % range.

    A share of the loss of the pooled model: 0.1 is a tenth less, below 0 is more.
    """

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Each:
    """A model for each value of one column, and what it is worth."""

    column: str
    is_pooled: bool  # one model for all is as good, so that it answers for every group
    has_slopes: bool  # what moves the answer differs between groups, too, and not only its level
    groups: tuple[GroupResult, ...]  # with enough rows, in the order of the most rows
    gain: Gain
    small: int = 0  # groups with too few rows for a correction: they have the pooled model
    small_rows: int = 0
    empty_rows: int = 0  # rows in which the column is empty, which have it, too
    beyond: float = 0.0  # of an amount: how much further each end of a range reaches for a group not known

    @property
    def count(self) -> int:
        """How many groups there are."""
        return len(self.groups) + self.small

    def levels(self, level: GroupLevel) -> int:
        """Return how many groups are of a level; those too small for a correction are too few to tell."""
        return sum(group.level == level for group in self.groups) + (self.small if level == "few" else 0)

    @property
    def counts(self) -> dict[str, int]:
        """How many groups are of each level."""
        return {level: self.levels(level) for level in get_args(GroupLevel)}

    @property
    def borrowing(self) -> int:
        """How many groups have a correction, of which nearly all is borrowed."""
        return 0 if self.is_pooled else sum(group.own < LITTLE for group in self.groups)

    @property
    def by_chance(self) -> int:
        """How many of the groups that are called better are expected to be so by chance alone, at most."""
        return round(FALSE_SHARE * self.levels("better"))
