"""The question whether rows belong together, or later ones will be asked: it decides how it is tested."""

from collections.abc import Sequence
from pathlib import Path

from desktop_app.engine.validation.belonging import IN_ORDER, groupings, orderings
from desktop_app.language import _
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredTable
from desktop_app.records.tables import Column, Table
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.step_words import moment_text
from desktop_app.tables.stored.order import order_of
from desktop_app.web.choice import ANY_ROW, GROUP, TIME, Choice
from desktop_app.web.context import context


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer, as the form sends it, and in words."""

    value: str
    text: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ApartQuestion:
    """What is asked, in a sentence for each column that may matter, and what a person can answer."""

    sentences: tuple[str, ...]
    answers: tuple[Answer, ...]
    hint: str


def apart_question(choice: Choice, stored: StoredTable) -> ApartQuestion | None:
    """Return the question, where a column of the table gives reason for it, or it was answered by one.

    What only shows when it learns is asked once it has learned.
    """
    table = stored.table
    target = next((one.name for one in table.columns if one.position == choice.target), None)
    if target is None:
        return None
    group = _chosen(table, choice.group, target) or _first(groupings(table, target))
    time = _chosen(table, choice.time, target) or _first(_in_order(stored, target))
    if group is None and time is None:
        return None
    is_answered = choice.any_row or choice.group is not None or choice.time is not None
    return ApartQuestion(
        sentences=tuple(filter(None, (_about_group(group, table), _about_time(time)))),
        answers=_answers(choice, group, time),
        hint=_hint(group) if is_answered else f"{_hint(group)} {text_of('plan.apart_open')}".strip(),
    )


def _chosen(table: Table, position: int | None, target: str) -> Column | None:
    return next((one for one in table.columns if one.position == position and one.name != target), None)


def _first(columns: Sequence[Column]) -> Column | None:
    return columns[0] if columns else None


def _in_order(stored: StoredTable, target: str) -> list[Column]:
    folder, found = Path(stored.folder), _found_by_learning(stored.id, target)
    return [
        column
        for column in orderings(stored.table, target)
        if column.name in found or order_of(folder, column) >= IN_ORDER
    ]


def _found_by_learning(table_id: str, target: str) -> frozenset[str]:
    """Return the columns by which the last training found that what it learned changes over time."""
    training = context().workspace.trainings.latest(table_id)
    if training is None or training.evaluation is None or training.plan.target != target:
        return frozenset()
    told = (notice for notice in training.evaluation.warnings if notice.code == "plan.time_question")
    return frozenset(column for notice in told for column in notice.columns)


def _about_group(group: Column | None, table: Table) -> str:
    if group is None:
        return ""
    values = {"column": group.name, "entities": group.distinct, "rows": table.rows - group.missing}
    return text_of("plan.group_question", values)


def _about_time(time: Column | None) -> str:
    if time is None:
        return ""
    ends: dict[str, object] = {"column": time.name}
    if time.type == "date" and time.minimum is not None and time.maximum is not None:
        ends |= {"first": moment_text(time.minimum), "last": moment_text(time.maximum)}
    return text_of("plan.time_question", ends)


def _hint(group: Column | None) -> str:
    return text_of("plan.group_question.hint", {"column": group.name}) if group else ""


def _answers(choice: Choice, group: Column | None, time: Column | None) -> tuple[Answer, ...]:
    found = []
    if group:
        is_chosen = choice.group == group.position
        found.append(Answer(value=f"{GROUP}{group.position}", text=_("Yes, together"), is_chosen=is_chosen))
    if time:
        is_chosen = choice.time == time.position
        found.append(
            Answer(value=f"{TIME}{time.position}", text=_("Yes, test on the latest"), is_chosen=is_chosen)
        )
    no = _("No, every row by itself") if group else _("No, the order does not matter")
    return (*found, Answer(value=ANY_ROW, text=no, is_chosen=choice.any_row))
