"""Bring a new file to old groups, or to what was usual, and save every row with what it is told."""

from dataclasses import replace
from pathlib import Path

from desktop_app.errors import UsageError
from desktop_app.journeys.named_columns import read_as_named
from desktop_app.journeys.reading import about_recipe
from desktop_app.journeys.scaled_columns import Brought, scaled, scalings_of
from desktop_app.journeys.stages import staged
from desktop_app.models.compared_apply import MOST_TOLD, NewRows, Told, place_rows, score_rows
from desktop_app.models.compared_file import OpenedCompared
from desktop_app.models.compared_view import as_model_card
from desktop_app.models.preflight import check_missing
from desktop_app.records.compared_files import ComparedFile
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.models import Preflight
from desktop_app.records.orders import ANSWERS_FILE, PredictFileOrder
from desktop_app.reports.cluster_words import group_name
from desktop_app.reports.new_file_words import told_of
from desktop_app.reports.notice_words import notice_text, text_of
from desktop_app.reports.odd_words import reasons_text
from desktop_app.tables.out.delivering import deliver
from desktop_app.tables.out.workbook.new_columns import Answered

GROUP_HEADINGS = ("group", "fit", "caution")
ODD_HEADINGS = ("oddness", "reasons", "caution")
_READ, _DONE = 0.4, 0.9  # of the time


def compared_new(
    model: OpenedCompared, order: PredictFileOrder, folder: Path, report: Report
) -> ComparedFile:
    """Return what came of it; the file with every row is then at `out`, whole.

    Raises DataError where a column is missing that was not allowed to be, and UsageError for a column that is
    not there or an option of models that answer rows.
    """
    given = {"--explain": order.explain, "--parts": order.parts}
    if options := [option for option, value in given.items() if value]:
        raise UsageError("model.compared_option", model=Path(order.model).name, options=options)
    card = as_model_card(model.card)
    table = read_as_named(order, folder, card, staged(report, 0.0, _READ))
    report(Progress(fraction=_READ, read=True))
    table, fits = scaled(card, Brought(folder, table), scalings_of(order.multiply, card))
    check_missing(card, fits, order.allow_missing)
    answers = folder / ANSWERS_FILE
    told = told_beside(model, Brought(folder, table), answers, staged(report, _READ, _DONE))
    answered = Answered(
        folder=folder, table=table, answers=answers, headings=headings_of(model), source=Path(order.path)
    )
    return ComparedFile(
        card=model.card,
        rows=table.rows,
        are_others=told.are_others,
        cautions=told.cautions,
        preflight=_allowed(fits),
        written=deliver(answered, Path(order.out)),
        placing=told.placing,
        scoring=told.scoring,
        warnings=(
            *told_of(table, card.schema.names),
            *about_recipe(order.recipe, table),
            *model.notices,
        ),
    )


def headings_of(model: OpenedCompared) -> tuple[str, ...]:
    """Return the headings of the columns that `told_beside` leaves."""
    return GROUP_HEADINGS if model.placer else ODD_HEADINGS


def told_beside(
    model: OpenedCompared, brought: Brought, answers: Path, report: Report, reasons: int = MOST_TOLD
) -> Told:
    """Return what came of all rows of a table; what each is told is then in the file *answers*.

    *reasons*: of how many of the oddest rows it is sought why they are odd.
    """
    features = model.card.schema.features
    folder, table = brought.folder, brought.table
    new = NewRows(folder=folder, table=table, features=features, say=notice_text, reasons=reasons)
    placer, normal, found = model.placer, model.normal, model.card.found
    if placer and found.grouping and found.reached:
        names = [group_name(place, one.name) for place, one in enumerate(found.grouping.clusters)]
        rows = [one.rows for one in found.grouping.clusters]
        shares = dict(zip(_different(names), rows, strict=True))
        return place_rows(placer, new, (shares, text_of("clusters.fits_none")), answers, report)
    if normal is None:
        raise ValueError("neither groups nor what is usual")
    return score_rows(normal, new, reasons_text, answers, report)


def _different(names: list[str]) -> list[str]:
    """Return names of which no two are alike: a person may have given one twice."""
    return [f"{name} ({place + 1})" if names.count(name) > 1 else name for place, name in enumerate(names)]


def _allowed(fits: Preflight) -> Preflight:
    """Return how a file fits that was answered: the columns that are missing were allowed to be."""
    return replace(fits, fit="caution") if fits.missing else fits
