"""A file learned from as `train` does, and fresh rows answered as `predict` does, as records."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np

from desktop_app.cli.training_report import training_json
from desktop_app.errors import AppError
from desktop_app.jobs.limits import lift_reading
from desktop_app.journeys.predict_file import predict_file
from desktop_app.journeys.train_file import train_file
from desktop_app.records.jobs import Progress
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.orders import PredictedFile, PredictFileOrder, TrainedFile, TrainFileOrder
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Evaluation
from tests.benchmarks.learner.made_columns import Floats

BUDGET = 15.0  # seconds: the shortest that pages offer


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """What came of learning from a file."""

    evaluation: Evaluation
    shown: dict[str, JSON]  # as `train --json` shows it
    model: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a model says of rows: chances by class in the order of *classes*, or amounts with their ranges."""

    classes: tuple[str, ...]
    answers: Floats  # (rows, classes), or (rows, 1)
    low: Floats | None = None
    high: Floats | None = None


def learn_file(path: Path, target: str, task: str, folder: Path) -> Learned | str:
    """Return what comes of learning from a file, or the code of the refusal."""
    folder.mkdir()
    plan = from_json(TrainingPlan, {"target": target, "task": task, "budget": BUDGET})
    order = TrainFileOrder(path=str(path), plan=plan, out=str(folder / "made.hunch"), threads=1)
    try:
        trained = from_json(TrainedFile, train_file(to_json(order), folder, _report))
    except AppError as error:
        return error.code
    shown = training_json(trained, trained.model)
    return Learned(evaluation=trained.evaluation, shown=shown, model=Path(trained.model))


def answer_file(learned: Learned, path: Path, folder: Path) -> Said:
    """Return what a model says of the rows of a file, in their order."""
    folder.mkdir()
    out = folder / "answers.parquet"
    order = PredictFileOrder(model=str(learned.model), path=str(path), out=str(out))
    predicted = from_json(PredictedFile, predict_file(to_json(order), folder, _report))
    classes = learned.evaluation.classes
    added = predicted.written.added
    names = added[2:-1] if classes else added[:3]
    numbers = _columns(out, names)
    if classes:
        return Said(classes=classes, answers=numbers)
    return Said(classes=(), answers=numbers[:, :1], low=numbers[:, 1], high=numbers[:, 2])


def _columns(path: Path, names: Sequence[str]) -> Floats:
    with duckdb.connect() as duck:
        found = duck.execute("SELECT * FROM read_parquet(?)", [str(path)])
        there = [column[0] for column in found.description or ()]
        places = [there.index(name) for name in names]
        return np.array([[row[place] for place in places] for row in found.fetchall()], dtype=np.float64)


def _report(progress: Progress) -> None:
    """Lift the limits of reading once the file is read, as a worker does."""
    if progress.read:
        lift_reading()
