"""The rows that a finding speaks of, for the grid to show."""

from collections.abc import Sequence

from desktop_app.errors import UsageError
from desktop_app.records.notices import Notice, Value
from desktop_app.records.tables import Table
from desktop_app.records.views import Only
from desktop_app.web.finding_keys import finding_key, said_of

_UNREAD = ("find.not_numbers", "find.not_dates", "find.not_yes_no")
_RANGES = ("find.factor", "find.factor_small", "find.future")
_VALUES = ("find.totals", "find.unknown", "find.code")


def rows_of(notice: Notice, table: Table) -> Only | None:
    """Return the rows that a finding speaks of; None where it speaks of no single ones."""
    if notice.code == "find.duplicates":
        return Only(column=0, is_repeated=True)
    columns = [column for name in notice.columns if (column := table.column(name))]
    return _by_column(notice, [column.position for column in columns]) if columns else None


def _by_column(notice: Notice, places: Sequence[int]) -> Only | None:
    place, values = places[0], notice.values
    if notice.code in _RANGES:
        return Only(column=place, start=_bound(values.get("start")), end=_bound(values.get("end")))
    if notice.code in _VALUES:
        return Only(column=place, value=str(values.get("value", "")))
    if notice.code == "find.reversed":
        return Only(column=place, behind=places[1]) if len(places) > 1 else None
    return Only(column=place) if notice.code in _UNREAD else None


def rows_of_finding(table: Table, key: str) -> Only:
    """Return the rows of the finding with this key; raises UsageError where there is none such."""
    if (only := _found(table, key)) is None:
        raise UsageError("error.not_understood")
    return only


def asked_finding(table: Table, key: str) -> str:
    """Return the key again where a finding of the table has it; it may have been left behind by a step."""
    return key if key and _found(table, key) else ""


def _found(table: Table, key: str) -> Only | None:
    found = (notice for notice in said_of(table) if finding_key(notice, table) == key)
    return next((only for notice in found if (only := rows_of(notice, table))), None)


def _bound(value: Value) -> float | None:
    return float(value) if isinstance(value, int | float) else None
