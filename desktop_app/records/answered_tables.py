"""A table of the workspace that is answered by a model: what is asked, and what comes back."""

from desktop_app.records.decisions import Decision
from desktop_app.records.matching import ColumnMatch, Scaling
from desktop_app.records.models import Answers, Preflight
from desktop_app.records.record import dataclass
from desktop_app.records.tables import Table
from desktop_app.records.trust import Trust


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTableOrder:
    """Read the file of a table for a model, and answer every row of it."""

    path: str
    name: str
    model: str
    training_id: str
    sha256: str = ""  # that the file must still have
    matches: tuple[ColumnMatch, ...] = ()  # used where the file lacks the column and has the other one
    known_scalings: tuple[Scaling, ...] = ()  # done where the file is off by just that
    allow_missing: tuple[str, ...] = ()
    decision: Decision | None = None  # from which chance on a class is answered
    explain: bool = False  # say for each row what moved its answer
    learned_from: str = ""  # folder of the table that the model learned from; empty: gone
    threads: int = 2  # the worker fills in how many it may use
    trust: Trust | None = None  # the worker fills in whose models are believed


@dataclass(frozen=True, slots=True, kw_only=True)
class TableAnswered:
    """A table that was read for a model, in the job's folder, how it fits, and its answers."""

    table: Table
    preflight: Preflight
    answers: Answers
