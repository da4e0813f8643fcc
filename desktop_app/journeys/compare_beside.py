"""Compare new rows with the old ones of a model, for a page: nothing is written to the person's folders."""

from dataclasses import replace
from pathlib import Path
from typing import Literal

from desktop_app.journeys.compare_new import headings_of, told_beside
from desktop_app.journeys.named_columns import read_fitting
from desktop_app.journeys.reading import NewFile
from desktop_app.journeys.scaled_columns import Brought, scaled
from desktop_app.journeys.stages import staged
from desktop_app.models.admission import admitted
from desktop_app.models.compared_apply import Told
from desktop_app.models.compared_file import OpenedCompared, open_compared
from desktop_app.models.compared_view import as_model_card
from desktop_app.models.matched import free_columns
from desktop_app.models.preflight import check_missing
from desktop_app.records.compared_files import ComparedFile, OtherNames, Scoring, WentBeside
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.looking_ahead import AHEAD_FILES
from desktop_app.records.models import ModelCard, Preflight
from desktop_app.records.newer import NewerOrder
from desktop_app.records.orders import ANSWERS_FILE
from desktop_app.records.tables import Table
from desktop_app.records.written import Written
from desktop_app.reports.new_file_words import told_of
from desktop_app.tables.duck import sharing
from desktop_app.tables.out.writing import write_answers
from desktop_app.tables.stored.storage import read_table

MOST_SHOWN = 50  # odd rows
_MOST_IN_EXCEL = 1_000_000  # rows
_READ, _TOLD = 0.3, 0.8  # of the time


def compare_beside(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return what came of it; all rows are then in the files of `AHEAD_FILES` in *folder*.

    Where a column is missing that may have another name in the file, only that is told. Raises DataError
    where it may not.
    """
    order = from_json(NewerOrder, params)
    with sharing(folder):
        model = open_compared(admitted(Path(order.model), order.trust))
        card = as_model_card(model.card)
        table, fits = scaled(card, _brought(order, model, folder, report), ())
        # In a table of the workspace a person names the columns there.
        names = None if order.table_folder else _other_names(card, table, fits)
        if names and fits.missing:
            return to_json(WentBeside(name=order.name, other_names=names))
        check_missing(card, fits, ())
        report(Progress(fraction=_READ, read=True))
        rows = Brought(Path(order.table_folder) if order.table_folder else folder, table)
        told = told_beside(model, rows, folder / ANSWERS_FILE, staged(report, _READ, _TOLD))
        kinds, written = _left(model, rows, folder)
    compared = ComparedFile(
        card=model.card,
        rows=table.rows,
        are_others=told.are_others,
        cautions=told.cautions,
        preflight=fits,
        written=written,
        placing=told.placing,
        scoring=_shown(told),
        warnings=(*told_of(table, card.schema.names), *model.notices),
    )
    return to_json(WentBeside(name=order.name, compared=compared, kinds=kinds, other_names=names))


def _other_names(card: ModelCard, table: Table, fits: Preflight) -> OtherNames | None:
    """Return what can be said of columns under other names; None where there are none."""
    if not (fits.missing or fits.mapped) or fits.other_table:
        return None
    used = {match.column for match in fits.mapped}
    free = free_columns(set(card.schema.names) - used, "", table)
    plain = tuple(replace(column, examples=(), top_values=(), bars=(), notes=()) for column in free)
    return OtherNames(preflight=replace(fits, concerned=()), free=plain) if free else None


def _brought(order: NewerOrder, model: OpenedCompared, folder: Path, report: Report) -> Brought:
    if order.table_folder:
        stored = Path(order.table_folder)
        return Brought(stored, replace(read_table(stored), name=order.name))
    file = NewFile(path=Path(order.path), name=order.name, matches=order.matches)
    card = as_model_card(model.card)
    return Brought(folder, read_fitting(file, folder, card, staged(report, 0.0, _READ)))


def _shown(told: Told) -> Scoring | None:
    scoring = told.scoring
    if scoring is None:
        return None
    return replace(scoring, oddness=replace(scoring.oddness, odd=scoring.oddness.odd[:MOST_SHOWN]))


def _left(
    model: OpenedCompared, rows: Brought, folder: Path
) -> tuple[tuple[Literal["csv", "xlsx"], ...], Written]:
    """Leave the files with all rows; return their kinds, and what was written last."""
    fits = rows.table.rows <= _MOST_IN_EXCEL
    kinds: tuple[Literal["csv", "xlsx"], ...] = ("xlsx", "csv") if fits else ("csv",)
    written = [
        write_answers(
            rows.folder, rows.table, folder / ANSWERS_FILE, headings_of(model), folder / AHEAD_FILES[kind]
        )
        for kind in kinds
    ]
    return kinds, written[-1]
