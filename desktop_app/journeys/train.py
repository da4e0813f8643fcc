"""Learn from a table in the workspace."""

from pathlib import Path

import pandas as pd

from desktop_app.engine.amount import share_that_fits
from desktop_app.engine.roles import assign_roles, reading
from desktop_app.engine.training import Trained
from desktop_app.engine.training import train as learn
from desktop_app.engine.validation.belonging import reading_beside
from desktop_app.journeys.aside import saving_loaded_aside
from desktop_app.models.tested_file import write_tested
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.notices import Notice
from desktop_app.records.orders import MODEL_FILE, TESTED_FILE, FinishOrder, TrainOrder
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.tables import ColumnType, Table
from desktop_app.tables.stored.cells import Draw
from desktop_app.tables.stored.frames import read_frame, row_numbers
from desktop_app.tables.stored.storage import read_table

READING = Progress(fraction=0.0, notice=Notice(code="learn.reading"))


def train(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return the evaluation; the model is then in *folder*, and so is each kind that was tried."""
    order = from_json(TrainOrder, params)
    report(READING)
    table, frame = read_for_learning(Path(order.table_folder), order.plan, order.memory)
    with saving_loaded_aside() as save_model:
        trained = learn(frame, table, order.plan, folder, report, threads=order.threads)
    save_model.result()(folder / MODEL_FILE, trained, table, order.plan, frame)
    leave_tested(folder, trained, table, order)
    result: dict[str, JSON] = to_json(trained.evaluation)
    return result


def read_for_learning(folder: Path, plan: TrainingPlan, memory: int) -> tuple[Table, pd.DataFrame]:
    """Return the table in *folder* and the columns that the plan learns from, with the target.

    Those are among them that say which rows to keep apart when it is tested. Of a table that is too large
    for *memory* bytes, some of the rows.
    """
    table = read_table(folder)
    learned_from = reading(assign_roles(table, plan), plan.target)
    draw = _draw(table, learned_from, plan, memory)
    return table, read_frame(folder, table, reading_beside(table, plan) | learned_from, draw)


def leave_tested(folder: Path, trained: Trained, table: Table, order: TrainOrder | FinishOrder) -> None:
    """Leave in *folder* the rows that tested what was learned as *order* says."""
    if trained.tested is None:
        return
    draw = _draw(table, reading(assign_roles(table, order.plan), order.plan.target), order.plan, order.memory)
    numbers = row_numbers(Path(order.table_folder), draw) if draw else None
    write_tested(folder / TESTED_FILE, trained.tested, table, numbers)


def _draw(table: Table, learned_from: dict[str, ColumnType], plan: TrainingPlan, memory: int) -> Draw | None:
    """Return which rows to learn from, where they are too many; None: all of them."""
    share = share_that_fits(table.rows, learned_from, memory)
    return Draw(share=share, seed=plan.seed) if share < 1 else None
