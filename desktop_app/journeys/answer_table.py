"""Read the file of a table once more, for a model, and answer every row of it."""

from pathlib import Path

from desktop_app.errors import FileError
from desktop_app.journeys.named_columns import read_fitting
from desktop_app.journeys.reading import NewFile, folder_there
from desktop_app.journeys.scaled_columns import Brought, scaled
from desktop_app.journeys.stages import staged
from desktop_app.models.applying import NewTable, apply_model
from desktop_app.models.opening import open_model
from desktop_app.models.preflight import check_missing
from desktop_app.records.answered_tables import AnswerTableOrder, TableAnswered
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.orders import ANSWERS_FILE
from desktop_app.reports.notice_words import notice_text
from desktop_app.tables.duck import sharing

_READ = 0.4  # of the time


def answer_table(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return the table, which is then in *folder*, how it fits, and what came of answering it.

    Raises FileError where the file is gone or has changed, and DataError where a column is missing that was
    not allowed to be, before any row is answered.
    """
    order = from_json(AnswerTableOrder, params)
    if not Path(order.path).is_file():
        raise FileError("refuse.source_gone", file=order.name)
    model = open_model(Path(order.model), order.trust)
    file = NewFile(path=Path(order.path), name=order.name, matches=order.matches)
    with sharing(folder):
        table = read_fitting(file, folder, model.card, staged(report, 0.0, _READ))
        if order.sha256 and table.sha256 != order.sha256:
            raise FileError("refuse.source_changed", file=order.name)
        report(Progress(fraction=_READ, read=True))
        learned_from = folder_there(order.learned_from)
        brought = Brought(folder, table, learned_from)
        table, found = scaled(model.card, brought, (), order.known_scalings)
        check_missing(model.card, found, order.allow_missing)
        new = NewTable(
            folder=folder,
            table=table,
            preflight=found,
            allow_missing=order.allow_missing,
            decision=order.decision,
            threads=order.threads,
            explain=order.explain,
            learned_from=learned_from,
        )
        answers = apply_model(model, new, folder / ANSWERS_FILE, notice_text, staged(report, _READ, 1.0))
    return to_json(TableAnswered(table=table, preflight=found, answers=answers))
