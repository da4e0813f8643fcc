"""How a table was read, as its page shows it: what is asked, what was decided, what is on its way."""

from typing import Any

from flask import request, url_for

from desktop_app.errors import AppError, NotFoundError, from_code
from desktop_app.language import _, name, say_count
from desktop_app.records.jobs import Job
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredTable
from desktop_app.records.tables import Question, Table
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.reading_names import answer_buttons
from desktop_app.reports.two_readings import AS_IT_STANDS, question_text
from desktop_app.tables.names import LONGEST_NAME
from desktop_app.web.context import context
from desktop_app.web.reading.change_chips import Changes, changes_of
from desktop_app.web.reading.chips import Chip, chips_of
from desktop_app.web.reading.step_forms import REFUSALS
from desktop_app.web.watching import Watch, watch

MOST_QUESTIONS = 3
COLUMN_LIST = "columns"  # the page that a step was taken on, where it is not the one with the rows
PLACE = ("from", "part", "find", "which", "start", "show", "row", "column")  # where on a page one is


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
    problem: AppError | None = None  # why another reading came to nothing, or was not begun
    part: str = ""  # which chip that reading was about
    changes: Changes
    place: dict[str, str]  # where on which page this is, for the addresses of forms

    @property
    def is_said_at_chip(self) -> bool:
        """Whether the problem stands beside a chip."""
        return any(chip.key == self.part for chip in self.chips)


def reading_of(stored: StoredTable) -> Reading:
    """Return how a table was read, and how far the reading is that the address of this page names."""
    job = _job(stored)
    watched = watch(job) if job else None
    return Reading(
        chips=chips_of(stored.table),
        cards=cards_of(stored.table),
        watch=watched if watched and not watched.is_over else None,
        problem=watched.problem if watched else _refusal(),
        part=request.args.get("part", ""),
        changes=changes_of(stored, is_new=job is not None and job.id == stored.reading),
        place={key: value for key, value in place().items() if key != "part"},
    )


def reading_address(table_id: str, job_id: str = "", **more: str) -> str:
    """Return the address of the page on which the outcome of another reading is seen.

    The page is the one that the request came from, at the place where it was: its address says both.
    """
    kept: dict[str, Any] = {**place(), **more}
    endpoint = "columns.of_table" if kept.get("from") == COLUMN_LIST else "data.of_table"
    return url_for(endpoint, table_id=table_id, reading=job_id or None, **kept)


def place() -> dict[str, str]:
    """Return where on which page a person is, for addresses that lead back there."""
    return {key: request.args[key] for key in PLACE if request.args.get(key)}


def reading_job(table_id: str, job_id: str) -> Job:
    """Return a job that reads the file of a table anew; raises NotFoundError for any other."""
    job = context().workspace.jobs.get(job_id)
    if job.journey != "import" or job.params.get("table_id") != table_id:
        raise NotFoundError("error.not_found")
    return job


def active_reading(table_id: str) -> Job | None:
    """Return the job that reads the file of a table anew at this moment, if there is one."""
    jobs = context().workspace.jobs.list("import", table_id)
    return next((job for job in jobs if not job.is_over), None)


def cards_of(table: Table) -> tuple[Card, ...]:
    """Return the questions about a table that are open."""
    places = _places(table)
    return tuple(_card(one, places[one.column]) for one in _open(table)[:MOST_QUESTIONS])


def open_words(table: Table) -> str:
    """Return how many questions about a table are open; nothing where none is."""
    count = len(_open(table))
    values = {"n": count}
    if not count:
        return ""
    return say_count(
        "{n} question about this file is open.", "{n} questions about this file are open.", count, values
    )


def _open(table: Table) -> list[Question]:
    places = _places(table)
    return [question for question in table.questions if question.column in places]


def _places(table: Table) -> dict[str, int]:
    places = {column.in_file: column.position for column in table.columns}
    return places | {column.name: column.position for column in table.columns}


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


def _refusal() -> AppError | None:
    """Return why a step was not taken, as the address of the page says it."""
    code = request.args.get("refused", "")
    values = {"name": request.args.get("name", ""), "limit": LONGEST_NAME}
    return from_code(code, values) if code in REFUSALS else None
