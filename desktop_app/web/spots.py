"""Groups of rows where a model does clearly worse: said on its page, and shown in the grid of its table."""

from flask import url_for

from desktop_app.errors import NotFoundError, UsageError
from desktop_app.records.insights import WeakSpot, Where
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredTable, StoredTraining
from desktop_app.records.tables import LONGEST_VALUE, Table
from desktop_app.records.views import Only
from desktop_app.reports.insight_words import MOST_SPOTS, fails_texts
from desktop_app.reports.where_words import DAY
from desktop_app.web.amounts import place_in
from desktop_app.web.context import context


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One group of rows."""

    text: str
    show: str = ""  # address of its rows; empty where the grid cannot show them


def spots_of(training: StoredTraining, stored: StoredTable | None) -> tuple[Spot, ...]:
    """Return where a model does clearly worse, the worst first; *stored* is its table, if that is there."""
    texts = fails_texts(training.evaluation) if training.evaluation else ()
    return tuple(Spot(text=text, show=_address(training, place, stored)) for place, text in enumerate(texts))


def rows_of_spot(stored: StoredTable, key: str) -> tuple[Only, ...]:
    """Return all that the rows of the spot with this key hold; raises UsageError where there is none."""
    if not (found := _found(stored, key)):
        raise UsageError("error.not_understood")
    return found


def asked_spot(stored: StoredTable, key: str) -> str:
    """Return the key again where a model of the table has such a spot, whose columns are still there."""
    return key if key and _found(stored, key) else ""


def _address(training: StoredTraining, place: int, stored: StoredTable | None) -> str:
    key = f"{training.id}-{place}"
    if stored is None or not _found(stored, key):
        return ""
    return url_for("data.of_table", table_id=stored.id, spot=key, _anchor="rows")


def _found(stored: StoredTable, key: str) -> tuple[Only, ...]:
    training_id, _sign, place = key.partition("-")
    try:
        training = context().workspace.trainings.get(training_id)
    except NotFoundError:
        return ()
    if training.evaluation is None or training.table_id != stored.id:
        return ()
    spots = training.evaluation.weak_spots[:MOST_SPOTS]
    found = place_in(place, len(spots))
    return () if found is None else _rows(spots[found], stored.table)


def _rows(spot: WeakSpot, table: Table) -> tuple[Only, ...]:
    """Return what the rows of a spot hold; nothing where the table, as it is read now, cannot tell."""
    told = [_only(where, table) for where in spot.where]
    known = tuple(only for only in told if only)
    return known if len(known) == len(told) else ()


def _only(where: Where, table: Table) -> Only | None:
    """Return the rows that a condition means; None where its column is gone or of another type now."""
    column = table.column(where.column)
    if column is None:
        return None
    if where.values:
        return Only(column=column.position, value=where.values[0][:LONGEST_VALUE])
    if where.is_empty:
        return Only(column=column.position)
    if column.type != ("date" if where.is_date else "number"):
        return None
    start, end = (_moment(end) if where.is_date else end for end in (where.low, where.high))
    return Only(column=column.position, start=start, end=end)


def _moment(day: float | None) -> float | None:
    return None if day is None else DAY * day
