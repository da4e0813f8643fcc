"""The two sheets of a workbook that compute: what was learned, and a line of formulas for each row.

No text of a table is ever part of a formula: texts stand in cells of their own, and formulas name the cells.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from xlsxwriter.utility import xl_col_to_name, xl_range_abs

from desktop_app.errors import DataError
from desktop_app.records.handover import WORKBOOK

LEARNED, WORK = "Learned", "Work"
LINE = "\N{SECTION SIGN}"  # stands in formulas for the number of their line; no formula holds it otherwise
FIRST = 3  # the line of the first of many rows; that of the one row is in front of it
MOST_COLUMNS = 16_384
MOST_OF_WORK = WORKBOOK.formulas  # of the columns of formulas, each of which every row has
MOST_LEARNED = WORKBOOK.numbers  # and texts
LONGEST_FORMULA = 8_000  # letters; Excel takes 8,192


class Learned:
    """The sheet of numbers and texts that formulas look up, each list in a line of its own."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self._line = 0
        self._written = 0

    def row(self, label: str, values: Iterable[Any]) -> str:
        """Return where a line of numbers or texts was written; raises DataError where it is too much."""
        return self.rows(label, [values])

    def rows(self, label: str, lines: Iterable[Iterable[Any]]) -> str:
        """Return where lines of numbers or texts, all as long as each other, were written.

        Raises DataError where a workbook cannot hold them.
        """
        first, last = self._line, 0
        for values in lines:
            self._sheet.write_string(self._line, 0, label)
            for last, value in enumerate(_as_python(values), start=1):
                self._write(self._line, last, value)
            self._written += last
            if last >= MOST_COLUMNS or self._written > MOST_LEARNED:
                raise DataError("handover.too_large")
            self._line += 1
        area = xl_range_abs(first, 1, self._line - 1, last)
        return f"{LEARNED}!{area}"

    def _write(self, line: int, column: int, value: Any) -> None:
        if isinstance(value, str):
            self._sheet.write_string(line, column, value)
        else:
            self._sheet.write_number(line, column, value)


class Work:
    """The sheet of formulas: a column each, the same in every line but for where a row's cells are."""

    def __init__(self) -> None:
        self.headings: list[str] = []
        self.formulas: list[str] = []
        self.of_one_row: dict[int, str] = {}  # where the formula of the one row is another

    def add(self, heading: str, formula: str, of_one_row: str = "") -> str:
        """Return the cell in which a formula stands, as other formulas of its line name it.

        Raises DataError where a workbook cannot hold it.
        """
        if len(formula) > LONGEST_FORMULA or len(self.formulas) >= MOST_OF_WORK:
            raise DataError("handover.too_large")
        place = len(self.formulas)
        self.headings.append(heading)
        self.formulas.append(formula)
        if of_one_row:
            self.of_one_row[place] = of_one_row
        return f"{xl_col_to_name(place)}{LINE}"

    def add_all(self, heading: str, formulas: Sequence[str]) -> str:
        """Return the range in which several formulas stand beside each other."""
        cells = [self.add(f"{heading} {place}", formula) for place, formula in enumerate(formulas, start=1)]
        return f"{cells[0]}:{cells[-1]}"

    def formula(self, place: int, line: int) -> str:
        """Return the formula of a column in a line, from 1."""
        text = self.of_one_row.get(place, self.formulas[place]) if line < FIRST else self.formulas[place]
        return text.replace(LINE, str(line))


def number(value: Any) -> str:
    """Return a number as it stands in a formula: Excel reads 15 digits."""
    return f"{float(value):.15g}".upper()


def _as_python(values: Any) -> list[Any]:
    return values.tolist() if hasattr(values, "tolist") else list(values)
