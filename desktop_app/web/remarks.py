"""Notes as forms send them, and the log of decisions: what pages write into it, and how they show it."""

from werkzeug.datastructures import MultiDict

from desktop_app.records.decisions import Decision
from desktop_app.records.notices import Notice
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredTraining
from desktop_app.records.tables import Table
from desktop_app.reports import counting
from desktop_app.reports.notice_words import notice_text
from desktop_app.reports.plan_changes import plan_changes
from desktop_app.web.choice import plan_now
from desktop_app.web.context import context
from desktop_app.web.recent import when


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the log."""

    moment: str
    text: str


def changed_note(form: MultiDict[str, str]) -> str | None:
    """Return the note that a form brings; None where it is as it was when its page was made.

    A page that was left open then does not take back what was written down elsewhere since.
    """
    note, was = form.get("note"), form.get("note_was")
    return None if note is None or (was is not None and _same_lines(note, was)) else note


def _same_lines(note: str, was: str) -> bool:
    return note.strip().splitlines() == was.strip().splitlines()


def entries_of(training_id: str) -> tuple[Entry, ...]:
    """Return what was decided about a training and its table, the oldest first."""
    decided = context().workspace.remarks.decisions_of(training_id=training_id)
    told = ((one.moment, notice_text(one.notice)) for one in decided)
    return tuple(Entry(moment=when(moment), text=text) for moment, text in told if text)


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
        of = counting.denominator(counting.DENOMINATORS[-1], (decision.chance, 1 - decision.chance))
        chance = counting.count(decision.chance, of)
        notice = Notice(code="decided.threshold", values={"yes": decision.value, "chance": chance, "of": of})
    context().workspace.remarks.decided(notice, training_id=training_id)
