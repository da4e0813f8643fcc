"""Notes as forms send them, and the log of decisions: what pages write into it, and how they show it."""

from collections.abc import Callable
from typing import Literal

from werkzeug.datastructures import MultiDict

from desktop_app import counting
from desktop_app.records.decisions import Decision
from desktop_app.records.notices import Notice
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.record import dataclass
from desktop_app.records.remarks import SENT, SENT_NOT
from desktop_app.records.stored import StoredTraining
from desktop_app.records.tables import Table
from desktop_app.reports.notice_words import notice_text
from desktop_app.reports.plan_changes import plan_changes
from desktop_app.web.choice import plan_now
from desktop_app.web.context import context
from desktop_app.web.recent import when

Noted = Literal["saved", "both"]  # both: it was changed elsewhere meanwhile, and that text is kept, too


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the log."""

    moment: str
    text: str


def keep_note(form: MultiDict[str, str], keep: Callable[[str, str | None], bool]) -> Noted:
    """Keep the note that a form brings, if any; return whether another text is kept in front of it.

    It brings what the note was when its page was made, too: a page that was left open takes nothing back.
    """
    note = form.get("note")
    return "both" if note is not None and keep(note, form.get("note_was")) else "saved"


def entries_of(training_id: str) -> tuple[Entry, ...]:
    """Return what was decided about a training and its table, the oldest first."""
    decided = context().workspace.remarks.decisions_of(training_id=training_id)
    told = ((one.moment, notice_text(one.notice)) for one in decided)
    return tuple(Entry(moment=when(moment), text=text) for moment, text in told if text)


def sent_lines(table_id: str) -> tuple[str, ...]:
    """Return what was said of sending the rows of a table anywhere, the last of each cluster."""
    decided = context().workspace.remarks.decisions_of(table_id=table_id)
    last = {one.notice.values["address"]: one for one in decided if one.notice.code in (SENT, SENT_NOT)}
    return tuple(f"{when(one.moment)}: {notice_text(one.notice)}" for one in last.values())


def log_plan(training: StoredTraining, before: StoredTraining | None, table: Table) -> None:
    """Write down what was chosen for a training: otherwise than for the one *before*, if that asked the same.

    Without such a one, what a person chose otherwise than Hunch would have.
    """
    remarks, plan = context().workspace.remarks, training.plan
    earlier = plan_now(before.plan, table) if before else None
    if before is None or earlier is None or earlier.target != plan.target:
        earlier = TrainingPlan(target=plan.target, budget=plan.budget, seed=plan.seed)
    else:
        remarks.take_over(training.id, before.id)
    remarks.decided(*plan_changes(earlier, plan), training_id=training.id)


def log_line(training_id: str, decision: Decision | None) -> None:
    """Write down from which chance on a class is answered; None: the likelier one, as by itself."""
    if decision is None:
        notice = Notice(code="decided.no_threshold")
    else:
        notice = Notice(
            code="decided.threshold", values={"yes": decision.value, **counting.line(decision.chance)}
        )
    context().workspace.remarks.decided(notice, training_id=training_id)
