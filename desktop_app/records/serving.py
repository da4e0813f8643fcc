"""One model as a service: what it is asked for many rows at once, and what it says of itself."""

from typing import Literal

from desktop_app.records.notices import Value
from desktop_app.records.plans import Task
from desktop_app.records.record import dataclass
from desktop_app.records.results import Score, VerdictLevel
from desktop_app.records.served_cells import CellKind
from desktop_app.records.tables import ColumnType
from desktop_app.records.trust import Trust


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeOrder:
    """The model to hold open."""

    model: str  # path
    threads: int = 2  # the worker fills in how many it may use
    trust: Trust | None = None  # the worker fills in whose models are believed


@dataclass(frozen=True, slots=True, kw_only=True)
class AskRows:
    """Rows to answer: JSON as it came, or a file of it; or a table, from a file into a file.

    Files are named by what stands behind the folder of the order.
    """

    form: Literal["model", "json", "table"]
    text: str = ""
    file: str = ""
    out: str = ""  # where the answers go; of "json", an answer that fits into a message is not written
    most: int = 0  # rows of "json" that are answered


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongCell:
    """A cell, or a whole row, that does not fit; rows count from 0."""

    row: int
    what: Literal["row", "missing"] | CellKind  # what it should be, or that it is not there
    column: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why rows are not answered: a code of `errors.service_sayings`, and what is wrong with them."""

    code: str
    count: int = 0
    cells: tuple[WrongCell, ...] = ()  # the first ones


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsAnswered:
    """The answers: JSON, or nothing where they are in the file that was asked for; or why there are none."""

    text: str = ""
    refusal: Refusal | None = None
    rows: int = 0
    cautions: int = 0  # rows with one


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedColumn:
    """A column that rows are asked for."""

    name: str
    type: ColumnType
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedModel:
    """What a service tells of its model: no value of a row, and no name of a file that it learned from."""

    name: str  # of the file, without its ending
    target: str
    task: Task
    classes: tuple[str, ...]
    columns: tuple[ServedColumn, ...]
    created: str  # ISO 8601, UTC
    learned_rows: int | None  # None: it was made elsewhere
    level: VerdictLevel
    sentence: str
    score: Score | None  # None: nobody tested it
    decision: dict[str, Value] | None = None  # from which chance on one of two classes is answered
    signed: bool = False
