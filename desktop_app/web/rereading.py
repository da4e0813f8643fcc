"""How a table was read, as its page shows it: what is asked, what was decided, what is on its way."""

from dataclasses import dataclass

from flask import request, url_for

from desktop_app.errors import AppError, NotFoundError
from desktop_app.language import _, name
from desktop_app.records.jobs import Job
from desktop_app.records.stored import StoredTable
from desktop_app.records.tables import Question, Table
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.reading_names import answer_buttons
from desktop_app.reports.two_readings import AS_IT_STANDS, question_text
from desktop_app.web.context import context
from desktop_app.web.reading import Chip, chips_of
from desktop_app.web.watching import Watch, watch

MOST_QUESTIONS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One way to read a column, and the words on its button."""

    reading: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A question that only a person can answer."""

    column: int  # its position
    name: str
    sentence: str
    meanwhile: str
    answers: tuple[Answer, ...]
    rows: tuple[tuple[str, ...], ...]  # a cell as it stands, then what each answer makes of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that a page says and asks about how a file was read."""

    chips: tuple[Chip, ...]
    cards: tuple[Card, ...]
    watch: Watch | None = None  # of another reading that is on its way
    problem: AppError | None = None  # why another reading came to nothing
    part: str = ""  # which chip that reading was about
    done: str = ""  # what has just happened, in a sentence
    has_earlier: bool = False

    @property
    def is_said_at_chip(self) -> bool:
        """Whether the problem stands beside a chip."""
        return any(chip.key == self.part for chip in self.chips)


def reading_of(stored: StoredTable) -> Reading:
    """Return how a table was read, and how far the reading is that the address of this page names."""
    job = _job(stored)
    watched = watch(job) if job else None
    is_read = job is not None and job.state == "finished"
    return Reading(
        chips=chips_of(stored.table),
        cards=cards_of(stored.table),
        watch=watched if watched and not watched.is_over else None,
        problem=watched.problem if watched else None,
        part=request.args.get("part", ""),
        done=_done(is_read=is_read and stored.has_earlier),
        has_earlier=stored.has_earlier,
    )


def reading_address(table_id: str, job_id: str = "", part: str = "") -> str:
    """Return the address of the page on which the outcome of another reading is seen."""
    return url_for("data.of_table", table_id=table_id, reading=job_id or None, part=part or None)


def reading_job(table_id: str, job_id: str) -> Job:
    """Return a job that reads the file of a table anew; raises NotFoundError for any other."""
    job = context().workspace.jobs.get(job_id)
    if job.journey != "import" or job.params.get("table_id") != table_id:
        raise NotFoundError("error.not_found")
    return job


def active_reading(table_id: str) -> Job | None:
    """Return the job that reads the file of a table anew at this moment, if there is one."""
    active = context().workspace.jobs.active(table_id)
    return active if active and active.journey == "import" else None


def cards_of(table: Table) -> tuple[Card, ...]:
    """Return the questions about a table that are open."""
    places = {column.name: column.position for column in table.columns}
    asked = [question for question in table.questions if question.column in places]
    return tuple(_card(question, places[question.column]) for question in asked[:MOST_QUESTIONS])


def _card(question: Question, position: int) -> Card:
    readings = [choice.reading for choice in question.choices]
    shown = [choice for choice in question.choices if choice.reading != AS_IT_STANDS]
    ways = [choice.reading for choice in shown]
    if AS_IT_STANDS in readings:
        ways.append(AS_IT_STANDS)
    words = answer_buttons(ways)
    columns = (question.examples, *(choice.examples for choice in shown))
    return Card(
        column=position,
        name=question.column,
        sentence=question_text(question),
        meanwhile=_meanwhile(readings[0], dict(zip(ways, words, strict=True))),
        answers=tuple(Answer(reading=way, words=said) for way, said in zip(ways, words, strict=True)),
        rows=tuple(tuple(name(cell) or _("empty") for cell in row) for row in zip(*columns, strict=False)),
    )


def _meanwhile(reading: str, words: dict[str, str]) -> str:
    if reading == AS_IT_STANDS:
        return text_of("reading.stays_text")
    return text_of("reading.meanwhile", {"what": words[reading]})


def _job(stored: StoredTable) -> Job | None:
    """Return the reading that is on its way, or else the one that the address names."""
    if active := active_reading(stored.id):
        return active
    try:
        return reading_job(stored.id, request.args.get("reading", ""))
    except NotFoundError:
        return None


def _done(*, is_read: bool) -> str:
    if "back" in request.args:
        return text_of("reading.back")
    return text_of("reading.done") if is_read else ""
