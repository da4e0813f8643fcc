"""Compare how the answers of a model come out for groups of rows."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from desktop_app.engine.arrays import Ints
from desktop_app.engine.cells import layout_of, read_cells
from desktop_app.engine.evaluation.grouping import Grouping, group_rows
from desktop_app.engine.evaluation.groups import (
    Tally,
    answered_kinds,
    compare_groups,
    tallies_of_amounts,
    tallies_of_kinds,
)
from desktop_app.engine.evaluation.unseen import Unseen
from desktop_app.engine.leaks.stand_ins import MOST_ROWS, stand_ins
from desktop_app.engine.roles import role_of
from desktop_app.errors import DataError
from desktop_app.models.tested_file import numbering_of, read_tested
from desktop_app.records.groups import ComparedGroups, GroupsOrder, StandIn
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.notices import Notice
from desktop_app.records.tables import Column, Table
from desktop_app.tables.stored.cells import draw_of
from desktop_app.tables.stored.frames import read_frame
from desktop_app.tables.stored.storage import read_table

_COUNTING, _LOOKING = 0.2, 0.6  # of the time


def compare(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return how the answers come out for the values of one column, and what else tells them.

    Raises DataError where the rows that tested the model are not kept, or are none of the table's any more.
    """
    order = from_json(GroupsOrder, params)
    report(Progress(fraction=0.0, notice=Notice(code="groups.reading")))
    table = read_table(Path(order.table_folder))
    table = replace(table, columns=table.all_columns)  # also those that are left out of it
    column = next((one for one in table.columns if one.in_file == order.column), None)
    if column is None:
        raise DataError("groups.no_column", column=order.name)
    tested = read_tested(Path(order.tested), len(order.classes), folder)
    if tested.numbering != numbering_of(table):
        raise DataError("tested.other_rows")
    report(Progress(fraction=_COUNTING, notice=Notice(code="groups.counting")))
    found = _compared(order, tested.unseen, table, column)
    report(Progress(fraction=_LOOKING, notice=Notice(code="groups.looking")))
    return to_json(replace(found, stand_ins=_stand_ins(order, table, column)))


def _compared(order: GroupsOrder, unseen: Unseen, table: Table, column: Column) -> ComparedGroups:
    cells = read_frame(Path(order.table_folder), table, {column.name: column.type})[column.name]
    rows, place = np.unique(unseen.rows, return_inverse=True)
    made = group_rows(cells.iloc[rows])
    groups, gaps = compare_groups(unseen, made.codes[place], made.groups, _tallies(order, unseen), order.seed)
    return ComparedGroups(
        column=order.name,
        kind=made.kind,
        value=order.value,
        rows=len(rows),
        groups=groups,
        gaps=gaps,
        others=made.others,
        rows_of_others=int(np.count_nonzero(made.codes < 0)),
        is_used=column.name in order.features,
    )


def _tallies(order: GroupsOrder, unseen: Unseen) -> tuple[Tally, ...]:
    if not order.classes:
        return tallies_of_amounts(unseen.values.astype(np.float64), unseen.answers[:, 0])
    value, decision = order.classes.index(order.value), order.decision
    place = order.classes.index(decision.value) if decision else value
    answered = answered_kinds(unseen.answers, place, decision.chance if decision else None)
    return tallies_of_kinds(unseen.values.astype(np.int64), answered, value)


def _stand_ins(order: GroupsOrder, table: Table, column: Column) -> tuple[StandIn, ...]:
    """Return which columns that the model uses tell the group, by an even draw of the table's rows."""
    used = [one for one in table.columns if one.name in order.features and one.name != column.name]
    if not used:
        return ()
    roles = {one.name: role_of(one) for one in used}
    draw = draw_of(table.rows, MOST_ROWS, order.seed)
    frame = read_frame(Path(order.table_folder), table, {**roles, column.name: column.type}, draw)
    cells = read_cells(frame, layout_of(roles))
    return stand_ins(cells, _with_a_value(group_rows(frame[column.name])), order.seed)


def _with_a_value(made: Grouping) -> Ints:
    """Return the groups of the rows, -1 also where the cell is empty."""
    empty = [place for place, group in enumerate(made.groups) if group.is_empty]
    return np.where(np.isin(made.codes, empty), -1, made.codes)
