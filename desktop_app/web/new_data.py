"""A new file on its way through a model, as its page shows it."""

from dataclasses import dataclass
from pathlib import Path

from desktop_app.errors import NotFoundError
from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import from_json
from desktop_app.records.notices import Level, Notice
from desktop_app.records.orders import Written
from desktop_app.records.results import Evaluation
from desktop_app.records.stored import StoredAnswers
from desktop_app.reports.answers_words import answers_lines, saved_lines
from desktop_app.reports.names import fit_word
from desktop_app.reports.notice_words import notice_text, text_of
from desktop_app.web.context import context
from desktop_app.web.watching import Watch, watch

WORDS: dict[Level, str] = {"note": "level.note", "caution": "fit.caution", "problem": "fit.unfit"}
TONES: dict[str, str] = {"fits": "good", "caution": "caution", "unfit": "problem"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that was compared, with the word that marks it."""

    level: str
    word: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A file that was written, and where a browser can fetch it."""

    lines: tuple[str, ...]
    job_id: str
    is_copy: bool  # lies in our own folder, to be fetched by the browser


@dataclass(frozen=True, slots=True, kw_only=True)
class NewData:
    """Whether a new file fits, what is done with it now, and what came of it."""

    fit: str
    tone: str
    lines: tuple[Line, ...]
    can_answer: bool
    missing: tuple[str, ...]
    doing: Watch | None  # a job that is on its way, or that failed
    answers: tuple[str, ...]
    saved: Saved | None


def new_data_of(stored: StoredAnswers, evaluation: Evaluation | None, job_id: str) -> NewData:
    """Return what the page tells of *stored*; *job_id* is the job that was last asked for, if any."""
    preflight, job = stored.preflight, _job(stored, job_id)
    return NewData(
        fit=fit_word(preflight),
        tone=TONES[preflight.fit],
        lines=tuple(_line(notice) for notice in preflight.notices),
        can_answer=preflight.fit != "unfit",
        missing=preflight.missing,
        doing=watch(job) if job and job.state != "finished" else None,
        answers=answers_lines(stored.answers, evaluation) if stored.answers else (),
        saved=_saved(job) if job and job.state == "finished" and job.journey == "export" else None,
    )


def _line(notice: Notice) -> Line:
    text = notice_text(notice)
    if notice.code == "check.fits":
        return Line(level="good", word=text_of("fit.fits"), text=text)
    return Line(level=notice.level, word=text_of(WORDS[notice.level]), text=text)


def _job(stored: StoredAnswers, job_id: str) -> Job | None:
    """Return the job under way for a new file, or the one that was asked for; never another's."""
    jobs = context().workspace.jobs
    try:
        asked = jobs.get(job_id) if job_id else None
    except NotFoundError:
        asked = None
    if asked and asked.subject == stored.id:
        return asked
    return jobs.active(stored.id)


def _saved(job: Job) -> Saved:
    written = from_json(Written, job.result)
    is_copy = context().uploads.holds(written.path)
    name = context().uploads.name_of(written.path) if is_copy else Path(written.path).name
    return Saved(lines=saved_lines(written, name), job_id=job.id, is_copy=is_copy)
