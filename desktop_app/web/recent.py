"""What the first page lists: the tables and models of the workspace, newest first."""

import datetime
from dataclasses import dataclass

from flask import url_for

from desktop_app.language import _, date, say_count
from desktop_app.records.stored import StoredAnswers, StoredTable, StoredTraining
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.result_words import question_title
from desktop_app.web.context import context


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One table or model in a list."""

    id: str
    name: str
    address: str
    facts: tuple[str, ...]
    badge: str = ""
    tone: str = ""


TONES = {
    "good": "good",
    "useful": "accent",
    "weak": "caution",
    "guessing": "problem",
    "suspicious": "problem",
}


def table_things() -> tuple[Thing, ...]:
    """Return the tables of the workspace."""
    return tuple(_table_thing(stored) for stored in context().workspace.tables.list())


def model_things() -> tuple[Thing, ...]:
    """Return the models of the workspace whose table is gone: the others are found with their table."""
    tables = {stored.id for stored in context().workspace.tables.list()}
    trainings = context().workspace.trainings.list()
    return tuple(
        model_thing(one, name_table=True)
        for one in trainings
        if one.evaluation and one.table_id not in tables
    )


def model_thing(training: StoredTraining, *, name_table: bool = False) -> Thing:
    """Return one model as a list shows it."""
    learned = training.evaluation
    asked = question_title(learned) if learned else ""
    return Thing(
        id=training.id,
        name=training.name,
        address=url_for("results.of_training", training_id=training.id),
        facts=tuple(
            fact for fact in (asked, training.table_name * name_table, when(training.created)) if fact
        ),
        badge=text_of(f"verdict.level.{learned.verdict.level}") if learned else _("Not finished"),
        tone=TONES[learned.verdict.level] if learned else "",
    )


def answers_thing(stored: StoredAnswers) -> Thing:
    """Return a new file that was brought to a model as a list shows it."""
    rows = say_count("{rows} row", "{rows} rows", stored.table.rows, {"rows": stored.table.rows})
    return Thing(
        id=stored.id,
        name=stored.name,
        address=url_for("apply.show", answers_id=stored.id),
        facts=(rows, when(stored.created)),
        badge=_("Answered") if stored.answers else _("Not answered yet"),
        tone="good" if stored.answers else "",
    )


def _table_thing(stored: StoredTable) -> Thing:
    rows, columns = stored.table.rows, len(stored.table.columns)
    size = say_count(
        "{rows} row, {columns} columns",
        "{rows} rows, {columns} columns",
        rows,
        {"rows": rows, "columns": columns},
    )
    latest = context().workspace.trainings.latest(stored.id)
    learned = latest.evaluation if latest else None
    return Thing(
        id=stored.id,
        name=stored.name,
        address=url_for("data.of_table", table_id=stored.id),
        facts=(size, when(stored.created)),
        badge=text_of(f"verdict.level.{learned.verdict.level}") if learned else "",
        tone=TONES[learned.verdict.level] if learned else "",
    )


def when(moment: str) -> str:
    """Return a stored moment in the person's own time."""
    return date(datetime.datetime.fromisoformat(moment).astimezone())
