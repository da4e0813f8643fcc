"""Rows of JSON as they came from outside: read and checked, and what is wrong with them named."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, NoReturn

from desktop_app.records.served_cells import all_fit, kind_of
from desktop_app.records.serving import Refusal, ServedColumn, WrongCell

MOST_TOLD = 100  # things that are wrong
_MISSING = object()


class Rows(NamedTuple):
    """Rows that fit, and the same cells by the columns of the model."""

    rows: list[dict[str, Any]]
    columns: dict[str, list[Any]]


class RefusedRowsError(Exception):
    """Rows that are not answered, and why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal


def read_rows(text: str, columns: Sequence[ServedColumn], most: int) -> Rows:
    """Return the rows of a request, which all fit; raises RefusedRowsError for any other."""
    match _parsed(text):
        case {"rows": list(rows)}:
            pass
        case _:
            raise RefusedRowsError(Refusal(code="service.form"))
    if not 1 <= len(rows) <= most:
        raise RefusedRowsError(Refusal(code="service.row_count"))
    table = _table(rows, columns)
    if table is None:
        raise RefusedRowsError(_refusal(rows, columns))
    return Rows(rows, table)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise RefusedRowsError(Refusal(code="service.no_json")) from error


def _no_number(constant: str) -> NoReturn:
    raise ValueError(constant)


def _table(rows: list[Any], columns: Sequence[ServedColumn]) -> dict[str, list[Any]] | None:
    """Return the cells by column; None where one does not fit, or is not there."""
    if set(map(type, rows)) != {dict}:
        return None
    try:
        table = {column.name: [row[column.name] for row in rows] for column in columns}
    except KeyError:
        return None
    fits = all(all_fit(kind_of(column.type), table[column.name]) for column in columns)
    return table if fits else None


def _refusal(rows: list[Any], columns: Sequence[ServedColumn]) -> Refusal:
    """Return what is wrong with the rows, counted in full and named as far as that helps."""
    told, count = list[WrongCell](), 0
    for place, row in enumerate(rows):
        for wrong in _wrong(place, row, columns):
            count += 1
            if len(told) < MOST_TOLD:
                told.append(wrong)
    return Refusal(code="service.bad_rows", count=count, cells=tuple(told))


def _wrong(place: int, row: Any, columns: Sequence[ServedColumn]) -> Iterator[WrongCell]:
    if type(row) is not dict:
        yield WrongCell(row=place, what="row")
        return
    for column in columns:
        cell, kind = row.get(column.name, _MISSING), kind_of(column.type)
        if not all_fit(kind, [cell]):
            yield WrongCell(row=place, column=column.name, what="missing" if cell is _MISSING else kind)
