"""What each journey is asked: the parameters of an order, one record a journey."""

from dataclasses import dataclass

from desktop_app.records.models import Preflight
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.tables import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOrder:
    """Read this file into the job's folder."""

    path: str
    name: str  # of the file, as the person knows it


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainOrder:
    """Learn from the table in this folder."""

    table_folder: str
    plan: TrainingPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishOrder:
    """Make a model from the candidates that a stopped search left in its folder."""

    table_folder: str
    plan: TrainingPlan
    search_folder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrepareOrder:
    """Read a new file and compare it with what a model needs."""

    path: str
    name: str
    model: str
    training_id: str = ""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOrder:
    """Write a table, with answers beside its columns if there are any, to a file of the person's."""

    table_folder: str
    out: str
    answers: str = ""  # path of answers.parquet
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file that was saved for the person."""

    path: str
    size: int  # bytes
    marked_cells: int = 0  # cells that begin like a formula and were saved as text


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectOrder:
    """Say what a file, table or model, contains; nothing is kept."""

    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainFileOrder:
    """Read a file, learn from it, and save the model where the person wants it."""

    path: str
    plan: TrainingPlan
    out: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PredictFileOrder:
    """Answer every row of a file with a model and save the result."""

    model: str
    path: str
    out: str
    allow_missing: tuple[str, ...] = ()
