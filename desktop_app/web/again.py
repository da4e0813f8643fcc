"""Learning again with the rows of a new file: what there is to choose, and what came of it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

from desktop_app.errors import DataError, NotFoundError
from desktop_app.language import _
from desktop_app.records.decisions import ClassCosts, Costs
from desktop_app.records.jsonable import from_json
from desktop_app.records.lineage import FEWEST_COMPARED, ORIGINS, Again, Overlap
from desktop_app.records.notices import Notice
from desktop_app.records.orders import TrainOrder
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredAnswers, StoredTraining
from desktop_app.records.watched import StoredWatch
from desktop_app.reports.lineage_words import lineage_lines
from desktop_app.reports.notice_words import notice_text, text_of
from desktop_app.tables.stored.storage import read_table
from desktop_app.web.context import context
from desktop_app.web.watched import handed_over


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One way to learn again, and how many rows that are."""

    key: str
    title: str
    rows: str
    is_chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AgainPage:
    """What the page asks."""

    choices: tuple[Choice, ...]
    notes: tuple[str, ...]  # what is known of the rows
    problem: DataError | None  # why it cannot be


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedAgain:
    """What came of it, and the model before, if it is still here."""

    lines: tuple[str, ...]
    before_id: str
    watches: str  # folders that the old one still answers
    taken: str  # folders that the new one answers instead


def can_learn_again(stored: StoredAnswers) -> bool:
    """Return whether a file that was answered says itself what is right, and lacks no column.

    A model that was made elsewhere is not learned again: how it was learned is not known.
    """
    training = context().workspace.trainings.get(stored.training_id)
    if training.evaluation is None or training.evaluation.is_brought:
        return False
    return stored.answers is not None and stored.answers.truth is not None and not stored.preflight.missing


def again_page(stored: StoredAnswers, training: StoredTraining) -> AgainPage:
    """Return what there is to choose."""
    from desktop_app.tables.stored.joining import (
        Rows,
        overlap_of,
        parts_of,
    )  # late: no page of the start needs it

    new, folder = Rows(Path(stored.folder), stored.table), context().workspace.rows_of(training)
    before = Rows(Path(folder), read_table(Path(folder))) if folder else None
    found = overlap_of(parts_of(before, new, training.plan.target))
    first = before.table.name if before else ""
    alone = {"second": stored.name, "count": found.new + found.doubled}
    choices = [Choice(key="alone", title=_("The new file alone"), rows=text_of("again.choose_alone", alone))]
    if before:
        both = {"first": first, "before": found.before, "new": found.new, "count": found.before + found.new}
        words = text_of("again.choose_both", both)
        choices.insert(0, Choice(key="both", title=_("Both together"), rows=words))
    choices[0] = replace(choices[0], is_chosen=True)
    return AgainPage(
        choices=tuple(choices),
        notes=_notes(found, first),
        problem=None if found.new else DataError("again.nothing_new", target=training.plan.target),
    )


def _notes(found: Overlap, first: str) -> tuple[str, ...]:
    notes = [] if first else [text_of("again.gone")]
    if found.new >= FEWEST_COMPARED:
        notes.append(text_of("again.compares" if first else "again.compares_gone"))
    if found.doubled:
        notes.append(text_of("again.doubled", {"count": found.doubled, "first": first}))
    if 0 < found.new < FEWEST_COMPARED:
        notes.append(text_of("again.few", {"need": FEWEST_COMPARED}))
    return tuple(notes)


def origin_of(warnings: Sequence[Notice]) -> tuple[str, ...]:
    """Return where the rows of a table come from that was put together."""
    return tuple(notice_text(notice) for notice in warnings if notice.code in ORIGINS)


def plan_again(training: StoredTraining) -> TrainingPlan:
    """Return the plan of a model, with what was said later that mistakes cost."""
    decision, plan = training.decision, training.plan
    if plan.costs or decision is None or decision.costs == Costs():
        return plan
    return replace(plan, costs=ClassCosts(value=decision.value, costs=decision.costs))


def name_again(training: StoredTraining) -> str:
    """Return a name for the new model that no other one has: "left (2)" behind "left"."""
    taken = {one.name for one in context().workspace.trainings.list()}
    names = (f"{training.name} ({number})" for number in count(2))
    return next(name for name in names if name not in taken)


def again_of(training: StoredTraining) -> Again | None:
    """Return what a training was told of the model before it; nothing where that is not known any more."""
    try:
        job = context().workspace.jobs.get(training.job_id)
    except NotFoundError:
        return None
    return from_json(TrainOrder, job.params).again if job.journey in ("train", "finish") else None


def learned_again(training: StoredTraining) -> LearnedAgain | None:
    """Return what a result says of the model before it; nothing where there is none."""
    if training.evaluation is None or training.evaluation.lineage is None:
        return None
    before_id, evaluation = learned_before(training), training.evaluation
    theirs = (
        context().workspace.watches.list(before_id) if before_id and evaluation.verdict.is_for_use else ()
    )
    return LearnedAgain(
        lines=lineage_lines(evaluation),
        before_id=before_id,
        watches=_watches_text("watch.still", theirs),
        taken=_watches_text("watch.taken", handed_over(training.id, before_id) if before_id else ()),
    )


def _watches_text(code: str, watches: Sequence[StoredWatch]) -> str:
    names = [Path(one.folder).name or one.folder for one in watches]
    return text_of(code, {"count": len(names), "names": names}) if names else ""


def learned_before(training: StoredTraining) -> str:
    """Return the id of the model that one was learned again from, if it is still here."""
    again = again_of(training)
    return _before(again) if again else ""


def _before(again: Again) -> str:
    """Return the id of the model before, which is what its file is called; nothing where it was deleted."""
    try:
        return context().workspace.trainings.get(Path(again.model).stem).id
    except NotFoundError:
        return ""
