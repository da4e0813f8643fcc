"""Every step ahead as a row of a file: with its range, and with why it should not be trusted."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from desktop_app import counting
from desktop_app.journeys.series_left import leave_series
from desktop_app.models.answer_file import AnswerFile
from desktop_app.models.answer_file import Kind as Cells
from desktop_app.records.forecast_cards import ForecastCard
from desktop_app.records.forecasts import ForecastFuture
from desktop_app.records.looking_ahead import AHEAD_FILES, AheadKind
from desktop_app.records.orders import ANSWERS_FILE, Written
from desktop_app.records.tables import Table
from desktop_app.reports.notice_words import text_of
from desktop_app.tables.out.made_rows import Kind, NewColumn, write_made

_MOST_IN_EXCEL = 100_000  # rows: a workbook of more takes long, and nobody scrolls through it
_DOUBTS = {  # why a step should not be trusted, by what was noticed
    "forecast.gap_before_new": "forecast.row_gap",
    "forecast.beyond_past": "forecast.row_beyond",
    "forecast.known_missing": "forecast.row_lacking",
    "forecast.sparser": "forecast.row_pace",
    "forecast.denser": "forecast.row_pace",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """The steps, the forecast that says them, and the table of the rows before them."""

    future: ForecastFuture
    card: ForecastCard
    table: Table

    @property
    def caution(self) -> str:
        """Why the steps should not be trusted; empty where nothing speaks against them."""
        remarks, found = self.future.remarks, self.card.found
        noticed = {_DOUBTS[remark.code]: remark.values for remark in remarks if remark.code in _DOUBTS}
        doubts = [text_of(code, values) for code, values in noticed.items()]
        if not found.is_for_use:
            doubts.insert(0, text_of(f"caution.{found.level}"))
        return "; ".join(doubts)


def leave_steps(ahead: Ahead, folder: Path) -> int:
    """Leave a row for each step of each series in the folder of a job, and return how many these are."""
    future, found = ahead.future, ahead.card.found
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
    with AnswerFile(folder / ANSWERS_FILE, kinds, "ahead") as answers:
        answers.add([*texts, *numbers, [ahead.caution] * len(steps)])
        answers.finish()
    return len(steps)


def left_files(ahead: Ahead, folder: Path) -> tuple[int, tuple[AheadKind, ...]]:
    """Leave the files of `AHEAD_FILES` in the folder of a job; return their rows and kinds."""
    rows = leave_steps(ahead, folder)
    kinds: tuple[Literal["csv", "xlsx"], ...] = ("xlsx", "csv") if rows <= _MOST_IN_EXCEL else ("csv",)
    for kind in kinds:
        write_steps(ahead, folder, folder / AHEAD_FILES[kind])
    return rows, (*kinds, "series") if leave_series(ahead.future, folder) else kinds


def write_steps(ahead: Ahead, folder: Path, out: Path) -> Written:
    """Write what `leave_steps` left to a file. Raises SaveError."""
    return write_made(folder / ANSWERS_FILE, _columns(ahead), ahead.table, out)


def _columns(ahead: Ahead) -> list[NewColumn]:
    """Return the columns of such a row: the time and the group are called as in the file."""
    asked = ahead.card.found.asked
    columns = [NewColumn(heading=_heading(ahead.table, asked.time), kind=_kind(ahead))]
    if asked.group:
        columns.append(NewColumn(heading=_heading(ahead.table, asked.group), kind="text"))
    columns += [NewColumn(heading=heading, kind="number") for heading in ("prediction", "low", "high")]
    return [*columns, NewColumn(heading="caution", kind="text")]


def _heading(table: Table, name: str) -> str:
    column = table.column(name)
    return column.in_file if column else name


def _kind(ahead: Ahead) -> Kind:
    """Return what the moments of the steps are: numbers, days, or days with the time of the day."""
    if ahead.card.found.asked.form is not None:
        return "text"
    if ahead.card.columns.types[ahead.card.found.asked.time] == "number":
        return "number"
    has_clock = any("T" in step.time for series in ahead.future.series for step in series.future)
    return "moment" if has_clock else "day"
