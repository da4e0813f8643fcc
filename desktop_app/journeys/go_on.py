"""Say what comes next after newer rows, for a page: nothing is written where the person's files are."""

from dataclasses import replace
from pathlib import Path

from desktop_app.journeys.newer_rows import gone_on, may_lack, read_newer
from desktop_app.journeys.reading import NewFile
from desktop_app.journeys.series_left import errors_left, with_errors
from desktop_app.journeys.stages import staged
from desktop_app.journeys.steps_ahead import Ahead, left_files
from desktop_app.models.admission import admitted
from desktop_app.models.forecast_file import open_forecast
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.looking_ahead import WentOn
from desktop_app.records.newer import NewerOrder
from desktop_app.reports.forecast_card_words import shown_series
from desktop_app.tables.duck import sharing
from desktop_app.tables.stored.storage import read_table

_READ, _ANSWERED = 0.4, 0.7  # of the time


def go_on(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return what comes next; every step is then in the files of `AHEAD_FILES` in *folder*.

    Columns that are known ahead may be missing, which is said. Raises DataError where another one is.
    """
    order = from_json(NewerOrder, params)
    with sharing(folder):
        model = open_forecast(admitted(Path(order.model), order.trust))
        card, stored = model.card, Path(order.table_folder) if order.table_folder else None
        if stored:
            table = read_table(stored)
        else:
            file = NewFile(path=Path(order.path), name=order.name)
            table = read_newer(file, folder, card, staged(report, 0.0, _READ))
        table = replace(table, name=order.name)
        lacking = may_lack(card, table, card.found.asked.known, order.model_name)
        report(Progress(fraction=_READ, read=True))
        newer = gone_on(model, stored or folder, table, lacking)
        report(Progress(fraction=_ANSWERED))
        future = with_errors(newer.future, errors_left(order.series))
        ahead = Ahead(future=future, card=card, table=table)
        rows, kinds = left_files(ahead, folder)
    went = WentOn(
        name=order.name,
        future=replace(future, series=shown_series(future.series)),
        series=len(future.series),
        rows=rows,
        cautions=rows if ahead.caution else 0,
        kinds=kinds,
        warnings=(*table.warnings, *model.notices),
        hindsight=newer.hindsight,
    )
    return to_json(went)
