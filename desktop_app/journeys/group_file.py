"""Read a file, find the groups of its rows, and save each row with its group where that is wanted."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd

from desktop_app.engine.amount import rows_that_fit
from desktop_app.engine.arrays import Ints
from desktop_app.engine.clustering.grouping import Grouper, find_groups
from desktop_app.engine.comparable import columns_for
from desktop_app.journeys.found_rows import Columns, deliver_found
from desktop_app.journeys.keep_compared import Counted, keep_groups, named
from desktop_app.journeys.rows_asked import beside_rows, rows_asked
from desktop_app.journeys.stages import staged
from desktop_app.models.answer_file import AnswerFile, Kind
from desktop_app.records.clusters import GroupedFile, GroupFileOrder, Grouping
from desktop_app.records.found import FOUND_FILE
from desktop_app.records.jobs import Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.orders import ANSWERS_FILE
from desktop_app.records.tables import ColumnType
from desktop_app.reports.cluster_words import group_name
from desktop_app.tables.out.delivering import deliver
from desktop_app.tables.stored.cells import draw_of
from desktop_app.tables.stored.frames import read_frame, read_frames, row_numbers

HEADINGS: dict[str, Kind] = {"group": "VARCHAR", "fit": "DOUBLE", "also_near": "VARCHAR"}
_READ, _FOUND = 0.3, 0.8  # of the time
_BATCH = 50_000  # rows
_DECIMALS = 2  # of the fit


def group_file(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return what came of it; if there are groups, the files asked for are then at `out` and `model`, whole.

    Raises UsageError for a misspelt column, and DataError where the table cannot be grouped.
    """
    order = from_json(GroupFileOrder, params)
    if order.found:
        names = [group_name(place, name) for place, name in enumerate(order.names)]
        return deliver_found(order, folder, HEADINGS, lambda _start, columns: _called(names, columns), report)
    table, rows = rows_asked(order, folder, staged(report, 0.0, _READ))
    columns = columns_for(table, order.plan)
    wanted: dict[str, ColumnType] = dict(columns.features)
    draw = draw_of(table.rows, rows_that_fit(wanted, order.memory), order.plan.seed)
    frame = read_frame(rows, table, wanted, draw)
    grouped = find_groups(frame, columns, order.plan, staged(report, _READ, _FOUND))
    found = grouped.grouping if draw is None else _placed(grouped.grouping, row_numbers(rows, draw))
    grouping, written = named(found, order.names), None
    if order.model and grouped.grouper:
        counted = Counted(table, frame, columns)
        keep_groups(Path(order.model), grouping, grouped.grouper, order.plan, counted)
    if order.out and grouped.grouper:
        answers = folder / ANSWERS_FILE
        names = [group_name(place, one.name) for place, one in enumerate(grouping.clusters)]
        _place(grouped.grouper, answers, read_frames(rows, table, wanted, _parts(table.rows)), names)
        written = deliver(beside_rows(order, table, rows, answers, tuple(HEADINGS)), Path(order.out))
    elif order.table_folder and grouped.grouper:
        numbers = [str(place) for place in range(len(grouping.clusters))]  # names may be given later
        _place(
            grouped.grouper,
            folder / FOUND_FILE,
            read_frames(rows, table, wanted, _parts(table.rows)),
            numbers,
        )
    is_kept = bool(order.model and grouped.grouper)
    return to_json(
        GroupedFile(
            grouping=grouping,
            written=written,
            is_kept=is_kept,
            warnings=table.warnings,
            questions=table.questions,
        )
    )


def _placed(grouping: Grouping, numbers: Ints) -> Grouping:
    """Return the groups with the rows near a border by their places in the table."""
    near = tuple(replace(one, row=int(numbers[one.row])) for one in grouping.near)
    return replace(grouping, near=near)


def _called(names: Sequence[str], columns: Columns) -> Columns:
    """Return the groups of some rows by their names, of which only the numbers are kept."""
    groups, fit, others = columns
    return [[names[int(one)] for one in groups], fit, [names[int(one)] if one else "" for one in others]]


def _parts(rows: int) -> list[range]:
    return [range(start, min(start + _BATCH, rows)) for start in range(0, rows, _BATCH)]


def _place(grouper: Grouper, file: Path, frames: Iterable[pd.DataFrame], names: Sequence[str]) -> None:
    """Leave the group of each row in *file*, how well it fits there, and which other one it is near."""
    with AnswerFile(file, [*HEADINGS.values()], "groups") as answers:
        for frame in frames:
            groups, fit = grouper.place(frame)
            others = [names[group] if group >= 0 else "" for group in grouper.others(frame)]
            answers.add([[names[group] for group in groups], fit.round(_DECIMALS), others])
        answers.finish()
