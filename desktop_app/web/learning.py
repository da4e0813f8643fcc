"""A training on its way, as the Learn page shows it."""

from dataclasses import dataclass
from typing import Literal

from desktop_app.records.stored import StoredTraining
from desktop_app.reports.notice_words import text_of
from desktop_app.web.context import context
from desktop_app.web.watching import Watch, watch

Phase = Literal["waiting", "running", "keeping", "learned", "failed", "cancelled", "interrupted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Learning:
    """How far a training is, in words, and what can be done about it."""

    target: str
    phase: Phase
    watch: Watch
    title: str
    waits_for: str
    is_over: bool
    is_learned: bool
    can_keep: bool  # it ended, but finished models are still there


def learning_of(training: StoredTraining) -> Learning:
    """Return what the page tells of *training* at this moment."""
    job = context().workspace.jobs.get(training.job_id)
    seen = watch(job)
    phase = _phase(training, seen)
    return Learning(
        target=training.plan.target,
        phase=phase,
        watch=seen,
        title=text_of("learn.title", {"percent": seen.percent_words, "target": training.plan.target}),
        waits_for=_other() if phase == "waiting" else "",
        is_over=phase not in ("waiting", "running", "keeping"),
        is_learned=phase == "learned",
        can_keep=job.journey == "train" and phase in ("failed", "interrupted"),
    )


def _phase(training: StoredTraining, seen: Watch) -> Phase:
    if training.evaluation:
        return "learned"
    if seen.journey == "finish" and not seen.is_over:
        return "keeping"
    if seen.state == "stopped":
        return "keeping"  # the job that keeps the best is about to begin
    return "failed" if seen.state == "finished" else seen.state


def _other() -> str:
    """Return what is learning now, for the one that waits."""
    running = context().workspace.jobs.running("long")
    if running is None:
        return ""
    return next((one.name for one in context().workspace.trainings.list() if one.id == running.subject), "")
