"""Newer rows that are brought to a model which answers none: who is asked, and what is under way."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from desktop_app.errors import AppError, NotFoundError
from desktop_app.records.compared_files import OtherNames, WentBeside
from desktop_app.records.jobs import Job, Lane
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.looking_ahead import SAVED_AS
from desktop_app.records.newer import NewerOrder
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredCompared, StoredForecast, StoredTable
from desktop_app.web.context import context
from desktop_app.web.matching import chosen_of, remembered
from desktop_app.web.sources import Source
from desktop_app.web.watching import Watch, last_job, watch
from desktop_app.workspace.folders import ahead_beside

Stored = StoredForecast | StoredCompared
JOURNEYS = {"forecast": "go_on", "compared": "compare_beside"}  # by the kind of the model
_LARGE = 100_000  # rows of a table: reading them waits its turn behind what is learning


@dataclass(frozen=True, slots=True, kw_only=True)
class Bringing:
    """Which rows can be brought, and how far those are that were brought last."""

    tables: tuple[StoredTable, ...]  # of the workspace that have what the model reads
    watch: Watch | None
    problem: AppError | None


def bring_file(stored: Stored, source: Source) -> Job:
    """Order what the model does with the rows of a file."""
    return _submit(stored, _order(stored, source.name, path=str(source.path)))


def bring_table(stored: Stored, table_id: str) -> Job:
    """Order the same with a table of the workspace; raises NotFoundError for one that lacks a column."""
    table = next((one for one in _tables(stored) if one.id == table_id), None)
    if table is None:
        raise NotFoundError("error.not_found")
    order = _order(stored, table.name, table_folder=table.folder)
    return _submit(stored, order, "long" if table.table.rows > _LARGE else "short")


def bring_matched(stored: StoredCompared, form: Mapping[str, str]) -> Job:
    """Order it once more for the rows that were brought last, with columns as a form says.

    Raises NotFoundError where none has another name, and UsageError as `chosen_of` does.
    """
    last, names = came_last(stored), other_names(stored)
    if last is None or names is None:
        raise NotFoundError("error.not_found")
    order = from_json(NewerOrder, last.params)
    matches = chosen_of(names.preflight, names.free, form)
    return _submit(stored, replace(order, matches=remembered(order.matches, names.preflight, matches)))


def other_names(stored: StoredCompared) -> OtherNames | None:
    """Return which columns the rows that were brought last lack or call otherwise; None where none."""
    last = came_last(stored)
    return from_json(WentBeside, last.result).other_names if last else None


def bringing_to(stored: Stored) -> Bringing:
    """Return what can be brought, and how far it is."""
    last = last_job(stored.id, JOURNEYS[stored.kind])
    shown = watch(last) if last and last.state != "finished" else None
    return Bringing(
        tables=_tables(stored),
        watch=shown if shown and not shown.is_over else None,
        problem=shown.problem if shown else None,
    )


def came_last(stored: Stored) -> Job | None:
    """Return the job that told what came of newer rows last; None where none were brought."""
    jobs = context().workspace.jobs.list(JOURNEYS[stored.kind], stored.id)
    return next((one for one in jobs if one.state == "finished"), None)


def file_of(stored: Stored, kind: str) -> Path:
    """Return the file with all that was told last; raises NotFoundError where there is none."""
    file = ahead_beside(Path(stored.model)).get(kind)
    if file is None or kind not in SAVED_AS or not file.is_file():
        raise NotFoundError("error.not_found")
    return file


def _order(stored: Stored, name: str, path: str = "", table_folder: str = "") -> NewerOrder:
    last = came_last(stored)
    return NewerOrder(
        model=stored.model,
        model_name=stored.name,
        name=name,
        path=path,
        table_folder=table_folder,
        series=str(ahead_beside(Path(stored.model))["series"]),
        matches=from_json(NewerOrder, last.params).matches if last else (),
    )


def _submit(stored: Stored, order: NewerOrder, lane: Lane = "short") -> Job:
    return context().jobs.submit(JOURNEYS[stored.kind], to_json(order), lane=lane, subject=stored.id)


def _tables(stored: Stored) -> tuple[StoredTable, ...]:
    needed, tables = _needed(stored), context().workspace.tables.list()
    return tuple(one for one in tables if needed <= {column.name for column in one.table.columns})


def _needed(stored: Stored) -> set[str]:
    if isinstance(stored, StoredCompared):
        return set(stored.card.schema.names)
    asked = stored.card.found.asked
    return {asked.target, asked.time, *([asked.group] if asked.group else [])}
