"""What a person decides about how a file is read: a form becomes the wishes for another reading."""

import re
from collections.abc import Callable
from dataclasses import replace

from werkzeug.datastructures import MultiDict

from desktop_app.errors import UsageError
from desktop_app.records.tables import Table, Wishes
from desktop_app.reports.reading_names import DELIMITERS, ENCODINGS
from desktop_app.web.reading.step_forms import STEPS

LAST_ROW = 1_048_576  # of a sheet of Excel: no names stand further down
_RANGE = re.compile(r"[A-Z]{1,3}[1-9][0-9]{0,6}:[A-Z]{1,3}[1-9][0-9]{0,6}")
_Form = MultiDict[str, str]


def wishes_from(form: _Form, table: Table) -> Wishes:
    """Return the wishes with the one changed that the form is about.

    Raises UsageError for a form that none of our pages sends, and for a step that cannot be taken.
    """
    change = _CHANGES.get(form.get("part", ""))
    if change is None:
        raise UsageError("error.not_understood")
    return change(form, table)


def _forgets(form: _Form) -> bool:
    """Whether it is to be found out again."""
    return "forget" in form


def _letters(form: _Form, table: Table) -> Wishes:
    wishes, chosen = table.recipe.wishes, form.get("value", "")
    if _forgets(form):
        return replace(wishes, encoding="")
    return replace(wishes, encoding=_one_of(chosen, (*ENCODINGS, table.recipe.encoding)))


def _delimiter(form: _Form, table: Table) -> Wishes:
    wishes, chosen = table.recipe.wishes, form.get("value", "")
    if _forgets(form):
        return replace(wishes, delimiter="")
    return replace(wishes, delimiter=_one_of(chosen, (*DELIMITERS, table.recipe.delimiter)))


def _header(form: _Form, table: Table) -> Wishes:
    wishes = table.recipe.wishes
    if _forgets(form):
        return replace(wishes, header=None)
    if "none" in form:
        return replace(wishes, header=0)
    row = form.get("value", type=int)
    if row is None or not 1 <= row <= LAST_ROW:
        raise UsageError("error.not_understood")
    return replace(wishes, header=row)


def _left(form: _Form, table: Table) -> Wishes:
    return replace(table.recipe.wishes, keep_all=not _forgets(form))


def _sheet(form: _Form, table: Table) -> Wishes:
    """Another sheet has other rows and columns: what was decided of this one falls away."""
    if _forgets(form):
        return Wishes()
    return Wishes(sheet=_one_of(form.get("value", ""), [sheet.name for sheet in table.recipe.sheets]))


def _range(form: _Form, table: Table) -> Wishes:
    wishes = table.recipe.wishes
    if _forgets(form):
        return replace(wishes, range="")
    cells = "".join(form.get("value", "").split()).replace("$", "").upper()
    if not _RANGE.fullmatch(cells):
        raise UsageError("error.not_understood")
    return replace(wishes, range=cells, header=None)


def _one_of(chosen: str, known: tuple[str, ...] | list[str]) -> str:
    if not chosen or chosen not in known:
        raise UsageError("error.not_understood")
    return chosen


_CHANGES: dict[str, Callable[[_Form, Table], Wishes]] = {
    "letters": _letters,
    "delimiter": _delimiter,
    "header": _header,
    "left": _left,
    "sheet": _sheet,
    "range": _range,
    **STEPS,
}
