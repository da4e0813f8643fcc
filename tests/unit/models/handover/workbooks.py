"""Workbooks of small models, and what to fill in on their sheets."""

from typing import Any

import numpy as np
import pandas as pd
from xlsxwriter.utility import xl_col_to_name

from desktop_app.engine.predictor import Predictor
from desktop_app.models.handover.portable import portable
from desktop_app.models.handover.workbook.whole import workbook_of
from desktop_app.records.decisions import Decision
from desktop_app.records.workbooks import Question, WorkbookWords
from tests.unit.models.handover.formulas import Sheets
from tests.unit.models.made import Kind, trained

ASK, MANY = "Ask", "Many rows"
LINES = 4
_EPOCH = pd.Timestamp("1899-12-30")


def without_texts(kind: Kind, target: str) -> Predictor:
    return trained(kind, target, without="remarks").predictor


def words_for(predictor: Predictor, lines: int = LINES, decision: Decision | None = None) -> WorkbookWords:
    layout = predictor.layout
    said: Any = {"outside": "outside", "new": "never seen", "unread": "not read"}
    numbers = [
        Question(column=one, label=one, type="number", minimum=18, maximum=79, **said)
        for one in layout.numbers
    ]
    dates = [Question(column=one, label=one, type="date", **said) for one in layout.dates]
    kinds = [Question(column=one, label=one, type="category", **said) for one in layout.categories]
    codes = ("column", "row", "usual", "caution", "answer", "chance", "low", "high")
    return WorkbookWords(
        title="Will it?",
        verdict="Useful.",
        level="useful",
        sheets=(ASK, MANY, "About"),
        questions=(*numbers, *dates, *kinds),
        target="target",
        classes=predictor.classes,
        headings={code: code for code in codes},
        fill="Fill in.",
        nothing="Nothing yet.",
        chance="{count} of 100",
        between="{low} to {high}",
        paste="Paste.",
        about=(("Made by", "Hunch"),),
        rows=lines,
        decimals=1,
        decision=decision,
    )


def asked(
    predictor: Predictor, frame: pd.DataFrame, decision: Decision | None = None
) -> tuple[bytes, dict[str, Any]]:
    """Return a workbook, and what to fill in on its sheet of many rows."""
    words = words_for(predictor, len(frame), decision)
    first = 3 if predictor.classes else 4
    cells = {
        f"{xl_col_to_name(first + column)}{line}": None if pd.isna(cell) else cell
        for column, question in enumerate(words.questions)
        for line, cell in enumerate(frame[question.column].tolist(), start=3)
    }
    return workbook_of(portable(predictor), words), cells


def as_numbers(cells: dict[str, Any]) -> dict[tuple[str, str], Any]:
    """Return what is filled in as the cells of a workbook hold it."""
    return {(MANY, place): _held(cell) for place, cell in cells.items()}


def _held(cell: Any) -> Any:
    if isinstance(cell, pd.Timestamp):
        return (cell - _EPOCH) / pd.Timedelta(days=1)
    return "" if cell is None else cell


def places_of(book: Any, predictor: Predictor) -> list[str]:
    """Return the columns of the computing sheet that hold chances, or an amount and its range."""
    wanted = ("chance shown",) if predictor.classes else ("answer", "below", "above")
    return [one.column_letter for one in book["Work"][1] if one.value in wanted]


def computed_here(predictor: Predictor, frame: pd.DataFrame) -> Any:
    """Return (rows, answers) as the formulas say."""
    content, cells = asked(predictor, frame)
    sheets = Sheets(content, as_numbers(cells))
    places = places_of(sheets.book, predictor)
    return np.array(
        [[sheets.cell("Work", f"{one}{line}") for one in places] for line in range(3, 3 + len(frame))], float
    )
