"""A model that comes as a file: what it says of itself before it is opened, and what is kept once it was."""

from typing import Literal

from desktop_app.records.compared_cards import ComparedCard
from desktop_app.records.decisions import Decision
from desktop_app.records.forecast_cards import ForecastCard
from desktop_app.records.notices import Notice
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation
from desktop_app.records.trust import Trust

ModelKind = Literal["rows", "forecast", "compared"]  # it answers rows, says what comes next, or compares


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpersonalOrder:
    """Save a model without values and words of its table that may point to a person."""

    model: str
    out: str
    decision: Decision | None = None  # to travel with it
    own_decision: bool = True  # that in the model's file counts where no other one is given
    trust: Trust | None = None  # the worker fills in whose models are believed


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedImpersonal:
    """What was taken out of it."""

    path: str
    size: int  # bytes
    values: int
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LookOrder:
    """Copy this file into the job's folder and say what it says of itself; nothing in it is run."""

    path: str
    name: str  # of the file, as the person knows it
    trust: Trust | None = None  # the worker fills in whose models are believed


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What a model file says of itself."""

    name: str
    version: str  # of the program that made it
    made: str  # ISO 8601, UTC
    table: str  # name of the file it learned from
    target: str
    rows: int
    columns: tuple[str, ...]
    is_brought: bool = False  # made elsewhere: *table* is the file as which it came
    notices: tuple[Notice, ...] = ()  # of who signed it
    kind: ModelKind = "rows"


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptOrder:
    """Open the copy at *path* with every check."""

    path: str
    name: str  # of the file, as the person knows it
    notices: tuple[Notice, ...] = ()  # of who signed it
    trust: Trust | None = None  # the worker fills in whose models are believed


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a model of the workspace comes from that was not learned here."""

    file: str  # its name, as the person knows it; empty where it came as none: it was learned here
    version: str  # of the program that made it
    made: str  # ISO 8601, UTC
    notices: tuple[Notice, ...] = ()  # what opening it said


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """What a model file holds that passed every check."""

    origin: Origin
    table: str  # name of the file it learned from
    plan: TrainingPlan
    evaluation: Evaluation
    decision: Decision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedOther:
    """What a model file holds that passed every check, and that answers no rows."""

    kind: ModelKind
    origin: Origin
    card: ForecastCard | ComparedCard
