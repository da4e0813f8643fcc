"""The short names of things, in the person's language."""

from desktop_app.records.models import Preflight
from desktop_app.records.notices import Level
from desktop_app.records.plans import Reason
from desktop_app.records.tables import Column, ColumnType
from desktop_app.reports.notice_words import text_of


def kind_name(name: str) -> str:
    """Return the name of a kind of model: "Many small trees" for "boosting"."""
    return text_of(f"model.kind.{name}")


def type_word(type_: ColumnType) -> str:
    """Return the word for what a column holds."""
    return text_of(f"type.{type_}")


def column_word(column: Column) -> str:
    """Return the word for what a column holds, also where it only names what several rows are about."""
    is_repeated = any(note.code == "find.repeated_id" for note in column.notes)
    return text_of("type.repeated_id") if is_repeated else type_word(column.type)


def reason_word(reason: Reason) -> str:
    """Return in a few words why a column is left out."""
    return text_of(f"reason.{reason}")


def level_word(level: Level) -> str:
    """Return the word that stands beside the colour of a message."""
    return text_of(f"level.{level}")


def fit_word(preflight: Preflight) -> str:
    """Return in a word or two how a new file fits a model."""
    return text_of(f"fit.{preflight.fit}")


def job_title(journey: str) -> str:
    """Return what a job does, as the list of work shows it."""
    return text_of(f"job.{journey}")
