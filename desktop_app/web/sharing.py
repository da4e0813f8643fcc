"""A model saved in the form of another program."""

from desktop_app.records.handover import ENDINGS, HandoverKind, HandoverOrder
from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import to_json
from desktop_app.records.stored import StoredTraining
from desktop_app.web.context import context
from desktop_app.web.goals import goal_for

JOURNEY = "hand_over"


def order_form(training: StoredTraining, kind: HandoverKind) -> Job | None:
    """Save a model in this form, as it answers here; None where the person thinks better of it."""
    out = goal_for(training.name, kind, {kind: ENDINGS[kind]})
    if out is None:
        return None
    order = HandoverOrder(
        model=training.model, kind=kind, out=str(out), decision=training.decision, own_decision=False
    )
    return context().jobs.submit(JOURNEY, to_json(order), lane="short", subject=training.id)
