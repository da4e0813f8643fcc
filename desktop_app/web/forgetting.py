"""What goes when a table is forgotten everywhere, as its page lists it, and the forgetting itself."""

import datetime
from collections.abc import Sequence
from contextlib import suppress

from desktop_app.errors import NotFoundError
from desktop_app.language import of_day
from desktop_app.records.forgotten import Concerned, Kept
from desktop_app.records.record import dataclass
from desktop_app.reports.notice_words import text_of
from desktop_app.web.context import context
from desktop_app.web.laid_down import policy

LEAD = datetime.timedelta(days=14)  # before a table goes by the rules of IT, the first page says so


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """What goes with a table, a line a kind."""

    name: str
    lines: tuple[str, ...]
    has_models: bool
    is_at_work: bool


def going(table_id: str) -> Going:
    """Return what goes with a table; raises NotFoundError."""
    found = context().workspace.forgetting.concerned(table_id)
    lines = (
        text_of("forget.table", {"names": _names(found.tables[:1])}),
        _line("forget.others", found.tables[1:]),
        _line("forget.models", (*found.models, *found.others)),
        _line("forget.answers", found.answers),
        text_of("forget.watches", {"count": found.watches}) if found.watches else "",
        text_of("forget.traces"),
    )
    return Going(
        name=found.tables[0].name,
        lines=tuple(line for line in lines if line),
        has_models=bool(found.models or found.others),
        is_at_work=bool(found.active),
    )


def forget(table_id: str, *, keep_models: bool) -> bool:
    """Stop all work on a table and forget it; return whether nothing is left of it by now.

    Raises NotFoundError, and SaveError where nothing was forgotten.
    """
    forgetting = context().workspace.forgetting
    _stop(forgetting.concerned(table_id, keep_models=keep_models))
    return forgetting.forget([table_id], keep_models=keep_models)


def forgotten_lines(name: str, *, is_complete: bool) -> str:
    """Return that a table is forgotten, as the first page says it."""
    return text_of("forget.done" if is_complete else "forget.done.later", {"name": name})


def retention_lines(today: datetime.date) -> tuple[str, ...]:
    """Return which tables went at this start by the rules of IT, and which go next."""
    days = policy().keep_tables_days
    if days is None:
        return ()
    forgetting = context().workspace.forgetting
    kept = datetime.timedelta(days=days)
    soon = forgetting.unused((today - kept + min(LEAD, kept / 2)).isoformat())
    lines = []
    if forgetting.gone:
        lines.append(text_of("keep.gone", {"count": forgetting.gone, "days": days}))
    if soon:
        date = of_day((soon[0].since + kept + datetime.timedelta(days=1)).isoformat())
        lines.append(text_of("keep.soon", {"names": [one.name for one in soon], "days": days, "date": date}))
    return tuple(lines)


def _stop(found: Concerned) -> None:
    for job_id in found.active:
        with suppress(NotFoundError):  # it ended meanwhile
            context().jobs.cancel(job_id)
    context().jobs.close_models()  # one that is held open has read the rows


def _line(code: str, kept: Sequence[Kept]) -> str:
    return text_of(code, {"count": len(kept), "names": _names(kept)}) if kept else ""


def _names(kept: Sequence[Kept]) -> list[str]:
    return [one.name for one in kept]
