"""Months, quarters and weeks that a file writes without a day: 2024-03, 2024 Q1, March 2024, 2024-W05.

Weeks are those of ISO 8601: they begin on Monday, and the first one holds the first Thursday of its year.
"""

import datetime
import re
from collections.abc import Iterable, Sequence
from typing import Literal

from desktop_app.records.forecasts import MonthForm
from desktop_app.tables.columns.months import IN_ONE_WAY

_WEEK, _WEEKS = r"(?:[Ww]|KW|kw|Kw|CW|cw)", r"0?[1-9]|[1-4]\d|5[0-3]"
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
            rf"(?P<year>\d{{4}})(?P<between>[-/. ]?{_WEEK}[. ]?)(?P<week>{_WEEKS})",
            rf"(?P<before>{_WEEK}[. ]?)(?P<week>{_WEEKS})(?P<between>[-/. ]| / )(?P<year>\d{{4}})",
        ),
    )
)
_PARTS: tuple[Literal["month", "quarter", "name", "week"], ...] = ("month", "quarter", "name", "week")
_PADDED: dict[str, Literal["padded", "padded_week"]] = {"month": "padded", "week": "padded_week"}
_NUMBERS = {name: place + 1 for names in IN_ONE_WAY for place, name in enumerate(names)}


def first_day(text: str) -> str | None:
    """Return the first day (ISO 8601) of what a cell names, of a week Monday; None where it names none."""
    found = _match(text)
    if found is None:
        return None
    monday = _monday(found)
    return str(monday) if monday else f"{found['year']}-{_month(found):02}-01"


def form_of(texts: Iterable[str]) -> MonthForm | None:
    """Return how all of these name a month, a quarter or a week, as the first one has it; else None."""
    cells = [_match(text) for text in texts]
    found = [cell for cell in cells if cell is not None]
    if not cells or len(found) < len(cells):
        return None
    first = found[0].groupdict()
    part = next(part for part in _PARTS if part in first)
    if len({"week" in cell.groupdict() for cell in found}) > 1:
        return None
    numbers = [cell[part] for cell in found if part in ("month", "week") and part in cell.groupdict()]
    is_padded = bool(numbers) and min(map(len, numbers)) > 1
    return MonthForm(
        part=_PADDED.get(part, part) if is_padded else part,
        is_year_first=found[0].start("year") == 0,
        before=first.get("before", ""),
        between=first["between"],
        names=_names([cell["name"] for cell in found if "name" in cell.groupdict()]),
    )


def _match(text: str) -> re.Match[str] | None:
    for form in _FORMS:
        found = form.fullmatch(text.strip())
        if found and _is_there(found):
            return found
    return None


def _is_there(found: re.Match[str]) -> bool:
    """Return whether a month is called so, or a year has so many weeks."""
    parts = found.groupdict()
    if "name" in parts:
        return parts["name"].lower() in _NUMBERS
    return "week" not in parts or _monday(found) is not None


def _monday(found: re.Match[str]) -> datetime.date | None:
    parts = found.groupdict()
    if "week" not in parts:
        return None
    try:
        return datetime.date.fromisocalendar(int(parts["year"]), int(parts["week"]), 1)
    except ValueError:  # most years have no week 53
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
