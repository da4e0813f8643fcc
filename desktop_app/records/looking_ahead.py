"""What comes next in the rows of a file: what is asked, what came of it, and what a model file says of it."""

from dataclasses import field
from typing import Literal

from desktop_app.records.compared_files import ComparedFile
from desktop_app.records.forecasts import ForecastAsked, ForecastFound, ForecastFuture, Hindsight
from desktop_app.records.model_files import AcceptedOther
from desktop_app.records.notices import Notice
from desktop_app.records.orders import PredictedFile, Written
from desktop_app.records.record import dataclass
from desktop_app.records.remote import Cluster, OnCluster
from desktop_app.records.series_errors import SeriesErrors
from desktop_app.records.tables import Recipe, Wishes

# Left in the folder of a job, then beside the model. *series*: all of many, a line each, for its page.
AHEAD_FILES = {"csv": "coming.csv", "xlsx": "coming.xlsx", "series": "coming.jsonl"}
SAVED_AS = ("csv", "xlsx")  # what a person can save
AheadKind = Literal["csv", "xlsx", "series"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastFileOrder:
    """Read a file, find out what comes next in it, and save the model where the person wants it."""

    path: str
    asked: ForecastAsked
    out: str
    all_known: bool = False  # every column that can be is known for the time ahead
    exclude: tuple[str, ...] = ()  # columns that are not, whatever else is said
    wishes: Wishes = field(default_factory=Wishes)
    recipe: Recipe | None = None  # of another file, which this one is read like
    cluster: Cluster | None = None  # whose workers learn
    threads: int = 2  # the worker fills in how many it may use


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastFile:
    """What came of it. Of the series, the first few; of *errors* the worst."""

    found: ForecastFound
    future: ForecastFuture
    unused: tuple[str, ...] = ()  # columns that could have been named as known
    groups: tuple[str, ...] = ()  # columns of whose values none has two rows at one moment, where others do
    errors: tuple[SeriesErrors, ...] = ()
    on_cluster: OnCluster | None = None  # where a cluster learned instead of this computer
    warnings: tuple[Notice, ...] = ()  # of reading the file


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedOnFile:
    """What comes next in the newer rows of a file, and where all steps of all series were saved."""

    found: ForecastFound  # of the model
    future: ForecastFuture  # the first few series
    rows: int  # that were saved: one for each step of each series
    cautions: int  # of them with a caution
    written: Written
    warnings: tuple[Notice, ...] = ()  # of reading the file
    hindsight: Hindsight | None = None  # where moments have come that it had forecast


@dataclass(frozen=True, slots=True, kw_only=True)
class WentOn:
    """What comes next after newer rows. All steps are in files that the job leaves."""

    name: str
    future: ForecastFuture  # as many series as a page offers, each with the newest part of its past
    series: int  # that there are
    rows: int  # one for each step of each series
    cautions: int  # of them with a caution
    kinds: tuple[AheadKind, ...]  # of file that were left
    warnings: tuple[Notice, ...] = ()  # of reading the file
    hindsight: Hindsight | None = None  # where moments have come that it had forecast


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAheadOrder:
    """Find out what comes next in a table of the workspace, and leave the model and all steps."""

    table_folder: str
    name: str  # of the table, as the person knows it
    asked: ForecastAsked
    instead_of: str = ""  # id of the forecast of which a person has now answered what was open
    threads: int = 2  # the worker fills in how many it may use


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedAhead:
    """What came of it: a model that is kept among the others. All steps are in files that the job leaves."""

    accepted: AcceptedOther
    kinds: tuple[AheadKind, ...]  # of file that were left
    groups: tuple[str, ...] = ()  # columns of whose values none has two rows at one moment, where others do
    errors: tuple[SeriesErrors, ...] = ()  # of forecasts whose file of series does not hold them


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredFile:
    """What came of bringing a file to a model, whichever kind the model is of: one of them."""

    rows: PredictedFile | None = None
    ahead: MovedOnFile | None = None
    compared: ComparedFile | None = None

    @property
    def answers(self) -> PredictedFile:
        """What came of answering rows. Raises ValueError where that is not what was done."""
        if self.rows is None:
            raise ValueError("no rows were answered")
        return self.rows
