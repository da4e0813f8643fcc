"""What each journey is asked, what it returns where no other record says it, and the files it leaves."""

from dataclasses import field

from desktop_app.records.compared_cards import ComparedCard
from desktop_app.records.decisions import Decision
from desktop_app.records.forecast_cards import ForecastCard
from desktop_app.records.lineage import Again
from desktop_app.records.matching import ColumnMatch, Scaling
from desktop_app.records.models import Answers, ModelCard, Preflight
from desktop_app.records.notices import Notice
from desktop_app.records.picks import Pick
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.record import dataclass
from desktop_app.records.remote import Cluster, OnCluster
from desktop_app.records.results import Evaluation
from desktop_app.records.tables import ColumnType, Question, Recipe, Table, Wishes
from desktop_app.records.trust import Trust
from desktop_app.records.written import Parts
from desktop_app.records.written import Written as Written  # noqa: PLC0414 - where it is looked for

MODEL_FILE = "model.hunch"  # left in the job's folder by `train` and `finish`
TESTED_FILE = "unseen.parquet"  # the rows that tested it, left beside it there
ANSWERS_FILE = "answers.parquet"  # left there by `apply`


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOrder:
    """Read this file into the job's folder."""

    path: str
    name: str  # of the file, as the person knows it
    wishes: Wishes = field(default_factory=Wishes)
    table_id: str = ""  # of the table that this file is read anew for; empty: it becomes a new one
    size: int = 0  # bytes that the file must still have when it is read anew
    sha256: str = ""  # that it must still have then
    earlier: str = ""  # folder of the reading before, whose rows can serve again


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainOrder:
    """Learn from the table in this folder."""

    table_folder: str
    plan: TrainingPlan
    again: Again | None = None  # where a model is learned again with new rows
    cluster: Cluster | None = None  # that learns instead of this computer
    threads: int = 2  # the worker fills in how many it may use
    memory: int = 0  # bytes, as the worker fills in; 0: as much as is there
    trust: Trust | None = None  # the worker fills in whose models are believed


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishOrder:
    """Make a model from the candidates that a stopped search left in its folder."""

    table_folder: str
    plan: TrainingPlan
    search_folder: str
    again: Again | None = None  # where a model is learned again with new rows
    searched_at: str = ""  # address of the cluster that searched; the rest is done here, at once
    threads: int = 2  # the worker fills in how many it may use
    memory: int = 0  # bytes, as the worker fills in; 0: as much as is there
    trust: Trust | None = None  # the worker fills in whose models are believed


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainOrder:
    """Look into the model of a training, with the rows of the table in this folder that it learned from."""

    model: str  # path
    table_folder: str
    threads: int = 2  # the worker fills in how many it may use
    trust: Trust | None = None  # the worker fills in whose models are believed


