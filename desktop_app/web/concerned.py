"""The rows that one thing said of a new file is about, the columns it names first."""

from dataclasses import replace
from pathlib import Path

from flask import url_for

from desktop_app.errors import NotFoundError
from desktop_app.records.models import Concerned, Preflight
from desktop_app.records.notices import Notice
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredAnswers
from desktop_app.records.tables import Table
from desktop_app.reports.notice_words import notice_text, text_of
from desktop_app.web.sheet import Sheet, sheet_of_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernedRows:
    """What the page shows."""

    sentence: str
    count: str  # how many of the rows are shown, where that is not all of them
    named: int  # the first columns, of which the sentence speaks
    sheet: Sheet


def rows_address(stored: StoredAnswers, notice: Notice) -> str:
    """Return where the rows of a notice are shown; nothing where it speaks of no single ones."""
    place = _place(stored.preflight, notice)
    return "" if place is None else url_for("apply.rows", answers_id=stored.id, place=place)


def concerned_rows(stored: StoredAnswers, place: int) -> ConcernedRows:
    """Return the rows of the thing at *place*; raises NotFoundError where there is none."""
    listed, notices = stored.preflight.concerned, stored.preflight.notices
    one = listed[place] if place < len(listed) else None
    notice = next((notice for notice in notices if one and _is_of(one, notice)), None)
    if one is None or notice is None:
        raise NotFoundError("error.not_found")
    table, named = _with_first(stored.table, one.columns)
    return ConcernedRows(
        sentence=notice_text(notice),
        count=_count_text(notice, len(one.rows)),
        named=named,
        sheet=sheet_of_rows(Path(stored.folder), table, one.rows),
    )


def _place(found: Preflight, notice: Notice) -> int | None:
    return next((place for place, one in enumerate(found.concerned) if _is_of(one, notice)), None)


def _is_of(one: Concerned, notice: Notice) -> bool:
    return (one.code, one.columns) == (notice.code, notice.columns)


def _count_text(notice: Notice, shown: int) -> str:
    count = notice.values.get("count")
    if isinstance(count, int) and count > shown:
        return text_of("check.first_rows", {"shown": shown, "count": count})
    return ""


def _with_first(table: Table, names: tuple[str, ...]) -> tuple[Table, int]:
    """Return a table with some columns before the others, and how many these are."""
    first = tuple(column for name in names if (column := table.column(name)))
    others = tuple(column for column in table.columns if column not in first)
    return replace(table, columns=(*first, *others)), len(first)
