"""Read a file, find the groups of its rows, and save each row with its group where that is wanted."""

from pathlib import Path

from desktop_app.engine.amount import rows_that_fit
from desktop_app.engine.clustering.grouping import Grouper, find_groups
from desktop_app.engine.comparable import columns_for
from desktop_app.journeys.reading import check_columns, read_as_asked
from desktop_app.journeys.stages import staged
from desktop_app.models.answer_file import AnswerFile
from desktop_app.records.clusters import GroupedFile, GroupFileOrder
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.orders import ANSWERS_FILE, Written
from desktop_app.records.tables import ColumnType, Table
from desktop_app.reports.cluster_words import group_name
from desktop_app.tables.out.delivering import deliver
from desktop_app.tables.out.workbook.new_columns import Answered
from desktop_app.tables.stored.cells import draw_of
from desktop_app.tables.stored.frames import read_frame, read_frames

HEADINGS = ("group", "fit")
_READ, _FOUND = 0.3, 0.8  # of the time
_BATCH = 50_000  # rows
_DECIMALS = 2  # of the fit


def group_file(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return what came of it; the file with the groups is then at `out`, whole, if there are groups.

    Raises UsageError for a misspelt column, and DataError where the table cannot be grouped.
    """
    order = from_json(GroupFileOrder, params)
    table = read_as_asked(order, folder, staged(report, 0.0, _READ))
    check_columns(table, (*order.plan.exclude, *order.plan.include))
    columns = columns_for(table, order.plan)
    wanted: dict[str, ColumnType] = dict(columns.features)
    report(Progress(fraction=_READ, read=True))
    draw = draw_of(table.rows, rows_that_fit(wanted, order.memory), order.plan.seed)
    frame = read_frame(folder, table, wanted, draw)
    grouped = find_groups(frame, columns, order.plan, staged(report, _READ, _FOUND))
    written = None
    if order.out and grouped.grouper:
        _place(grouped.grouper, folder, table, wanted)
        written = _written(order, folder, table)
    return to_json(
        GroupedFile(
            grouping=grouped.grouping, written=written, warnings=table.warnings, questions=table.questions
        )
    )


def _place(grouper: Grouper, folder: Path, table: Table, wanted: dict[str, ColumnType]) -> None:
    """Leave the group of each row in *folder*, and how well it fits there."""
    names = [group_name(place) for place in range(len(grouper.partition.centers))]
    parts = [range(start, min(start + _BATCH, table.rows)) for start in range(0, table.rows, _BATCH)]
    with AnswerFile(folder / ANSWERS_FILE, ("VARCHAR", "DOUBLE"), "groups") as answers:
        for frame in read_frames(folder, table, wanted, parts):
            groups, fit = grouper.place(frame)
            answers.add([[names[group] for group in groups], fit.round(_DECIMALS)])
        answers.finish()


def _written(order: GroupFileOrder, folder: Path, table: Table) -> Written:
    answered = Answered(
        folder=folder,
        table=table,
        answers=folder / ANSWERS_FILE,
        headings=HEADINGS,
        source=Path(order.path),
    )
    return deliver(answered, Path(order.out))
