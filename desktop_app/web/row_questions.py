"""Which rows are alike, and which are odd: what is asked of a whole table, and what was found last.

What is found is kept with the job that found it, and goes with the table.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from desktop_app.errors import NotFoundError, UsageError
from desktop_app.records.clusters import GroupedFile, GroupFileOrder, GroupingPlan
from desktop_app.records.found import found_name
from desktop_app.records.jobs import Job, Lane
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.oddness import MarkKind, OddFile, OddFileOrder, Oddness, OddnessPlan
from desktop_app.records.record import dataclass
from desktop_app.records.reporting import ReportOrder, ReportWishes, RowsFacts
from desktop_app.records.stored import StoredTable
from desktop_app.records.tables import Table
from desktop_app.reports.odd_marks import marks_of, with_mark, without_last
from desktop_app.tables.names import clean_name
from desktop_app.web.context import context
from desktop_app.web.row_columns import Counting, counting_of, names_of
from desktop_app.workspace.moments import today

Key = Literal["alike", "odd"]
JOURNEYS: Mapping[str, str] = {"alike": "group_file", "odd": "odd_file"}
REPORT = "write_report"
LARGE = 20_000  # rows: comparing more than this waits its turn behind what is learning


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What was found last, and whether the table is still as it was then."""

    job: Job
    is_stale: bool


def journey_of(key: str) -> str:
    """Return the journey that answers a question; raises NotFoundError for another one."""
    if key not in JOURNEYS:
        raise NotFoundError("error.not_found")
    return JOURNEYS[key]


def looks(key: str, table_id: str) -> list[Job]:
    """Return each time that it was asked, the newest first; not what only saves what was found."""
    jobs = context().workspace.jobs.list(journey_of(key), table_id)
    return [job for job in jobs if not job.params.get("out")]


def kept(key: str, stored: StoredTable) -> Kept | None:
    """Return what was found last; None where nothing was."""
    job = next((one for one in looks(key, stored.id) if one.state == "finished"), None)
    if job is None:
        return None
    folder = Path(str(job.params.get("table_folder", "")))
    return Kept(job=job, is_stale=folder.name != Path(stored.folder).name)


def choice_of_last(key: str, stored: StoredTable) -> Counting:
    """Return the columns that counted when it was asked last."""
    last = next(iter(looks(key, stored.id)), None)
    plan = _plan_in(key, last.params["plan"]) if last and "plan" in last.params else OddnessPlan()
    return counting_of(plan, stored.table)


def choice_without(key: str, stored: StoredTable, position: int) -> Counting:
    """Return those columns but one, named by its position."""
    choice = choice_of_last(key, stored)
    return replace(choice, exclude=choice.exclude | {position}, include=choice.include - {position})


def order_look(key: str, stored: StoredTable, choice: Counting) -> Job:
    """Ask it of a table."""
    plan = _plan_of(key, choice, stored.table)
    order = _order(plan, stored)
    if isinstance(order, GroupFileOrder):
        order = replace(order, names=_names_then(stored, plan))
    return _submit(key, stored, order)


def _names_then(stored: StoredTable, plan: GroupingPlan | OddnessPlan) -> tuple[str, ...]:
    """Return the names of the groups that the same plan found in the same rows, which it will find again."""
    last = kept("alike", stored)
    if last is None or last.is_stale or _plan_in("alike", last.job.params["plan"]) != plan:
        return ()
    return _names_in(last.job)


def _names_in(job: Job) -> tuple[str, ...]:
    return tuple(one.name for one in from_json(GroupedFile, job.result).grouping.clusters)


def order_saving(key: str, stored: StoredTable, job: Job, out: Path) -> Job:
    """Write all rows with what the job found of each to *out*, the groups under the names they were given."""
    order = _order(_plan_in(key, job.params["plan"]), stored)
    kept_rows = Path(stored.folder) / found_name(job.journey, job.id)
    found = str(kept_rows) if kept_rows.is_file() else ""  # it is in no backup
    order = replace(order, path=stored.source, out=str(out), found=found)
    if isinstance(order, GroupFileOrder):
        order = replace(order, names=_names_in(job))
    else:
        order = replace(order, marked=_marked(stored, from_json(OddFile, job.result).oddness))
    return _submit(key, stored, order)


