"""Months and quarters that a file writes without a day: 2024-03, 03/2024, 202403, 2024 Q1."""

import re
from collections.abc import Iterable

_MONTH = re.compile(r"(?P<year>\d{4})(?:[-/. ]?|-?M)(?P<month>0[1-9]|1[0-2])")
_MONTH_FIRST = re.compile(r"(?P<month>0?[1-9]|1[0-2])[-/. ](?P<year>\d{4})")
_QUARTER = re.compile(r"(?P<year>\d{4})[-/. ]?[Qq](?P<quarter>[1-4])")
_QUARTER_FIRST = re.compile(r"[Qq](?P<quarter>[1-4])[-/. ]?(?P<year>\d{4})")
_FORMS = (_MONTH, _MONTH_FIRST, _QUARTER, _QUARTER_FIRST)


def first_day(text: str) -> str | None:
    """Return the first day (ISO 8601) of the month or quarter that a cell names; None where it names none."""
    for form in _FORMS:
        if found := form.fullmatch(text.strip()):
            parts = found.groupdict()
            month = int(parts["month"]) if "month" in parts else 3 * int(parts["quarter"]) - 2
            return f"{parts['year']}-{month:02}-01"
    return None


def are_months(texts: Iterable[str]) -> bool:
    """Return whether all of these name a month or a quarter, and there is one."""
    days = [first_day(text) for text in texts]
    return bool(days) and None not in days
