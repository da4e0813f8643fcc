"""A model that was made elsewhere: what its schema file says, what is asked for, and what came of it."""

from dataclasses import field
from typing import Literal

from desktop_app.records.notices import Notice
from desktop_app.records.plans import Task, TrainingPlan
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation
from desktop_app.records.tables import ColumnType, Recipe, Wishes
from desktop_app.records.trust import Trust

AskedAs = Literal["", "number", "text", "place", "one-hot"]
AnswersAs = Literal["probabilities", "logits", "amount"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtColumn:
    """A column of a table, and how the graph asks for it; columns of one input stand side by side."""

    name: str
    type: ColumnType
    input: str = ""  # of the graph; empty: its only one
    asked_as: AskedAs = ""  # empty: a category as a text where its input takes texts, else as its place
    values: tuple[str, ...] = ()  # of a category or yes/no, in the order of their places
    missing: str | float | None = None  # what stands for an empty cell
    minimum: float | None = None  # of numbers as they are; of dates in seconds since 1970
    maximum: float | None = None
    unit: str = ""

    @property
    def width(self) -> int:
        """How many places it takes in its input."""
        return len(self.values) if self.asked_as == "one-hot" else 1


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtOutput:
    """Which result of the graph is the answer, and what its numbers are."""

    name: str = ""  # empty: the only one that fits
    form: AnswersAs = "amount"
    unit: str = ""
    decimals: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtSchema:
    """What a schema file says of a graph."""

    target: str
    task: Task
    columns: tuple[BroughtColumn, ...]
    classes: tuple[str, ...] = ()  # in the order of the graph's numbers; none for a number
    output: BroughtOutput = BroughtOutput()


@dataclass(frozen=True, slots=True, kw_only=True)
class BringOrder:
    """Make a model file of an ONNX graph and its schema file."""

    path: str  # of the graph
    schema: str  # path of the schema file
    out: str = ""  # where the model is saved; empty: in the folder of the job
    name: str = ""  # of the graph, as the person knows it; empty: as its path has it
    schema_name: str = ""  # the same of the schema file
    tested: str = ""  # path of a file of rows with answers, which measure it; empty: it stays untested
    tested_name: str = ""
    wishes: Wishes = field(default_factory=Wishes)  # how that file is read
    recipe: Recipe | None = None
    seed: int = 0
    threads: int = 2  # the worker fills in how many it may use
    memory: int = 0  # bytes, as the worker fills in; 0: as much as is there
    trust: Trust | None = None  # the worker fills in what is allowed here


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtFile:
    """What came of it, and where the model was saved."""

    model: str  # path
    name: str  # of the graph's file
    plan: TrainingPlan
    evaluation: Evaluation
    inputs: tuple[str, ...]  # of the graph, each with its type and shape
    output: str  # the one that answers
    warnings: tuple[Notice, ...] = ()
