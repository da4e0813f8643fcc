"""A whole task of the command line, done in one worker of its own."""

import tempfile
from pathlib import Path
from typing import Any, TypeVar

from desktop_app.cli.asked import Asked
from desktop_app.cli.progress import Bar
from desktop_app.errors import FileError, ModelError
from desktop_app.records.jobs import Order, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.models import Preflight
from desktop_app.records.notices import Notice
from desktop_app.records.orders import Inspected, InspectOrder, PredictedFile
from desktop_app.records.plans import LeftOut
from desktop_app.reports.names import reason_word
from desktop_app.reports.notice_words import notice_text

T = TypeVar("T")


def done_by_worker(asked: Asked, journey: str, order: Any, kind: type[T], report: Report | None = None) -> T:
    """Return what the journey found out, as a record of *kind*; a bar, or *report*, shows how far it is."""
    from desktop_app.jobs.once import run_once

    bar = Bar(asked.output)
    with tempfile.TemporaryDirectory(prefix="hunch-") as folder:
        task = Order(journey=journey, params=to_json(order), folder=folder, language=asked.settings.language)
        try:
            return from_json(kind, run_once(task, asked.settings, report or bar))
        finally:
            bar.clear()


def answers_rows(asked: Asked, model: str) -> bool:
    """Return whether a model answers rows, and is none of what comes next or of old rows to compare with.

    Raises ModelError where it is refused.
    """
    found = _inspected(asked, model)
    return found.forecast is None and found.compared is None


def check_answers_rows(asked: Asked, model: str) -> None:
    """Raise ModelError where a model is refused, or answers no rows."""
    found = _inspected(asked, model)
    if found.forecast is not None:
        raise ModelError("model.forecast", model=found.name, command="hunch predict")
    if found.compared is not None:
        raise ModelError("model.compared", model=found.name, command="hunch predict")


def _inspected(asked: Asked, model: str) -> Inspected:
    return done_by_worker(asked, "inspect_model", InspectOrder(path=model), Inspected)


def answered_json(predicted: PredictedFile) -> dict[str, JSON]:
    """Return what is told of one file of many that was answered."""
    answers = predicted.answers
    odd = [notice for notice in answers.preflight.notices if notice.level != "note"]
    return {
        "rows": answers.rows,
        "cautions": answers.cautions,
        "fit": answers.preflight.fit,
        "warnings": notices_json((*predicted.warnings, *odd)),
    }


def existing(file: str) -> str:
    """Return the full path of a file that is there to be read."""
    path = Path(file)
    if path.is_dir():
        raise FileError("error.file_is_folder", file=path.name or file)
    if not path.exists():
        raise FileError("error.file_gone", file=path.name or file)
    return str(path.resolve())


def notices_json(notices: tuple[Notice, ...]) -> list[JSON]:
    """Return notices as the JSON of every command shows them: code, sentence and columns."""
    return [
        {"code": notice.code, "message": notice_text(notice), "columns": list(notice.columns)}
        for notice in notices
    ]


def excluded_json(left_out: tuple[LeftOut, ...]) -> list[JSON]:
    """Return the columns that are left out as the JSON of every command shows them."""
    return [
        {"column": left.column, "reason": left.reason, "message": reason_word(left.reason)}
        for left in left_out
    ]


def mapped_json(preflight: Preflight) -> list[JSON]:
    """Return which columns are there under other names, as the JSON of every command shows them."""
    return [{"column": match.column, "from": match.source} for match in preflight.mapped]


def multiplied_json(preflight: Preflight) -> list[JSON]:
    """Return by what columns are multiplied, as the JSON of every command shows them."""
    return [{"column": one.column, "factor": one.factor} for one in preflight.scaled]
