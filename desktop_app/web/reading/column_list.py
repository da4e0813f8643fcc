"""All columns of a table in a list, those left out too: some are chosen, and changed at once."""

from collections.abc import Sequence

from werkzeug.datastructures import MultiDict

from desktop_app.errors import UsageError
from desktop_app.language import _, mark, say_count
from desktop_app.records.record import dataclass
from desktop_app.records.tables import Column, Table, Wishes
from desktop_app.reports.names import column_word
from desktop_app.reports.reading_names import reading_name
from desktop_app.web.reading.chips import TOLD
from desktop_app.web.reading.letters import Option
from desktop_app.web.reading.step_forms import bring_back, columns_at, leave_out, read_as
from desktop_app.web.sheet import Paging, empty_words, paging_of, start_within

AT_ONCE = 100  # columns of one page
SHOWN = {
    "": mark("All columns"),
    "in": mark("Those in use"),
    "out": mark("Those left out"),
    "renamed": mark("Those renamed"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which columns are listed: those with a part of a name, of one sort, from one of them on."""

    find: str = ""
    which: str = ""
    start: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnLine:
    """One column of the list."""

    column: Column
    kind: str
    empty: str
    is_out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnList:
    """The part of the list that is shown, and the ways to the others."""

    wanted: Wanted
    words: str
    count: int  # columns that were found
    lines: tuple[ColumnLine, ...]
    paging: Paging | None
    sorts: tuple[Option, ...]
    readings: tuple[Option, ...]


def list_of(table: Table, wanted: Wanted) -> ColumnList:
    """Return the part of the list that is wanted."""
    found, out = found_columns(table, wanted), {one.position for one in table.columns_out}
    start = start_within(wanted.start, len(found), AT_ONCE)
    shown = found[start : start + AT_ONCE]
    return ColumnList(
        wanted=wanted,
        words=_words(table),
        count=len(found),
        lines=tuple(
            ColumnLine(
                column=column,
                kind=column_word(column),
                empty=empty_words(column, table.rows),
                is_out=column.position in out,
            )
            for column in shown
        ),
        paging=paging_of(start, AT_ONCE, len(found), _("Columns {first} to {last} of {all}"))
        if len(found) > AT_ONCE
        else None,
        sorts=tuple(
            Option(value=key, label=_(words), is_chosen=key == wanted.which) for key, words in SHOWN.items()
        ),
        readings=tuple(Option(value=told, label=reading_name(told)) for told in TOLD),
    )


def found_columns(table: Table, wanted: Wanted) -> list[Column]:
    """Return all columns that are wanted, in the order of the file."""
    sorts: dict[str, Sequence[Column]] = {"in": table.columns, "out": table.columns_out}
    columns = sorts.get(wanted.which, table.all_columns)
    text = wanted.find.casefold()
    return [
        column
        for column in columns
        if (wanted.which != "renamed" or column.heading)
        and (text in column.name.casefold() or text in column.heading.casefold())
    ]


def wishes_of_list(form: MultiDict[str, str], table: Table, wanted: Wanted) -> Wishes:
    """Return the wishes after something was done with the columns that are ticked, or with all found."""
    if "all" in form:
        chosen = found_columns(table, wanted)
    elif "column" in form:
        chosen = columns_at(form, "column", table.all_columns)
    else:
        raise UsageError("step.none_chosen")
    out = {column.position for column in table.columns_out}
    match form.get("do"):
        case "leave":
            return leave_out(table, chosen)
        case "back":
            return bring_back(table, chosen)
        case "read":
            here = [column for column in chosen if column.position not in out]
            return read_as(table, here, form.get("value", ""))
    raise UsageError("error.not_understood")


def _words(table: Table) -> str:
    count, out = len(table.columns), len(table.columns_out)
    words = say_count("{n} column.", "{n} columns.", count, {"n": count})
    more = say_count("{n} more is left out.", "{n} more are left out.", out, {"n": out})
    return f"{words} {more}" if out else words
