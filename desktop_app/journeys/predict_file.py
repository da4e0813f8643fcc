"""Answer every row of a file with a model and save the result where the person wants it."""

from collections.abc import Sequence
from pathlib import Path

from desktop_app.errors import UsageError
from desktop_app.journeys.reading import (
    NewFile,
    about_recipe,
    check_asked,
    read_for_model,
    wishes_of_order,
    wrong_wishes,
)
from desktop_app.journeys.stages import staged
from desktop_app.models.applying import NewTable, apply_model
from desktop_app.models.opening import open_model
from desktop_app.models.preflight import check_missing, preflight
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.models import ModelCard
from desktop_app.records.orders import ANSWERS_FILE, PredictedFile, PredictFileOrder
from desktop_app.reports.new_file_words import told_of
from desktop_app.reports.notice_words import notice_text
from desktop_app.tables.names import nearest
from desktop_app.tables.out.delivering import deliver
from desktop_app.tables.out.workbook.new_columns import Answered

_READ, _ANSWERED = 0.4, 0.8  # of the time


def predict_file(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return what came of it; the file with the answers is then at `out`, whole.

    Raises DataError where a column is missing that was not allowed to be, before any row is answered, and
    UsageError where one is allowed to be missing that the model has never seen.
    """
    order = from_json(PredictFileOrder, params)
    model = open_model(Path(order.model))
    _check_names(model.card, order.allow_missing)
    path = Path(order.path)
    file = NewFile(path=path, name=path.name, wishes=wishes_of_order(order))
    with wrong_wishes(order.wishes):
        table = read_for_model(file, folder, model.card, staged(report, 0.0, _READ))
    check_asked(order, table)
    report(Progress(fraction=_READ, read=True))
    found = preflight(model.card, folder, table)
    check_missing(model.card, found, order.allow_missing)
    new = NewTable(
        folder=folder,
        table=table,
        preflight=found,
        allow_missing=order.allow_missing,
        decision=model.card.decision,
    )
    answers = apply_model(model, new, folder / ANSWERS_FILE, notice_text, staged(report, _READ, _ANSWERED))
    answered = Answered(
        folder=folder,
        table=table,
        answers=folder / ANSWERS_FILE,
        headings=answers.headings,
        source=path,
    )
    written = deliver(answered, Path(order.out))
    done = PredictedFile(
        answers=answers,
        written=written,
        warnings=(*told_of(table, _needed(model.card)), *about_recipe(order.recipe, table), *model.notices),
    )
    result: dict[str, JSON] = to_json(done)
    return result


def _needed(card: ModelCard) -> list[str]:
    """Return the names of the columns that a model answers from."""
    return [feature.name for feature in card.schema.features]


def _check_names(card: ModelCard, allowed: Sequence[str]) -> None:
    columns = _needed(card)
    known = {*columns, *(left.column for left in card.evaluation.left_out)}
    for name in allowed:
        if name not in known:
            near = nearest(name, columns)
            raise UsageError("cli.no_column", column=name, suggestion=near, columns=columns)
