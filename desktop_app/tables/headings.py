"""Whether the first row of a file is likely to hold the names of its columns."""

import re
from collections.abc import Iterator, Sequence

from desktop_app.records.notices import Notice
from desktop_app.tables.formulas import NUMBER
from desktop_app.tables.meanings import DMY, ISO

_MOST_SHOWN, _LONGEST_SHOWN = 5, 40  # values, and letters of each
_DAY_OR_FRACTION = re.compile(rf"{ISO}|{DMY}|[0-9]+/[0-9]+/[0-9]+|[+-]?[0-9]*[.,][0-9]+")
_VALUE = re.compile(rf"{_DAY_OR_FRACTION.pattern}|{NUMBER}")


def said_of_headings(headings: Sequence[str]) -> Iterator[Notice]:
    """Yield what is said where the first row looks like data, or names hardly a column.

    Whole numbers beside words are names: years stand over columns. The first column often goes without one.
    """
    cells = [heading.strip() for heading in headings]
    named = [cell for cell in cells if cell]
    shown = [cell[:_LONGEST_SHOWN] for cell in named[:_MOST_SHOWN]] + ["…"] * (len(named) > _MOST_SHOWN)
    if named and (all(map(_VALUE.fullmatch, named)) or _count(_DAY_OR_FRACTION, named) > len(named) / 2):
        yield Notice(code="find.values_as_names", values={"values": shown}, level="caution")
    elif len(cells) > 1 and cells[1:].count("") > len(cells[1:]) / 2:
        yield Notice(
            code="find.few_names", values={"count": len(named), "columns": len(cells)}, level="caution"
        )


def _count(pattern: re.Pattern[str], cells: Sequence[str]) -> int:
    return sum(pattern.fullmatch(cell) is not None for cell in cells)
