"""Read a file, find out what comes next in it, and save the model where the person wants it."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from desktop_app.engine.forecasting.forecasting import forecast
from desktop_app.errors import DataError
from desktop_app.journeys.reading import check_columns, read_as_asked
from desktop_app.journeys.series_apart import groups_apart
from desktop_app.journeys.series_frame import columns_for, form_of_months, read_series
from desktop_app.journeys.stages import staged
from desktop_app.models.forecast_file import save_forecast
from desktop_app.records.forecasts import ForecastAsked, Period
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.looking_ahead import ForecastFile, ForecastFileOrder
from desktop_app.records.tables import ColumnType, Table
from desktop_app.reports.forecast_words import shortened, steps_text

MOST_SHOWN = 20  # series
_READ, _FOUND = 0.2, 0.95  # of the time
_KINDS: tuple[ColumnType, ...] = ("number", "category", "yes/no")  # of columns that may be known ahead


def forecast_file(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return what came of it; the model is then at `out`, whole.

    Raises UsageError for a misspelt column, and DataError where the rows cannot be forecast.
    """
    order = from_json(ForecastFileOrder, params)
    table = read_as_asked(order, folder, staged(report, 0.0, _READ))
    asked = order.asked
    check_columns(table, (asked.target, asked.time, asked.group, *asked.known, *order.exclude))
    unnamed = _may_be_known(table, asked, order.exclude)
    if order.all_known:
        asked, unnamed = replace(asked, known=(*asked.known, *unnamed)), ()
    asked = replace(asked, form=form_of_months(folder, table, asked.time))
    columns = columns_for(table, asked)
    report(Progress(fraction=_READ, read=True))
    frame = read_series(folder, table, columns)
    try:
        found, forecaster = forecast(frame, asked, staged(report, _READ, _FOUND))
    except DataError as error:
        raise in_words(error) from error
    save_forecast(Path(order.out), found, forecaster, table, columns)
    future = shortened(forecaster.future(), MOST_SHOWN)
    groups = groups_apart(folder, table, asked) if found.repeats else ()
    unnamed = tuple(name for name in unnamed if name not in groups)
    done = ForecastFile(found=found, future=future, unused=unnamed, groups=groups, warnings=table.warnings)
    return to_json(done)


def _may_be_known(table: Table, asked: ForecastAsked, exclude: tuple[str, ...]) -> tuple[str, ...]:
    """Return the columns that could be known for the time ahead, and are not named."""
    taken = {asked.target, asked.time, asked.group, *asked.known, *exclude}
    return tuple(
        column.name for column in table.columns if column.type in _KINDS and column.name not in taken
    )


def in_words(error: DataError) -> DataError:
    """Return the same refusal with its counts of steps in the unit of the series."""
    values: Mapping[str, object] = error.values
    if error.code != "forecast.too_short":
        return error
    period = from_json(Period, {"name": values.get("period", "step"), "every": values.get("every", 1.0)})
    counts = {name: values.get(name) for name in ("count", "steps", "need", "possible")}
    told = {name: steps_text(count, period) for name, count in counts.items() if isinstance(count, int)}
    if not values.get("possible"):
        told.pop("possible", "")
        return DataError("forecast.too_short", **told)
    return DataError("forecast.too_far", **told, options=[f"--horizon {values['possible']}"])
