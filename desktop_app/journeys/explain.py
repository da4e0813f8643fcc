"""Look into a model once it has learned: what it does with its columns."""

from collections.abc import Mapping
from pathlib import Path

from desktop_app.engine.explanation.explaining import MOST_ROWS
from desktop_app.engine.explanation.explaining import explain as look_into
from desktop_app.engine.predictor import Predictor
from desktop_app.errors import DataError
from desktop_app.journeys.train import READING
from desktop_app.models.opening import OpenedModel, open_model
from desktop_app.records.explained import Explained
from desktop_app.records.jobs import Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.orders import ExplainOrder
from desktop_app.records.plans import Role, TrainingPlan
from desktop_app.records.results import Evaluation
from desktop_app.records.tables import ColumnType, Table
from desktop_app.reports.answers_meant import yes_and_no
from desktop_app.tables.stored.cells import Draw
from desktop_app.tables.stored.frames import read_frame
from desktop_app.tables.stored.storage import read_table

_SPARE = 4  # times as many rows are read: some have no target


def explain(params: dict[str, JSON], _folder: Path, report: Report) -> dict[str, JSON]:
    """Return what was found out about the model."""
    order = from_json(ExplainOrder, params)
    report(READING)
    found = explained(
        open_model(Path(order.model)), Path(order.table_folder), order.plan, report, threads=order.threads
    )
    result: dict[str, JSON] = to_json(found)
    return result


def explained(
    model: OpenedModel, folder: Path, plan: TrainingPlan, report: Report, *, threads: int = 2
) -> Explained:
    """Return what a model does with its columns, on rows of the table in *folder* that it learned from.

    Of two classes it speaks of the one that its page looks for. Raises DataError where the table lacks a
    column that the model reads.
    """
    table, evaluation = read_table(folder), model.card.evaluation
    wanted = _wanted(model.predictor, plan.target)
    lacking = [name for name in wanted if table.column(name) is None]
    if lacking:
        raise DataError("why.other_columns", columns=lacking)
    frame = read_frame(folder, table, wanted, _some(table, plan))
    return look_into(
        model.predictor,
        frame,
        table,
        plan,
        report,
        value=_looked_for(evaluation),
        evaluation=evaluation,
        threads=threads,
    )


def _wanted(predictor: Predictor, target: str) -> Mapping[str, ColumnType]:
    """Return the columns that the model reads, each as it reads it, and the target."""
    layout = predictor.layout
    roles: dict[Role, tuple[str, ...]] = {
        "number": layout.numbers,
        "date": layout.dates,
        "category": layout.categories,
        "text": layout.texts,
    }
    wanted: dict[str, ColumnType] = {name: role for role, names in roles.items() for name in names}
    wanted[target] = "category" if predictor.classes else "number"
    return wanted | {target: "category" if predictor.classes else "number"}


def _some(table: Table, plan: TrainingPlan) -> Draw | None:
    """Return a draw of rows enough for all that is asked; None where that is every row."""
    share = _SPARE * MOST_ROWS / max(1, table.rows)
    return Draw(share=share, seed=plan.seed) if share < 1 else None


def _looked_for(evaluation: Evaluation) -> str:
    return yes_and_no(evaluation)[0] if len(evaluation.classes) == 2 else ""
