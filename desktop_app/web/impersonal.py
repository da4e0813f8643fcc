"""A model saved without values that may point to a person, as its page shows it."""

from pathlib import Path

from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.model_files import ImpersonalOrder, SavedImpersonal
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredTraining
from desktop_app.reports.impersonal_words import taken_lines
from desktop_app.reports.notice_words import text_of
from desktop_app.web.context import context
from desktop_app.web.new_data import Saved, saved_at

JOURNEY = "save_impersonal"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldOfPeople:
    """What a model file holds of people, in sentences, and whether there is anything to take out."""

    lines: tuple[str, ...]
    may_identify: bool


def held_of_people(training: StoredTraining) -> HeldOfPeople:
    """Return what a model's file holds; raises ModelError where it is no longer whole."""
    from desktop_app.models.card import read_card  # late: no page of the start needs it
    from desktop_app.models.prose import people_text

    schema = read_card(Path(training.model)).schema
    lines = [people_text(schema, is_brought=training.is_brought)]
    if schema.may_identify:
        lines.append(text_of("personal.without"))
        is_signed = training.origin and any(one.code == "model.signed" for one in training.origin.notices)
        lines += [text_of("personal.signature_gone")] if is_signed else []
    return HeldOfPeople(lines=tuple(lines), may_identify=schema.may_identify)


def order_impersonal(training: StoredTraining, out: Path) -> Job:
    """Save a model without personal values, with what was decided about its answers."""
    order = ImpersonalOrder(
        model=training.model, out=str(out), decision=training.decision, own_decision=False
    )
    return context().jobs.submit(JOURNEY, to_json(order), lane="short", subject=training.id)


def saved_impersonal(job: Job | None) -> Saved | None:
    """Return the file that a job has written, if it is over."""
    if job is None or job.state != "finished":
        return None
    saved = from_json(SavedImpersonal, job.result)
    return saved_at(job, saved.path, lambda name: taken_lines(saved, name))
