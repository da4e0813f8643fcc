"""What comes next in a stored table is found out, and kept as a model, whoever asks."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.engine.forecasting.forecaster import Forecaster
from desktop_app.engine.forecasting.forecasting import forecast
from desktop_app.engine.workshop import HERE, Hands
from desktop_app.errors import DataError
from desktop_app.journeys.series_frame import columns_for, form_of_months, read_series
from desktop_app.models.forecast_file import save_forecast
from desktop_app.records.forecast_cards import ForecastCard
from desktop_app.records.forecasts import ForecastAsked, ForecastFound, Period
from desktop_app.records.jobs import Report
from desktop_app.records.jsonable import from_json
from desktop_app.records.tables import Table
from desktop_app.reports.forecast_words import steps_text


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedAhead:
    """A forecast that was learned and kept."""

    found: ForecastFound  # of every series
    card: ForecastCard  # of the model, with the first series
    forecaster: Forecaster


def learned_ahead(  # noqa: PLR0913 - the threads are given, so that nothing here reads the machine
    rows: Path,
    table: Table,
    asked: ForecastAsked,
    out: Path,
    report: Report,
    *,
    threads: int,
    hands: Hands = HERE,
) -> LearnedAhead:
    """Return what was learned; the model is then at *out*.

    *rows*: the folder of the table. Raises DataError where its rows cannot be forecast, and SaveError.
    """
    asked = replace(asked, form=form_of_months(rows, table, asked.time))
    columns = columns_for(rows, table, asked)
    frame = read_series(rows, table, columns)
    try:
        found, forecaster = forecast(frame, asked, report, threads=threads, hands=hands)
    except DataError as error:
        raise _in_words(error) from error
    card = save_forecast(out, found, forecaster, table, columns)
    return LearnedAhead(found=found, card=card, forecaster=forecaster)


def _in_words(error: DataError) -> DataError:
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
