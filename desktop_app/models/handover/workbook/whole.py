"""A model as a workbook with live formulas: type a row, or paste many, and see the answers.

The formulas are those that Excel has had since 2010 and that LibreOffice has, too; there are no macros, no
links, and no text of a table inside a formula. A model that reads texts has no such workbook, nor has one
whose trees are too many.
"""

import datetime
import io
from typing import Any

from xlsxwriter import Workbook

from desktop_app.errors import DataError
from desktop_app.models.handover.portable import Plain
from desktop_app.models.handover.workbook.answers import Answered, answered
from desktop_app.models.handover.workbook.ask import AskSheet, fields_of, place_of_field
from desktop_app.models.handover.workbook.cells import FIRST, LEARNED, WORK, Learned, Work
from desktop_app.models.handover.workbook.inputs import Inputs, inputs_of
from desktop_app.models.handover.workbook.looks import Looks
from desktop_app.models.handover.workbook.many import (
    all_cautions,
    line_of,
    place_in_line,
    write_about,
    write_many,
)
from desktop_app.models.handover.workbook.package import repacked
from desktop_app.records.handover import WORKBOOK
from desktop_app.records.workbooks import WorkbookWords

MOST_NODES = WORKBOOK.nodes  # of all trees
_LONG_AGO = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def workbook_of(model: Plain, words: WorkbookWords, created: datetime.datetime = _LONG_AGO) -> bytes:
    """Return the workbook; *model* is what `portable` returns.

    Raises DataError for a model that reads texts, or one that is too large.
    """
    check(model)
    buffer = io.BytesIO()
    with Workbook(buffer, _OPTIONS) as book:
        book.set_properties({"title": words.title, "created": created})
        sheets = [book.add_worksheet(name) for name in (*words.sheets, LEARNED, WORK)]
        learned, work = Learned(sheets[3]), Work()
        inputs, found, filled = _computed(work, learned, model, words)
        cautions = all_cautions(work, learned, words, inputs)
        looks = Looks(book, words.decimals)
        AskSheet(sheets[0], learned, words, looks).write(inputs, found, filled)
        results = {"answer": found.answer, "chance": found.chance, "low": found.low or found.answer}
        results |= {"high": found.high or found.answer, "caution": cautions, "filled": filled}
        write_many(sheets[1], words, looks, results, inputs)
        write_about(sheets[2], words, looks)
        _write_work(sheets[4], work)
        for sheet in sheets[3:]:
            sheet.protect()
            sheet.hide()
    return repacked(buffer.getvalue(), work, len(sheets), FIRST + words.rows - 1)


def check(model: Plain) -> None:
    """Raise DataError for a model that no workbook holds."""
    prepared = model["prepared"]
    if prepared is not None and prepared["words"] is not None:
        raise DataError("handover.no_texts")
    nodes = sum(len(member["left"]) for member in model["members"] if "left" in member)
    if nodes > MOST_NODES:
        raise DataError("handover.too_large")


def _computed(
    work: Work, learned: Learned, model: Plain, words: WorkbookWords
) -> tuple[Inputs, Answered, str]:
    asked = [
        (question, (place_of_field(words, place), place_in_line(words, place)))
        for place, question in enumerate(words.questions)
    ]
    inputs = inputs_of(work, learned, model, asked)
    found = answered(work, learned, model, inputs, words.decision)
    filled = work.add("filled", f"COUNTA({line_of(words)})>0", f"COUNTA({fields_of(words)})>0")
    return inputs, found, filled


def _write_work(sheet: Any, work: Work) -> None:
    """Write the headings, and the line of the one row; those of many rows are added to the package."""
    for column, heading in enumerate(work.headings):
        sheet.write_string(0, column, heading)
        sheet.write_formula(FIRST - 2, column, f"={work.formula(column, FIRST - 1)}", None, "")
    sheet.freeze_panes(1, 0)
