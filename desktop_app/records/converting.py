"""What it takes to save a table as it was understood, and what came of it."""

from dataclasses import field

from desktop_app.records.notices import Notice
from desktop_app.records.orders import Written
from desktop_app.records.record import dataclass
from desktop_app.records.tables import ColumnType, Question, Recipe, Wishes


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvertFileOrder:
    """Save the table in a file as it was understood."""

    path: str
    out: str
    wishes: Wishes = field(default_factory=Wishes)
    recipe: Recipe | None = None  # of another file, which this one is read like


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvertedFile:
    """What was understood of a file, and where it was saved."""

    rows: int
    columns: dict[str, ColumnType]  # under the names they have in the new file
    written: Written
    warnings: tuple[Notice, ...] = ()
    questions: tuple[Question, ...] = ()  # where two readings fit
