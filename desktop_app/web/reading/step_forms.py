"""Steps on the columns and rows of a table: a form becomes the wishes for another reading."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from werkzeug.datastructures import MultiDict

from desktop_app.errors import UsageError
from desktop_app.records.tables import LONGEST_VALUE, Column, Question, RowRule, Table, Wishes
from desktop_app.tables.columns.wished import wish_of, wish_text
from desktop_app.tables.names import LONGEST_NAME, clean_name
from desktop_app.web.reading.chips import TOLD, reading_now

REFUSALS = (
    "step.name_taken",
    "step.name_long",
    "step.name_blank",
    "step.no_column_left",
    "step.none_chosen",
)
_Form = MultiDict[str, str]


def leave_out(table: Table, columns: Iterable[Column]) -> Wishes:
    """Return the wishes without some columns; raises UsageError where none would be left."""
    wishes = table.recipe.wishes
    out = tuple(dict.fromkeys((*wishes.columns_out, *(column.in_file for column in columns))))
    if all(column.in_file in out for column in table.columns):
        raise UsageError("step.no_column_left")
    return replace(wishes, columns_out=out)


def bring_back(table: Table, columns: Iterable[Column]) -> Wishes:
    """Return the wishes with some columns again that were left out."""
    wishes, back = table.recipe.wishes, {column.in_file for column in columns}
    return replace(wishes, columns_out=tuple(name for name in wishes.columns_out if name not in back))


def read_as(table: Table, columns: Iterable[Column], told: str) -> Wishes:
    """Return the wishes with the cells of some columns meant otherwise; raises UsageError for no reading.

    Which spellings mean "not known" stays as it was, but where a question about the column is answered.
    """
    wishes = table.recipe.wishes
    readings = dict(wishes.readings)
    for column in columns:
        asked = [choice.reading for one in _questions(table, column) for choice in one.choices]
        if told not in (*TOLD, *asked, "number", "date"):
            raise UsageError("error.not_understood")
        if asked:
            readings[column.in_file] = told
        elif told != reading_now(column, table.recipe):
            before = wish_of(readings.get(column.in_file, ""))
            readings[column.in_file] = wish_text(told, before.missing if before else ())
    return replace(wishes, readings=readings)


def columns_at(form: _Form, field: str, columns: Sequence[Column]) -> list[Column]:
    """Return the columns whose positions a form names; raises UsageError where it names none, or others."""
    places = {str(column.position): column for column in columns}
    named = form.getlist(field)
    if not named or any(place not in places for place in named):
        raise UsageError("error.not_understood")
    return [places[place] for place in named]


def _questions(table: Table, column: Column) -> list[Question]:
    return [one for one in table.questions if one.column in (column.name, column.in_file)]


def _columns(form: _Form, table: Table) -> Wishes:
    if "back" in form:
        return bring_back(table, columns_at(form, "back", table.columns_out))
    return leave_out(table, columns_at(form, "leave", table.columns))


def _name(form: _Form, table: Table) -> Wishes:
    everything = table.all_columns
    column = columns_at(form, "column", everything)[0]
    given = form.get("value", "")
    if len(given) > LONGEST_NAME and given != column.in_file:
        raise UsageError("step.name_long", limit=LONGEST_NAME)
    name = clean_name(given) if given != column.in_file else column.in_file
    if not name and not column.heading:
        raise UsageError("step.name_blank", name=column.in_file)
    name = name or column.in_file
    if any(other.name == name for other in everything if other.position != column.position):
        raise UsageError("step.name_taken", name=name)
    wishes = table.recipe.wishes
    names = {heading: given for heading, given in wishes.names.items() if heading != column.in_file}
    if name != column.in_file:
        names[column.in_file] = name
    return replace(wishes, names=names)


def _types(form: _Form, table: Table) -> Wishes:
    wishes = table.recipe.wishes
    if "all" in form:
        return replace(wishes, readings={})
    columns = columns_at(form, "column", table.columns)
    if "forget" in form:
        found = {column.in_file for column in columns}
        return replace(
            wishes, readings={name: told for name, told in wishes.readings.items() if name not in found}
        )
    return read_as(table, columns, form.get("value", ""))


def _rows(form: _Form, table: Table) -> Wishes:
    wishes = table.recipe.wishes
    if "forget" in form:
        place = form.get("forget", -1, type=int)
        if not 0 <= place < len(wishes.rows_out):
            raise UsageError("error.not_understood")
        return replace(wishes, rows_out=(*wishes.rows_out[:place], *wishes.rows_out[place + 1 :]))
    rule = _rule(form, table)
    return wishes if rule in wishes.rows_out else replace(wishes, rows_out=(*wishes.rows_out, rule))


def _rule(form: _Form, table: Table) -> RowRule:
    kind, is_kept = form.get("kind", ""), form.get("keep", "") not in ("", "0")
    if kind == "repeated" and not form.get("column"):
        return RowRule(kind="repeated", keep=is_kept)
    column = columns_at(form, "column", table.columns)[0]
    if kind == "range":
        return _range_rule(form, column, keep=is_kept)
    if kind == "value":
        return RowRule(kind="value", column=column.in_file, value=_value(form, column), keep=is_kept)
    if kind == "empty":
        return RowRule(kind="empty", column=column.in_file, keep=is_kept)
    raise UsageError("error.not_understood")


def _range_rule(form: _Form, column: Column, *, keep: bool) -> RowRule:
    start, end = (_bound(form.get(field, "")) for field in ("start", "end"))
    is_empty = start is not None and end is not None and start >= end
    if column.type not in ("number", "date") or (start is None and end is None) or is_empty:
        raise UsageError("error.not_understood")
    return RowRule(kind="range", column=column.in_file, start=start, end=end, keep=keep)


def _bound(text: str) -> float | None:
    if not text:
        return None
    try:
        bound = float(text)
    except ValueError:
        raise UsageError("error.not_understood") from None
    if not math.isfinite(bound):
        raise UsageError("error.not_understood")
    return bound


def _value(form: _Form, column: Column) -> str:
    """Return the value that a form names: of the column, where one differs only in how its lines end.

    Browsers send all ends of lines as those of Windows.
    """
    value = form.get("value")
    if value is None:
        raise UsageError("error.not_understood")
    known = {_lines(bar.label): bar.label for bar in column.top_values}
    found = known.get(_lines(value), value)
    if len(found) > LONGEST_VALUE:
        raise UsageError("error.not_understood")
    return found


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _missing(form: _Form, table: Table) -> Wishes:
    """Take a spelling for "not known" in one column, besides those that it takes so already."""
    column = columns_at(form, "column", table.columns)[0]
    value = _value(form, column)
    wishes = table.recipe.wishes
    now = wishes.readings.get(column.in_file) or table.recipe.readings.get(column.in_file) or column.type
    wish = wish_of(now)
    made = wish_text(wish.reading, tuple(dict.fromkeys((*wish.missing, value)))) if wish else ""
    if not value or (found := wish_of(made)) is None or value not in found.missing:
        raise UsageError("error.not_understood")
    return replace(wishes, readings={**wishes.readings, column.in_file: made})


STEPS: dict[str, Callable[[_Form, Table], Wishes]] = {
    "columns": _columns,
    "name": _name,
    "types": _types,
    "rows": _rows,
    "missing": _missing,
}
