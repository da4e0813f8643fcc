"""The newer rows that a forecast goes on from: read like those that it learned from, and what they say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.engine.forecasting.forecaster import move_on
from desktop_app.engine.forecasting.hindsight import looked_back
from desktop_app.errors import DataError, FileError, UsageError
from desktop_app.journeys.newer_checked import another_pace, check_values
from desktop_app.journeys.reading import NewFile
from desktop_app.journeys.series_frame import read_series
from desktop_app.models.forecast_file import OpenedForecast
from desktop_app.records.forecast_cards import ForecastCard
from desktop_app.records.forecasts import ForecastFuture, Hindsight
from desktop_app.records.jobs import Report
from desktop_app.records.tables import Table, Wishes
from desktop_app.tables.importing import import_file
from desktop_app.tables.recipes import combined, decided_of, wishes_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Newer:
    """What comes next after newer rows, and how the forecast did where these say what came."""

    future: ForecastFuture
    hindsight: Hindsight | None


def check_options(model: str, given: Mapping[str, object]) -> None:
    """Raise UsageError where options are given that only models take that answer rows."""
    if options := [option for option, value in given.items() if value]:
        raise UsageError("forecast.only_file", model=Path(model).name, options=options)


def read_newer(file: NewFile, folder: Path, card: ForecastCard, report: Report) -> Table:
    """Return the table in a file, read like the one that was learned from; its wishes go before that.

    Where it is laid out otherwise, as with another sheet, only its columns are taken as they were.
    """
    brought = wishes_of(card.recipe)
    wishes = combined(brought, file.wishes)
    try:
        return import_file(file.path, folder, name=file.name, report=report, wishes=wishes)
    except FileError:
        if not decided_of(brought):
            raise
        of_columns = Wishes(readings=brought.readings, names=brought.names)
        wishes = combined(of_columns, file.wishes)
        return import_file(file.path, folder, name=file.name, report=report, wishes=wishes)


def missing(card: ForecastCard, table: Table) -> tuple[str, ...]:
    """Return the columns that a table lacks."""
    return tuple(name for name in card.columns.types if table.column(name) is None)


def needed(card: ForecastCard, lacking: Sequence[str], allowed: Sequence[str]) -> list[str]:
    """Return which lacking columns it cannot do without: all but *allowed* ones that are known ahead."""
    known = card.found.asked.known
    return [name for name in lacking if name not in known or name not in allowed]


def may_lack(card: ForecastCard, table: Table, allowed: Sequence[str], model: str) -> tuple[str, ...]:
    """Return the columns that a table lacks and may lack: of what is known ahead. Raises DataError."""
    lacking = missing(card, table)
    if refused := needed(card, lacking, allowed):
        raise DataError("forecast.lacks", file=table.name, columns=refused, model=model)
    return lacking


def gone_on(model: OpenedForecast, rows: Path, table: Table, lacking: Sequence[str]) -> Newer:
    """Return what comes next after the rows of a table, kept in the folder *rows*. Raises DataError."""
    frame = read_series(rows, table, model.card.columns, lacking)
    check_values(model, frame, table)
    future = move_on(model.forecaster, frame)
    return Newer(
        future=replace(future, remarks=(*future.remarks, *another_pace(model, frame))),
        hindsight=looked_back(model.forecaster, model.card.found, frame),
    )
