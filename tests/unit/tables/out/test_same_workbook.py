"""A workbook comes back as it was, with the answers as columns behind its table."""

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from desktop_app.errors import SaveError, UsageError
from desktop_app.tables.out.delivering import deliver
from tests.unit.tables.opening import Opener
from tests.unit.tables.out.full_book import NAMES, PIVOT, ROWS, TOP, full_book
from tests.unit.tables.out.giving_back import Giver, loaded, parts_of

SHEET, BOOK = "xl/worksheets/sheet1.xml", "xl/workbook.xml"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return full_book(tmp_path / "people.xlsx")


def test_all_parts_but_the_sheet_and_its_filter_are_the_same_bytes(give_back: Giver, book: Path) -> None:
    back = give_back(book)

    assert back.written.workbook == "same"
    assert back.changed == [SHEET, BOOK]
    assert PIVOT in parts_of(back.path)


def test_old_cells_stay_and_new_ones_stand_behind_them(give_back: Giver, book: Path) -> None:
    back = give_back(book)

    rows = back.cells("My data")
    assert rows[TOP] == [*NAMES, "prediction", "probability"]
    answers = [tuple(row[3:]) for row in rows[TOP + 1 : TOP + 1 + ROWS]]
    assert answers == [("yes", 0.25), ("no", 1)] * (ROWS // 2)
    assert [row[2] for row in rows[TOP + 1 : TOP + 1 + ROWS]] == [
        f"=B{n}*2" for n in range(TOP + 2, TOP + 2 + ROWS)
    ]
    assert rows[0][0] == "People of the year"
    assert back.cells("Sums") == [["=SUM('My data'!B:B)"]]


def test_another_reader_sees_the_same(give_back: Giver, book: Path) -> None:
    back = give_back(book)

    rows = CalamineWorkbook.from_path(str(back.path)).get_sheet_by_name("My data").to_python()
    assert rows[TOP] == [*NAMES, "prediction", "probability"]
    assert rows[TOP + 1] == ["person 3", 23, 46, "yes", 0.25]


def test_read_again_it_is_the_same_table_with_the_answers(
    give_back: Giver, open_file: Opener, book: Path
) -> None:
    before = open_file(book)
    back = open_file(give_back(book).path)

    assert back.names == [*before.names, "prediction", "probability"]
    assert [row[:3] for row in back.rows] == before.rows


def test_everything_around_the_rows_stays(give_back: Giver, book: Path) -> None:
    before, after = (parts_of(path)[SHEET].decode() for path in (book, give_back(book).path))

    for tag in (
        "<sheetViews>",
        "<conditionalFormatting ",
        "<dataValidations ",
        "<drawing ",
        "<extLst>",
        "<pageSetup ",
    ):
        start = before.index(tag)
        assert before[start : start + 60] in after
    assert after.endswith(before[before.index("<conditionalFormatting") :])


def test_headings_look_like_the_one_at_their_left(give_back: Giver, book: Path) -> None:
    sheet = loaded(give_back(book).path)["My data"]

    left, new = sheet.cell(TOP + 1, 3), sheet.cell(TOP + 1, 4)
    assert new.font.b
    assert (new.fill.fgColor.rgb, new.border.left.style) == (left.fill.fgColor.rgb, "thin")
    assert sheet.cell(TOP + 2, 4).has_style is False
    assert sheet.column_dimensions["D"].width == 12


def test_a_text_never_becomes_a_formula(give_back: Giver, book: Path) -> None:
    texts = ["=1+1", "@SUM(A1)", "a<b>&\"c'", " led", "two\nlines", "_x0041_", "tab\tand \x01"]

    back = give_back(book, rows=[(text, None) for text in texts])

    sheet = CalamineWorkbook.from_path(str(back.path)).get_sheet_by_name("My data").to_python()
    assert [row[3] for row in sheet[TOP + 1 :]][: len(texts) - 1] == texts[:-1]
    cells = loaded(back.path)["My data"]
    assert {cells.cell(row, 4).data_type for row in range(TOP + 2, TOP + 2 + ROWS)} <= {"s", "inlineStr"}
    assert back.written.marked_cells == 2


def test_nothing_is_written_where_there_is_no_answer(give_back: Giver, book: Path) -> None:
    back = give_back(book, rows=[(None, float("nan")), ("", None)])

    assert {tuple(row[3:]) for row in back.cells("My data")[TOP + 1 : TOP + 1 + ROWS]} == {(None, None)}


def test_a_heading_that_is_taken_gets_a_number(give_back: Giver, book: Path) -> None:
    back = give_back(book, headings=("Age", "total"))

    assert back.cells("My data")[TOP][3:] == ["Age (2)", "total (2)"]
    assert back.written.added == ("Age (2)", "total (2)")


def test_it_can_be_saved_over_itself(give_back: Giver, open_file: Opener, book: Path) -> None:
    answered = give_back.answered(open_file(book), book)

    written = deliver(answered, book)

    assert (written.workbook, written.size) == ("same", book.stat().st_size)
    assert loaded(book)["My data"].cell(TOP + 2, 4).value == "yes"
    assert [found.name for found in book.parent.glob(".*.part")] == []


def test_macros_stay_in_a_workbook_that_keeps_its_ending(give_back: Giver, tmp_path: Path) -> None:
    book = full_book(tmp_path / "people.xlsm", macros=b"not run here")

    back = give_back(book, ending=".xlsm")

    assert back.written.workbook == "same"
    assert parts_of(back.path)["xl/vbaProject.bin"] == b"not run here"


def test_a_workbook_with_macros_saved_as_one_without_is_a_new_one(give_back: Giver, tmp_path: Path) -> None:
    back = give_back(full_book(tmp_path / "people.xlsm", macros=b"not run here"))

    assert (back.written.workbook, back.why) == ("new", "workbook.macros")
    assert "xl/vbaProject.bin" not in parts_of(back.path)


def test_a_workbook_without_macros_is_not_saved_as_one_with_them(give_back: Giver, book: Path) -> None:
    with pytest.raises(UsageError) as refused:
        give_back(book, ending=".xlsm")

    assert refused.value.code == "cli.out_type"


def test_macros_that_cannot_be_kept_are_not_lost_without_a_word(
    give_back: Giver, open_file: Opener, tmp_path: Path
) -> None:
    book = full_book(tmp_path / "people.xlsm", macros=b"not run here")
    answered = give_back.answered(open_file(book), None)

    with pytest.raises(SaveError) as refused:
        deliver(answered, tmp_path / "out.xlsm")

    assert refused.value.code == "save.macros"
    assert not (tmp_path / "out.xlsm").exists()
