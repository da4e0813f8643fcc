"""Learn from a table in the workspace."""

from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from desktop_app.engine.amount import rows_that_fit
from desktop_app.engine.arrays import Ints
from desktop_app.engine.explanation.typical import numbered
from desktop_app.engine.roles import assign_roles, reading
from desktop_app.engine.training import Trained
from desktop_app.engine.training import train as learn
from desktop_app.engine.validation.belonging import reading_beside
from desktop_app.engine.workshop import Hands
from desktop_app.models.handover.holding import holding
from desktop_app.models.lineage import with_lineage
from desktop_app.models.saving import save_model
from desktop_app.models.tested_file import write_tested
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.lineage import Again
from desktop_app.records.notices import Notice
from desktop_app.records.orders import MODEL_FILE, TESTED_FILE, TrainOrder
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Receipt
from desktop_app.records.tables import Table
from desktop_app.records.trust import Trust
from desktop_app.remote.connecting import hands_at, on_cluster
from desktop_app.tables.stored.cells import Draw, draw_of
from desktop_app.tables.stored.frames import read_frame, row_numbers
from desktop_app.tables.stored.joining import Rows
from desktop_app.tables.stored.storage import read_table

READING = Progress(fraction=0.0, notice=Notice(code="learn.reading"))


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsRead:
    """What a training is given: a table, and the rows of it that were read."""

    folder: Path  # of the table
    table: Table
    frame: pd.DataFrame
    draw: Draw | None  # which rows of the table these are; None: all

    def numbers(self) -> Ints | None:
        """Return which rows of the table were read; None: all of them."""
        return row_numbers(self.folder, self.draw) if self.draw else None

    def noted(self, trained: Trained, again: Again | None = None, trust: Trust | None = None) -> Trained:
        """Return what was learned from it, with what was drawn, and the model that was learned *again*."""
        if again:
            trained = with_lineage(trained, again, Rows(self.folder, self.table), self.numbers(), trust)
        evaluation, numbers = trained.evaluation, self.numbers()
        if self.draw is None or numbers is None or evaluation.receipt is None:
            return trained
        receipt = replace(evaluation.receipt, share=self.draw.share)
        typical = numbered(evaluation.typical, numbers)
        return replace(trained, evaluation=replace(evaluation, receipt=receipt, typical=typical))


def train(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return the evaluation; the model is then in *folder*, and so is each kind that was tried."""
    order = from_json(TrainOrder, params)
    report(READING)
    read = read_for_learning(Path(order.table_folder), order.plan, order.memory)
    table, frame = read.table, read.frame
    holds = holding(order.plan.for_form)
    with hands_at(order.cluster, order.threads) as hands:
        trained = learn(
            frame, table, order.plan, folder, report, threads=order.threads, holds=holds, hands=hands
        )
        trained = told_by(hands, trained)
    trained = read.noted(trained, order.again, order.trust)
    save_model(folder / MODEL_FILE, trained, table, order.plan, frame)
    leave_tested(folder, trained, read)
    return to_json(trained.evaluation)


def told_by(hands: Hands, trained: Trained) -> Trained:
    """Return what was learned, with where it was, if not on this computer alone."""
    return replace(trained, evaluation=replace(trained.evaluation, on_cluster=on_cluster(hands)))


def read_for_learning(
    folder: Path, plan: TrainingPlan, memory: int, again: Receipt | None = None
) -> RowsRead:
    """Return the table in *folder* and the columns that the plan learns from, with the target.

    Those are among them that say which rows to keep apart when it is tested. Of a table that is too large
    for *memory* bytes, some of the rows; where it is learned *again*, those of the first time.
    """
    table = read_table(folder)
    learned_from = reading(assign_roles(table, plan), plan.target)
    if again:
        draw = Draw(share=again.share, seed=plan.seed) if again.share < 1 else None
    else:
        draw = draw_of(table.rows, rows_that_fit(learned_from, memory), plan.seed)
    frame = read_frame(folder, table, reading_beside(table, plan) | learned_from, draw)
    return RowsRead(folder=folder, table=table, frame=frame, draw=draw)


def leave_tested(folder: Path, trained: Trained, read: RowsRead) -> None:
    """Leave in *folder* the rows that tested what was learned."""
    if trained.tested is None:
        return
    write_tested(folder / TESTED_FILE, trained.tested, read.table, read.numbers())
