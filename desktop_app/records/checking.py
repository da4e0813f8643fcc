"""Whether a file fits a model: what is asked on the command line, and what is said."""

from dataclasses import field

from desktop_app.records.compared_cards import ComparedCard
from desktop_app.records.compared_files import Placing, Scoring
from desktop_app.records.forecasts import ForecastFound, Hindsight
from desktop_app.records.models import Preflight
from desktop_app.records.notices import Notice
from desktop_app.records.record import dataclass
from desktop_app.records.tables import Recipe, Wishes
from desktop_app.records.trust import Trust


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckFileOrder:
    """Say how a file fits a model; nothing is kept."""

    model: str
    path: str
    allow_missing: tuple[str, ...] = ()
    matches: tuple[str, ...] = ()  # NEW=OLD: a column of the file that is used as one of the model's
    multiply: tuple[str, ...] = ()  # COLUMN=NUMBER: a column of the model whose numbers are multiplied
    wishes: Wishes = field(default_factory=Wishes)  # beyond those that the model brings
    recipe: Recipe | None = None  # of another file, which this one is read like
    trust: Trust | None = None  # the worker fills in whose models are believed


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedAhead:
    """What is said of newer rows beyond how they fit a forecast."""

    found: ForecastFound  # of the model
    until: str  # the last moment whose value is known; empty where a column is missing
    hindsight: Hindsight | None = None  # where moments have come that it had forecast


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedBeside:
    """What is said of all rows of a file beside the old ones of a model that compares rows."""

    card: ComparedCard
    rows: int
    are_others: bool  # many more rows are unlike the old ones than chance explains
    placing: Placing | None = None
    scoring: Scoring | None = None  # without the rows that stand out


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedFile:
    """How a file fits a model."""

    preflight: Preflight  # where columns are missing that are allowed to be, it is a caution
    warnings: tuple[Notice, ...] = ()  # of reading the file
    beside: CheckedBeside | None = None  # where the model compares rows, and the file has its columns
    ahead: CheckedAhead | None = None  # where the model is a forecast
