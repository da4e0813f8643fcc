"""What follows from a choice: all that the page says before learning."""

from dataclasses import replace

from desktop_app.counting import Amounts
from desktop_app.engine.roles import FEW_ROWS, are_codes, assign_roles
from desktop_app.errors import AppError
from desktop_app.language import _, mark, say_count
from desktop_app.records.plans import LeftOut, Roles
from desktop_app.records.record import dataclass
from desktop_app.records.tables import Column, Table
from desktop_app.reports.charts import Rect, histogram, shares
from desktop_app.reports.names import column_word
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.questions import question_text
from desktop_app.reports.result_words import left_out_text
from desktop_app.web.choice import EFFORTS, Choice, plan_of
from desktop_app.web.each import Option, each_options
from desktop_app.web.mistakes import CostQuestion, cost_question
from desktop_app.web.sheet import COLUMNS, Paging, column_positions, paging_of

MOST_LEFT_OUT = 6  # lines; the others are among the columns that can be changed
EFFORT_TITLES = {"quick": mark("Quick"), "normal": mark("Normal"), "thorough": mark("Thorough")}


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutLine:
    """A column that is left out, why, and its number for the button that puts it back."""

    position: int
    text: str
    can_be_used: bool  # nothing can be learned from a column without any value


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnChoice:
    """A column that can be used or left out."""

    position: int
    name: str
    kind: str
    is_used: bool
    can_be_used: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How careful the learning is, and about how long that takes."""

    key: str
    title: str
    time: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Planning:
    """All that the page says of a choice."""

    choice: Choice
    target: Column | None
    question: str = ""
    task: str = ""
    has_two_readings: bool = False  # few whole numbers: names of kinds, or amounts
    parts: tuple[Rect, ...] = ()
    bars: tuple[Rect, ...] = ()
    usual: str = ""
    few_rows: str = ""
    used: str = ""
    left_out: tuple[LeftOutLine, ...] = ()
    left_out_more: str = ""
    columns: tuple[ColumnChoice, ...] = ()
    column_paging: Paging | None = None
    problem: AppError | None = None
    mistakes: CostQuestion | None = None  # which of them is worse, of two kinds
    efforts: tuple[Effort, ...] = ()
    each: tuple[Option, ...] = ()  # whether each value of a column gets a model of its own


def planning_of(choice: Choice, table: Table) -> Planning:
    """Return what the page says of *choice*."""
    target = column_positions(table.columns).get(-1 if choice.target is None else choice.target)
    plain = Planning(choice=choice, target=target, efforts=_efforts(choice))
    if target is None:
        return plain
    try:
        roles = assign_roles(table, plan_of(choice, table))
    except AppError as problem:
        return replace(plain, problem=problem)
    lines = [_left_out_line(one, table, target) for one in roles.left_out]
    others = _others(choice, table, target)
    paging = paging_of(choice.part, COLUMNS, len(others), _("Columns {first} to {last} of {all}"))
    return replace(
        _pictured(plain, target, table, roles),
        question=_question(target, roles),
        task=roles.task,
        has_two_readings=are_codes(target),
        few_rows=_few_rows(table.rows - target.missing),
        used=text_of("plan.columns", {"used": len(roles.features), "other": len(table.columns) - 1}),
        left_out=tuple(lines[:MOST_LEFT_OUT]),
        left_out_more=more_left_out(len(lines) - MOST_LEFT_OUT),
        columns=_columns(choice, others, roles, table.rows),
        column_paging=paging if len(others) > COLUMNS or choice.find else None,
        mistakes=cost_question(choice.worse, target, roles.task),
        each=each_options(table, target.position, choice.each),
    )


def _few_rows(rows: int) -> str:
    """Return what to expect of so few rows; nothing where there are enough."""
    return text_of("plan.few_rows", {"rows": rows, "need": 4 * rows}) if rows < FEW_ROWS else ""


def _left_out_line(one: LeftOut, table: Table, target: Column) -> LeftOutLine:
    column = table.column(one.column)
    return LeftOutLine(
        position=column.position if column else -1,
        text=left_out_text(one, table.rows, target.name),
        can_be_used=column is not None and column.missing < table.rows,
    )


def more_left_out(count: int) -> str:
    """Return how many columns more are left out; nothing where none is."""
    if count <= 0:
        return ""
    return say_count("{n} more column is left out.", "{n} more columns are left out.", count, {"n": count})


def _others(choice: Choice, table: Table, target: Column) -> list[Column]:
    """Return the columns beside the target, those with the part of a name that is looked for."""
    return [
        column
        for column in table.columns
        if column.position != target.position and choice.find.casefold() in column.name.casefold()
    ]


def _columns(choice: Choice, others: list[Column], roles: Roles, rows: int) -> tuple[ColumnChoice, ...]:
    return tuple(
        ColumnChoice(
            position=column.position,
            name=column.name,
            kind=column_word(column),
            is_used=column.name in roles.features,
            can_be_used=column.missing < rows,
        )
        for column in others[choice.part : choice.part + COLUMNS]
    )


def _question(target: Column, roles: Roles) -> str:
    count = target.distinct
    what = (
        _("numbers")
        if roles.task == "regression"
        else say_count("{count} kind", "{count} kinds", count, {"count": count})
    )
    kind = question_text(target, roles.task)
    return text_of("predict.kind", {"target": target.name, "what": what, "kind": kind})


def _pictured(plain: Planning, target: Column, table: Table, roles: Roles) -> Planning:
    """Return the same with the picture of the target, of kinds or of amounts: numbers may name kinds too."""
    if roles.task == "regression":
        return replace(plain, bars=histogram(target), usual=_usual(target))
    return replace(plain, parts=shares(target, table.rows))


def _usual(target: Column) -> str:
    if target.low is None or target.high is None:
        return ""
    written, spread = Amounts(digits=3, decimals=target.decimals), target.high - target.low
    return _("Usually {low} to {high}.").format(
        low=written.level(target.low, beside=spread), high=written.level(target.high, beside=spread)
    )


def _efforts(choice: Choice) -> tuple[Effort, ...]:
    return tuple(
        Effort(key=key, title=_(EFFORT_TITLES[key]), time=about(seconds), is_chosen=key == choice.effort)
        for key, seconds in EFFORTS.items()
    )


def effort_words(budget: float) -> str:
    """Return how careful a learning was, as the choice says it; nothing for a time that is not offered."""
    key = next((key for key, seconds in EFFORTS.items() if seconds == budget), "")
    return f"{_(EFFORT_TITLES[key])} ({about(budget)})" if key else ""


def up_to(seconds: float) -> str:
    """Return how long a learning takes at most."""
    if seconds < 60:
        return _("up to {seconds} seconds").format(seconds=round(seconds))
    minutes = round(seconds / 60)
    return say_count("up to {n} minute", "up to {n} minutes", minutes, {"n": minutes})


def about(seconds: float) -> str:
    """Return about how long a learning takes, as the choice of care says it."""
    if seconds < 60:
        return _("about {seconds} seconds").format(seconds=round(seconds))
    minutes = round(seconds / 60)
    return say_count("about {n} minute", "about {n} minutes", minutes, {"n": minutes})
