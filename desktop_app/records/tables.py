"""What is known about an imported file."""

from dataclasses import field
from typing import Literal

from desktop_app.records.notices import Notice, Value
from desktop_app.records.record import dataclass

ColumnType = Literal["number", "category", "yes/no", "date", "text", "id"]
Format = Literal[
    "csv", "xlsx", "xls", "xlsb", "ods", "html", "parquet", "json", "sav", "por", "dta", "sas7bdat", "xpt"
]
WORKBOOKS: frozenset[Format] = frozenset(("xlsx", "xls", "xlsb", "ods"))
NAMED_BY_A_ROW: frozenset[Format] = WORKBOOKS | {"csv", "html"}  # one row of cells may hold the names
MOST_COLUMNS = 16_384  # as many as Excel has
LONGEST_VALUE = 1_000  # letters of a value, as profiles and rules keep it
# What the names of files end in that hold a table: for dialogs alone, since a file is known by its contents.
ENDINGS = (
    *(".csv", ".tsv", ".tab", ".txt", ".gz"),
    *(".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb", ".ods", ".html", ".htm"),
    *(".parquet", ".json", ".ndjson", ".jsonl", ".geojson"),
    *(".sav", ".zsav", ".por", ".dta", ".sas7bdat", ".xpt"),
)


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

    Of the column at *position* p, `r{p}` (VARCHAR) in `texts.parquet` is the text exactly as read, and `v{p}`
    in `values.parquet` what it means: DOUBLE for a number, TIMESTAMP for a date, else VARCHAR; NULL where a
    value is missing. There is no `v{p}` where every text is its own value.
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
    unit: str = ""  # of all its numbers: "%", a currency, or what stands behind them, as "kg"
    notes: tuple[Notice, ...] = ()
    heading: str = ""  # what the file calls it, where a person gave it another name
    as_read: bool = False  # every text is its own value
    factor: float = (
        1.0  # by which its numbers are multiplied where a model reads them; stored they are as read
    )

    @property
    def in_file(self) -> str:
        """What the file calls it."""
        return self.heading or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class RowRule:
    """Rows that are left out: those with a value, with a number in a range, with an empty cell, or repeats.

    A date is in seconds since 1970; *end* is not part of the range, and where it is None, the range is open.
    """

    kind: Literal["value", "range", "empty", "repeated"]
    column: str = ""  # as the file calls it; empty for rows that repeat an earlier one in all columns
    value: str = ""
    start: float | None = None
    end: float | None = None
    keep: bool = False  # all other rows are left out instead


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What is decided about a file before it is read; all else is found out.

    `readings` says of a column how its cells are meant: a `ColumnType`, where a number may be *number-point*
    ("1,234.5") or *number-comma* ("1.234,5"), and a date *date-dmy*, *date-mdy* or *date-ymd* by the order of
    its parts. Cells that cannot be read so count as missing, which is said. Behind it may stand which cells
    mean "not known", each after " missing:": "number missing:999 missing:-1".

    Columns go by what the file calls them, also where *names* gives them another name.
    """

    encoding: str = ""  # by its Python name
    delimiter: str = ""
    header: int | None = None  # the row of the file, from 1, with the names of the columns; 0: there are none
    keep_all: bool = False  # rows below the table and totals stay in it
    sheet: str = ""
    range: str = ""  # of the sheet, as "B3:F40"
    readings: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)  # a better name for a column
    columns_out: tuple[str, ...] = ()  # left out
    rows_out: tuple[RowRule, ...] = ()  # left out, one rule after the other


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetName:
    """One sheet of a workbook."""

    name: str
    is_hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How a file was read, so that the next one is read the same way."""

    format: Format
    packed: bool = False  # by gzip
    encoding: str = ""  # by its Python name
    delimiter: str = ""
    header: int = 1  # the row of the file, from 1, in which the last line of names stands; 0: there are none
    header_rows: int = 1  # lines of names, one below the other
    left_out: int = 0  # rows below the table, and totals
    sheet: str = ""
    range: str = ""  # of the sheet, as "B3:F40", its names included
    sheets: tuple[SheetName, ...] = ()  # all of the workbook, in its order; not for a model to carry
    missing_marks: tuple[str, ...] = ()  # spellings that were read as empty
    types: dict[str, ColumnType] | None = None
    readings: dict[str, str] = field(default_factory=dict)  # of numbers and dates, as `Wishes` has them
    wishes: Wishes = field(default_factory=Wishes)  # what a person had decided


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer to a question: a reading as `Wishes` has it, and what it makes of the cells."""

    reading: str
    examples: tuple[str, ...]  # as many as the question has


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Two readings fit all cells of a column: only a person knows which is meant."""

    code: str  # of its sentence
    column: str
    examples: tuple[str, ...]  # up to five cells as they stand
    choices: tuple[Choice, ...]  # the first one is what the column is read as meanwhile
    values: dict[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """An imported file: typed columns, and how it was read. Its rows are in two files beside it."""

    name: str  # of the file, as the person knows it
    rows: int
    columns: tuple[Column, ...]
    recipe: Recipe
    warnings: tuple[Notice, ...] = ()
    questions: tuple[Question, ...] = ()
    sha256: str = ""  # of the file that was read
    size: int = 0  # bytes of the file that was read
    columns_out: tuple[Column, ...] = ()  # those that a person left out; their cells are stored like others
    rows_out: tuple[int, ...] = ()  # how many rows each rule of the wishes left out

    @property
    def all_columns(self) -> tuple[Column, ...]:
        """Those that are left out among the others, in the order of the file."""
        return tuple(sorted((*self.columns, *self.columns_out), key=lambda column: column.position))

    def column(self, name: str) -> Column | None:
        """Return the column of that name, if there is one."""
        return next((column for column in self.columns if column.name == name), None)
