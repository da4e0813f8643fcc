"""Read a file, find out what comes next in it, and save the model where the person wants it."""

from dataclasses import replace
from pathlib import Path

from desktop_app.journeys.learned_ahead import learned_ahead
from desktop_app.journeys.reading import check_columns, read_as_asked
from desktop_app.journeys.series_apart import groups_apart
from desktop_app.journeys.series_left import worst_of
from desktop_app.journeys.stages import staged
from desktop_app.records.forecasts import MOST_TOLD, ForecastAsked
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.looking_ahead import ForecastFile, ForecastFileOrder
from desktop_app.records.tables import ColumnType, Table
from desktop_app.remote.connecting import hands_at, on_cluster
from desktop_app.reports.forecast_words import shortened

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
    report(Progress(fraction=_READ, read=True))
    learning = staged(report, _READ, _FOUND)
    with hands_at(order.cluster, order.threads, learning) as hands:
        learned = learned_ahead(
            folder, table, asked, Path(order.out), learning, threads=order.threads, hands=hands
        )
        told = on_cluster(hands)
    groups = groups_apart(folder, table, asked) if learned.found.repeats else ()
    done = ForecastFile(
        found=learned.card.found,
        future=shortened(learned.forecaster.future(), MOST_TOLD),
        unused=tuple(name for name in unnamed if name not in groups),
        groups=groups,
        errors=worst_of(learned.found),
        on_cluster=told,
        warnings=table.warnings,
    )
    return to_json(done)


def _may_be_known(table: Table, asked: ForecastAsked, exclude: tuple[str, ...]) -> tuple[str, ...]:
    """Return the columns that could be known for the time ahead, and are not named."""
    taken = {asked.target, asked.time, asked.group, *asked.known, *exclude}
    return tuple(
        column.name for column in table.columns if column.type in _KINDS and column.name not in taken
    )
