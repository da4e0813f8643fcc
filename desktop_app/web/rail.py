"""The steps of a table, as the rail beside its pages shows them."""

from typing import Literal

from flask import url_for

from desktop_app.errors import NotFoundError
from desktop_app.language import _, say_count
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredTable, StoredTraining
from desktop_app.reports.names import job_title
from desktop_app.reports.notice_words import text_of
from desktop_app.web.context import context
from desktop_app.workspace.moments import today

Here = Literal["data", "predict", "learn", "results", "try_out", "apply", "report"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: where it leads and how far it is."""

    key: Here
    number: int
    title: str
    address: str
    note: str
    is_done: bool
    is_here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rail:
    """The steps of one table."""

    name: str
    steps: tuple[Step, ...]
    table_id: str = ""  # empty where it is gone


def table_rail(stored: StoredTable, here: Here) -> Rail:
    """Return the rail of a table; its later steps are those of the newest training."""
    context().workspace.forgetting.note_use(stored.id, today())
    latest = context().workspace.trainings.latest(stored.id)
    steps = (*_table_steps(stored, latest), *_training_steps(stored, latest))
    return numbered(stored.name, steps, here, stored.id)


def training_rail(training: StoredTraining, here: Here) -> Rail:
    """Return the rail that tells of one training; a table that is gone leaves its model behind."""
    stored = table_of(training)
    steps = (*(_table_steps(stored, training) if stored else ()), *_training_steps(stored, training))
    name, table_id = (stored.name, stored.id) if stored else (training.table_name, "")
    return numbered(name, steps, here, table_id)


def table_of(training: StoredTraining) -> StoredTable | None:
    """Return the table that a training learned from, if it is still there."""
    try:
        return context().workspace.tables.get(training.table_id)
    except NotFoundError:
        return None


Told = tuple[Here, str, str, str, bool]  # key, title, address, note, is it done


def numbered(name: str, steps: tuple[Told, ...], here: Here, table_id: str) -> Rail:
    """Return the rail of these steps."""
    return Rail(
        name=name,
        table_id=table_id,
        steps=tuple(
            Step(
                key=key,
                number=number,
                title=title,
                address=address,
                note=note,
                is_done=done,
                is_here=key == here,
            )
            for number, (key, title, address, note, done) in enumerate(steps, start=1)
        ),
    )


def _table_steps(stored: StoredTable, training: StoredTraining | None) -> tuple[Told, ...]:
    rows = say_count("{rows} row", "{rows} rows", stored.table.rows, {"rows": stored.table.rows})
    target = training.plan.target if training else ""
    return (
        ("data", _("Your data"), url_for("data.of_table", table_id=stored.id), rows, True),
        (
            "predict",
            _("What to predict"),
            url_for("predict.of_table", table_id=stored.id),
            target,
            training is not None,
        ),
    )


def _training_steps(stored: StoredTable | None, training: StoredTraining | None) -> tuple[Told, ...]:
    def address(step: str) -> str:
        if training:
            return url_for(f"{step}.of_training", training_id=training.id)
        return url_for(f"{step}.of_table", table_id=stored.id if stored else "")

    learned = training.evaluation if training else None
    badge = text_of(f"verdict.level.{learned.verdict.level}") if learned else ""
    answered = bool(
        training and any(one.answers for one in context().workspace.answers.of_training(training.id))
    )
    learn: Told = ("learn", _("Learn"), address("learn"), _learning_note(training), learned is not None)
    steps: tuple[Told, ...] = (
        ("results", _("Results"), address("results"), badge, learned is not None),
        ("try_out", _("Try it out"), address("try_out"), "", False),
        ("apply", _("Use on new data"), address("apply"), "", answered),
        ("report", _("Report"), address("report"), "", False),
    )
    return (
        steps if training and training.origin else (learn, *steps)
    )  # what came as a file was learned elsewhere


def _learning_note(training: StoredTraining | None) -> str:
    if training is None or training.evaluation:
        return ""
    job = context().workspace.jobs.get(training.job_id)
    return "" if job.is_over else job_title(job.journey)
