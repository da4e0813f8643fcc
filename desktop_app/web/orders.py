"""What pages ask of the jobs room, one function an order."""

from itertools import count
from pathlib import Path

from desktop_app.records.jobs import Job, Lane
from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import (
    ANSWERS_FILE,
    ApplyOrder,
    ExportOrder,
    ImportOrder,
    PrepareOrder,
    TrainOrder,
)
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.stored import StoredAnswers, StoredTable, StoredTraining
from desktop_app.records.tables import Wishes
from desktop_app.web.choice import kept_plan, plan_now
from desktop_app.web.context import context
from desktop_app.web.sources import Source

LARGE = 100_000  # rows: answering more than this waits its turn behind what is learning


def order_import(source: Source) -> Job:
    """Open a file."""
    order = ImportOrder(path=str(source.path), name=source.name)
    return context().jobs.submit("import", to_json(order), lane="short")


def order_reading(stored: StoredTable, wishes: Wishes) -> Job:
    """Read the file of a table once more, in another way."""
    order = ImportOrder(
        path=stored.source,
        name=stored.table.name,
        wishes=wishes,
        table_id=stored.id,
        size=stored.table.size,
        sha256=stored.table.sha256,
        earlier=stored.folder,
    )
    return context().jobs.submit("import", to_json(order), lane="short", subject=stored.id)


def order_training(table_id: str, plan: TrainingPlan) -> StoredTraining:
    """Learn from a table, and return the training that is on its way."""
    here = context()
    stored = here.workspace.tables.get(table_id)
    plan = plan_now(plan, stored.table)
    here.workspace.tables.keep_plan(table_id, kept_plan(plan, stored.table))
    training = here.workspace.trainings.add(table_id, plan, _new_name(table_id, plan.target))
    order = TrainOrder(table_folder=stored.folder, plan=plan)
    here.jobs.submit("train", to_json(order), lane="long", subject=training.id)
    return training


def _new_name(table_id: str, target: str) -> str:
    """Return a name for a new model that no other of the table has: "left", then "left (2)"."""
    taken = {one.name for one in context().workspace.trainings.of_table(table_id)}
    names = (f"{target} ({number})" for number in count(2))
    return target if target not in taken else next(name for name in names if name not in taken)


def order_preparation(training: StoredTraining, source: Source) -> Job:
    """Read a new file and compare it with what a model needs."""
    order = PrepareOrder(
        path=str(source.path), name=source.name, model=training.model, training_id=training.id
    )
    return context().jobs.submit("prepare", to_json(order), lane="short", subject=training.id)


def order_answers(answers: StoredAnswers, model: str, allow_missing: tuple[str, ...]) -> Job:
    """Answer every row of a new file."""
    order = ApplyOrder(table_folder=answers.folder, model=model, allow_missing=allow_missing)
    lane: Lane = "long" if answers.table.rows > LARGE else "short"
    return context().jobs.submit("apply", to_json(order), lane=lane, subject=answers.id)


def order_export(answers: StoredAnswers, out: Path) -> Job:
    """Write a new file with its answers."""
    order = ExportOrder(
        table_folder=answers.folder,
        out=str(out),
        answers=str(Path(answers.folder) / ANSWERS_FILE),
        headings=answers.answers.headings if answers.answers else (),
        source=answers.source,
    )
    return context().jobs.submit("export", to_json(order), lane="short", subject=answers.id)
