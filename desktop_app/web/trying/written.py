"""Numbers and days as a person writes them into a field, and as they are written there."""

import datetime
import math
import re

from desktop_app.counting import with_a_point
from desktop_app.language import forms, in_english, localised, of_day
from desktop_app.web.trying.known import Known

_BLANKS = re.compile(r"[\s\u00a0\u202f\u2009'’]")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_GROUPED = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*")
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_EPOCH = datetime.datetime(1970, 1, 1)  # noqa: DTZ001 - the days of a table have no zone


def number_in(text: str, known: Known) -> float:
    """Return the number that somebody wrote, with a point or a comma before its decimals.

    Raises ValueError for what is none.
    """
    plain = _BLANKS.sub("", text).replace("−", "-").replace("–", "-")
    if known.unit:
        plain = plain.removesuffix(_BLANKS.sub("", known.unit)).removeprefix(known.unit)
    plain = _with_a_point(in_english(plain), known)
    if not _NUMBER.fullmatch(plain):
        raise ValueError(text)
    number = float(plain)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _with_a_point(plain: str, known: Known) -> str:
    """Return a number with a point before its decimals and no signs between its thousands."""
    comma, point = plain.rfind(","), plain.rfind(".")
    if comma >= 0 and point >= 0:
        groups, decimal = (",", ".") if point > comma else (".", ",")
        return plain.replace(groups, "").replace(decimal, ".")
    if plain.count(",") == 1 and _is_grouped(plain, known):
        return plain.replace(",", "")
    sign = "," if comma >= 0 else "."
    # "1,234" is a thousand where the column holds whole numbers only.
    if plain.count(sign) > 1 or (known.whole and plain.count(sign)):
        return plain.replace(sign, "") if _GROUPED.fullmatch(plain) else plain.replace(",", ".")
    return plain.replace(",", ".")


def _is_grouped(plain: str, known: Known) -> bool:
    """Whether a comma stands between thousands: where only that number is like those of the column.

    A point never does in a column with decimals: so fields and what is usual are written. Where both numbers
    are alike, a language with another sign between thousands means thousands by it.
    """
    if not _GROUPED.fullmatch(plain):
        return False
    grouped, decimal = float(plain.replace(",", "")), float(plain.replace(",", "."))
    for low, high in ((known.low, known.high), (known.minimum, known.maximum)):
        if low is not None and high is not None and (low <= grouped <= high) != (low <= decimal <= high):
            return low <= grouped <= high
    return forms().group != ","


def number_text(number: float | None, known: Known) -> str:
    """Return a usual number as its field shows it: no finer than the table has it, or than a person reads it.

    Nothing for an empty cell.
    """
    if number is None or not math.isfinite(number):
        return ""
    rounded = float(round(number) if known.whole else round(number, known.decimals))
    exact = rounded if rounded or not number else number
    text, least, most = with_a_point(exact), known.minimum, known.maximum
    is_seen = least is None or most is None or least <= float(text) <= most
    return localised(text) if is_seen else exact_text(exact)


def exact_text(number: float) -> str:
    """Return a number as it is: a cell of the table must not be another one in its field."""
    text = f"{number:.12g}" if number else "0"
    return localised(text if float(text) == number else repr(number).removesuffix(".0"))


def day_in(text: str) -> str:
    """Return the day (ISO 8601), with its time where it has one, that somebody wrote.

    Raises ValueError for what is none.
    """
    plain = text.strip()
    if dotted := _DOTTED.fullmatch(plain):
        day, month, year = (int(part) for part in dotted.groups())
        return datetime.date(year, month, day).isoformat()
    if len(plain) <= len("2024-01-31"):
        return datetime.date.fromisoformat(plain).isoformat()
    return datetime.datetime.fromisoformat(plain).replace(tzinfo=None).isoformat(timespec="seconds")


def day_text(seconds: float | None, known: Known) -> str:
    """Return a day as its field shows it; nothing for an empty cell, and for a day that no calendar has."""
    if seconds is None:
        return ""
    try:
        moment = _EPOCH + datetime.timedelta(seconds=seconds)
    except OverflowError:
        return ""
    return moment.isoformat(timespec="minutes") if known.has_time else moment.date().isoformat()


def day_words(seconds: float | None, known: Known) -> str:
    """Return a day as it is read beside its field."""
    return of_day(day_text(seconds, known).replace("T", " "))


def seconds_of(day: str) -> float:
    """Return the seconds since 1970 of a day that `day_in` returned."""
    return (datetime.datetime.fromisoformat(day) - _EPOCH).total_seconds()
