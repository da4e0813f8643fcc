"""What came of bringing a new file to old groups, or to what was usual in an old one."""

from typing import Literal

from desktop_app.records.compared_cards import ComparedCard
from desktop_app.records.models import Preflight
from desktop_app.records.notices import Notice
from desktop_app.records.oddness import Oddness
from desktop_app.records.record import dataclass
from desktop_app.records.tables import Column
from desktop_app.records.written import Written


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupShare:
    """One group in the old rows and in the new ones."""

    name: str
    before: int  # rows of the old table
    now: int  # rows of the new one


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """How the new rows are shared out among the old groups."""

    shares: tuple[GroupShare, ...]
    none: int  # rows that fit none


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoring:
    """How odd the new rows are beside the old ones."""

    oddness: Oddness  # of it, `by_chance` is of rows like the old ones
    usual: int  # old rows that they are compared with: `less_odd` counts these
    upper: int  # rows odder than 90 of 100 old ones


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedFile:
    """What came of it: one of both, and where every row was saved."""

    card: ComparedCard
    rows: int
    are_others: bool  # many more rows are unlike the old ones than chance explains
    cautions: int  # rows with a caution
    preflight: Preflight
    written: Written
    placing: Placing | None = None
    scoring: Scoring | None = None
    warnings: tuple[Notice, ...] = ()  # of reading the file


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherNames:
    """Which columns a file lacks or has under other names, and those that may be them."""

    preflight: Preflight
    free: tuple[Column, ...]  # without their values


@dataclass(frozen=True, slots=True, kw_only=True)
class WentBeside:
    """What came of it, with the oddest rows that a page shows. All rows are in files that the job leaves."""

    name: str
    compared: ComparedFile | None = None  # not yet, where a column is lacking that may have another name
    kinds: tuple[Literal["csv", "xlsx"], ...] = ()  # of file that were left
    other_names: OtherNames | None = None
