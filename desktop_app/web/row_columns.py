"""Which columns count where whole rows are compared: what a form chooses, and what follows from it."""

from collections.abc import Iterable
from dataclasses import replace

from werkzeug.datastructures import MultiDict

from desktop_app.engine.comparable import Columns, columns_for
from desktop_app.errors import AppError
from desktop_app.language import _
from desktop_app.records.clusters import GroupingPlan
from desktop_app.records.oddness import OddnessPlan
from desktop_app.records.plans import LeftOut
from desktop_app.records.record import dataclass
from desktop_app.records.tables import Column, Table
from desktop_app.reports.compared_words import left_out_lines
from desktop_app.reports.names import column_word
from desktop_app.reports.notice_words import text_of
from desktop_app.web.planning import MOST_LEFT_OUT, ColumnChoice, LeftOutLine, more_left_out
from desktop_app.web.sheet import COLUMNS, Paging, column_positions, paging_of, start_within

NUMBERS = (0, *range(2, 9))  # of groups that can be asked for; 0: as many as are clear


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """What the form says: columns by their position, because a name may hold anything."""

    exclude: frozenset[int] = frozenset()
    include: frozenset[int] = frozenset()
    number: int = 0  # of groups
    part: int = 0
    find: str = ""
    is_open: bool = False  # the list of columns


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedColumns:
    """All that the page says of the columns."""

    choice: Counting
    used: str
    left_out: tuple[LeftOutLine, ...]
    left_out_more: str
    columns: tuple[ColumnChoice, ...]
    paging: Paging | None
    problem: AppError | None  # why nothing can be asked with these columns


def read_counting(form: MultiDict[str, str], table: Table) -> Counting:
    """Return the choice that a form makes, the ticks of the shown columns worked in."""
    choice = Counting(
        exclude=_positions(form, "exclude"),
        include=_positions(form, "include"),
        number=form.get("number", 0, type=int) if form.get("number", 0, type=int) in NUMBERS else 0,
        part=form.get("go", form.get("part", 0, type=int), type=int),
        find=form.get("find", ""),
        is_open="open" in form,
    )
    also = _positions(form, "use_also")
    ticked = _positions(form, "use") | also
    wanted = _positions(form, "shown") | also
    by_itself = _left_out_by_itself(table)
    return replace(
        choice,
        exclude=(choice.exclude - wanted) | (wanted - ticked - by_itself),
        include=(choice.include - wanted) | (wanted & ticked & by_itself),
    )


def counting_of(plan: GroupingPlan | OddnessPlan, table: Table) -> Counting:
    """Return the choice that a plan stands for, where its columns are there."""
    places = {column.name: column.position for column in table.columns}
    return Counting(
        exclude=frozenset(places[name] for name in plan.exclude if name in places),
        include=frozenset(places[name] for name in plan.include if name in places),
        number=plan.number if isinstance(plan, GroupingPlan) else 0,
    )


def names_of(positions: Iterable[int], table: Table) -> tuple[str, ...]:
    """Return what the columns are called, in the order of the table."""
    wanted = frozenset(positions)
    return tuple(column.name for column in table.columns if column.position in wanted)


def counted_columns(choice: Counting, table: Table) -> CountedColumns:
    """Return what the page says of *choice*."""
    found = [one for one in table.columns if choice.find.casefold() in one.name.casefold()]
    part = start_within(choice.part, len(found), COLUMNS)
    paging = paging_of(part, COLUMNS, len(found), _("Columns {first} to {last} of {all}"))
    try:
        columns, problem = columns_for(table, _plan(choice, table)), None
    except AppError as error:
        columns, problem = Columns(features={}, left_out=()), error
    lines = _left_out_lines(columns.left_out, table)
    return CountedColumns(
        choice=replace(choice, part=part),
        used=text_of("compare.columns", {"used": len(columns.features), "other": len(table.columns)}),
        left_out=tuple(lines[:MOST_LEFT_OUT]),
        left_out_more=more_left_out(len(lines) - MOST_LEFT_OUT),
        columns=tuple(_column(one, columns, table.rows) for one in found[part : part + COLUMNS]),
        paging=paging if len(found) > COLUMNS or choice.find else None,
        problem=problem,
    )


def _column(column: Column, columns: Columns, rows: int) -> ColumnChoice:
    return ColumnChoice(
        position=column.position,
        name=column.name,
        kind=column_word(column),
        is_used=column.name in columns.features,
        can_be_used=column.missing < rows,
    )


def _left_out_lines(left_out: tuple[LeftOut, ...], table: Table) -> list[LeftOutLine]:
    places = column_places(table)
    return [
        LeftOutLine(
            position=places[one.column].position,
            text=text,
            can_be_used=places[one.column].missing < table.rows,
        )
        for one, text in zip(left_out, left_out_lines(left_out, table.rows), strict=True)
    ]


def column_places(table: Table) -> dict[str, Column]:
    """Return the columns by their names."""
    return {column.name: column for column in table.columns}


def _plan(choice: Counting, table: Table) -> OddnessPlan:
    return OddnessPlan(exclude=names_of(choice.exclude, table), include=names_of(choice.include, table))


def _positions(form: MultiDict[str, str], field: str) -> frozenset[int]:
    return frozenset(form.getlist(field, type=int))


def _left_out_by_itself(table: Table) -> frozenset[int]:
    """Return the columns that the program leaves out where nobody says otherwise."""
    try:
        left_out = columns_for(table, OddnessPlan()).left_out
    except AppError:
        return frozenset(column_positions(table.columns))
    names = {one.column for one in left_out}
    return frozenset(column.position for column in table.columns if column.name in names)
