"""A table of texts for the terminal, aligned also where letters are wide or names are long."""

import unicodedata
from collections.abc import Sequence

GAP = "  "
_JOINER = "\u200d"


def aligned(rows: Sequence[Sequence[str]], *, width: int, right: Sequence[int] = ()) -> list[str]:
    """Return the rows as lines of at most *width* cells, columns one under the other.

    The columns of *right* end at the same place; the last column takes what room is left.
    """
    if not rows:
        return []
    widths = [max(display_width(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [_line(row, widths, width, right) for row in rows]


def _line(row: Sequence[str], widths: Sequence[int], width: int, right: Sequence[int]) -> str:
    cells = []
    for column, text in enumerate(row):
        space = " " * (widths[column] - display_width(text))
        cells.append(space + text if column in right else text + space)
    return cut(GAP.join(cells).rstrip(), width)


def cut(text: str, width: int) -> str:
    """Return the text, ended by "…" where it would take more than *width* cells."""
    if display_width(text) <= width:
        return text
    taken = 0
    for position, letter in enumerate(text):
        taken += _letter_width(letter)
        if taken > width - 1:
            return text[:position].rstrip() + "…"
    return text


def display_width(text: str) -> int:
    """Return how many cells of a terminal the text takes: wide letters two, marks on letters none."""
    taken, joined = 0, False
    for letter in text:
        taken += 0 if joined else _letter_width(letter)
        joined = letter == _JOINER
    return taken


def _letter_width(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1
