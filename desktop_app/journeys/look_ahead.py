"""Find out what comes next in a table of the workspace; the model is kept, with every step it says."""

from pathlib import Path

from desktop_app.errors import DataError
from desktop_app.journeys.forecast_looked_at import accepted_here
from desktop_app.journeys.learned_ahead import learned_ahead
from desktop_app.journeys.series_apart import groups_apart
from desktop_app.journeys.series_left import with_errors
from desktop_app.journeys.stages import staged
from desktop_app.journeys.steps_ahead import Ahead, left_files
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.looking_ahead import LookAheadOrder, LookedAhead
from desktop_app.records.orders import MODEL_FILE
from desktop_app.records.series_errors import errors_of
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
    report(Progress(fraction=_READ, read=True))
    learning = staged(report, _READ, _FOUND)
    try:
        learned = learned_ahead(
            rows, table, order.asked, folder / MODEL_FILE, learning, threads=order.threads
        )
    except DataError as error:
        raise _for_a_page(error) from error
    card, found = learned.card, learned.found
    future = with_errors(learned.forecaster.future(), errors_of(found.series))
    _rows, kinds = left_files(Ahead(future=future, card=card, table=table), folder)
    groups = groups_apart(rows, table, order.asked) if found.is_joining_open else ()
    return to_json(LookedAhead(accepted=accepted_here(card), kinds=kinds, groups=groups))


def _for_a_page(error: DataError) -> DataError:
    """Return the same refusal without the options of a command."""
    code = _ON_A_PAGE.get(error.code)
    values = {name: value for name, value in error.values.items() if name != "options"}
    return DataError(code, **values) if code else error
