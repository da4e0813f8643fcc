"""Amounts as people write them in a form, and places in a list as our own forms name them."""

import math
import re

from desktop_app.errors import UsageError
from desktop_app.language import in_english, localised
from desktop_app.records.decisions import LARGEST_COST, SMALLEST_COST, is_cost

_BLANKS = re.compile(r"[\s\u00a0\u202f]")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_GROUPED = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]*)?")


def amount_text(amount: float) -> str:
    """Return an amount as a field shows it: what `amount_in` reads as the same."""
    return localised(f"{amount:.15g}")


def amount_in(text: str, *, least: float = 0.0, most: float = LARGEST_COST) -> float | None:
    """Return the number that a text is in the spoken language; None where it is none between the two."""
    plain = _plain(in_english(_BLANKS.sub("", text)))
    amount = float(plain) if _NUMBER.fullmatch(plain) else math.nan
    return amount if least <= amount <= most else None  # nor is NaN one


def _plain(english: str) -> str:
    """Return a number without signs between thousands; a comma alone that parts none stands for a point."""
    if _GROUPED.fullmatch(english):
        return english.replace(",", "")
    return english.replace(",", ".") if english.count(",") == 1 and "." not in english else english


def checked_amount(text: str, *, least: float = 0.0, most: float = LARGEST_COST) -> float | None:
    """Return the number that somebody wrote, or None for nothing. Raises UsageError for what is none."""
    if not text.strip():
        return None
    amount = amount_in(text, least=least, most=most)
    if amount is None:
        raise UsageError("error.not_understood")
    return amount


def cost_in(text: str) -> float | None:
    """Return what somebody wrote that a mistake costs, or None for nothing.

    Raises UsageError for what no mistake can cost.
    """
    amount = amount_in(text)
    if text and (amount is None or not is_cost(amount)):
        raise UsageError("plan.cost_amount", value=text, least=SMALLEST_COST, most=int(LARGEST_COST))
    return amount


def place_in(text: str, count: int) -> int | None:
    """Return the place among so many that a text names, from 0; None where it names none."""
    is_short = text.isascii() and text.isdigit() and len(text) <= len(str(count))  # int() refuses long ones
    return int(text) if is_short and int(text) < count else None


def checked_place(text: str, count: int) -> int:
    """Return the same. Raises UsageError where a text names no place."""
    place = place_in(text, count)
    if place is None:
        raise UsageError("error.not_understood")
    return place
