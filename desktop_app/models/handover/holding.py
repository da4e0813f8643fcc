"""Whether another program's form can hold a model: the form itself is asked, before anything is saved."""

from typing import Literal

from desktop_app.engine.cells import Layout
from desktop_app.engine.holding import Holds, anything
from desktop_app.engine.predictor import Predictor
from desktop_app.errors import DataError
from desktop_app.models.handover.portable import portable
from desktop_app.records.handover import NarrowForm
from desktop_app.records.workbooks import Question, WorkbookWords

_SHEETS = ("Ask", "Many rows", "About")
_HEADINGS = ("column", "row", "usual", "caution", "answer", "chance", "low", "high")
_SAID = "-"  # for every text: how many there are counts, not how long they are


def holding(form: NarrowForm | Literal[""]) -> Holds:
    """Return what says of a model whether a form holds it; that of no form holds all."""
    return {"": anything, "xlsx": _in_a_workbook, "onnx": _without_words}[form]


def _without_words(predictor: Predictor) -> bool:
    prepared = portable(predictor)["prepared"]
    return prepared is None or prepared["words"] is None


def _in_a_workbook(predictor: Predictor) -> bool:
    from desktop_app.models.handover.workbook.whole import workbook_of  # late: what writes it loads slowly

    try:
        workbook_of(portable(predictor), _words(predictor))
    except DataError:
        return False
    return True


def _words(predictor: Predictor) -> WorkbookWords:
    """Return the words of a workbook of one row: as many of them as there will be."""
    return WorkbookWords(
        title=_SAID,
        verdict=_SAID,
        level="good",
        sheets=_SHEETS,
        questions=tuple(_questions(predictor.layout)),
        target=_SAID,
        classes=predictor.classes,
        headings=dict.fromkeys(_HEADINGS, _SAID),
        fill=_SAID,
        nothing=_SAID,
        chance="- {count} -",
        between="- {low} - {high} -",
        paste=_SAID,
        about=(),
        rows=1,
    )


def _questions(layout: Layout) -> list[Question]:
    return [
        *(_question(name, "number") for name in layout.numbers),
        *(_question(name, "date") for name in layout.dates),
        *(_question(name, "category") for name in layout.categories),
    ]


def _question(name: str, kind: Literal["number", "date", "category"]) -> Question:
    return Question(
        column=name,
        label=_SAID,
        type=kind,
        minimum=0.0,
        maximum=1.0,
        outside=_SAID,
        new=_SAID,
        unread=_SAID,
    )
