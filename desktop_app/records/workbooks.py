"""What a workbook that answers for a model says, and what it asks."""

from typing import Literal

from desktop_app.records.decisions import Decision
from desktop_app.records.record import dataclass
from desktop_app.records.results import VerdictLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One column that is asked for; *minimum* and *maximum* are numbers, or days since 1970."""

    column: str
    label: str  # the name, with its unit
    type: Literal["number", "date", "category"]
    usual: str = ""
    minimum: float | None = None
    maximum: float | None = None
    outside: str = ""  # what is said of a cell beyond these
    new: str = ""  # what is said of a value that no row had
    unread: str = ""  # what is said of a cell that holds no number, or no date


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookWords:
    """All texts of a workbook; those with marks in braces are filled by its formulas."""

    title: str
    verdict: str
    level: VerdictLevel
    sheets: tuple[str, str, str]  # the names of those that are seen: one row, many rows, about
    questions: tuple[Question, ...]
    target: str
    classes: tuple[str, ...]  # none for a number
    headings: dict[str, str]  # of the columns and fields
    fill: str
    nothing: str  # where nothing is filled in
    chance: str  # with {count}
    between: str  # with {low} and {high}
    paste: str  # how many rows can be pasted
    about: tuple[tuple[str, str], ...]  # a heading, and what stands beside it
    rows: int  # of the sheet of many rows
    decimals: int = 0
    decision: Decision | None = None
