"""Small questions to a model that is held open, and their answers; nothing of them is stored.

A row of the table is a number from 0 on. Days are in ISO 8601, with the time where there is one.
"""

from typing import Literal

from desktop_app.records.decisions import Decision
from desktop_app.records.notices import Notice
from desktop_app.records.record import dataclass
from desktop_app.records.trust import Trust

Cell = str | float | None  # a kind, a text or a day (ISO 8601); a number; empty


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """The model to hold open, and the rows it learned from where they are still there."""

    model: str  # path
    table_folder: str = ""
    trust: Trust | None = None  # the worker fills in whose models are believed


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A question about one row: its answer and why; rows like it; or the nearest change of the answer."""

    about: Literal["answer", "similar", "change", "row"]
    cells: dict[str, Cell]  # by column; one that is missing is empty
    allowed: tuple[str, ...] = ()  # columns that may change
    wanted: str = ""  # the class that it should answer; empty: any other
    more: bool = True  # of a number: whether it should become more
    row: int = 0  # about "row": which row of the table to give the cells of
    why: bool = True  # about "answer": whether to take the answer apart, which takes most of the time
    decision: Decision | None = None  # from which chance on a class is answered, where that was decided


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """How far one column moves the answer from the usual one: of a chance (0 to 1) or an amount.

    Of a wide table, the columns that count least are one reason together; its *column* and *cell* are empty.
    """

    column: str
    cell: Cell
    amount: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """An answer taken apart: the usual answer and all reasons sum to it (Shapley values)."""

    value: str  # the class whose chance is meant: that of the answer; empty for a number
    usual: float
    answer: float
    reasons: tuple[Reason, ...]  # the strongest first


@dataclass(frozen=True, slots=True, kw_only=True)
class Like:
    """A past row like the one asked about."""

    row: int
    outcome: str
    cells: dict[str, Cell]  # of the columns that count, those that count most first


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One cell that would have to be another."""

    column: str
    before: Cell
    after: Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What was asked for; the rest is empty.

    About "row", `answer` is what really came of the row, as the file has it, where that is known. About
    "change", there is what would be answered then; without `changes`, no few cells that may change would do.
    A number counts as more, or less, when it has changed by the usual miss of the model.
    """

    answer: str = ""  # the class, or the amount as the file would write it
    chances: dict[str, float] | None = None
    amount: float | None = None
    low: float | None = None
    high: float | None = None
    why: Why | None = None
    cautions: tuple[Notice, ...] = ()
    like: tuple[Like, ...] = ()
    near: int = 0  # past rows about as like as rows of the table usually are to each other
    changes: tuple[Changed, ...] = ()
    cells: dict[str, Cell] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """What comes before questions is done: the worker has loaded, or the model is open."""
