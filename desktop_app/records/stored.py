"""What the workspace remembers, as pages see it."""

from desktop_app.records.compared_cards import ComparedCard
from desktop_app.records.decisions import Decision
from desktop_app.records.explained import Explained
from desktop_app.records.forecast_cards import ForecastCard
from desktop_app.records.matching import ColumnMatch, Scaling
from desktop_app.records.model_files import ModelKind, Origin
from desktop_app.records.models import Answers, Preflight
from desktop_app.records.oddness import OddMark
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation
from desktop_app.records.tables import Table, Wishes


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredTable:
    """A table in the workspace; its rows are in *folder*."""

    id: str
    name: str  # the person may change it
    created: str  # ISO 8601, UTC
    folder: str
    table: Table
    plan: TrainingPlan | None = None  # what was chosen to predict last
    source: str = ""  # path of the file it was read from: the person's own, or our copy of it
    reading: str = ""  # tells the readings of its file apart
    fine: tuple[str, ...] = ()  # keys of findings that a person does not want to see again
    note: str = ""  # what the person wrote down about it
    marks: tuple[OddMark, ...] = ()  # of odd rows, the last one given last


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """What was decided one step before and one step behind the present one; None where there is none."""

    earlier: Wishes | None = None  # undoing leads there
    later: Wishes | None = None  # it was undone last
    earlier_fine: tuple[str, ...] = ()  # the findings that were fine then
    later_fine: tuple[str, ...] = ()

    @property
    def can_undo(self) -> bool:
        """Whether there is a reading to go back to."""
        return self.earlier is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is a reading that was undone."""
        return self.later is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredTraining:
    """One run of the learner on a table, and the model it saved once it is over."""

    id: str
    table_id: str  # empty when the table was deleted, or never here: the model stays
    name: str
    created: str
    plan: TrainingPlan
    job_id: str
    evaluation: Evaluation | None = None
    model: str = ""  # path of the model file
    table_name: str = ""  # of the table when it was learned from
    reading: str = ""  # of its table, which it learned from
    tested: str = ""  # path of the rows that tested it; older trainings left none there
    explained: Explained | None = None  # None until it was looked into
    decision: Decision | None = None
    note: str = ""  # what the person wrote down about it
    origin: Origin | None = None  # of a model that came as a file
    matches: tuple[ColumnMatch, ...] = ()  # columns of new files that are some of its own, the latest first
    scalings: tuple[Scaling, ...] = ()  # by what columns of new files are multiplied, the latest first

    @property
    def is_brought(self) -> bool:
        """Whether it was made elsewhere."""
        return self.evaluation is not None and self.evaluation.is_brought


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAnswers:
    """A new file brought to a model: its pre-flight, and its answers once they were asked for."""

    id: str
    training_id: str
    name: str
    created: str
    folder: str
    table: Table
    preflight: Preflight
    answers: Answers | None = None
    source: str = ""  # path of the file it was read from: the person's own, or our copy of a workbook


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredForecast:
    """A model that says what comes next; it came as a file, or was learned here."""

    id: str
    kind: ModelKind
    name: str
    created: str  # when it came; ISO 8601, UTC
    model: str  # path of the model file
    card: ForecastCard
    origin: Origin
    note: str = ""  # what the person wrote down


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredCompared:
    """A model that compares new rows with old ones; it came as a file, or was kept here."""

    id: str
    kind: ModelKind
    name: str
    created: str  # when it came; ISO 8601, UTC
    model: str  # path of the model file
    card: ComparedCard
    origin: Origin
    note: str = ""  # what the person wrote down
