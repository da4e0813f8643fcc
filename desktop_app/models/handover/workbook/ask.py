"""The sheet on which one row is typed: its fields below each other, the answer above them in sight."""

from typing import Any

from xlsxwriter.utility import quote_sheetname

from desktop_app.models.handover.workbook.answers import Answered
from desktop_app.models.handover.workbook.cells import LINE, WORK, Learned
from desktop_app.models.handover.workbook.inputs import Inputs
from desktop_app.models.handover.workbook.looks import ACCENT, Looks
from desktop_app.models.handover.workbook.said import said, shown_chance, shown_number
from desktop_app.records.workbooks import Question, WorkbookWords

_TITLE, _VERDICT, _ANSWER, _BESIDE, _FILL, _HEADINGS = 0, 1, 3, 4, 5, 6
FIRST_FIELD = 7  # row, from 0
_WIDTHS = ((0, 2), (1, 26), (2, 24), (3, 26), (4, 46), (5, 3), (6, 24), (7, 18))
_LINE_OF_ONE = "2"
_LINE_LETTERS, _LINE_HEIGHT = 120, 16


def place_of_field(words: WorkbookWords, place: int) -> str:
    """Return the cell in which one field is typed, from anywhere in the workbook."""
    return f"{quote_sheetname(words.sheets[0])}!$C${FIRST_FIELD + place + 1}"


def fields_of(words: WorkbookWords) -> str:
    """Return the range of all fields."""
    first, last = (place_of_field(words, place) for place in (0, len(words.questions) - 1))
    return f"{first}:{last.rpartition('!')[2]}"


def of_one(cell: str) -> str:
    """Return a cell of the line of the one row, as another sheet names it."""
    return f"{WORK}!{cell.replace(LINE, _LINE_OF_ONE)}"


class AskSheet:
    """Writes the sheet."""

    def __init__(self, sheet: Any, learned: Learned, words: WorkbookWords, looks: Looks) -> None:
        self._sheet, self._learned, self._words, self._look = sheet, learned, words, looks.look

    def write(self, inputs: Inputs, found: Answered, filled: str) -> None:
        """Write everything: what is asked, and formulas for what is answered."""
        self._above()
        self._answer(found, of_one(filled))
        for place, question in enumerate(self._words.questions):
            self._field(FIRST_FIELD + place, question, inputs)
        if found.chances:
            self._chances(found.chances, of_one(filled))
        rows = FIRST_FIELD + max(len(self._words.questions), len(found.chances))
        self._set_up((rows - 1, 7 if found.chances else 4))

    def _above(self) -> None:
        sheet, words, look = self._sheet, self._words, self._look
        sheet.write_string(_TITLE, 1, words.title, look("title"))
        is_for_use = words.level in ("good", "useful")
        verdict = look("verdict" if is_for_use else "verdict caution")
        sheet.merge_range(_VERDICT, 1, _VERDICT, 4, "", verdict)
        sheet.write_string(_VERDICT, 1, words.verdict, verdict)
        sheet.merge_range(_FILL, 1, _FILL, 4, "", look("muted"))
        sheet.write_string(_FILL, 1, words.fill, look("muted"))
        for column, code in enumerate(("column", "row", "usual", "caution"), start=1):
            sheet.write_string(_HEADINGS, column, words.headings[code], look("heading"))

    def _answer(self, found: Answered, filled: str) -> None:
        sheet, words, look = self._sheet, self._words, self._look
        sheet.write_string(_ANSWER, 1, words.target, look("answer label"))
        nothing = self._learned.row("words", [words.nothing])
        big = look("answer", is_amount=not found.chances)
        sheet.merge_range(_ANSWER, 2, _ANSWER, 4, "", big)
        sheet.write_formula(_ANSWER, 2, f'=IF({filled},{of_one(found.answer)},"")', big, "")
        sheet.merge_range(_BESIDE, 2, _BESIDE, 4, "", look("beside"))
        beside = self._beside(found)
        sheet.write_formula(_BESIDE, 2, f"=IF({filled},{beside},{nothing})", look("beside"), words.nothing)

    def _beside(self, found: Answered) -> str:
        if found.chance:
            return said(self._learned, self._words.chance, {"count": shown_chance(of_one(found.chance))})
        if not found.low:
            return '""'
        ends = {"low": found.low, "high": found.high}
        shown = {name: shown_number(of_one(cell), self._words.decimals) for name, cell in ends.items()}
        return said(self._learned, self._words.between, shown)

    def _field(self, row: int, question: Question, inputs: Inputs) -> None:
        sheet, look = self._sheet, self._look
        sheet.write_string(row, 1, question.label, look("label"))
        sheet.write_blank(row, 2, None, look(question.type))
        sheet.write_string(row, 3, question.usual, look("usual"))
        caution = of_one(inputs.cautions[question.column])
        sheet.write_formula(row, 4, f"={caution}", look("caution"), "")
        sheet.set_row(row, 2 * _LINE_HEIGHT)
        offer_values(sheet, (row, 2, row, 2), inputs.levels.get(question.column, ""))

    def _chances(self, chances: tuple[str, ...], filled: str) -> None:
        sheet, look = self._sheet, self._look
        for column, code in enumerate(("answer", "chance"), start=6):
            sheet.write_string(_HEADINGS, column, self._words.headings[code], look("heading"))
        for place, cell in enumerate(chances):
            row = FIRST_FIELD + place
            sheet.write_string(row, 6, self._words.classes[place], look("class"))
            sheet.write_formula(row, 7, f'=IF({filled},{of_one(cell)},"")', look("share"), "")
        bars = {"type": "data_bar", "bar_color": "#8AB8FF", "bar_solid": True, "data_bar_2010": True}
        ends = {"min_type": "num", "max_type": "num", "min_value": 0, "max_value": 1}
        sheet.conditional_format(FIRST_FIELD, 7, FIRST_FIELD + len(chances) - 1, 7, bars | ends)

    def _set_up(self, end: tuple[int, int]) -> None:
        sheet = self._sheet
        for column, width in _WIDTHS:
            sheet.set_column(column, column, width)
        heights = ((_TITLE, 30), (_VERDICT, _tall(self._words.verdict)), (_ANSWER, 32), (_BESIDE, 20))
        for row, height in (*heights, (_FILL, _tall(self._words.fill) + 4), (_HEADINGS, 20)):
            sheet.set_row(row, height)
        fields = (FIRST_FIELD, 4, FIRST_FIELD + len(self._words.questions) - 1, 4)
        is_said = {
            "type": "formula",
            "criteria": f"=LEN($E{FIRST_FIELD + 1})>0",
            "format": self._look("flagged"),
        }
        sheet.conditional_format(*fields, is_said)
        sheet.freeze_panes(FIRST_FIELD, 0)
        sheet.hide_gridlines(2)
        sheet.set_tab_color(ACCENT)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.print_area(0, 0, *end)
        sheet.repeat_rows(_HEADINGS)
        sheet.protect("", {"format_columns": True, "format_rows": True})
        sheet.set_selection(FIRST_FIELD, 2, FIRST_FIELD, 2)


def offer_values(sheet: Any, area: tuple[int, int, int, int], levels: str) -> None:
    """Offer the values that a model knows; another one may be typed, and then a caution says so."""
    if levels:
        sheet.data_validation(*area, {"validate": "list", "source": f"={levels}", "show_error": False})


def _tall(text: str) -> int:
    return _LINE_HEIGHT * (1 + len(text) // _LINE_LETTERS) + 6