@dataclass(frozen=True, slots=True, kw_only=True)
class PrepareOrder:
    """Read a new file and compare it with what a model needs."""

    path: str
    name: str
    model: str
    training_id: str = ""
    wishes: Wishes = field(default_factory=Wishes)  # beyond those that the model brings
    matches: tuple[ColumnMatch, ...] = ()  # used where the file lacks the column and has the other one
    refused: tuple[str, ...] = ()  # columns of which a person has said that no suggestion is right
    scalings: tuple[Scaling, ...] = ()  # columns that are multiplied
    known_scalings: tuple[Scaling, ...] = ()  # the same, where the file is off by just that
    instead: str = ""  # the id of the same file, read before without these matches
    learned_from: str = ""  # folder of the table that the model learned from; empty: gone
    trust: Trust | None = None  # the worker fills in whose models are believed


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A new file, read into the job's folder, and how it fits."""

    table: Table
    preflight: Preflight


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyOrder:
    """Answer every row of the table in this folder."""

    table_folder: str
    model: str
    allow_missing: tuple[str, ...] = ()
    decision: Decision | None = None  # from which chance on a class is answered
    explain: bool = False  # say for each row what moved its answer
    learned_from: str = ""  # folder of the table that the model learned from; empty: gone
    threads: int = 2  # the worker fills in how many it may use
    trust: Trust | None = None  # the worker fills in whose models are believed


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOrder:
    """Write a table, with answers beside its columns if there are any, to a file of the person's."""

    table_folder: str
    out: str
    answers: str = ""  # path of what `apply` left
    headings: tuple[str, ...] = ()
    source: str = ""  # path of the file that the table was read from, to be given back with columns added
    pick: Pick | None = None  # only these rows, in a new file


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectOrder:
    """Say what a file, table or model, contains; nothing is kept."""

    path: str
    wishes: Wishes = field(default_factory=Wishes)
    recipe: Recipe | None = None  # of another file, which this one is read like
    trust: Trust | None = None  # the worker fills in whose models are believed


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnFacts:
    """What the command line says of one column: the profile without its pictures."""

    name: str
    type: ColumnType
    missing: int
    distinct: int
    examples: tuple[str, ...] = ()
    notes: tuple[Notice, ...] = ()
    heading: str = ""  # what the file calls it


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    """What a file contains: the columns of a table, or the card of a model."""

    name: str
    rows: int = 0
    columns: tuple[ColumnFacts, ...] = ()
    questions: tuple[Question, ...] = ()  # where two readings fit
    warnings: tuple[Notice, ...] = ()
    recipe: Recipe | None = None
    columns_out: tuple[ColumnFacts, ...] = ()  # left out of the table
    rows_out: tuple[int, ...] = ()  # how many rows each rule of the recipe left out
    card: ModelCard | None = None  # of a model; each feature's levels cut to a few
    forecast: ForecastCard | None = None  # of a model that says what comes next
    compared: ComparedCard | None = None  # of one that compares new rows with old ones
    signed_by: tuple[str, ...] = ()  # of a model: whose signatures hold, as their keys are called here


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainFileOrder:
    """Read a file, learn from it, and save the model where the person wants it."""

    path: str
    plan: TrainingPlan
    out: str
    threads: int = 2  # the worker fills in how many it may use
    memory: int = 0  # bytes, as the worker fills in; 0: as much as is there
    wishes: Wishes = field(default_factory=Wishes)
    recipe: Recipe | None = None  # of another file, which this one is read like
    like: str = ""  # path of a model that is learned again with this file: its plan counts
    beside: str = ""  # the file that it learned from, whose rows are learned from as well
    cluster: Cluster | None = None  # that learns instead of this computer
    trust: Trust | None = None  # the worker fills in whose models are believed


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainedFile:
    """What came of learning from a file, and where the model was saved."""

    evaluation: Evaluation
    plan: TrainingPlan  # by which it learned: that of the model, where it was learned like one
    model: str
    warnings: tuple[Notice, ...] = ()  # of reading the file; those of learning are in the evaluation
    first: Evaluation | None = None  # of the model that need not fit, where both learned from the same file


@dataclass(frozen=True, slots=True, kw_only=True)
class PredictFileOrder:
    """Answer every row of a file with a model and save the result."""

    model: str
    path: str
    out: str
    allow_missing: tuple[str, ...] = ()
    matches: tuple[str, ...] = ()  # NEW=OLD: a column of the file that is used as one of the model's
    multiply: tuple[str, ...] = ()  # COLUMN=NUMBER: a column of the model whose numbers are multiplied
    explain: bool = False  # say for each row what moved its answer
    remembered: tuple[ColumnMatch, ...] = ()  # used where the file lacks the column and has the other one
    known_scalings: tuple[Scaling, ...] = ()  # done where the file is off by just that
    decision: Decision | None = None  # by which rows are answered
    own_decision: bool = True  # that in the model's file counts where no other one is given
    learned_from: str = ""  # folder of the table that the model learned from; empty: gone
    wishes: Wishes = field(default_factory=Wishes)  # beyond those that the model brings
    recipe: Recipe | None = None  # of another file, which this one is read like
    parts: Parts | None = None  # `out` is a folder then
    cluster: Cluster | None = None  # that answers instead of this computer
    threads: int = 2  # the worker fills in how many it may use
    trust: Trust | None = None  # the worker fills in whose models are believed


@dataclass(frozen=True, slots=True, kw_only=True)
class PredictedFile:
    """What came of answering a file, and where the answers were saved."""

    answers: Answers
    written: Written
    warnings: tuple[Notice, ...] = ()  # of reading the file; those of the fit are in the pre-flight
    on_cluster: OnCluster | None = None  # that answered, if not this computer alone
