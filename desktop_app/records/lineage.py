"""A model that was learned again with new rows: from which one it came, and how the two compare."""

from typing import Literal

from desktop_app.records.record import dataclass
from desktop_app.records.tables import Table
from desktop_app.records.trust import Trust

FEWEST_COMPARED = 50  # rows that tested both models
JOINED_FILE = "joined.parquet"  # left in the job's folder by `join`: what its table was read from
# Notices that say of such a table where its rows come from, and what became of them.
ORIGINS = ("again.joined", "again.alone", "again.converted", "again.units")


@dataclass(frozen=True, slots=True, kw_only=True)
class Against:
    """How a model and the one before it did on the same rows, which neither had learned from.

    Both in the measure of the new one's score.
    """

    rows: int
    problem: Literal["", "few"] = ""  # too few rows to compare: no figures then
    now: float = 0.0
    before: float = 0.0
    low: float = 0.0  # 95 % range of the new one less the one before
    high: float = 0.0
    k: int = 0  # of precision at k: among how many rows each looks for the class


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """From which model one was learned again."""

    content: str  # sha256 over what that model is
    name: str  # what it was called
    created: str  # ISO 8601, UTC
    rows_then: int  # that it learned from
    rows_new: int  # of the new one that were not among them
    joined: bool  # the rows of its table were learned from again
    is_known: bool  # its table was there, so that rows of both could be told
    against: Against | None = None  # none where both do not answer the same question


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """What a training that is done again with new rows needs to know of the model before it."""

    model: str  # path
    name: str
    first: int  # the row of the table from which on rows are new, from 0
    joined: bool
    is_known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinOrder:
    """Make one table of the rows that a model learned from and those of a new file, or of these alone."""

    training_id: str  # of the model
    model: str  # path
    name: str  # of the model
    first: str  # folder of the rows that it learned from; empty where they are gone
    second: str  # folder of the rows of the new file
    joined: bool
    trust: Trust | None = None  # the worker fills in whose models are believed


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """The table that came of it, and how it is learned from."""

    table: Table
    again: Again


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Rows of two tables in which the answer is filled in."""

    before: int
    new: int  # of the second table, that the first does not have
    doubled: int  # of the second, that the first has
