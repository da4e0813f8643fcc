"""What is known about an imported file."""

from dataclasses import dataclass
from typing import Literal

from desktop_app.records.notices import Notice

ColumnType = Literal["number", "category", "yes/no", "date", "text", "id"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar of the small picture over a column: a value, or the range of numbers it stands for."""

    label: str
    count: int
    start: float | None = None
    end: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column and its profile.

    In the stored Parquet file the column at *position* p is `v{p}` (typed: DOUBLE for a number, TIMESTAMP for
    a date, else VARCHAR; NULL where a value is missing) and `r{p}` (VARCHAR: the text exactly as read).
    """

    name: str
    type: ColumnType
    position: int
    missing: int
    distinct: int
    examples: tuple[str, ...] = ()
    top_values: tuple[Bar, ...] = ()  # the most frequent values, at most 50, most frequent first
    bars: tuple[Bar, ...] = ()  # the histogram to draw: at most 20
    whole: bool = False  # a number column that holds whole numbers only
    decimals: int = 0  # the most digits after the decimal point
    minimum: float | None = None  # numbers as they are; dates as seconds since 1970
    maximum: float | None = None
    low: float | None = None  # 5th of 100
    median: float | None = None
    high: float | None = None  # 95th of 100
    notes: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How a file was read, so that the next one is read the same way."""

    format: Literal["csv", "xlsx"]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    missing_marks: tuple[str, ...] = ()  # spellings that were read as empty
    types: dict[str, ColumnType] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """An imported file: typed columns, and how it was read. Its rows are in `table.parquet` beside it."""

    name: str  # of the file, as the person knows it
    rows: int
    columns: tuple[Column, ...]
    recipe: Recipe
    warnings: tuple[Notice, ...] = ()
    sha256: str = ""  # of the file that was read
    size: int = 0  # bytes of the file that was read

    def column(self, name: str) -> Column | None:
        """Return the column of that name, if there is one."""
        return next((column for column in self.columns if column.name == name), None)
