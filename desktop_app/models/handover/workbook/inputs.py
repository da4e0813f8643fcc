"""The cells of a row as the formulas of a workbook read them, and what is said against them.

A missing number is an empty text, as everywhere in these formulas. A category is the place of its value among
the levels from 0: one more than the last is a new value, two more an empty cell.
"""

from dataclasses import dataclass

from desktop_app.models.handover.portable import Plain
from desktop_app.models.handover.workbook.cells import Learned, Work, number
from desktop_app.models.handover.workbook.dates import EPOCH
from desktop_app.records.workbooks import Question

_FIRST_DAY, _LAST_DAY = 61, 2_958_465  # before March 1900 Excel counts one day too many
_SECONDS = 86_400
_LARGEST = "1E+30"

Places = tuple[str, str]  # of a cell on the sheet of one row, and on that of many


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """The cells of a line, by the names of their columns."""

    cells: dict[str, str]  # numbers, days since 1970, or places of levels
    cautions: dict[str, str]  # what is said against them, or nothing
    levels: dict[str, str]  # where the values are listed that a category may have


def inputs_of(work: Work, learned: Learned, model: Plain, asked: list[tuple[Question, Places]]) -> Inputs:
    """Return the cells in which the answers to questions are read."""
    cells: dict[str, str] = {}
    cautions: dict[str, str] = {}
    lists: dict[str, str] = {}
    levels = dict(zip(model["layout"]["categories"], _levels(model), strict=True))
    for question, (one, many) in asked:
        name = question.column
        raw = work.add(name, _raw(many), _raw(one))
        if question.type == "category":
            known = levels[name]
            lists[name] = learned.row(f"{name}: values", known) if known else ""
            found = work.add(f"{name}: found", _found(raw, lists[name]))
            place = f'IF({raw}="",{len(known) + 1},IF({found}=0,{len(known)},{found}-1))'
            cells[name] = work.add(f"{name}: place", place)
            is_new = f"{cells[name]}={len(known)}" if known else "FALSE"
            said = f'IF({is_new},{learned.row(name, [question.new])},"")'
        else:
            read = _number(raw) if question.type == "number" else _day(raw)
            cells[name] = work.add(f"{name}: read", read)
            said = _beyond(learned, question, raw, cells[name])
        cautions[name] = work.add(f"{name}: caution", said)
    return Inputs(cells=cells, cautions=cautions, levels=lists)


def _raw(cell: str) -> str:
    """Return a formula for a cell: nothing where it is empty, and a text where it holds a fault."""
    return f'IF(ISERROR({cell}),"#",IF({cell}="","",{cell}))'


def _levels(model: Plain) -> list[tuple[str, ...]]:
    prepared = model["prepared"]
    return [() for _ in model["layout"]["categories"]] if prepared is None else list(prepared["levels"])


def _found(raw: str, levels: str) -> str:
    """Return a formula for which level a value is, or 0: MATCH would read small letters as large, and "*"."""
    return f"SUMPRODUCT(EXACT({raw},{levels})*(COLUMN({levels})-1))" if levels else "0"


def _number(raw: str) -> str:
    return f'IF(ISNUMBER({raw}),MAX(-{_LARGEST},MIN({_LARGEST},{raw})),"")'


def _day(raw: str) -> str:
    """Return a formula for days since 1970: in whole seconds they are the very numbers of the program."""
    days = f"ROUND(({raw}-{EPOCH})*{_SECONDS},0)/{_SECONDS}"
    is_day = f"IF({raw}>={_FIRST_DAY},{raw}<{_LAST_DAY + 1},FALSE)"
    return f'IF(ISNUMBER({raw}),IF({is_day},{days},""),"")'


def _beyond(learned: Learned, question: Question, raw: str, cell: str) -> str:
    unread = learned.row(question.column, [question.unread])
    said = '""'
    if question.minimum is not None and question.maximum is not None:
        outside = learned.row(question.column, [question.outside])
        ends = f"{cell}<{number(question.minimum)},{cell}>{number(question.maximum)}"
        said = f'IF(OR({ends}),{outside},"")'
    return f'IF({cell}="",IF({raw}="","",{unread}),{said})'
