"""Groups of rows that are alike: what is asked, and what came of it."""

from dataclasses import field
from typing import Literal

from desktop_app.records.notices import Notice
from desktop_app.records.plans import LeftOut
from desktop_app.records.record import dataclass
from desktop_app.records.results import VerdictLevel
from desktop_app.records.tables import Question, Recipe, Wishes
from desktop_app.records.written import Written


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupingPlan:
    """Which columns count, and how many groups there shall be."""

    exclude: tuple[str, ...] = ()  # columns the person leaves out
    include: tuple[str, ...] = ()  # columns the person wants back that the program would leave out
    number: int = 0  # of groups; 0: as many as are clear
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Trait:
    """What is more frequent in a group than elsewhere: a value, or numbers or days in a range.

    Of a range, None is an open end, and *end* is no part of it; where both are the same, it is that number.
    A day is one since 1970.
    """

    column: str
    kind: Literal["category", "number", "date"]
    share: float  # of the group's rows
    elsewhere: float  # of all other rows
    value: str = ""
    start: float | None = None
    end: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """One group: how many rows it has, and what tells it apart, the clearest first."""

    rows: int
    traits: tuple[Trait, ...]
    name: str = ""  # that a person gave it


@dataclass(frozen=True, slots=True, kw_only=True)
class Stability:
    """Of 1: how many pairs of rows stay together when it is done again, with the 95 % range of doing so."""

    share: float
    low: float
    high: float
    chance: float  # the same of rows without groups


@dataclass(frozen=True, slots=True, kw_only=True)
class MapSpot:
    """A row on the map: its place along the two directions in which rows differ most, and its group."""

    x: float
    y: float
    group: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupMap:
    """Some of the rows, and how much of the differences between them two directions show, from 0 to 1."""

    spots: tuple[MapSpot, ...]
    held: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NearRow:
    """A row about as near to another group as to its own: its place, counted from 0, and both groups."""

    row: int
    group: int
    other: int
    fit: float  # 0 on the border


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """The groups of a table, the largest first; none where none are clear and no number was asked for."""

    level: VerdictLevel
    clusters: tuple[Cluster, ...]
    stability: Stability
    tried: int  # groups, to which the stability belongs
    found_again: bool  # they are, but may be no closer together than chance explains
    rows: int
    between: int  # rows near a border
    features: tuple[str, ...]
    left_out: tuple[LeftOut, ...] = ()
    repeats: str = ""  # the column that alone tells the group
    repeated: int = 0  # rows of which it does
    map: GroupMap | None = None
    near: tuple[NearRow, ...] = ()  # the nearest to a border first
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupFileOrder:
    """Find the groups in a file; where *out* is named, write the table there with the group of each row."""

    path: str
    plan: GroupingPlan
    out: str = ""
    table_folder: str = ""  # of a stored table, whose rows are taken; the file is then only given back
    model: str = ""  # where the groups are kept, for new rows; empty: nowhere
    names: tuple[str, ...] = ()  # of the groups, the largest first; an empty one is only numbered
    found: str = ""  # path of what was found of each row, which is then only written
    wishes: Wishes = field(default_factory=Wishes)
    recipe: Recipe | None = None  # of another file, which this one is read like
    memory: int = 0  # bytes, as the worker fills in; 0: as much as is there


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupedFile:
    """What came of it."""

    grouping: Grouping
    written: Written | None = None
    is_kept: bool = False  # as a model file
    warnings: tuple[Notice, ...] = ()
    questions: tuple[Question, ...] = ()
