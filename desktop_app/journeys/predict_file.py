"""Answer every row of a file with a model and save the result where the person wants it."""

from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.journeys.named_columns import read_as_named, read_as_remembered
from desktop_app.journeys.reading import about_recipe, folder_there
from desktop_app.journeys.scaled_columns import Brought, scaled, scalings_of
from desktop_app.journeys.stages import staged
from desktop_app.models.applying import NewTable, apply_model
from desktop_app.models.opening import OpenedModel, open_model
from desktop_app.models.preflight import check_missing
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.notices import Notice
from desktop_app.records.orders import ANSWERS_FILE, PredictedFile, PredictFileOrder, Written
from desktop_app.remote.connecting import hands_at, on_cluster
from desktop_app.reports.new_file_words import told_of
from desktop_app.reports.notice_words import notice_text
from desktop_app.tables.duck import sharing
from desktop_app.tables.out.delivering import check_room, deliver
from desktop_app.tables.out.parts import check_parts, write_parts
from desktop_app.tables.out.workbook.new_columns import Answered

_READ, _ANSWERED = 0.4, 0.8  # of the time


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """A file that was read to be answered, and what is to be said of how."""

    new: NewTable
    warnings: tuple[Notice, ...]


def predict_file(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return what came of it; the file with the answers is then at `out`, whole.

    Raises DataError where a column is missing that was not allowed to be, before any row is answered, and
    UsageError where a column is named that the model or the file does not have.
    """
    with sharing(folder):
        order = from_json(PredictFileOrder, params)
        return to_json(answer_file(open_model(Path(order.model), order.trust), order, folder, report))


def answer_file(model: OpenedModel, order: PredictFileOrder, folder: Path, report: Report) -> PredictedFile:
    """Return what came of answering the file of an order with a model that is open; raises the same."""
    read = read_to_answer(model, order, folder, staged(report, 0.0, _READ))
    file, answering = folder / ANSWERS_FILE, staged(report, _READ, _ANSWERED)
    with hands_at(order.cluster, order.threads, answering, "answer") as hands:
        answers = apply_model(model, replace(read.new, hands=hands), file, notice_text, answering)
        answered_by = on_cluster(hands)
    return PredictedFile(
        answers=answers,
        written=_written(order, answered_in(read.new, answers.headings, Path(order.path))),
        warnings=read.warnings,
        on_cluster=answered_by,
    )


def read_to_answer(model: OpenedModel, order: PredictFileOrder, folder: Path, report: Report) -> ReadFile:
    """Return the file of an order, read into *folder*, and how it fits; raises before a row is answered."""
    read = read_as_remembered if order.remembered else read_as_named
    table = read(order, folder, model.card, report)
    report(Progress(fraction=1.0, read=True))
    _check_room(order, table.rows)
    learned_from = folder_there(order.learned_from)
    brought = Brought(folder, table, learned_from)
    table, found = scaled(model.card, brought, scalings_of(order.multiply, model.card), order.known_scalings)
    check_missing(model.card, found, order.allow_missing)
    new = NewTable(
        folder=folder,
        table=table,
        preflight=found,
        allow_missing=order.allow_missing,
        decision=order.decision or (model.card.decision if order.own_decision else None),
        threads=order.threads,
        explain=order.explain,
        learned_from=learned_from,
    )
    return ReadFile(
        new=new,
        warnings=(
            *told_of(table, model.card.schema.names),
            *about_recipe(order.recipe, table),
            *model.notices,
        ),
    )


def answered_in(new: NewTable, headings: tuple[str, ...], source: Path) -> Answered:
    """Return a table and the answers to its rows, which lie beside it, on their way out."""
    return Answered(
        folder=new.folder,
        table=new.table,
        answers=new.folder / ANSWERS_FILE,
        headings=headings,
        source=source,
    )


def _written(order: PredictFileOrder, answered: Answered) -> Written:
    out = Path(order.out)
    return write_parts(answered, out, order.parts) if order.parts else deliver(answered, out)


def _check_room(order: PredictFileOrder, rows: int) -> None:
    """Raise SaveError or UsageError where the rows will not go into the file, or not into its parts."""
    if order.parts:
        check_parts(order.parts, rows)
        check_room(Path(f"part{order.parts.ending}"), min(rows, order.parts.rows))
    else:
        check_room(Path(order.out), rows)
