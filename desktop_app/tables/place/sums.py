"""Whether the numbers of one row are the sums, or the averages, of those in other rows."""

import math
import re
from collections.abc import Sequence

_DIGITS = re.compile(r"[+\-−(]?[\d.,'’ \u00a0\u202f]*\d[\d.,'’ \u00a0\u202f]*(?:[eE][+-]?\d+)?")
_MOST_OFF = 0.006  # of a sum, as rounded parts have it
_LEAST_ROWS = 2


def are_sums(row: Sequence[str], rows: Sequence[Sequence[str]], *, most: float = 0.0) -> bool | None:
    """Return whether numbers of *row* are sums or averages of the others: at least one, or the share *most*.

    None where that cannot be told: there is no number, or its column does not hold numbers.
    """
    right = checked = 0
    for place, cell in enumerate(row):
        verdict = _is_sum(cell, [cells[place] for cells in rows if place < len(cells)])
        checked += verdict is not None
        right += verdict is True
    if not checked:
        return None
    return right >= max(1, most * checked)


def _is_sum(cell: str, column: Sequence[str]) -> bool | None:
    """Return whether a cell is the sum of a column, by either of the two decimal signs; None if unknown."""
    verdicts = [_is_sum_with(cell, column, sign) for sign in ".,"]
    known = [verdict for verdict in verdicts if verdict is not None]
    return any(known) if known else None


def _is_sum_with(cell: str, column: Sequence[str], sign: str) -> bool | None:
    total = _number(cell, sign)
    numbers = [number for other in column if (number := _number(other, sign)) is not None]
    if total is None or len(numbers) < max(_LEAST_ROWS, len([other for other in column if other]) / 2):
        return None
    whole = math.fsum(numbers)
    if _is_near(total, whole):
        return True
    if not _is_near(total, whole / len(numbers)):
        return False
    return True if len(set(numbers)) > 1 else None  # of equal numbers, each one is the average


def _is_near(total: float, goal: float) -> bool:
    return math.isclose(total, goal, rel_tol=_MOST_OFF, abs_tol=1e-9)


def _number(cell: str, sign: str) -> float | None:
    """Return the number in a cell in which *sign* separates the decimals."""
    found = _DIGITS.search(cell)
    if not found or len(cell) > len(found.group()) + 8:
        return None
    text = found.group()
    is_negative = text[0] in "-−(" or cell.endswith("-")
    digits = "".join(letter for letter in text if letter.isdigit() or letter in sign + "eE")
    try:
        number = float(digits.replace(sign, "."))
    except ValueError:
        return None
    return -number if is_negative else number
