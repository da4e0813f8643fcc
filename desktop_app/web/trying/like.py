"""Past rows like the one that is tried, and what would have to change in it: asked for by buttons."""

import json
from collections.abc import Sequence
from dataclasses import replace

from werkzeug.datastructures import MultiDict

from desktop_app.errors import AppError
from desktop_app.language import name
from desktop_app.records.asking import Ask, Cell, Changed, Like, Reply
from desktop_app.records.record import dataclass
from desktop_app.reports.like_words import (
    already_text,
    change_lines,
    change_text,
    few_text,
    no_change_text,
    outcome_text,
    similar_text,
)
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.row_words import Asked, cell_words, class_of
from desktop_app.web.trying.asking import Subject, ask
from desktop_app.web.trying.cells import text_in
from desktop_app.web.trying.fields import Option
from desktop_app.web.trying.known import Known
from desktop_app.web.trying.trial import Trial, cells_of, mend_text

MOST_ROWS, MOST_COLUMNS = 5, 12  # of past rows
ANY_OTHER = ""  # class that it should answer
MORE, LESS = "more", "less"


@dataclass(frozen=True, slots=True, kw_only=True)
class LikeRow:
    """A past row: its number as a person counts, what became of it, and its cells."""

    number: int
    outcome: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Similar:
    """Past rows like the one that is tried."""

    text: str = ""
    few: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[LikeRow, ...] = ()
    problem: AppError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What would have to change, and the texts of the fields that would make it so."""

    text: str = ""
    lines: tuple[str, ...] = ()
    fill: str = ""
    problem: AppError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A column that may change, or may not."""

    key: str
    name: str
    is_ticked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What may change, and what should be answered then."""

    ticks: tuple[Tick, ...]
    wanted: tuple[Option, ...]  # nothing to choose where there is one other class only
    is_open: bool


def asking_of(subject: Subject, form: MultiDict[str, str]) -> Asking:
    """Return what a form says of the change that is looked for; at first all numbers and kinds may change."""
    is_asked = "may_ask" in form
    ticked = form.getlist("may")
    return Asking(
        ticks=tuple(
            Tick(key=known.key, name=known.name, is_ticked=known.key in ticked or not is_asked)
            for known in changeable(subject)
        ),
        wanted=_wanted(subject, form.get("wanted", "")),
        is_open="change_open" in form,
    )


def changeable(subject: Subject) -> tuple[Known, ...]:
    """Return the columns that could change: numbers and kinds."""
    return tuple(known for known in subject.shown if known.kind in ("number", "kind"))


def change_for(subject: Subject, trial: Trial, form: MultiDict[str, str]) -> Change:
    """Return the nearest change that turns the answer, of the columns that are ticked."""
    ticked, wanted = form.getlist("may"), form.get("wanted", "").replace("\r\n", "\n")
    allowed = tuple(known.name for known in changeable(subject) if known.key in ticked)
    question = Ask(
        about="change",
        cells=cells_of(trial, subject.known),
        allowed=allowed,
        wanted=wanted if wanted in subject.evaluation.classes else "",
        more=wanted != LESS,
        decision=subject.training.decision,
    )
    if mend := mend_text(trial, subject.shown):
        return Change(text=mend)
    try:
        reply = ask(subject, question) if allowed else Reply()
    except AppError as error:
        return Change(problem=error)
    if not reply.changes:
        return Change(text=already_text(question, reply) or no_change_text(question, subject.asked))
    return Change(
        text=change_text(reply, subject.asked),
        lines=change_lines(reply.changes),
        fill=json.dumps(_filled(subject, reply.changes)),
    )


def similar_to(subject: Subject, trial: Trial) -> Similar:
    """Return past rows like the one that is tried."""
    if not subject.folder:
        return Similar(text=text_of("why.similar_gone"))
    if mend := mend_text(trial, subject.shown):
        return Similar(text=mend)
    cells = cells_of(trial, subject.known)
    try:
        reply = ask(subject, Ask(about="similar", cells=cells))
        reply = replace(reply, like=reply.like[:MOST_ROWS])
        answer = _answered(subject, cells)
    except AppError as error:
        return Similar(problem=error)
    columns = tuple(reply.like[0].cells)[:MOST_COLUMNS] if reply.like else ()
    return Similar(
        text=similar_text(reply, subject.asked, answer),
        few=few_text(reply),
        columns=columns,
        rows=tuple(_row(like, columns, subject.asked) for like in reply.like),
    )


def _answered(subject: Subject, cells: dict[str, Cell]) -> str:
    """Return the class that is counted among past rows: of more than two that is the answer."""
    if len(subject.evaluation.classes) <= 2:
        return ""
    return class_of(ask(subject, Ask(about="answer", cells=cells, why=False)))


def _row(like: Like, columns: Sequence[str], asked: Asked) -> LikeRow:
    cells = tuple(cell_words(like.cells.get(column)) for column in columns)
    return LikeRow(number=like.row + 1, outcome=outcome_text(like, asked), cells=cells)


def _filled(subject: Subject, changes: Sequence[Changed]) -> dict[str, str]:
    by_name = {known.name: known for known in subject.shown}
    return {
        by_name[one.column].key: text_in(by_name[one.column], one.after)
        for one in changes
        if one.column in by_name
    }


def _wanted(subject: Subject, chosen: str) -> tuple[Option, ...]:
    if subject.evaluation.task == "regression":
        return (
            Option(value=MORE, label=text_of("why.change_more"), is_chosen=chosen != LESS),
            Option(value=LESS, label=text_of("why.change_less"), is_chosen=chosen == LESS),
        )
    if len(subject.evaluation.classes) == 2:
        return ()
    any_other = Option(
        value=ANY_OTHER, label=text_of("why.change_any"), is_chosen=chosen not in subject.evaluation.classes
    )
    classes = subject.evaluation.classes
    return (
        any_other,
        *(Option(value=value, label=name(value), is_chosen=value == chosen) for value in classes),
    )
