"""Views of a table: what a request asks for, the job that finds the rows, and what is shown of it."""

from pathlib import Path

from flask import request

from desktop_app.errors import NotFoundError
from desktop_app.language import mark, say, say_count
from desktop_app.records.insights import Where
from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredTable
from desktop_app.records.tables import Bar, Column, Table
from desktop_app.records.views import Arranged, ArrangeOrder, Only, View, view_name
from desktop_app.reports.where_words import DAY, condition_text
from desktop_app.tables.stored.conditions import is_of_empty
from desktop_app.web.amounts import checked_place
from desktop_app.web.context import context
from desktop_app.web.findings.rows import rows_of_finding
from desktop_app.web.spots import rows_of_spot

_FORWARDS = mark('Sorted by "{column}".')
_ONLY_BAR = mark('Only rows where "{column}" is: {label}.')
_ONLY_EMPTY = mark('Only rows where "{column}" is empty or counts as empty.')
_ONLY_WHERE = mark("Only rows where {condition}.")
_BACKWARDS = mark('Sorted by "{column}", the other way round.')


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A view that is there to be read."""

    rows: int
    file: Path


def order_view(stored: StoredTable, view: View) -> Job:
    """Find the rows that a view shows."""
    order = ArrangeOrder(table_folder=stored.folder, view=view)
    return context().jobs.submit("arrange", to_json(order), lane="short")


def arranging_of(stored: StoredTable, view_id: str) -> Job:
    """Return the job of a view; raises NotFoundError where there is none, or none of these rows."""
    job = context().workspace.jobs.get(view_id)
    if job.journey != "arrange" or job.params.get("table_folder") != stored.folder:
        raise NotFoundError("error.not_found")
    return job


def view_of(stored: StoredTable, view_id: str) -> Shown | None:
    """Return a view, None where none is named; raises NotFoundError where it is not there any more."""
    if not view_id:
        return None
    job = arranging_of(stored, view_id)
    file = Path(stored.folder) / view_name(job.id)
    if job.state != "finished" or not file.is_file():
        raise NotFoundError("error.not_found")
    return Shown(rows=from_json(Arranged, job.result).rows, file=file)


def read_view_form(stored: StoredTable) -> View:
    """Return the view that a form asks for; raises UsageError where it names no column or no bar."""
    sort, (only, also) = request.form.get("sort", ""), (*_asked(stored), None, None)[:2]
    return View(
        sort=_column(stored.table, sort).position if sort else None,
        descending=request.form.get("descending", "") == "1",
        only=only,
        also=also,
    )


def _asked(stored: StoredTable) -> tuple[Only, ...]:
    """Return what the rows hold that a form asks for: those of a weak spot, of a finding, or of a column."""
    spot, finding, only = (request.form.get(name, "") for name in ("spot", "finding", "only"))
    if spot:
        return rows_of_spot(stored, spot)
    if finding:
        return (rows_of_finding(stored.table, finding),)
    return (_only(_column(stored.table, only)),) if only else ()


def _column(table: Table, text: str) -> Column:
    """Return a column by its number in the grid, which counts only those that are not left out."""
    return table.columns[checked_place(text, len(table.columns))]


def _only(column: Column) -> Only:
    place = request.form.get("bar", "")
    if not place:
        return Only(column=column.position)
    bar, *after = column.bars[checked_place(place, len(column.bars)) :]
    if bar.start is None:
        return Only(column=column.position, value=bar.label)
    return Only(column=column.position, start=bar.start, end=after[0].start if after else None)


def rule_fields(view: View, table: Table, rows: int) -> dict[str, str] | None:
    """Return the fields of the form that leaves the rows of a view out; None where it shows all or none."""
    only = view.only
    if only is None or view.also or only.behind is not None or only.is_repeated:
        return None
    if not 0 < rows < table.rows:
        return None
    kind = "value" if only.value is not None else "empty" if is_of_empty(only) else "range"
    bounds = {"start": only.start, "end": only.end}
    written = {name: "" if bound is None else repr(bound) for name, bound in bounds.items()}
    return {"kind": kind, "column": str(only.column), "value": only.value or "", **written}


def view_words(table: Table, view: View, rows: int) -> str:
    """Return what a view shows, in a few sentences."""
    count = say_count(
        "{rows} of {all} row.", "{rows} of {all} rows.", table.rows, {"rows": rows, "all": table.rows}
    )
    parts = (_only_words(table, view), count if view.only else "", _sort_words(table, view))
    return " ".join(part for part in parts if part)


def _only_words(table: Table, view: View) -> str:
    only = view.only
    if only is None:
        return ""
    if only.is_repeated:
        return say("Only rows that stand in the table more than once.")
    column = _by_position(table, only.column)
    if only.behind is not None:
        values = {"column": column.name, "other": _by_position(table, only.behind).name}
        return say('Only rows where "{column}" comes after "{other}".', values)
    label = _label(column, only)
    if view.also is None and (label or is_of_empty(only)):
        return say(_ONLY_BAR if label else _ONLY_EMPTY, {"column": column.name, "label": label})
    told = [_where(_by_position(table, one.column), one) for one in (only, view.also) if one]
    return say(_ONLY_WHERE, {"condition": condition_text(told)})


def _where(column: Column, only: Only) -> Where:
    """Return the same rows as a condition that has words."""
    is_date = column.type == "date"
    low, high = (end / DAY if is_date and end is not None else end for end in (only.start, only.end))
    return Where(
        column=column.name,
        values=() if only.value is None else (only.value,),
        low=low,
        high=high,
        is_empty=is_of_empty(only),
        is_date=is_date,
    )


def _label(column: Column, only: Only) -> str:
    if is_of_empty(only):
        return ""
    ends = (*(bar.start for bar in column.bars[1:]), None)
    found = (bar.label for bar, end in zip(column.bars, ends, strict=False) if _is(bar, end, only))
    return next(found, "") or only.value or ""


def _is(bar: Bar, end: float | None, only: Only) -> bool:
    """Return whether the rows are those of a bar, whose numbers are below *end*."""
    return bar.label == only.value if bar.start is None else (bar.start, end) == (only.start, only.end)


def _sort_words(table: Table, view: View) -> str:
    if view.sort is None:
        return ""
    column = _by_position(table, view.sort)
    return say(_BACKWARDS if view.descending else _FORWARDS, {"column": column.name})


def _by_position(table: Table, position: int) -> Column:
    return next(column for column in table.columns if column.position == position)
