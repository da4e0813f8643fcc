"""How the answers of a model come out for groups of rows, such as people of several regions."""

from typing import Literal

from desktop_app.records.decisions import Decision
from desktop_app.records.record import dataclass

# Of kinds: how many are answered so; of those that are really so, how many are found; of all others, how many
# are answered so nevertheless; how many are right. Of a number: the mean absolute miss, and the mean miss.
GroupMeasure = Literal["said", "found", "false", "right", "miss", "lean"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupsOrder:
    """Compare the answers to the rows that tested a model, by the values of one column."""

    table_folder: str
    tested: str  # path of the rows that tested it
    column: str  # as the file calls it, whatever its name in the table is
    name: str  # of the column, as it is shown
    classes: tuple[str, ...] = ()
    value: str = ""  # the class that is meant by being found; empty for a number
    decision: Decision | None = None
    features: tuple[str, ...] = ()  # the columns that the model uses
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measure of one group with its 95 % range: a share from 0 to 1, or an amount."""

    measure: GroupMeasure
    value: float
    low: float
    high: float
    rows: int  # that it is a share or a mean of


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The tested rows with one value, or with a number or a date from *low* to *high*."""

    label: str = ""  # empty of a range, and where the cell is empty
    low: float | None = None  # a number; of a date, seconds since 1970
    high: float | None = None
    rows: int  # tested
    figures: tuple[Figure, ...] = ()  # none where there are too few rows to say anything

    @property
    def is_empty(self) -> bool:
        """Whether these are the rows in which the cell is empty."""
        return not self.label and self.low is None

    def figure(self, measure: GroupMeasure) -> Figure | None:
        """Return the figure of a measure, where enough rows tell it."""
        return next((figure for figure in self.figures if figure.measure == measure), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """How far two groups differ in a measure, with a 95 % range that holds for all pairs of groups together.

    Where some pairs differ by more than luck, it is the widest of those; else the widest of all.
    """

    measure: GroupMeasure
    more: int  # place of the group with the greater figure
    less: int
    value: float  # never below 0
    low: float
    high: float

    @property
    def is_clear(self) -> bool:
        """Whether it is more than luck."""
        return self.low > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIn:
    """A column that is used and tells the group: how far on the way from chance (0) to perfect (1)."""

    column: str
    told: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedGroups:
    """What came of comparing groups."""

    column: str  # as it is shown
    kind: Literal["value", "number", "date"]
    value: str  # the class that is meant by being found; empty for a number
    rows: int  # tested
    groups: tuple[Group, ...]
    gaps: tuple[Gap, ...] = ()  # one a measure that two groups at least have
    others: int = 0  # values beyond those that are shown, and in how many rows they are
    rows_of_others: int = 0
    is_used: bool = False  # the model looks at the column itself
    stand_ins: tuple[StandIn, ...] = ()  # the strongest first
