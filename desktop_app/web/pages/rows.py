"""Which rows are alike, and which are odd: two questions about whole rows, each on a page of its own."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from desktop_app.errors import UsageError
from desktop_app.language import say
from desktop_app.records.jobs import Job
from desktop_app.records.oddness import MarkKind
from desktop_app.web.answers import progress_of
from desktop_app.web.context import context
from desktop_app.web.goals import REPORTS, goal_for
from desktop_app.web.keeping import JOURNEY as KEEPING
from desktop_app.web.keeping import keeping_of, order_keeping
from desktop_app.web.row_answers import rows_page
from desktop_app.web.row_columns import Counting, read_counting
from desktop_app.web.row_questions import (
    JOURNEYS,
    REPORT,
    Key,
    choice_without,
    journey_of,
    keep_mark,
    keep_name,
    kept,
    order_look,
    order_rows_report,
    order_saving,
    undo_mark,
)
from desktop_app.web.rows_rail import rows_rail
from desktop_app.web.watching import job_of

pages = Blueprint("rows", __name__)
_View = TypeVar("_View", bound=Callable[..., ResponseReturnValue])


def _of_both(method: str, rest: str = "") -> Callable[[_View], _View]:
    """Answer with a view below the addresses of both questions; it is told which one it is."""

    def answering(view: _View) -> _View:
        for key in JOURNEYS:
            address = f"/tables/<table_id>/{key}{rest}"
            pages.add_url_rule(address, view_func=view, methods=[method], defaults={"key": key})
        return view

    return answering


@_of_both("GET")
def of_table(table_id: str, key: Key) -> str:
    """Show what was found last, and the columns that count."""
    return _shown(table_id, key)


@_of_both("POST", "/columns")
def change(table_id: str, key: Key) -> str:
    """Return what follows from a choice of columns; it is kept when it is asked."""
    stored = context().workspace.tables.get(table_id)
    choice = read_counting(request.form, stored.table)
    if "HX-Request" in request.headers:
        return render_template("rows/_columns.html", stored=stored, page=rows_page(key, stored, choice))
    return _shown(table_id, key, choice)


@_of_both("POST")
def ask(table_id: str, key: Key) -> ResponseReturnValue:
    """Look, by the columns that are chosen."""
    stored = context().workspace.tables.get(table_id)
    if "leave" in request.form:
        choice = choice_without(key, stored, request.form.get("leave", -1, type=int))
    else:
        choice = read_counting(request.form, stored.table)
    order_look(key, stored, choice)
    return redirect(url_for(".of_table", table_id=table_id, key=key), 303)


@_of_both("POST", "/save")
def save(table_id: str, key: Key) -> ResponseReturnValue:
    """Write all rows with what was found of each, where the person says."""
    stored = context().workspace.tables.get(table_id)
    last = kept(key, stored)
    if last is None or last.is_stale:
        raise UsageError("error.not_understood")
    stem = Path(stored.name).stem
    title = say("{name} grouped", {"name": stem}) if key == "alike" else say("{name} odd", {"name": stem})
    out = goal_for(title, request.form.get("kind", ""))
    job = order_saving(key, stored, last.job, out) if out else None
    return _at(table_id, key, "save", job)


@_of_both("POST", "/report")
def save_report(table_id: str, key: Key) -> ResponseReturnValue:
    """Write a report on what was found, where the person says."""
    stored = context().workspace.tables.get(table_id)
    last = kept(key, stored)
    if last is None:
        raise UsageError("error.not_understood")
    stem = Path(stored.name).stem
    words = {"name": stem}
    title = say("{name} groups report", words) if key == "alike" else say("{name} odd rows report", words)
    out = goal_for(title, request.form.get("kind", ""), REPORTS)
    job = order_rows_report(key, stored, last.job, out) if out else None
    return _at(table_id, key, "report", job)


@_of_both("POST", "/model")
def keep(table_id: str, key: Key) -> ResponseReturnValue:
    """Keep what was found as a model, for new rows."""
    stored = context().workspace.tables.get(table_id)
    last = kept(key, stored)
    if last is None or last.is_stale:
        raise UsageError("error.not_understood")
    return _at(table_id, key, "keep", order_keeping(key, stored, last.job))


@_of_both("POST", "/names")
def name_group(table_id: str, key: Key) -> ResponseReturnValue:
    """Keep the name that a person gives a group; an empty one takes it back."""
    stored = context().workspace.tables.get(table_id)
    place, found_by = request.form.get("group", -1, type=int), request.form.get("found", "")
    keep_name(key, stored, place, request.form.get("name", ""), found_by)
    return redirect(url_for(".of_table", table_id=table_id, key=key, _anchor="groups"), 303)


@pages.post("/tables/<table_id>/odd/marks")
def mark_row(table_id: str) -> ResponseReturnValue:
    """Keep what a person says of an odd row, or take back what was said last; the page goes on below it."""
    stored = context().workspace.tables.get(table_id)
    if "undo" in request.form:
        undo_mark(stored)
        anchor = "odd"
    else:
        keep_mark(stored, request.form.get("row", -1, type=int), _mark_in(request.form.get("mark", "")))
        below = request.form.get("next", -1, type=int)
        anchor = f"odd-{below}" if below >= 0 else "odd"
    show = request.form.get("show", type=int)
    return redirect(url_for(".of_table", table_id=table_id, key="odd", show=show, _anchor=anchor), 303)


def _mark_in(text: str) -> MarkKind | None:
    marks: dict[str, MarkKind | None] = {"odd": "odd", "fine": "fine", "": None}
    if text not in marks:
        raise UsageError("error.not_understood")
    return marks[text]


@_of_both("GET", "/progress/<job_id>")
def progress(table_id: str, key: Key, job_id: str) -> ResponseReturnValue:
    """Return how far it is; the page moves on when it is over."""
    job = job_of(table_id, job_id, journey_of(key), REPORT, KEEPING)
    address = url_for(".progress", table_id=table_id, key=key, job_id=job_id)
    is_look = job.journey == journey_of(key) and not job.params.get("out")
    return progress_of(job, address, url_for(".of_table", table_id=table_id, key=key) if is_look else "")


@_of_both("POST", "/cancel/<job_id>")
def cancel(table_id: str, key: Key, job_id: str) -> ResponseReturnValue:
    """End it; nothing of it is kept, and what was found before stays."""
    context().jobs.cancel(job_of(table_id, job_id, journey_of(key), REPORT, KEEPING).id)
    return redirect(url_for(".of_table", table_id=table_id, key=key), 303)


def _at(table_id: str, key: Key, part: str, job: Job | None) -> ResponseReturnValue:
    """Go to the part of the page where it is said what becomes of a job."""
    shown: dict[str, Any] = {"kept" if part == "keep" else "job": job.id if job else None}
    return redirect(url_for(".of_table", table_id=table_id, key=key, **shown, _anchor=part), 303)


def _shown(table_id: str, key: Key, choice: Counting | None = None) -> str:
    stored = context().workspace.tables.get(table_id)
    return render_template(
        "rows/show.html",
        stored=stored,
        keeping=keeping_of(table_id, request.args.get("kept", "")),
        rail=rows_rail(key, stored),
        page=rows_page(key, stored, choice, request.args.get("job", ""), request.args.get("show", type=int)),
    )
