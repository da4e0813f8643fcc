"""Go on with a forecast from the newer rows of a file, and save every step where the person wants it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app import counting
from desktop_app.engine.forecasting.forecaster import move_on
from desktop_app.errors import DataError, FileError, UsageError
from desktop_app.journeys.forecast_file import MOST_SHOWN
from desktop_app.journeys.pace_of_rows import another_pace
from desktop_app.journeys.reading import check_asked, wishes_of_order, wrong_wishes
from desktop_app.journeys.series_frame import read_series
from desktop_app.journeys.stages import staged
from desktop_app.models.answer_file import AnswerFile
from desktop_app.models.answer_file import Kind as Cells
from desktop_app.models.forecast_file import OpenedForecast
from desktop_app.records.forecast_cards import ForecastCard
from desktop_app.records.forecasts import ForecastFound, ForecastFuture
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.looking_ahead import MovedOnFile
from desktop_app.records.orders import ANSWERS_FILE, PredictFileOrder
from desktop_app.records.tables import Table, Wishes
from desktop_app.reports.forecast_words import shortened
from desktop_app.reports.notice_words import text_of
from desktop_app.tables.importing import import_file
from desktop_app.tables.out.made_rows import Kind, NewColumn, write_made
from desktop_app.tables.recipes import combined, decided_of, wishes_of

_READ, _ANSWERED = 0.4, 0.8  # of the time
_DOUBTS = {  # why a step should not be trusted, by what was noticed
    "forecast.gap_before_new": "forecast.row_gap",
    "forecast.known_missing": "forecast.row_lacking",
    "forecast.sparser": "forecast.row_pace",
    "forecast.denser": "forecast.row_pace",
}


def moved_on(model: OpenedForecast, order: PredictFileOrder, folder: Path, report: Report) -> MovedOnFile:
    """Return what comes next after the rows in the file of an order; every step is then at `out`, whole.

    Raises DataError where a column is missing, and UsageError for options of models that answer rows.
    """
    _check_options(order)
    card = model.card
    table = _read(order, folder, card, staged(report, 0.0, _READ))
    lacking = _lacking(card, table, order)
    report(Progress(fraction=_READ, read=True))
    frame = read_series(folder, table, card.columns, lacking)
    future = move_on(model.forecaster, frame)
    future = replace(future, remarks=(*future.remarks, *another_pace(model, frame)))
    report(Progress(fraction=_ANSWERED))
    caution, answers = _caution(future, card.found), folder / ANSWERS_FILE
    rows = _leave(future, card.found, caution, answers)
    return MovedOnFile(
        found=card.found,
        future=shortened(future, MOST_SHOWN),
        rows=rows,
        cautions=rows if caution else 0,
        written=write_made(answers, _columns(table, future, card), table, Path(order.out)),
        warnings=(*table.warnings, *model.notices),
    )


def _check_options(order: PredictFileOrder) -> None:
    given = {"--map": order.matches, "--multiply": order.multiply, "--explain": order.explain}
    if options := [option for option, value in given.items() if value]:
        raise UsageError("forecast.only_file", model=Path(order.model).name, options=options)


def _read(order: PredictFileOrder, folder: Path, card: ForecastCard, report: Report) -> Table:
    """Return the table in a file, read like the one that was learned from; wishes go before that.

    Where it is laid out otherwise, as with another sheet, only its columns are taken as they were.
    """
    path, brought, asked = Path(order.path), wishes_of(card.recipe), wishes_of_order(order)
    with wrong_wishes(order.wishes):
        try:
            table = import_file(path, folder, name=path.name, report=report, wishes=combined(brought, asked))
        except FileError:
            if not decided_of(brought):
                raise
            of_columns = Wishes(readings=brought.readings, names=brought.names)
            wishes = combined(of_columns, asked)
            table = import_file(path, folder, name=path.name, report=report, wishes=wishes)
    check_asked(order, table)
    return table


def _lacking(card: ForecastCard, table: Table, order: PredictFileOrder) -> tuple[str, ...]:
    """Return the columns that the file lacks and may lack: of what is known ahead. Raises DataError."""
    lacking = tuple(name for name in card.columns.types if table.column(name) is None)
    known, allowed = card.found.asked.known, order.allow_missing
    if refused := [name for name in lacking if name not in known or name not in allowed]:
        raise DataError("forecast.lacks", file=table.name, columns=refused, model=Path(order.model).name)
    return lacking


def _caution(future: ForecastFuture, found: ForecastFound) -> str:
    """Return why the steps should not be trusted; nothing where nothing speaks against them."""
    noticed = {_DOUBTS[remark.code]: remark.values for remark in future.remarks if remark.code in _DOUBTS}
    doubts = [text_of(code, values) for code, values in noticed.items()]
    if not found.is_for_use:
        doubts.insert(0, text_of(f"caution.{found.level}"))
    return "; ".join(doubts)


def _leave(future: ForecastFuture, found: ForecastFound, caution: str, place: Path) -> int:
    """Leave a row for each step of each series at a place, and return how many these are."""
    steps = [(series.name, step) for series in future.series for step in series.future]
    decimals = max(found.decimals, counting.decimals_of_two_digits(found.miss))
    texts: list[Sequence[str]] = [[step.time for _, step in steps]]
    texts += [[name for name, _ in steps]] if found.asked.group else []
    numbers = [
        [round(value, decimals) for value in values]
        for values in zip(*((step.value, step.low, step.high) for _, step in steps), strict=True)
    ]
    kinds: list[Cells] = ["VARCHAR"] * len(texts)
    kinds += ["DOUBLE", "DOUBLE", "DOUBLE", "VARCHAR"]
    with AnswerFile(place, kinds, "ahead") as answers:
        answers.add([*texts, *numbers, [caution] * len(steps)])
        answers.finish()
    return len(steps)


def _columns(table: Table, future: ForecastFuture, card: ForecastCard) -> list[NewColumn]:
    """Return the columns of such a row: the time and the group are called as in the file."""
    asked = card.found.asked
    columns = [NewColumn(heading=_heading(table, asked.time), kind=_kind(future, card))]
    if asked.group:
        columns.append(NewColumn(heading=_heading(table, asked.group), kind="text"))
    columns += [NewColumn(heading=heading, kind="number") for heading in ("prediction", "low", "high")]
    return [*columns, NewColumn(heading="caution", kind="text")]


def _heading(table: Table, name: str) -> str:
    column = table.column(name)
    return column.in_file if column else name


def _kind(future: ForecastFuture, card: ForecastCard) -> Kind:
    """Return what the moments of the steps are: numbers, days, or days with the time of the day."""
    if card.columns.types[card.found.asked.time] == "number":
        return "number"
    has_clock = any("T" in step.time for series in future.series for step in series.future)
    return "moment" if has_clock else "day"
