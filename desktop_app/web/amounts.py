"""Amounts as people write them in a form."""

import math

from desktop_app.errors import UsageError

LARGEST = 1e12


def amount_in(text: str, *, least: float = 0.0, most: float = LARGEST) -> float | None:
    """Return the number that a text is; None where it is none between *least* and *most*."""
    try:
        amount = float(text)
    except ValueError:
        amount = math.nan
    return amount if least <= amount <= most else None  # nor is NaN one


def checked_amount(text: str, *, least: float = 0.0, most: float = LARGEST) -> float | None:
    """Return the number that somebody wrote, or None for nothing. Raises UsageError for what is none."""
    if not text.strip():
        return None
    amount = amount_in(text, least=least, most=most)
    if amount is None:
        raise UsageError("error.not_understood")
    return amount
