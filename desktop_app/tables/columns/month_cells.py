"""Months and quarters that a file writes without a day: 2024-03, 03/2024, 202403, 2024 Q1, March 2024."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from desktop_app.records.forecasts import MonthForm
from desktop_app.tables.columns.months import IN_ONE_WAY

_FORMS = tuple(
    map(
        re.compile,
        (
            r"(?P<year>\d{4})(?P<between>[-/. ]?|-?M)(?P<month>0[1-9]|1[0-2])",
            r"(?P<month>0?[1-9]|1[0-2])(?P<between>[-/. ])(?P<year>\d{4})",
            r"(?P<year>\d{4})(?P<between>[-/. ]?[Qq])(?P<quarter>[1-4])",
            r"(?P<before>[Qq])(?P<quarter>[1-4])(?P<between>[-/. ]?)(?P<year>\d{4})",
            r"(?P<name>[^\W\d_]{3,})(?P<between>\.?[-/ ]?)(?P<year>\d{4})",
            r"(?P<year>\d{4})(?P<between>[-/. ])(?P<name>[^\W\d_]{3,})",
        ),
    )
)
_PARTS: tuple[Literal["month", "quarter", "name"], ...] = ("month", "quarter", "name")
_NUMBERS = {name: place + 1 for names in IN_ONE_WAY for place, name in enumerate(names)}


def first_day(text: str) -> str | None:
    """Return the first day (ISO 8601) of the month or quarter that a cell names; None where it names none."""
    found = _match(text)
    return None if found is None else f"{found['year']}-{_month(found):02}-01"


def form_of(texts: Iterable[str]) -> MonthForm | None:
    """Return how all of these name a month or a quarter, as the first one has it; None where one does not."""
    cells = [_match(text) for text in texts]
    found = [cell for cell in cells if cell is not None]
    if not cells or len(found) < len(cells):
        return None
    first = found[0].groupdict()
    months = [cell["month"] for cell in found if "month" in cell.groupdict()]
    part = next(part for part in _PARTS if part in first)
    return MonthForm(
        part="padded" if part == "month" and min(map(len, months)) > 1 else part,
        is_year_first=found[0].start("year") == 0,
        before=first.get("before", ""),
        between=first["between"],
        names=_names([cell["name"] for cell in found if "name" in cell.groupdict()]),
    )


def _match(text: str) -> re.Match[str] | None:
    for form in _FORMS:
        found = form.fullmatch(text.strip())
        if found and ("name" not in found.groupdict() or found["name"].lower() in _NUMBERS):
            return found
    return None


def _month(found: re.Match[str]) -> int:
    parts = found.groupdict()
    if "name" in parts:
        return _NUMBERS[parts["name"].lower()]
    return int(parts["month"]) if "month" in parts else 3 * int(parts["quarter"]) - 2


def _names(cells: Sequence[str]) -> tuple[str, ...]:
    """Return all months as most of these cells name them, in large or small letters like the first one."""
    if not cells:
        return ()
    lower = [cell.lower() for cell in cells]
    names = max(IN_ONE_WAY, key=lambda names: sum(cell in names for cell in lower))
    as_first = str.upper if cells[0].isupper() else str.lower if cells[0].islower() else str.capitalize
    return tuple(map(as_first, names))
