"""What keeps the rows that test apart from those learned from: things, time, or neither.

The person says it, or the rows do: where the answers of one customer are alike, a row of it that was learned
from gives away another, and no score by rows tells how a new customer would do.
"""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import pandas as pd

from desktop_app.engine.arrays import Floats, Ints
from desktop_app.engine.cells import Cells, coded_values
from desktop_app.engine.target import Target
from desktop_app.engine.validation.belonging import FEWEST_APART, IN_ORDER, groupings, is_moment, orderings
from desktop_app.engine.validation.likeness import Likeness, in_tenths, likeness, traits_of_sets
from desktop_app.errors import DataError
from desktop_app.records.notices import Notice, Value
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.tables import Column, Table

BEYOND_CHANCE = 5.0  # standard errors
ALIKE = 0.1  # of the spread of the answers that lies between things: their rows give each other away
DRIFTS = 0.02  # of the spread that lies between tenths of the time
DRIFTS_MUCH = 0.1  # the same where rows are in another order: a date may be a trait like any other
FEWEST_FOUND = 10  # things, to be kept together though nobody said so
_EARLIEST = -np.inf  # of rows without a time


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """What keeps rows apart; each row by itself where nothing does."""

    by: Literal["group", "time", ""] = ""
    column: str = ""
    groups: Ints | None = None  # (rows,): the thing of each row, -1 where it is a thing of its own
    times: Floats | None = None  # (rows,): later ones are larger; what has no time is earliest
    is_date: bool = False
    notices: tuple[Notice, ...] = ()

    def moment(self, time: float) -> str:
        """Return a time as people write it; nothing for what has none."""
        if not np.isfinite(time):
            return ""
        if not self.is_date:
            return f"{time:.6g}"
        moment = np.datetime64(round(time), "us")
        is_day = round(time) % 86_400_000_000 == 0
        return str(moment.astype("datetime64[D]" if is_day else "datetime64[m]")).replace("T", " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The rows that have an answer, as a table holds them."""

    frame: pd.DataFrame
    table: Table
    target: Target
    cells: Cells

    def things(self, column: Column) -> Ints:
        """Return the thing that each row is about; -1 where it does not say so."""
        codes, _ = coded_values(self.frame[column.name].iloc[self.target.rows])
        return codes.astype(np.int64)

    def times(self, column: Column) -> Floats:
        """Return the time of each row: a number, or a date in microseconds since 1970."""
        values = self.frame[column.name].iloc[self.target.rows]
        if values.dtype.kind != "M":
            return values.to_numpy(dtype=np.float64)
        moments = values.to_numpy(dtype="datetime64[us]")
        return np.where(np.isnat(moments), np.nan, moments.astype(np.int64))


def find_apart(rows: Rows, plan: TrainingPlan) -> Apart:
    """Return what the person said, or else what the rows say. Raises DataError where that cannot be done."""
    if plan.group or plan.time:
        return _asked(rows, plan)
    if plan.any_row:
        return Apart()
    groups, orders = _groups_found(rows, plan.each), _orders_found(rows)
    strong = next((apart for apart in (*groups, *orders) if apart.by), None)
    # One question of each kind is enough: the others are about the same rows.
    return strong or Apart(notices=tuple(apart.notices[0] for apart in (*groups[:1], *orders[:1])))


def _asked(rows: Rows, plan: TrainingPlan) -> Apart:
    name = plan.group or plan.time
    column = rows.table.column(name)
    if column is None or name not in rows.frame or name == plan.target:
        raise DataError("plan.not_apart", column=name)
    if plan.group:
        things = rows.things(column)
        count = len(np.unique(things[things >= 0])) + int(np.sum(things < 0))
        if count < FEWEST_APART:
            raise DataError("plan.few_groups", column=name, count=count)
        return Apart(by="group", column=name, groups=things)
    if not is_moment(column):
        raise DataError("plan.not_time", column=name)
    return _by_time(rows, column)


def _by_time(rows: Rows, column: Column) -> Apart:
    times = rows.times(column)
    count = len(np.unique(times[np.isfinite(times)]))
    if count < FEWEST_APART:
        raise DataError("plan.few_times", column=column.name, count=count)
    known = np.where(np.isfinite(times), times, _EARLIEST)
    return Apart(by="time", column=column.name, times=known, is_date=column.type == "date")


def _groups_found(rows: Rows, each: str) -> list[Apart]:
    """Return what keeps things apart; those that have a model *each* are to come again."""
    found = []
    for column in groupings(rows.table, rows.target.name):
        if column.name in rows.frame and column.name != each:
            found.extend(_group_found(rows, column))
    return found


def _group_found(rows: Rows, column: Column) -> list[Apart]:
    things = rows.things(column)
    alike = likeness(things, rows.target)
    values: dict[str, Value] = {"entities": alike.sets, "rows": alike.rows, "column": column.name}
    if alike.sets >= FEWEST_FOUND and alike.share >= ALIKE and alike.errors >= BEYOND_CHANCE:
        told = Notice(code="plan.by_group", values=values, columns=(column.name,), level="caution")
        return [Apart(by="group", column=column.name, groups=things, notices=(told,))]
    if alike.sets >= FEWEST_APART and (
        alike.errors >= BEYOND_CHANCE or traits_of_sets(things, _others(rows.cells, column.name))
    ):
        return [Apart(notices=(Notice(code="plan.group_question", values=values, columns=(column.name,)),))]
    return []


def _others(cells: Cells, name: str) -> Cells:
    return cells.only(frozenset(cells.layout.names) - {name})


def _orders_found(rows: Rows) -> list[Apart]:
    found = []
    for column in orderings(rows.table, rows.target.name):
        if column.name in rows.frame and rows.frame[column.name].dtype.kind == "M":
            found.extend(_order_found(rows, column))
    return found


def _order_found(rows: Rows, column: Column) -> list[Apart]:
    times = rows.times(column)
    if len(np.unique(times[np.isfinite(times)])) < FEWEST_APART:
        return []
    in_order, drift = is_in_order(times), likeness(in_tenths(times), rows.target)
    by = _by_time(rows, column)
    values: dict[str, Value] = {
        "column": column.name,
        "target": rows.target.name,
        "first": by.moment(float(np.nanmin(times))),
        "last": by.moment(float(np.nanmax(times))),
    }
    if in_order and _drifts(drift, DRIFTS):
        told = Notice(code="plan.by_time", values=values, columns=(column.name,), level="caution")
        return [replace(by, notices=(told,))]
    if in_order or _drifts(drift, DRIFTS_MUCH):
        return [Apart(notices=(Notice(code="plan.time_question", values=values, columns=(column.name,)),))]
    return []


def _drifts(drift: Likeness, least: float) -> bool:
    return drift.share >= least and drift.errors >= BEYOND_CHANCE


def is_in_order(times: Floats) -> bool:
    """Return whether the rows stand in the order of their times, upwards or downwards."""
    known = times[np.isfinite(times)]
    ranks = np.unique(known, return_inverse=True)[1].astype(np.float64)
    places = np.arange(len(known), dtype=np.float64)
    if len(known) < FEWEST_APART or np.ptp(ranks) == 0:
        return False
    return abs(float(np.corrcoef(ranks, places)[0, 1])) >= IN_ORDER
