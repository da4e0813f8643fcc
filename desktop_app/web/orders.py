"""What pages ask of the jobs room, one function an order."""

from itertools import count
from pathlib import Path
from typing import Literal

from desktop_app.errors import AppError
from desktop_app.language import _
from desktop_app.records.comparing import CompareOrder
from desktop_app.records.groups import GroupsOrder
from desktop_app.records.handover import FORM_NAMES, NarrowForm
from desktop_app.records.jobs import Job, Lane
from desktop_app.records.jsonable import to_json
from desktop_app.records.lineage import Again, JoinOrder
from desktop_app.records.matching import ColumnMatch, Scaling
from desktop_app.records.model_files import AcceptOrder, Looked, LookOrder
from desktop_app.records.orders import (
    ANSWERS_FILE,
    ApplyOrder,
    ExplainOrder,
    ExportOrder,
    ImportOrder,
    PrepareOrder,
    TrainOrder,
)
from desktop_app.records.picks import Pick
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.reporting import ReportFacts, ReportOrder, ReportWishes
from desktop_app.records.stored import StoredAnswers, StoredTable, StoredTraining
from desktop_app.records.tables import Column, Wishes
from desktop_app.web.choice import kept_plan, plan_now
from desktop_app.web.context import context
from desktop_app.web.remarks import log_plan
from desktop_app.web.sources import Source
from desktop_app.web.where import cluster_for

LARGE = 100_000  # rows: answering more than this waits its turn behind what is learning
LARGE_EXPLAINED = 2_000  # the same where it says why


def order_import(source: Source) -> Job:
    """Open a file: a table, or a model, which first says what it is."""
    if _is_model(source):
        look = LookOrder(path=str(source.path), name=source.name)
        return context().jobs.submit("look_at_model", to_json(look), lane="short")
    order = ImportOrder(path=str(source.path), name=source.name)
    return context().jobs.submit("import", to_json(order), lane="short")


def _is_model(source: Source) -> bool:
    """Whether a file is meant as a model, or is one; whether that is so is found out when it is read."""
    from desktop_app.models.package import looks_like_model  # late: no page of the start needs it

    if source.name.lower().endswith(".hunch"):
        return True
    try:
        return looks_like_model(source.path)
    except AppError:
        return False


def order_acceptance(look: Job, looked: Looked) -> Job:
    """Open the copy of a model file that a person has looked at."""
    path = context().workspace.models.waiting(look.id)
    order = AcceptOrder(path=str(path), name=looked.name, notices=looked.notices)
    return context().jobs.submit("accept_model", to_json(order), lane="short", subject=look.id)


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


def order_joining(answers: StoredAnswers, training: StoredTraining, *, joined: bool) -> Job:
    """Make a table of the rows that a model is learned again from."""
    order = JoinOrder(
        training_id=training.id,
        model=training.model,
        name=training.name,
        first=context().workspace.rows_of(training),
        second=answers.folder,
        joined=joined,
    )
    return context().jobs.submit("join", to_json(order), lane="short", subject=training.id)


def order_training(
    table_id: str, plan: TrainingPlan, *, name: str = "", again: Again | None = None, may_ask: bool = True
) -> StoredTraining:
    """Learn from a table, and return the training that is on its way.

    Raises AskFirstError where a person has to say first whether a cluster gets its rows, and *may_ask*.
    """
    here = context()
    stored = here.workspace.tables.get(table_id)
    cluster = cluster_for(stored, may_ask=may_ask)
    plan = plan_now(plan, stored.table)
    if again:
        plan = plan.among([column.name for column in stored.table.columns])
    here.workspace.tables.keep_plan(table_id, kept_plan(plan, stored.table))
    before = here.workspace.trainings.latest(table_id)
    name = name or free_name(table_id, name_for(plan.target, plan.for_form))
    training = here.workspace.trainings.add(table_id, plan, name)
    log_plan(training, before, stored.table)
    order = TrainOrder(table_folder=stored.folder, plan=plan, again=again, cluster=cluster)
    here.jobs.submit("train", to_json(order), lane="long", subject=training.id)
    return training


def name_for(name: str, form: NarrowForm | Literal[""]) -> str:
    """Return the name of a model that is learned for a form: "left for Excel"."""
    return _("{name} for {form}").format(name=name, form=FORM_NAMES[form]) if form else name


def free_name(table_id: str, wanted: str) -> str:
    """Return a name for a new model that no other of the table has: "left", then "left (2)"."""
    taken = {one.name for one in context().workspace.trainings.of_table(table_id)}
    names = (f"{wanted} ({number})" for number in count(2))
    return wanted if wanted not in taken else next(name for name in names if name not in taken)


