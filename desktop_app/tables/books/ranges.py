"""Part of a sheet, as spreadsheets write it: B3:F40."""

import re
from dataclasses import dataclass

_CORNER = r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})"
_RANGE = re.compile(rf"\s*{_CORNER}\s*:\s*{_CORNER}\s*")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384


@dataclass(frozen=True, slots=True, kw_only=True)
class CellRange:
    """The cells between two corners, both included; rows and columns count from 0."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        """Return it as spreadsheets write it."""
        return f"{letters_of(self.left)}{self.top + 1}:{letters_of(self.right)}{self.bottom + 1}"

    @property
    def cells(self) -> int:
        """Return how many cells there are."""
        return max(0, self.bottom - self.top + 1) * max(0, self.right - self.left + 1)

    def within(self, other: "CellRange") -> "CellRange":
        """Return the cells that are in both; none of them has an end before its beginning."""
        return CellRange(
            top=max(self.top, other.top),
            left=max(self.left, other.left),
            bottom=min(self.bottom, other.bottom),
            right=min(self.right, other.right),
        )


def range_of(written: str) -> CellRange | None:
    """Return the range that is written; None where it is none that a sheet can have."""
    found = _RANGE.fullmatch(written)
    if found is None:
        return None
    rows = [int(row) - 1 for row in found.group(2, 4)]
    columns = [number_of(letters) for letters in found.group(1, 3)]
    if min(rows) < 0 or max(rows) >= _LAST_ROW or max(columns) >= _LAST_COLUMN:
        return None
    return CellRange(top=min(rows), left=min(columns), bottom=max(rows), right=max(columns))


def letters_of(column: int) -> str:
    """Return the letters over a column; *column* counts from 0."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return letters


def number_of(letters: str) -> int:
    """Return the column that has these letters, counted from 0."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1
