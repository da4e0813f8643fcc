"""What the file of groups, or of what is usual, says of itself."""

from typing import Literal

from desktop_app.records.clusters import Grouping
from desktop_app.records.models import Schema
from desktop_app.records.oddness import Oddness
from desktop_app.records.plans import LeftOut
from desktop_app.records.record import dataclass
from desktop_app.records.tables import Recipe

ComparedKind = Literal["groups", "odd"]  # new rows are put into old groups, or told how odd they are


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """How many rows were kept apart from learning, and how many of them fitted no group then."""

    held: int
    beyond: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedFound:
    """What was found in the old table, and how it was asked for. No row of it stands in here."""

    exclude: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    number: int = 0  # of groups that was asked for; 0: as many as are clear
    seed: int = 0
    grouping: Grouping | None = None
    reached: Reached | None = None  # beside the groups
    oddness: Oddness | None = None

    @property
    def kind(self) -> ComparedKind:
        """What new rows are told."""
        return "groups" if self.grouping else "odd"

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The columns that do not count."""
        found = self.grouping or self.oddness
        return found.left_out if found else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedCard:
    """All that such a file says of itself without anything in it being run."""

    created: str  # ISO 8601, UTC
    versions: dict[str, str]
    table: str  # name of the file it learned from
    table_sha256: str
    rows: int
    schema: Schema
    recipe: Recipe
    found: ComparedFound
    stored_answers: int
    estimator_types: tuple[str, ...] = ()