def order_again(key: str, stored: StoredTable, job: Job) -> GroupFileOrder | OddFileOrder:
    """Return the order that finds the same once more, the groups under the names they were given."""
    order = _order(_plan_in(key, job.params["plan"]), stored)
    return replace(order, names=_names_in(job)) if isinstance(order, GroupFileOrder) else order


def _marked(stored: StoredTable, oddness: Oddness) -> dict[str, MarkKind]:
    marks = marks_of((*oddness.odd, *oddness.after), stored.marks, oddness.rows)
    return {str(place): mark for place, mark in marks.items()}


def order_rows_report(key: str, stored: StoredTable, job: Job, out: Path) -> Job:
    """Write a report on what the job found to *out*."""
    facts = RowsFacts(table=stored.name, note=stored.note)
    if key == "alike":
        facts = replace(facts, grouping=from_json(GroupedFile, job.result).grouping)
    else:
        facts = replace(facts, oddness=from_json(OddFile, job.result).oddness, marks=stored.marks)
    order = ReportOrder(out=str(out), rows=facts, wishes=ReportWishes(made=today().isoformat()))
    return context().jobs.submit(REPORT, to_json(order), lane="short", subject=stored.id)


def keep_name(key: str, stored: StoredTable, place: int, name: str, found_by: str = "") -> None:
    """Keep the name of a group, on one line, with what was found; raises UsageError where there is none.

    *found_by*: the job whose groups the person saw. Others may lie at the same places.
    """
    last = kept(key, stored) if key == "alike" else None
    if last and (found_by or last.job.id) != _last_to_find(key, stored):
        raise UsageError("groups.found_anew")
    found = from_json(GroupedFile, last.job.result) if last else None
    if last is None or found is None or not 0 <= place < len(found.grouping.clusters):
        raise UsageError("error.not_understood")
    clusters = list(found.grouping.clusters)
    clusters[place] = replace(clusters[place], name=clean_name(name))
    found = replace(found, grouping=replace(found.grouping, clusters=tuple(clusters)))
    context().workspace.keep_result(last.job.id, to_json(found))


def _last_to_find(key: str, stored: StoredTable) -> str:
    """Return the job whose groups are the newest, or will be."""
    return next(job.id for job in looks(key, stored.id) if job.state == "finished" or not job.is_over)


def keep_mark(stored: StoredTable, place: int, mark: MarkKind | None) -> None:
    """Keep what a person says of an odd row; None takes it back. Raises UsageError for no such row."""
    last = kept("odd", stored)
    oddness = from_json(OddFile, last.job.result).oddness if last else None
    rows = (*oddness.odd, *oddness.after) if oddness else ()
    row = next((one for one in rows if one.row == place), None)
    if row is None or oddness is None:
        raise UsageError("error.not_understood")
    marks = with_mark(stored.marks, row, oddness.rows, mark)
    context().workspace.remarks.keep_marks(stored.id, marks)


def undo_mark(stored: StoredTable) -> None:
    """Take back what was said of an odd row last."""
    context().workspace.remarks.keep_marks(stored.id, without_last(stored.marks))


def _submit(key: str, stored: StoredTable, order: GroupFileOrder | OddFileOrder) -> Job:
    lane: Lane = "long" if stored.table.rows > LARGE else "short"
    return context().jobs.submit(journey_of(key), to_json(order), lane=lane, subject=stored.id)


def _order(plan: GroupingPlan | OddnessPlan, stored: StoredTable) -> GroupFileOrder | OddFileOrder:
    if isinstance(plan, GroupingPlan):
        return GroupFileOrder(path="", plan=plan, table_folder=stored.folder)
    return OddFileOrder(path="", plan=plan, table_folder=stored.folder)


def _plan_of(key: str, choice: Counting, table: Table) -> GroupingPlan | OddnessPlan:
    exclude, include = names_of(choice.exclude, table), names_of(choice.include, table)
    if key == "alike":
        return GroupingPlan(exclude=exclude, include=include, number=choice.number)
    return OddnessPlan(exclude=exclude, include=include)


def _plan_in(key: str, kept_plan: Any) -> GroupingPlan | OddnessPlan:
    return from_json(GroupingPlan, kept_plan) if key == "alike" else from_json(OddnessPlan, kept_plan)
