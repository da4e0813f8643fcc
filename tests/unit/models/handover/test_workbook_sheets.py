"""The sheets of a workbook: what stands beside a row, what a file may hold, and which models have none."""

import io
import re
import zipfile
from dataclasses import replace
from types import ModuleType
from typing import Any

import pandas as pd
import pytest

from desktop_app.engine.predictor import Predictor
from desktop_app.errors import DataError
from desktop_app.models.handover.portable import portable
from desktop_app.models.handover.workbook import cells as sheet_cells
from desktop_app.models.handover.workbook import whole
from desktop_app.models.handover.workbook.whole import workbook_of
from desktop_app.records.decisions import Decision
from tests.unit.models.handover.formulas import Sheets
from tests.unit.models.handover.test_portable import rows
from tests.unit.models.handover.workbooks import (
    ASK,
    LINES,
    MANY,
    as_numbers,
    asked,
    without_texts,
    words_for,
)
from tests.unit.models.made import Kind, trained


def one_row(predictor: Predictor, filled: dict[str, Any], decision: Decision | None = None) -> Sheets:
    """Return the workbook with fields of the sheet of one row filled in, by the names of their columns."""
    words = words_for(predictor, decision=decision)
    places = {one.column: f"C{line}" for line, one in enumerate(words.questions, start=8)}
    cells = {(ASK, places[column]): value for column, value in filled.items()}
    return Sheets(workbook_of(portable(predictor), words), cells)


def test_one_row_is_answered_beside_its_fields() -> None:
    predictor = without_texts("linear", "spent")
    found = predictor.answer(pd.DataFrame({"age": [50.0], "plan": ["gold"]}))
    assert found.amounts is not None

    sheets = one_row(predictor, {"age": 50, "plan": "gold"})

    assert sheets.cell(ASK, "C4") == pytest.approx(found.amounts[0])
    assert re.fullmatch(r"[\d.]+ to [\d.]+", sheets.cell(ASK, "C5"))


def test_nothing_is_answered_before_something_is_filled_in() -> None:
    sheets = one_row(without_texts("linear", "left"), {})

    assert (sheets.cell(ASK, "C4"), sheets.cell(ASK, "C5")) == ("", "Nothing yet.")
    assert sheets.cell(MANY, "A3") == ""


def test_what_a_person_decided_is_answered() -> None:
    predictor = without_texts("linear", "left")

    often = one_row(predictor, {"age": 20}, Decision(value="yes", chance=0.000001))
    never = one_row(predictor, {"age": 79}, Decision(value="yes", chance=0.999999))

    assert (often.cell(ASK, "C4"), never.cell(ASK, "C4")) == ("yes", "no")


@pytest.mark.parametrize(
    ("column", "value", "line", "said"),
    [
        ("age", 80, 8, "outside"),
        ("age", 79, 8, ""),
        ("age", "old", 8, "not read"),
        ("joined", 12, 9, "not read"),  # a day in 1900, which Excel counts in its own way
        ("plan", "GOLD", 10, "never seen"),
        ("plan", "*", 10, "never seen"),
        ("plan", "gold", 10, ""),
    ],
)
def test_what_speaks_against_a_cell_stands_beside_it(column: str, value: Any, line: int, said: str) -> None:
    sheets = one_row(without_texts("linear", "spent"), {column: value})

    assert sheets.cell(ASK, f"E{line}") == said


def test_cautions_of_many_rows_name_their_columns() -> None:
    predictor, frame = without_texts("linear", "spent"), rows().head(LINES)
    content, cells = asked(predictor, frame)

    found = Sheets(content, as_numbers(cells)).cell(MANY, "D6")

    assert found == "age: outside. plan: never seen. "


def hostile(predictor: Predictor) -> bytes:
    """Return a workbook in which every text of a table looks like a formula."""
    words, text = words_for(predictor), '=1+1&"hostile"'
    questions = [replace(one, label=text, usual=text, outside=text, new=text) for one in words.questions]
    texts: Any = {"title": text, "target": text, "fill": text, "nothing": text, "chance": text}
    changed = replace(words, questions=tuple(questions), about=((text, text),), **texts)
    model = portable(predictor)
    model["prepared"]["levels"] = tuple((text, *levels[1:]) for levels in model["prepared"]["levels"])
    return workbook_of({**model, "classes": [text, "no"]}, changed)


def test_no_text_of_a_table_becomes_part_of_a_formula() -> None:
    content = hostile(without_texts("linear", "left"))

    assert not [formula for formula in formulas_of(content) if "hostile" in formula]


def formulas_of(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        sheets = [package.read(name).decode() for name in package.namelist() if "worksheets/" in name]
    return [formula for sheet in sheets for formula in re.findall("<f[^>]*>([^<]+)</f>", sheet)]


def test_formulas_use_only_what_old_programs_know_and_are_short_enough() -> None:
    formulas = formulas_of(asked(without_texts("together", "spent"), rows().head(LINES))[0])

    known = {name for formula in formulas for name in re.findall(r"[A-Z.]+(?=\()", formula)}
    newer = {"LET", "LAMBDA", "XLOOKUP", "FILTER", "SORT", "UNIQUE", "SEQUENCE", "IFS", "CONCAT", "TEXTJOIN"}
    assert not known & newer
    assert max(map(len, formulas)) <= 8_192


def test_there_are_no_macros_and_no_links() -> None:
    with zipfile.ZipFile(io.BytesIO(hostile(without_texts("rule", "left")))) as package:
        names = " ".join(package.namelist())

    assert "externalLinks" not in names
    assert "vba" not in names.lower()


def test_the_same_model_gives_the_same_file() -> None:
    predictor = without_texts("boosting", "left")
    first, again = (asked(predictor, rows().head(LINES))[0] for _ in range(2))

    assert first == again


def test_a_model_that_reads_texts_has_none() -> None:
    predictor = trained("linear", "left").predictor

    with pytest.raises(DataError, match="no_texts"):
        workbook_of(portable(predictor), words_for(predictor))


@pytest.mark.parametrize(
    ("place", "most", "kind"),
    [
        (whole, "MOST_NODES", "forest"),
        (sheet_cells, "MOST_LEARNED", "kernel"),
        (sheet_cells, "MOST_OF_WORK", "network"),
    ],
)
def test_a_model_that_is_too_large_has_none(
    monkeypatch: pytest.MonkeyPatch, place: ModuleType, most: str, kind: Kind
) -> None:
    predictor = without_texts(kind, "left")
    monkeypatch.setattr(place, most, 50)

    with pytest.raises(DataError, match="too_large"):
        workbook_of(portable(predictor), words_for(predictor))
