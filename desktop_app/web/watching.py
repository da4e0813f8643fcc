"""The job that a page tells of, while it runs and when it is over."""

from desktop_app.errors import AppError, NotFoundError, from_code
from desktop_app.records.jobs import Job, JobState, Live
from desktop_app.records.record import dataclass
from desktop_app.reports.names import job_title
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
        doing=notice_text(now) if now else _waits_for(job) or text_of(f"job.{job.journey}"),
        left=time_left_text(live.seconds_left),
        milestones=tuple(notice_text(notice) for notice in live.milestones),
        problem=problem_of(job),
    )


def _waits_for(job: Job) -> str:
    """Return what has to be done before a job begins; nothing where it has begun, or does at once."""
    before = context().workspace.jobs.running(job.lane) if job.state == "waiting" else None
    return text_of("job.waits", {"what": job_title(before.journey)}) if before else ""


def doing(job: Job | None) -> Watch | None:
    """Return what a page tells of its job: it is on its way, or came to nothing; None once it is done."""
    return watch(job) if job and job.state != "finished" else None


def job_of(subject: str, job_id: str, *journeys: str) -> Job:
    """Return a job that works for *subject* and does one of *journeys*, or any where none is named.

    Raises NotFoundError, also where it is another's.
    """
    job = context().workspace.jobs.get(job_id)
    if job.subject != subject or (journeys and job.journey not in journeys):
        raise NotFoundError("error.not_found")
    return job


def job_shown(subject: str, named: str, *journeys: str) -> Job | None:
    """Return the job that the address of a page names, or else the one under way; never another's."""
    try:
        return job_of(subject, named, *journeys)
    except NotFoundError:
        active = context().workspace.jobs.active(subject)
        return active if active and (not journeys or active.journey in journeys) else None


def last_job(subject: str, journey: str) -> Job | None:
    """Return the newest job of one kind that works, or worked, for *subject*."""
    return next(iter(context().workspace.jobs.list(journey, subject)), None)


def problem_of(job: Job) -> AppError | None:
    """Return why the job could not be done, if it failed."""
    return from_code(job.problem.code, job.problem.values) if job.problem else None
