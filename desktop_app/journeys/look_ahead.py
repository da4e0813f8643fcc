"""Find out what comes next in a table of the workspace; the model is kept, with every step it says."""

from dataclasses import replace
from pathlib import Path

from desktop_app.engine.forecasting.forecasting import forecast
from desktop_app.errors import DataError
from desktop_app.journeys.forecast_file import in_words
from desktop_app.journeys.forecast_looked_at import accepted_here
from desktop_app.journeys.series_apart import groups_apart
from desktop_app.journeys.series_frame import columns_for, form_of_months, read_series
from desktop_app.journeys.stages import staged
from desktop_app.journeys.steps_ahead import Ahead, caution_of, left_files
from desktop_app.models.forecast_file import save_forecast
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.looking_ahead import LookAheadOrder, LookedAhead
from desktop_app.records.orders import MODEL_FILE
from desktop_app.tables.stored.storage import read_table

_ON_A_PAGE = {
    "forecast.too_far": "next.too_far",
    "forecast.open_question": "next.open_question",
    "forecast.no_numbers": "next.no_numbers",
}
_READ, _FOUND = 0.1, 0.9  # of the time


def look_ahead(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return what came of it; the model and the files of `AHEAD_FILES` are then in *folder*.

    Raises DataError where the rows cannot be forecast.
    """
    order = from_json(LookAheadOrder, params)
    rows = Path(order.table_folder)
    table = read_table(rows)
    asked = replace(order.asked, form=form_of_months(rows, table, order.asked.time))
    try:
        columns = columns_for(table, asked)
        frame = read_series(rows, table, columns)
        report(Progress(fraction=_READ, read=True))
        found, forecaster = forecast(frame, asked, staged(report, _READ, _FOUND))
    except DataError as error:
        raise _for_a_page(in_words(error)) from error
    card = save_forecast(folder / MODEL_FILE, found, forecaster, table, columns)
    future = forecaster.future()
    ahead = Ahead(future=future, card=card, table=table, caution=caution_of(future, found))
    _rows, kinds = left_files(ahead, folder)
    groups = groups_apart(rows, table, asked) if found.is_joining_open else ()
    return to_json(LookedAhead(accepted=accepted_here(card), kinds=kinds, groups=groups))


def _for_a_page(error: DataError) -> DataError:
    """Return the same refusal without the options of a command."""
    code = _ON_A_PAGE.get(error.code)
    values = {name: value for name, value in error.values.items() if name != "options"}
    return DataError(code, **values) if code else error
