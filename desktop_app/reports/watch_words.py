"""What is said of a watched folder: the notes beside answers, and a line for each file."""

import datetime

from desktop_app.errors import AppError
from desktop_app.language import date
from desktop_app.records.models import Answers
from desktop_app.records.orders import PredictedFile
from desktop_app.reports.answers_words import CHANGED, answers_lines, saved_lines
from desktop_app.reports.decision_words import decided_text
from desktop_app.reports.notice_words import notice_text, text_of
from desktop_app.reports.truth_words import truth_lines


def answered_note(name: str, model: str, predicted: PredictedFile, saved_as: str) -> list[str]:
    """Return the note beside the answers to a file: what came of it, and what to be careful with."""
    answers = predicted.answers
    odd = [
        notice_text(one) for one in answers.preflight.notices if one.level != "note" or one.code in CHANGED
    ]
    told = (
        text_of("watch.note", {"file": name, "model": model, "moment": _now()}),
        *answers_lines(answers),
        *truth_lines(answers),
        *odd,
        decided_text(answers.decision),
        *(notice_text(notice) for notice in predicted.warnings),
        *saved_lines(predicted.written, saved_as),
    )
    return [line for line in told if line]


def aside_note(name: str, model: str, error: AppError, *, is_final: bool = True) -> list[str]:
    """Return what the note says that is left for a file without answers; one may be tried again as it is."""
    told = (
        text_of("watch.note_aside", {"file": name, "model": model, "moment": _now()}),
        *reason_lines(error),
        text_of("watch.note_stays") if is_final else text_of("watch.note_again"),
    )
    return [line for line in told if line]


def reason_lines(error: AppError) -> tuple[str, ...]:
    """Return why a file was set aside, and what can be done: here nobody can add an option."""
    if error.code in ("cli.missing_columns", "cli.columns_renamed"):
        return error.message, text_of("watch.missing_hint")
    return error.message, error.hint


def answered_line(name: str, out: str, answers: Answers) -> str:
    """Return in a line that a file was answered, and how many of its answers need care."""
    values = {"file": name, "out": out, "rows": answers.rows, "count": answers.cautions}
    line = text_of("watch.answered_cautions" if answers.cautions else "watch.answered", values)
    return f"{line} {text_of('watch.worse')}" if answers.show_worse else line


def _now() -> str:
    return date(datetime.datetime.now().astimezone())
