"""Look into a model once it has learned: what it does with its columns."""

from pathlib import Path

from desktop_app.engine.explanation.explaining import MOST_ROWS, Subject
from desktop_app.engine.explanation.explaining import explain as look_into
from desktop_app.errors import DataError
from desktop_app.journeys.train import READING
from desktop_app.models.opening import OpenedModel, open_model
from desktop_app.records.explained import Explained
from desktop_app.records.jobs import Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.models import Schema
from desktop_app.records.orders import ExplainOrder
from desktop_app.records.tables import ColumnType
from desktop_app.reports.answers_meant import yes_and_no
from desktop_app.tables.stored.cells import draw_of
from desktop_app.tables.stored.frames import read_frame
from desktop_app.tables.stored.storage import read_table

_SPARE = 4  # times as many rows are read: some have no target


def explain(params: dict[str, JSON], _folder: Path, report: Report) -> dict[str, JSON]:
    """Return what was found out about the model."""
    order = from_json(ExplainOrder, params)
    report(READING)
    found = explained(
        open_model(Path(order.model), order.trust), Path(order.table_folder), report, threads=order.threads
    )
    return to_json(found)


def explained(model: OpenedModel, folder: Path, report: Report, *, threads: int = 2) -> Explained:
    """Return what a model does with its columns, on rows of the table in *folder* that it learned from.

    Of two classes it speaks of the one that its page looks for. Raises DataError where the table lacks a
    column that the model reads.
    """
    table, card = read_table(folder), model.card
    columns, wanted = {column.name: column for column in table.columns}, _wanted(card.schema)
    lacking = [name for name in wanted if name not in columns]
    if lacking:
        raise DataError("why.other_columns", columns=lacking)
    frame = read_frame(folder, table, wanted, draw_of(table.rows, _SPARE * MOST_ROWS, card.plan.seed))
    subject = Subject(
        predictor=model.predictor,
        evaluation=card.evaluation,
        value=yes_and_no(card.evaluation)[0] if len(card.schema.classes) == 2 else "",
        target=columns[card.schema.target],
        seed=card.plan.seed,
    )
    return look_into(subject, frame, report, threads=threads)


def _wanted(schema: Schema) -> dict[str, ColumnType]:
    """Return the columns that a model reads, each as it reads it, and the target."""
    wanted = {feature.name: feature.type for feature in schema.features}
    return wanted | {schema.target: "category" if schema.classes else "number"}
