"""A new file on its way through a model, as its page shows it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.models.parts import rows_answered
from desktop_app.records.jobs import Job
from desktop_app.records.models import Answers, Preflight
from desktop_app.records.notices import Level, Notice
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation
from desktop_app.records.stored import StoredAnswers, StoredTraining
from desktop_app.records.tables import Table
from desktop_app.reports.answers_words import OF_THE_MODEL, answers_lines, saved_lines
from desktop_app.reports.decision_words import decided_text, since_text
from desktop_app.reports.names import fit_word
from desktop_app.reports.new_file_words import told_of
from desktop_app.reports.notice_words import notice_text, text_of
from desktop_app.reports.truth_words import HOLDING, holds_word, is_promised, truth_lines
from desktop_app.reports.two_readings import UNANSWERED
from desktop_app.web.again import can_learn_again
from desktop_app.web.concerned import rows_address
from desktop_app.web.context import context
from desktop_app.web.findings.listed import Findings, by_harm, findings_among
from desktop_app.web.goals import written_of
from desktop_app.web.matching import Matching, match_act, matching_of
from desktop_app.web.scaling import Act, scaling_act
from desktop_app.web.watching import Watch, doing, job_shown, last_job

EXPLAINED_A_SECOND = 300  # rows, of a model that takes long
_NOTICED = 1.5  # seconds
WORDS: dict[Level, str] = {"note": "level.note", "caution": "fit.caution", "problem": "fit.unfit"}
TONES: dict[str, str] = {"fits": "good", "caution": "caution", "unfit": "problem"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that was compared, with the word that marks it."""

    level: str
    word: str
    text: str
    show: str = ""  # where the rows are shown that it speaks of
    act: Act | None = None  # what can be done about it


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A file that was written, and where a browser can fetch it."""

    lines: tuple[str, ...]
    job_id: str
    is_copy: bool  # lies in our own folder, to be fetched by the browser


@dataclass(frozen=True, slots=True, kw_only=True)
class CutOff:
    """Answers that can be gone on with."""

    job_id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """How right the answers are where the file says it, and a word whether that was promised."""

    lines: tuple[str, ...]
    word: str
    tone: str
    can_learn_again: bool = False  # with its rows
    is_promised: bool = True  # something was said of how good the model is
    is_worse: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewData:
    """Whether a new file fits, what is done with it now, and what came of it."""

    doubt: str  # why this model should answer nothing, if it should not
    caution: str  # why its answers need care, if they do
    fit: str
    tone: str
    lines: tuple[Line, ...]
    told: Findings  # of how the file was read
    can_answer: bool
    explain_time: str  # how much longer it takes to say of each row why, if that is long
    cut_off: CutOff | None
    spared: tuple[str, ...]  # columns that are missing and can be gone without
    matching: Matching | None  # columns that may be there under other names
    doing: Watch | None  # a job that is on its way, or that failed
    answers: tuple[str, ...]
    held: Held | None  # where the file says what is right
    since: str  # what was decided after the rows were answered
    has_macros: bool  # the file is a workbook that can keep its macros
    saved: Saved | None


def new_data_of(stored: StoredAnswers, training: StoredTraining, job_id: str) -> NewData:
    """Return what the page tells of *stored*; *job_id* is the job that was last asked for, if any."""
    preflight, job, evaluation = (
        _of_the_file(stored.preflight),
        job_shown(stored.id, job_id),
        training.evaluation,
    )
    return NewData(
        doubt=model_doubt(evaluation),
        caution=model_caution(evaluation),
        fit=fit_word(preflight),
        tone=TONES[preflight.fit],
        lines=tuple(_line(one, stored) for one in _told_first(stored) if one.code not in OF_THE_MODEL),
        told=findings_among(_told(stored.table, evaluation)),
        can_answer=preflight.fit != "unfit",
        explain_time=_explain_time(stored.table.rows),
        cut_off=_cut_off(stored),
        spared=preflight.can_be_spared,
        matching=matching_of(stored, training),
        doing=doing(job),
        answers=_answered(stored.answers, evaluation) if stored.answers else (),
        held=_held(stored, stored.answers) if stored.answers else None,
        since=since_text(training.decision, stored.answers.decision) if stored.answers else "",
        has_macros=stored.table.recipe.format == "xlsx" and stored.table.name.lower().endswith(".xlsm"),
        saved=saved_of(job),
    )


def _of_the_file(preflight: Preflight) -> Preflight:
    """Return how a file fits, whatever is said of the model itself: that stands over the page."""
    rest = [notice for notice in preflight.notices if notice.code not in OF_THE_MODEL]
    is_fine = preflight.fit == "caution" and all(notice.level == "note" for notice in rest)
    return replace(preflight, fit="fits") if is_fine else preflight


def _explain_time(rows: int) -> str:
    """Return how much longer it takes to say why; nothing where nobody would wait."""
    seconds = rows / EXPLAINED_A_SECOND
    return text_of("apply.explain_time", {"rows": rows, "time": seconds}) if seconds >= _NOTICED else ""


def _cut_off(stored: StoredAnswers) -> CutOff | None:
    """Return the answers that the end of the program cut off, or that of a worker after some rows."""
    job = last_job(stored.id, "apply")
    if job is None or job.state not in ("interrupted", "failed"):
        return None
    done = rows_answered(Path(job.folder))
    if job.state == "failed" and not done:
        return None
    return CutOff(job_id=job.id, text=text_of("apply.cut_off", {"done": done, "rows": stored.table.rows}))


def model_doubt(evaluation: Evaluation | None) -> str:
    """Return why a model should answer nothing; an empty text where it may."""
    if evaluation is None or evaluation.verdict.is_for_use or not evaluation.is_tested:
        return ""
    return text_of(f"check.{evaluation.verdict.level}")


def model_caution(evaluation: Evaluation | None) -> str:
    """Return why the answers of a model need care; an empty text where it was tested."""
    return "" if evaluation is None or evaluation.is_tested else text_of("check.untested")


def _answered(answers: Answers, evaluation: Evaluation | None) -> tuple[str, ...]:
    """Return what came of it, and by what decision."""
    return tuple(filter(None, (*answers_lines(answers, evaluation), decided_text(answers.decision))))


def _held(stored: StoredAnswers, answers: Answers) -> Held | None:
    lines, truth = truth_lines(answers), answers.truth
    if truth is None:
        return Held(lines=lines, word="", tone="") if lines else None
    return Held(
        lines=lines,
        word=holds_word(truth) if is_promised(truth) else "",
        tone=HOLDING[truth.holds],
        is_promised=is_promised(truth),
        can_learn_again=can_learn_again(stored),
        is_worse=truth.holds == "worse",
    )


def _told_first(stored: StoredAnswers) -> Sequence[Notice]:
    """Return what is said by harm; of what is as bad, first what a click puts right.

    The rest may follow from that.
    """
    found = stored.preflight
    offers = [one for one in found.notices if one.level != "note" and scaling_act(found, one)]
    return by_harm([*offers, *(one for one in found.notices if one not in offers)])


def _line(notice: Notice, stored: StoredAnswers) -> Line:
    text = notice_text(notice)
    if notice.code == "check.fits":
        return Line(level="good", word=text_of("fit.fits"), text=text)
    return Line(
        level=notice.level,
        word=text_of(WORDS[notice.level]),
        text=text,
        show=rows_address(stored, notice),
        act=scaling_act(stored.preflight, notice) or match_act(stored.preflight, notice),
    )


def _told(table: Table, evaluation: Evaluation | None) -> tuple[Notice, ...]:
    """Return what was said of how a file was read, but for what is open of it: no form here answers that."""
    told = told_of(table, evaluation.features if evaluation else ())
    return tuple(notice for notice in told if notice.code != UNANSWERED)


def saved_of(job: Job | None) -> Saved | None:
    """Return the file that a job has written, if that is what it did."""
    written = written_of(job) if job else None
    if job is None or written is None:
        return None
    return saved_at(job, written.path, lambda name: saved_lines(written, name))


def saved_at(job: Job, path: str, lines: Callable[[str], tuple[str, ...]]) -> Saved:
    """Return a file that a job has written at *path*; *lines* are what is said of it under its name."""
    uploads = context().uploads
    is_copy = uploads.holds(path)
    name = uploads.name_of(path) if is_copy else Path(path).name
    return Saved(lines=lines(name), job_id=job.id, is_copy=is_copy)
