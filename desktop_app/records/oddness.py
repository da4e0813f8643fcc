"""Rows that are odd among the others: what is asked, and what came of it."""

from dataclasses import field
from typing import Literal

from desktop_app.records.notices import Notice
from desktop_app.records.plans import LeftOut
from desktop_app.records.record import dataclass
from desktop_app.records.results import VerdictLevel
from desktop_app.records.tables import Question, Recipe, Wishes
from desktop_app.records.written import Written

ReasonKind = Literal[
    "range",  # a number is not within what rows like it have
    "days",  # the same of a day
    "rare",  # a value that hardly any row has
    "few",  # a value that fewer rows have than a file tells of
    "here",  # a value that hardly any row like it has
    "empty",  # hardly any cell of the column is
    "slip",  # divided by a power of ten the number is like the others
    "sign",  # with the other sign it is like the others
    "stand_in",  # the same far number in several odd rows, as of a form that wants one
    "lone",  # one number far from all others of its column
]
FAULTS: frozenset[ReasonKind] = frozenset({"empty", "slip", "sign", "stand_in", "lone"})
MarkKind = Literal["odd", "fine"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OddnessPlan:
    """Which columns count."""

    exclude: tuple[str, ...] = ()  # columns the person leaves out
    include: tuple[str, ...] = ()  # columns the person wants back that the program would leave out
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OddReason:
    """One cell that makes a row odd, beside the rows that are like it in all other columns.

    A day is one since 1970. *count* of *of* rows: those that have the same value.
    """

    kind: ReasonKind
    column: str
    value: float | str | None
    low: float = 0.0  # of what rows like it have: 5 of 100 are below
    high: float = 0.0
    count: int = 0
    of: int = 0
    factor: float = 1.0  # of a slip: the cell divided by it is like the others


@dataclass(frozen=True, slots=True, kw_only=True)
class OddRow:
    """A row that stands out: its place, counted from 0, and why, the weightiest first."""

    row: int
    less_odd: int  # rows of the table
    reasons: tuple[OddReason, ...]
    key: str = ""  # of all its cells, by which it is known again when the table is read anew

    @property
    def is_fault(self) -> bool:
        """Return whether it looks like a fault of the file rather than a rare row."""
        return bool(self.reasons) and self.reasons[0].kind in FAULTS


@dataclass(frozen=True, slots=True, kw_only=True)
class OddMark:
    """What a person says of a row, and why it was odd then; *rows* its table had."""

    mark: MarkKind
    row: OddRow
    rows: int
    before: MarkKind | None = None  # what was said of it until then


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeats:
    """Rows that stand in a table more than once, cell for cell but for columns that tell each row apart."""

    rows: int  # that are the same as an earlier one
    places: tuple[tuple[int, ...], ...]  # of the same rows, counted from 0; the first of them
    but: tuple[str, ...] = ()  # those columns


@dataclass(frozen=True, slots=True, kw_only=True)
class NearPair:
    """Two rows, counted from 0, that are the same but for one cell, and what stands there."""

    row: int
    other: int
    column: str
    value: str
    other_value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NearlySame:
    """Pairs of rows that are the same but for one cell that hardly differs."""

    count: int
    pairs: tuple[NearPair, ...]  # the first of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Oddness:
    """The rows that stand out, the oddest first."""

    rows: int
    count: int  # rows that stand out; the oddest of them are in `odd`
    by_chance: int  # rows that stand out in 19 of 20 tables without odd rows, at most
    are_far: bool  # whether the oddest is far odder than any row is by chance
    odd: tuple[OddRow, ...]
    after: tuple[OddRow, ...] = ()  # the oddest of those that do not stand out
    repeats: Repeats | None = None
    nearly: NearlySame | None = None
    features: tuple[str, ...]
    left_out: tuple[LeftOut, ...] = ()
    shared: OddReason | None = None  # the fault that most of the oddest have
    sharing: int = 0  # rows of the oddest that have it
    looked_at: int = 0  # rows that were asked whether they do
    seconds: float = 0.0

    @property
    def level(self) -> VerdictLevel:
        """Return how far these rows may be relied on to be odd; nobody has looked at them yet."""
        if self.shared:
            return "suspicious"  # chance does not make the same fault again and again
        has_lone = any(reason.kind == "lone" for row in self.odd for reason in row.reasons)
        return "weak" if self.count > self.by_chance or self.are_far or has_lone else "guessing"


@dataclass(frozen=True, slots=True, kw_only=True)
class OddFileOrder:
    """Find the odd rows of a file; where *out* is named, write all rows there with their oddness."""

    path: str
    plan: OddnessPlan
    out: str = ""
    model: str = ""  # where what is usual is kept, for new rows; empty: nowhere
    table_folder: str = ""  # of a stored table, whose rows are taken; the file is then only given back
    marked: dict[str, MarkKind] = field(default_factory=dict)  # by the places of rows, to be written, too
    found: str = ""  # path of what was found of each row, which is then only written
    wishes: Wishes = field(default_factory=Wishes)
    recipe: Recipe | None = None  # of another file, which this one is read like
    memory: int = 0  # bytes, as the worker fills in; 0: as much as is there


@dataclass(frozen=True, slots=True, kw_only=True)
class OddFile:
    """What came of it."""

    oddness: Oddness
    written: Written | None = None
    warnings: tuple[Notice, ...] = ()
    questions: tuple[Question, ...] = ()
