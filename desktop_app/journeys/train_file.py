"""Read a file, learn from it, and save the model where the person wants it."""

from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.engine.training import Trained
from desktop_app.engine.training import train as learn
from desktop_app.errors import DataError
from desktop_app.journeys.like_model import Like, read_like
from desktop_app.journeys.reading import check_columns, read_as_asked
from desktop_app.journeys.stages import staged
from desktop_app.journeys.train import READING, RowsRead, read_for_learning, told_by
from desktop_app.models.handover.holding import holding
from desktop_app.models.saving import save_model
from desktop_app.models.settings import with_decision
from desktop_app.records.jobs import Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.notices import Notice
from desktop_app.records.orders import TrainedFile, TrainFileOrder
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Evaluation
from desktop_app.records.tables import Table
from desktop_app.remote.connecting import hands_at
from desktop_app.reports.deciding import first_decision
from desktop_app.reports.questions import two_kinds
from desktop_app.tables.out.placing import placed

_READING = 0.1  # of the time


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedFile:
    """What came of learning from a file, and the rows that were learned from."""

    trained: Trained
    plan: TrainingPlan
    read: RowsRead
    warnings: tuple[Notice, ...]  # of reading the file
    first: Evaluation | None = None  # of the model that it was learned like, where only the form is another


def train_file(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return what came of learning; the model is then at `out`, whole.

    Raises UsageError for a misspelt column: what should be left out would be learned from.
    """
    order = from_json(TrainFileOrder, params)
    learned = learn_file(order, folder, report)
    return to_json(
        TrainedFile(
            evaluation=learned.trained.evaluation,
            plan=learned.plan,
            model=order.out,
            warnings=learned.warnings,
            first=learned.first,
        )
    )


def learn_file(order: TrainFileOrder, folder: Path, report: Report) -> LearnedFile:
    """Return what came of an order, with the model itself, which is then at `out`; raises the same."""
    out = Path(order.out)
    like = _read(order, folder, staged(report, 0.0, _READING))
    plan = like.plan
    report(replace(READING, fraction=_READING, read=True))
    read = read_for_learning(folder, plan, order.memory)
    table, frame = read.table, read.frame
    check_columns(table, (*plan.exclude, *plan.include, *plan.known, plan.group, plan.time, plan.each))
    plan = _with_class(plan, table)
    learning, holds = staged(report, _READING, 1.0), holding(plan.for_form)
    with hands_at(order.cluster, order.threads, learning) as hands:
        trained = learn(frame, table, plan, folder, learning, threads=order.threads, holds=holds, hands=hands)
        trained = told_by(hands, trained)
    trained = read.noted(trained, like.again, order.trust)
    save_model(out, trained, table, plan, frame)
    if decision := first_decision(trained.evaluation):
        with placed(out) as draft:
            draft.write_bytes(with_decision(out, decision))
    return LearnedFile(trained=trained, plan=plan, read=read, warnings=like.table.warnings, first=like.first)


def _read(order: TrainFileOrder, folder: Path, report: Report) -> Like:
    """Return the table, the plan for it, and the model that is learned again, if one is."""
    if order.like:
        return read_like(order, folder, report)
    return Like(table=read_as_asked(order, folder, report), plan=order.plan)


def _with_class(plan: TrainingPlan, table: Table) -> TrainingPlan:
    """Return the plan with the class that may be missed, where it is said what that costs."""
    if plan.costs is None or plan.costs.value:
        return plan
    column = table.column(plan.target)
    kinds = two_kinds(column) if column else None
    if kinds is None:
        raise DataError("plan.costs_two", target=plan.target)
    return replace(plan, costs=replace(plan.costs, value=kinds.yes))
