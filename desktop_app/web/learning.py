"""A training on its way, as the Learn page shows it."""

from dataclasses import replace
from pathlib import Path
from typing import Literal

from desktop_app.errors import ClusterError, PolicyError
from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import from_json
from desktop_app.records.orders import FinishOrder
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredTraining
from desktop_app.reports.notice_words import notice_text, text_of
from desktop_app.web.context import context
from desktop_app.web.watching import Watch, watch
from desktop_app.web.where import learns_at, plain_at

Phase = Literal["waiting", "running", "testing", "keeping", "learned", "failed", "cancelled", "interrupted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Learning:
    """How far a training is, in words, and what can be done about it."""

    target: str
    phase: Phase
    watch: Watch
    title: str
    waits_for: str
    note: str  # what the scores so far are
    is_over: bool
    where: tuple[str, ...]  # it is, if not on this computer
    plain: str  # that others could read what is sent there
    can_keep: bool  # it ended, but finished models are still there


def learning_of(training: StoredTraining) -> Learning:
    """Return what the page tells of *training* at this moment."""
    job = context().workspace.jobs.get(training.job_id)
    seen = watch(job)
    phase = _phase(training, seen)
    if phase == "keeping":
        seen = replace(seen, milestones=(*_said_before(job), *seen.milestones))
    return Learning(
        target=training.plan.target,
        phase=phase,
        watch=seen,
        title=text_of("learn.title", {"percent": seen.percent_words, "target": training.plan.target}),
        waits_for=_other(training) if phase == "waiting" else "",
        note=_note(job) if phase in ("running", "testing", "keeping") else "",
        is_over=phase not in ("waiting", "running", "testing", "keeping"),
        where=learns_at(job) if phase != "learned" else (),
        plain=plain_at(job),
        can_keep=job.journey == "train" and phase in ("failed", "interrupted") and not _is_refused(seen),
    )


def _is_refused(seen: Watch) -> bool:
    """Whether it was refused before it began, so that no model can be finished."""
    return isinstance(seen.problem, ClusterError | PolicyError)


def _phase(training: StoredTraining, seen: Watch) -> Phase:
    if training.evaluation:
        return "learned"
    if seen.journey == "finish" and not seen.is_over:
        return "keeping"
    if seen.state == "stopped":
        return "keeping"  # the job that keeps the best is about to begin
    if seen.state == "running" and _is_tested(seen.job_id):
        return "testing"
    return "failed" if seen.state == "finished" else seen.state


def _is_tested(job_id: str) -> bool:
    """Return whether the search is over: there is nothing left to stop."""
    return any(notice.code == "learn.final_test" for notice in context().jobs.live(job_id).milestones)


def _said_before(job: Job) -> tuple[str, ...]:
    """Return the milestones of the search whose best is kept now."""
    return tuple(notice_text(notice) for notice in context().jobs.live(_search_of(job)).milestones)


def _search_of(job: Job) -> str:
    """Return the id of the job that searches, or searched what is kept now."""
    return job.id if job.journey == "train" else Path(from_json(FinishOrder, job.params).search_folder).name


def _note(job: Job) -> str:
    """Return what the scores so far are worth, as the way it is tested has it."""
    live = context().jobs.live(_search_of(job))
    ways = [notice.values.get("way") for notice in live.milestones]
    return text_of("learn.so_far_note_repeated" if "repeated" in ways else "learn.so_far_note")


def _other(training: StoredTraining) -> str:
    """Return what is learning now, for the one that waits; it may have begun meanwhile itself."""
    running = context().workspace.jobs.running("long")
    if running is None or running.subject == training.id:
        return ""
    return next((one.name for one in context().workspace.trainings.list() if one.id == running.subject), "")
