"""What is answered: the one source of what is sent and of what the description says."""

from typing import Literal

from pydantic import Field

from desktop_app.api.said import Failure, Notice, Told
from desktop_app.records.jobs import JobState
from desktop_app.records.plans import Reason, Task
from desktop_app.records.results import VerdictLevel
from desktop_app.records.tables import ColumnType

Number = float | None  # none where it was not measured
JobKind = Literal["table", "training", "prediction", "other"]
Fit = Literal["fits", "caution", "unfit"]


class Made(Told):
    """The ids of what a finished job has made."""

    table: str | None = None
    training: str | None = None
    model: str | None = None
    prediction: str | None = None


class Job(Told):
    """Work on its way, or done."""

    id: str
    kind: JobKind
    state: JobState
    fraction: float = Field(ge=0, le=1)
    words: str = Field(description="What it does now.")
    seconds_left: float | None = Field(description="About; null where it is not known.")
    created: str
    result: Made
    problem: Failure | None


class TableBrief(Told):
    """A table in a list."""

    id: str
    name: str
    created: str
    rows: int
    columns: int


class Table(TableBrief):
    """A table."""

    format: str
    sha256: str = Field(description="Of the file that was read.")
    warnings: list[Notice]


class Column(Told):
    """One column of a table."""

    name: str
    heading: str = Field(description="What the file calls it.")
    type: ColumnType
    missing: int
    distinct: int
    unit: str
    examples: list[str]


class Verdict(Told):
    """Whether to use a model."""

    level: VerdictLevel
    badge: str
    sentence: str


class Score(Told):
    """How well it did on rows it had never seen, with the range in which 95 of 100 such values lie."""

    metric: str
    value: Number
    low: Number
    high: Number
    rows: int


class Baseline(Told):
    """How well the simplest guess did on the same rows."""

    metric: str
    value: Number
    answer: str


class Importance(Told):
    """How much worse the score gets when one column is mixed up between rows."""

    column: str
    loss: Number
    low: Number
    high: Number


class LeftOut(Told):
    """A column that is not learned from, and why."""

    column: str
    reason: Reason
    message: str


class Evaluation(Told):
    """What came of a training."""

    task: Task
    target: str
    classes: list[str]
    rows: int
    verdict: Verdict
    score: Score
    baseline: Baseline
    features: list[str]
    left_out: list[LeftOut]
    importances: list[Importance]
    warnings: list[Notice]


class TrainingBrief(Told):
    """A training in a list."""

    id: str
    name: str
    created: str
    table: str | None = Field(description="The id of its table; null where that is gone.")
    target: str
    job: str | None = Field(description="The id of the job that learns.")
    verdict: Verdict | None = Field(description="Null until something is learned.")


class Training(TrainingBrief):
    """A training."""

    evaluation: Evaluation | None


class ModelBrief(Told):
    """A model in a list; it has the id of its training."""

    id: str
    kind: Literal["rows"] = Field(default="rows", description="It answers rows; others are /other-models.")
    name: str
    created: str
    table_name: str
    target: str
    verdict: Verdict


class Model(ModelBrief):
    """A model."""

    evaluation: Evaluation


class PredictionBrief(Told):
    """Answers to the rows of a table, in a list."""

    id: str
    name: str
    created: str
    model: str | None = Field(description="The id of the model; null where that is gone.")
    rows: int
    cautions: int = Field(description="Rows with a reason not to trust the answer.")


class Prediction(PredictionBrief):
    """Answers to the rows of a table."""

    fit: Fit
    notices: list[Notice]
    headings: list[str]
    counts: dict[str, int] = Field(description="How often each class was answered.")
    words: list[str] = Field(description="The same in sentences.")


class Row(Told):
    """The answers to one row, by their headings; rows count from 1."""

    row: int
    answers: dict[str, str | float | None]


class Part(Told):
    """A part of a list."""

    next: str | None = Field(description="The cursor of the next part; null behind the last one.")


class Tables(Part):
    """Some of the tables, the newest first."""

    items: list[TableBrief]


class Columns(Part):
    """Some of the columns of a table, in the order of the file."""

    items: list[Column]


class Trainings(Part):
    """Some of the trainings, the newest first."""

    items: list[TrainingBrief]


class Models(Part):
    """Some of the models, the newest first."""

    items: list[ModelBrief]


class Predictions(Part):
    """Some of the predictions, the newest first."""

    items: list[PredictionBrief]


class Rows(Part):
    """Some of the rows, in the order of the table."""

    items: list[Row]


class Jobs(Part):
    """Some of the jobs, the newest first."""

    items: list[Job]