def order_explanation(training: StoredTraining) -> Job:
    """Look into the model of a training, with the rows that it learned from.

    A file that is opened meanwhile does not wait for it, unless something is learning, too.
    """
    here = context()
    rows = here.workspace.rows_of(training)
    order = ExplainOrder(model=training.model, table_folder=rows)
    lane: Lane = "short" if here.workspace.jobs.running("long") else "long"
    return here.jobs.submit("explain", to_json(order), lane=lane, subject=training.id)


def order_groups(training: StoredTraining, column: Column, value: str) -> Job:
    """Compare how the answers of a model come out for the values of a column."""
    here = context()
    learned = training.evaluation
    rows = here.workspace.rows_of(training) or here.workspace.tables.get(training.table_id).folder
    order = GroupsOrder(
        table_folder=rows,
        tested=training.tested,
        column=column.in_file,
        name=column.name,
        classes=learned.classes if learned else (),
        value=value,
        decision=training.decision,
        features=learned.features if learned else (),
        seed=training.plan.seed,
    )
    return here.jobs.submit("compare_groups", to_json(order), lane="short", subject=training.id)


def order_comparison(first: StoredTraining, second: StoredTraining) -> Job:
    """Compare two models on the rows that tested both, in the measure of the first."""
    learned = first.evaluation
    assert learned is not None, "only what has learned is compared"  # noqa: S101 - for the type checker
    order = CompareOrder(
        second_id=second.id,
        first=first.tested,
        second=second.tested,
        metric=learned.score.metric,
        classes=learned.classes,
        rare=learned.rare.value if learned.rare else "",
        seed=first.plan.seed,
    )
    return context().jobs.submit("compare_trainings", to_json(order), lane="short", subject=first.id)


def order_preparation(training: StoredTraining, source: Source) -> Job:
    """Read a new file and compare it with what a model needs."""
    order = PrepareOrder(
        path=str(source.path),
        name=source.name,
        model=training.model,
        training_id=training.id,
        matches=training.matches,
        known_scalings=training.scalings,
        learned_from=context().workspace.rows_of(training),
    )
    return context().jobs.submit("prepare", to_json(order), lane="short", subject=training.id)


def order_matching(
    answers: StoredAnswers,
    training: StoredTraining,
    matches: tuple[ColumnMatch, ...],
    scalings: tuple[Scaling, ...],
    known: tuple[Scaling, ...] = (),
) -> Job:
    """Read a new file once more, some of its columns used as the model's, or multiplied."""
    order = PrepareOrder(
        path=answers.source,
        name=answers.table.name,
        model=training.model,
        training_id=training.id,
        matches=matches,
        scalings=scalings,
        known_scalings=known,
        refused=answers.preflight.refused,
        instead=answers.id,
        learned_from=context().workspace.rows_of(training),
    )
    return context().jobs.submit("prepare", to_json(order), lane="short", subject=training.id)


def order_answers(
    answers: StoredAnswers, training: StoredTraining, allow_missing: tuple[str, ...], *, explain: bool = False
) -> Job:
    """Answer every row of a new file, as was decided for the model."""
    order = ApplyOrder(
        table_folder=answers.folder,
        model=training.model,
        allow_missing=allow_missing,
        decision=training.decision,
        explain=explain,
        learned_from=context().workspace.rows_of(training),
    )
    lane: Lane = "long" if answers.table.rows > (LARGE_EXPLAINED if explain else LARGE) else "short"
    return context().jobs.submit("apply", to_json(order), lane=lane, subject=answers.id)


def order_export(answers: StoredAnswers, out: Path, pick: Pick | None = None) -> Job:
    """Write a new file with its answers, or the picked ones of its rows."""
    order = ExportOrder(
        table_folder=answers.folder,
        out=str(out),
        answers=str(Path(answers.folder) / ANSWERS_FILE),
        headings=answers.answers.headings if answers.answers else (),
        source=answers.source,
        pick=pick,
    )
    return context().jobs.submit("export", to_json(order), lane="short", subject=answers.id)


def order_report(training: StoredTraining, facts: ReportFacts, wishes: ReportWishes, out: Path) -> Job:
    """Write the report of a model to a file."""
    order = ReportOrder(out=str(out), wishes=wishes, facts=facts)
    return context().jobs.submit("write_report", to_json(order), lane="short", subject=training.id)
