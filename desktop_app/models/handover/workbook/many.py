"""The sheet on which many rows are pasted, their answers in front of them, and the one about the model."""

from typing import Any

from xlsxwriter.utility import quote_sheetname, xl_col_to_name

from desktop_app.models.handover.workbook.ask import offer_values
from desktop_app.models.handover.workbook.cells import FIRST, LINE, WORK, Learned, Work
from desktop_app.models.handover.workbook.inputs import Inputs
from desktop_app.models.handover.workbook.looks import Looks
from desktop_app.records.workbooks import WorkbookWords

_HEADINGS = FIRST - 2  # row, from 0
_AT_ONCE = 40  # columns of a formula
_WIDTH_OF_RESULT, _WIDTH_OF_CAUTION, _WIDTH_OF_CELL = 14, 60, 16


def results_of(words: WorkbookWords) -> tuple[str, ...]:
    """Return the codes of the headings of what is answered."""
    return ("answer", "chance", "caution") if words.classes else ("answer", "low", "high", "caution")


def place_in_line(words: WorkbookWords, place: int) -> str:
    """Return the cell of one column in a line of the sheet, from anywhere in the workbook."""
    column = xl_col_to_name(len(results_of(words)) + place)
    return f"{quote_sheetname(words.sheets[1])}!{column}{LINE}"


def line_of(words: WorkbookWords) -> str:
    """Return the range of all cells in a line."""
    first, last = (place_in_line(words, place) for place in (0, len(words.questions) - 1))
    return f"{first}:{last.rpartition('!')[2]}"


def all_cautions(work: Work, learned: Learned, words: WorkbookWords, inputs: Inputs) -> str:
    """Return the cell of a line in which all that is said against its cells stands."""
    parts = []
    for question in words.questions:
        cell = inputs.cautions[question.column]
        name = learned.row("column", [f"{question.column}: "])
        parts.append(f'IF({cell}="","",{name}&{cell}&". ")')
    several = [parts[start : start + _AT_ONCE] for start in range(0, len(parts), _AT_ONCE)]
    return work.add(
        "cautions", "&".join(work.add("some cautions", "&".join(some)) for some in several) or '""'
    )


def write_many(sheet: Any, words: WorkbookWords, looks: Looks, found: dict[str, str], inputs: Inputs) -> None:
    """Write the sheet for as many rows as `words.rows` says; *found* holds the cells of what is answered."""
    results, look, last = results_of(words), looks.look, FIRST + words.rows - 2
    sheet.write_string(0, 0, words.paste, look("muted no wrap"))
    for column, code in enumerate(results):
        sheet.write_string(_HEADINGS, column, words.headings[code], look("result heading"))
        width = _WIDTH_OF_CAUTION if code == "caution" else _WIDTH_OF_RESULT
        sheet.set_column(column, column, width)
        own = {"chance": "result share", "caution": "result caution"}.get(code, "result")
        result = look(own, is_amount=own == "result" and not words.classes)
        for row in range(FIRST - 1, last + 1):
            there, cell = (
                f"{WORK}!{one.replace(LINE, str(row + 1))}" for one in (found["filled"], found[code])
            )
            sheet.write_formula(row, column, f'=IF({there},{cell},"")', result, "")
    for column, question in enumerate(words.questions, start=len(results)):
        sheet.write_string(_HEADINGS, column, question.label, look("heading"))
        sheet.set_column(column, column, max(_WIDTH_OF_CELL, min(len(question.label) + 4, 40)))
        for row in range(FIRST - 1, last + 1):
            sheet.write_blank(row, column, None, look(f"pasted {question.type}"))
        offer_values(sheet, (FIRST - 1, column, last, column), inputs.levels.get(question.column, ""))
    _set_up(sheet, len(results), (last, len(results) + len(words.questions) - 1))


def _set_up(sheet: Any, results: int, end: tuple[int, int]) -> None:
    sheet.set_row(0, 24)
    sheet.set_row(_HEADINGS, 32)
    sheet.freeze_panes(FIRST - 1, results)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEADINGS)
    sheet.print_area(0, 0, *end)
    sheet.set_selection(FIRST - 1, results, FIRST - 1, results)


def write_about(sheet: Any, words: WorkbookWords, looks: Looks) -> None:
    """Write what a reader must know of the model."""
    sheet.set_column(0, 0, 2)
    sheet.set_column(1, 1, 24)
    sheet.set_column(2, 2, 90)
    sheet.write_string(0, 1, words.title, looks.look("title"))
    sheet.set_row(0, 30)
    for row, (heading, text) in enumerate(words.about, start=2):
        sheet.write_string(row, 1, heading, looks.look("wrapped label"))
        sheet.write_string(row, 2, text, looks.look("wrapped"))
        sheet.set_row(row, 16 * (1 + len(text) // 88) + 8)
    sheet.hide_gridlines(2)
    sheet.fit_to_pages(1, 0)
    sheet.set_landscape()
    sheet.print_area(0, 0, len(words.about) + 1, 2)
