"""What a person changed of a table, as chips beside those of its reading, and what can be undone."""

from flask import request

from desktop_app.language import say
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredTable
from desktop_app.records.tables import Table
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.step_words import Step, fine_step, rule_words, step_between
from desktop_app.web.context import context
from desktop_app.web.finding_keys import finding_key, said_of

MOST_NAMED = 2  # columns of a finding, of which the first one tells it apart
MOST_LINES = 12  # of one chip; all columns are in a list of their own


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing of a chip that can be taken back by itself."""

    position: int  # of its column
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One chip: what was left out or renamed, what is said when it is opened, and what takes it back."""

    part: str  # of the form that takes it back
    words: str
    said: str
    lines: tuple[Line, ...] = ()
    more: int = 0  # things that have no line
    back: tuple[int, ...] = ()  # positions of all its columns
    rule: int | None = None  # the number of a rule about rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """All that was changed, and the ways back and forth."""

    chips: tuple[Change, ...]
    undo: str  # what can be undone, on a button; nothing where nothing can
    redo: str
    done: str  # what has just happened, in a sentence
    is_undone: bool  # and that was undoing a step


def changes_of(stored: StoredTable, *, is_new: bool) -> Changes:
    """Return what was changed of a table; *is_new*: the page follows upon its last step."""
    steps, now = context().workspace.tables.history.around(stored.id), stored.table.recipe.wishes
    last = undone = None
    if steps.earlier:
        last = _fine_step(stored, steps.earlier_fine, stored.fine)
        last = last or step_between(steps.earlier, now, stored.table)
    if steps.later:
        undone = _fine_step(stored, stored.fine, steps.later_fine)
        undone = undone or step_between(now, steps.later, stored.table)
    done = last.sentence if last and (is_new or "again" in request.args) else ""
    is_undone = undone is not None and "back" in request.args
    if undone and is_undone:
        done = text_of("step.undone", {"what": undone.label})
    return Changes(
        chips=(*_columns_out(stored.table), *_names(stored.table), *_rows_out(stored.table)),
        undo=text_of("label.undo", {"what": last.label}) if last else "",
        redo=text_of("label.redo", {"what": undone.label}) if undone else "",
        done=done,
        is_undone=is_undone,
    )


def _fine_step(stored: StoredTable, before: tuple[str, ...], after: tuple[str, ...]) -> Step | None:
    """Return the step by which other findings became fine; None where it was another one."""
    if before == after:
        return None
    added = set(after) - set(before)
    named = (one.columns for one in said_of(stored.table) if finding_key(one, stored.table) in added)
    columns = next(named, ())
    return fine_step(before, after, columns[0] if 0 < len(columns) <= MOST_NAMED else "")


def _columns_out(table: Table) -> list[Change]:
    if not (out := table.columns_out):
        return []
    return [
        Change(
            part="columns",
            words=text_of("chip.columns_out", {"count": len(out)}),
            said=text_of("opened.columns_out"),
            lines=tuple(Line(position=one.position, words=one.name) for one in out[:MOST_LINES]),
            more=max(0, len(out) - MOST_LINES),
            back=tuple(one.position for one in out),
        )
    ]


def _names(table: Table) -> list[Change]:
    renamed = [column for column in table.all_columns if column.heading]
    if not renamed:
        return []
    lines = (
        Line(
            position=one.position,
            words=say('"{name}" is "{heading}" in the file', {"name": one.name, "heading": one.heading}),
        )
        for one in renamed[:MOST_LINES]
    )
    return [
        Change(
            part="name",
            words=text_of("chip.names", {"count": len(renamed)}),
            said=text_of("opened.names"),
            lines=tuple(lines),
            more=max(0, len(renamed) - MOST_LINES),
        )
    ]


def _rows_out(table: Table) -> list[Change]:
    made = []
    for place, rule in enumerate(table.recipe.wishes.rows_out):
        count = table.rows_out[place] if place < len(table.rows_out) else 0
        values = {"count": count, "what": rule_words(rule, table)}
        code = "rows_kept" if rule.keep else "rows_out"
        made.append(
            Change(
                part="rows",
                words=text_of(f"chip.{code}", values),
                said=text_of(f"opened.{code}", values),
                rule=place,
            )
        )
    return made
