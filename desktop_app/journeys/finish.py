"""Make a model from what a stopped search left behind."""

from dataclasses import replace
from pathlib import Path

from desktop_app.engine.training import assemble
from desktop_app.journeys.train import READING, leave_tested, read_for_learning
from desktop_app.models.handover.holding import holding
from desktop_app.models.saving import save_model
from desktop_app.records.jobs import Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.orders import MODEL_FILE, FinishOrder
from desktop_app.records.remote import OnCluster


def finish(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return the evaluation of the best model that was finished; the model is then in *folder*."""
    order = from_json(FinishOrder, params)
    report(READING)
    read = read_for_learning(Path(order.table_folder), order.plan, order.memory)
    table, frame, search = read.table, read.frame, Path(order.search_folder)
    holds = holding(order.plan.for_form)
    trained = assemble(frame, table, order.plan, search, report, threads=order.threads, holds=holds)
    if order.searched_at:
        trained = replace(trained, evaluation=replace(trained.evaluation, on_cluster=OnCluster()))
    trained = read.noted(trained, order.again, order.trust)
    save_model(folder / MODEL_FILE, trained, table, order.plan, frame)
    leave_tested(folder, trained, read)
    return to_json(trained.evaluation)
