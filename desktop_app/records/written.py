"""A file that was saved for the person."""

from typing import Literal

from desktop_app.records.notices import Notice
from desktop_app.records.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """That a table is saved as several files in a folder."""

    rows: int  # of each; the last one has the rest
    ending: str  # of their names, with its point
    are_headed: bool = True  # all of them; else the first one alone, so that together they are one file


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPart:
    """One of several files."""

    name: str
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file that was saved for the person, or a folder of its parts."""

    path: str
    size: int  # bytes
    marked_cells: int = 0  # cells that begin like a formula and were saved as text
    added: tuple[str, ...] = ()  # headings of the answers in it: with a number where one was taken
    columns: tuple[str, ...] = ()  # headings of the table's own columns in it
    renamed: tuple[str, ...] = ()  # those of them that are new names, where the format takes no two alike
    workbook: Literal["", "same", "new"] = ""  # of the file that came in, or a new one instead; "": neither
    why_new: Notice | None = None  # why it is a new one
    covered: bool = False  # a chart or a picture lies over the columns that were added
    parts: tuple[WrittenPart, ...] = ()  # in the order of their rows, where it is a folder
