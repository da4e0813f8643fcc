"""The cells of a sheet as text, and what kinds of cells each column holds."""

import datetime
import re
from collections.abc import Callable, Sequence
from typing import Any

from desktop_app.tables.raw import Given

Cell = str | float | bool | datetime.datetime | datetime.date | datetime.time | datetime.timedelta

_LARGEST_WHOLE = 1e16
_OPEN_DOCUMENT_TIME = re.compile(r"PT([0-9]{1,9})H([0-9]{1,2})M([0-9]{1,2})(?:[.,][0-9]*)?S")
_MOST_PATTERNS = 1_000
_DIGITS = 15  # that a spreadsheet shows; a result such as 0.30000000000000004 differs from 0.3 beyond them
_LEAST_NOISE = 4  # digits that vanish so; a number that really has 17 keeps them


class Code(str):
    """A number that its sheet shows as a code, such as 01067."""

    __slots__ = ()


_GIVEN: dict[frozenset[type], Given] = {
    frozenset((int, float)): "number",
    frozenset((float,)): "number",
    frozenset((int,)): "number",
    **{frozenset((str, *numbers)): "some numbers" for numbers in ((int,), (float,), (int, float))},
    frozenset((datetime.date,)): "date",
    frozenset((datetime.datetime,)): "date",
    frozenset((datetime.date, datetime.datetime)): "date",
    frozenset((bool,)): "yes/no",
    frozenset((Code,)): "words",
    frozenset((Code, str)): "words",
}


def text_of(cell: Cell) -> str:
    """Return a cell as a person would type it: whole numbers without a point, dates year first."""
    return cell if type(cell) is str else _TEXTS[type(cell)](cell)


def texts_of(cells: Sequence[Cell]) -> list[str]:
    """Return the cells of a row as a person would type them."""
    return [cell if type(cell) is str else _TEXTS[type(cell)](cell) for cell in cells]


def _number(cell: float) -> str:
    if cell.is_integer() and abs(cell) < _LARGEST_WHOLE:
        return str(int(cell))
    exact = repr(cell)
    if len(exact) <= _DIGITS:
        return exact
    shown = f"{cell:.{_DIGITS}g}"
    return shown if len(exact) - len(shown) >= _LEAST_NOISE else exact


def _moment(cell: datetime.datetime) -> str:
    return cell.isoformat(sep=" ").removesuffix(" 00:00:00")


def _truth(cell: bool) -> str:  # noqa: FBT001 - it is what is written
    return "TRUE" if cell else "FALSE"


def is_blank(cells: Sequence[Cell]) -> bool:
    """Whether there is nothing in a row but blanks."""
    if cells.count("") == len(cells):
        return True
    return all(isinstance(cell, str) and not cell.strip() for cell in cells)


def with_durations(cells: list[Cell]) -> list[Cell]:
    """Return a row of an OpenDocument sheet, whose times of more than a day arrive as its XML has them."""
    return [_time(cell) if type(cell) is str and cell[:2] == "PT" else cell for cell in cells]


def _time(cell: str) -> Cell:
    found = _OPEN_DOCUMENT_TIME.fullmatch(cell)
    if found is None:
        return cell
    hours, minutes, seconds = map(int, found.groups())
    return datetime.timedelta(hours=hours, minutes=minutes, seconds=seconds)


def _duration(time: datetime.timedelta) -> str:
    sign = "-" if time < datetime.timedelta() else ""
    minutes, seconds = divmod(round(abs(time).total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{sign}{hours}:{minutes:02}:{seconds:02}"


# By the type itself: this is asked for each cell of a sheet.
_TEXTS: dict[type, Callable[[Any], str]] = {
    Code: str,
    bool: _truth,
    int: str,
    float: _number,
    datetime.date: datetime.date.isoformat,
    datetime.datetime: _moment,
    datetime.time: datetime.time.isoformat,
    datetime.timedelta: _duration,
}


class Kinds:
    """The kinds of cells in each column, so that what a workbook knows of them need not be guessed."""

    def __init__(self) -> None:
        self._patterns: set[tuple[type | None, ...]] = set()  # of rows: few, as most rows are alike
        self._found: list[set[type]] = []

    def see(self, cells: Sequence[Cell]) -> None:
        """Take note of a row."""
        self._patterns.add(tuple([None if cell == "" else type(cell) for cell in cells]))
        if len(self._patterns) > _MOST_PATTERNS:
            self._sum_up()

    def given(self, width: int) -> tuple[Given, ...]:
        """Return what the workbook says of each column; nothing where that is not clear."""
        self._sum_up()
        found = self._found + [set[type]()] * (width - len(self._found))
        return tuple(_GIVEN.get(frozenset(kinds), "") for kinds in found)

    def _sum_up(self) -> None:
        for pattern in self._patterns:
            self._found.extend(set() for _ in range(len(pattern) - len(self._found)))
            for found, kind in zip(self._found, pattern, strict=False):
                if kind is not None:
                    found.add(kind)
        self._patterns.clear()
