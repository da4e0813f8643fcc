"""A model saved in the form of another program, as its page shows it."""

from pathlib import Path

from desktop_app.records.handover import ENDINGS, HandoverKind, HandoverOrder
from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.orders import Written
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredTraining
from desktop_app.reports.handover.words import form_words, saved_line
from desktop_app.web.context import context
from desktop_app.web.goals import goal_for
from desktop_app.web.new_data import Saved

JOURNEY = "hand_over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form in which a model can be saved: what it is called, for whom it is, and what travels inside."""

    kind: HandoverKind
    title: str
    purpose: str
    inside: str


def forms() -> tuple[Form, ...]:
    """Return the forms that there are, those for most people first."""
    return tuple(
        Form(kind=kind, title=words.title, purpose=words.purpose, inside=words.inside)
        for kind, words in form_words().items()
    )


def order_form(training: StoredTraining, kind: HandoverKind) -> Job | None:
    """Save a model in this form, as it answers here; None where the person thinks better of it."""
    out = goal_for(training.name, kind, {kind: ENDINGS[kind]})
    if out is None:
        return None
    order = HandoverOrder(
        model=training.model, kind=kind, out=str(out), decision=training.decision, own_decision=False
    )
    return context().jobs.submit(JOURNEY, to_json(order), lane="short", subject=training.id)


def saved_form(job: Job | None) -> Saved | None:
    """Return the file that a job has written, if it is over."""
    if job is None or job.state != "finished":
        return None
    written, uploads = from_json(Written, job.result), context().uploads
    is_copy = uploads.holds(written.path)
    name = uploads.name_of(written.path) if is_copy else Path(written.path).name
    return Saved(lines=(saved_line(written, name),), job_id=job.id, is_copy=is_copy)
