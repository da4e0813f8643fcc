"""Read a file, learn from it, and save the model where the person wants it."""

from dataclasses import replace
from pathlib import Path

from desktop_app.engine.training import train as learn
from desktop_app.errors import UsageError
from desktop_app.journeys.aside import saving_loaded_aside
from desktop_app.journeys.reading import read_as_asked
from desktop_app.journeys.stages import staged
from desktop_app.journeys.train import READING, read_for_learning
from desktop_app.records.jobs import Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.orders import TrainedFile, TrainFileOrder
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.tables import Table
from desktop_app.tables.names import nearest

_READING = 0.1  # of the time


def train_file(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return what came of learning; the model is then at `out`, whole.

    Raises UsageError for a misspelt column: what should be left out would be learned from.
    """
    order = from_json(TrainFileOrder, params)
    out = Path(order.out)
    told = read_as_asked(order, folder, staged(report, 0.0, _READING))
    report(replace(READING, fraction=_READING, read=True))
    table, frame = read_for_learning(folder, order.plan, order.memory)
    _check_names(table, order.plan)
    learning = staged(report, _READING, 1.0)
    with saving_loaded_aside() as save_model:
        trained = learn(frame, table, order.plan, folder, learning, threads=order.threads)
    save_model.result()(out, trained, table, order.plan, frame)
    found = TrainedFile(evaluation=trained.evaluation, model=str(out), warnings=told.warnings)
    result: dict[str, JSON] = to_json(found)
    return result


def _check_names(table: Table, plan: TrainingPlan) -> None:
    columns = [column.name for column in table.columns]
    for name in (*plan.exclude, *plan.include, *plan.known, plan.group, plan.time):
        if name and name not in columns:
            near = nearest(name, columns)
            raise UsageError("cli.no_column", column=name, suggestion=near, columns=columns)
