"""Find out again what comes next from the file that a forecast came from, and compare."""

from pathlib import Path

from desktop_app.engine.forecasting.forecasting import forecast
from desktop_app.errors import DataError
from desktop_app.journeys.series_frame import read_series
from desktop_app.journeys.stages import staged
from desktop_app.models.forecast_file import OpenedForecast, save_forecast, stored_agree
from desktop_app.models.package import Package, read_package
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.orders import MODEL_FILE
from desktop_app.records.verifying import LearnedAgain, VerifyOrder
from desktop_app.remote.connecting import hands_at, on_cluster
from desktop_app.tables.importing import import_file
from desktop_app.tables.kinds.signatures import read_head
from desktop_app.tables.text.scanning import fingerprint

_READING = 0.1  # of the time


def check_table(path: Path, package: Package) -> None:
    """Raise DataError where a file is not the one that a model learned from, FileError where it is none."""
    read_head(path, path.name)  # says why, where it cannot be read
    if fingerprint(path) != package.manifest.table_sha256:
        table = package.manifest.table
        raise DataError("model.other_table", model=package.name, file=path.name, table=table)


def forecast_again(
    order: VerifyOrder, package: Package, opened: OpenedForecast, folder: Path, report: Report
) -> LearnedAgain:
    """Return how the forecast that the file of an order gives compares with the one in the package."""
    card, path = opened.card, Path(order.path)
    check_table(path, package)
    wishes, reading = card.recipe.wishes, staged(report, 0.0, _READING)
    table = import_file(path, folder, name=path.name, report=reading, wishes=wishes)
    report(Progress(fraction=_READING, read=True))
    frame = read_series(folder, table, card.columns)
    learning = staged(report, _READING, 1.0)
    with hands_at(order.cluster, order.threads, learning) as hands:
        found, forecaster = forecast(frame, card.found.asked, learning, threads=order.threads, hands=hands)
        told = on_cluster(hands)
    again = folder / MODEL_FILE
    save_forecast(again, found, forecaster, table, card.columns)
    new = read_package(again)
    return LearnedAgain(
        is_same=new.manifest.content == package.manifest.content,
        content=new.manifest.content,
        answers_agree=stored_agree(new, package),
        on_cluster=told,
    )
