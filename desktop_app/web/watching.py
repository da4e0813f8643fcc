"""A job as a page shows it while it runs and when it is over."""

from desktop_app.errors import AppError, from_code
from desktop_app.records.jobs import Job, JobState, Live
from desktop_app.records.record import dataclass
from desktop_app.reports.notice_words import notice_text, text_of, time_left_text
from desktop_app.web.context import context


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """How far a job has come, in words."""

    job_id: str
    journey: str
    state: JobState
    is_over: bool
    percent: int
    doing: str  # what it does now
    left: str  # about how long it takes still
    milestones: tuple[str, ...]
    problem: AppError | None

    @property
    def percent_words(self) -> str:
        """The share that is done, as it stands in titles."""
        return f"{self.percent}%"


def watch(job: Job) -> Watch:
    """Return what a page tells of the job at this moment."""
    live = context().jobs.live(job.id) if not job.is_over else Live(fraction=1.0)
    now = live.notice if live.notice not in live.milestones else None
    return Watch(
        job_id=job.id,
        journey=job.journey,
        state=job.state,
        is_over=job.is_over,
        percent=100 if job.is_over else live.percent,
        doing=notice_text(now) if now else text_of(f"job.{job.journey}"),
        left=time_left_text(live.seconds_left),
        milestones=tuple(notice_text(notice) for notice in live.milestones),
        problem=problem_of(job),
    )


def problem_of(job: Job) -> AppError | None:
    """Return why the job could not be done, if it failed."""
    return from_code(job.problem.code, job.problem.values) if job.problem else None
