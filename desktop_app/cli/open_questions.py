"""The questions that a file leaves open, for people and as JSON, each with the option that answers it."""

import shlex
from collections.abc import Iterator, Sequence

from desktop_app.cli.called import called
from desktop_app.cli.layout import aligned
from desktop_app.cli.output import Output, safe
from desktop_app.language import name
from desktop_app.records.jsonable import JSON
from desktop_app.records.notices import Notice
from desktop_app.records.plans import LeftOut
from desktop_app.records.tables import Question
from desktop_app.reports.notice_words import notice_text, text_of
from desktop_app.reports.two_readings import UNANSWERED, question_text

_WIDTH = 120  # cells of the terminal


def questions_json(questions: Sequence[Question]) -> list[JSON]:
    """Return the questions under their final names."""
    return [
        {
            "code": question.code,
            "message": question_text(question),
            "hint": text_of("cli.answer_with", {"options": _options(question)}),
            "column": question.column,
            "examples": list(question.examples),
            "choices": [
                {"reading": choice.reading, "examples": list(choice.examples)} for choice in question.choices
            ],
        }
        for question in questions
    ]


def question_lines(questions: Sequence[Question]) -> list[str]:
    """Return each question with its raw values, and below them what every reading makes of them."""
    return [line for question in questions for line in _lines(question)]


def tell_open(output: Output, warnings: Sequence[Notice], file: str) -> None:
    """Say on stderr which columns wait for an answer, and where it is asked for."""
    for notice in warnings:
        if notice.code == UNANSWERED:
            where = {"command": called("inspect"), "path": shlex.quote(file)}
            output.remark(notice_text(notice), text_of("cli.see_questions", where))


def other_texts(warnings: Sequence[Notice]) -> list[str]:
    """Return what else is said of a file."""
    return [notice_text(notice) for notice in warnings if notice.code != UNANSWERED]


def not_said_yet(warnings: Sequence[Notice], left_out: Sequence[LeftOut]) -> list[Notice]:
    """Return what was said of a file, but for the data of people that are said to be left out already."""
    personal = {left.column for left in left_out if left.reason == "personal"}
    return [one for one in warnings if one.code != "find.personal" or not personal.issuperset(one.columns)]


def _lines(question: Question) -> Iterator[str]:
    yield ""
    yield question_text(question)
    options = _options(question)
    rows = [["", *question.examples]]
    rows += [[option, *choice.examples] for option, choice in zip(options, question.choices, strict=True)]
    widest = max(map(len, rows))
    cells = [[safe(name(cell)) for cell in row] + [""] * (widest - len(row)) for row in rows]
    yield from aligned(
        [[option, *row[1:]] for option, row in zip(["", *options], cells, strict=True)], width=_WIDTH
    )


def _options(question: Question) -> list[str]:
    """Return what to type for each choice."""
    return [f"--assume {shlex.quote(f'{question.column}={choice.reading}')}" for choice in question.choices]
