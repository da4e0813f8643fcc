import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import openpyxl
import pytest

from desktop_app.errors import FileError
from desktop_app.records.notices import Notice
from desktop_app.records.tables import Format, Wishes
from desktop_app.tables.books.grids import GridRow
from desktop_app.tables.books.sheet_cells import Cell, text_of
from desktop_app.tables.books.sheets import SheetInfo, sheets_of
from desktop_app.tables.books.typed_names import names_below
from desktop_app.tables.books.workbooks import read_workbook
from desktop_app.tables.raw import Raw, Source
from tests.unit.tables import binary_books as books
from tests.unit.tables.test_workbooks import rewrite

Rows = Sequence[Sequence[object]]
SMALL: Rows = [["id", "name"], [1, "A"], [2, "B"]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet that was read."""

    raw: Raw
    cells: list[tuple[str | None, ...]]

    def said(self, code: str) -> Notice:
        return next(notice for notice in self.raw.notices if notice.code == code)

    @property
    def codes(self) -> set[str]:
        """The codes of everything that is said."""
        return {notice.code for notice in self.raw.notices}


class Reader:
    """Reads workbooks, without finding out what their columns are."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "book"

    def __call__(self, content: bytes | None = None, kind: Format = "xlsx", **wishes: object) -> Sheet:
        if content is not None:
            self.path.write_bytes(content)
        scratch = self.path.parent / "scratch"
        scratch.mkdir(exist_ok=True)
        source = Source(path=self.path, name="book", scratch=scratch, wishes=Wishes(**wishes))  # type: ignore[arg-type]  # as a caller writes them
        raw = read_workbook(source, kind)
        cells = duckdb.execute("SELECT COLUMNS('r[0-9]+') FROM read_parquet(?)", [str(raw.path)]).fetchall()
        return Sheet(raw=raw, cells=cells)

    def sheet(self, rows: Rows, **wishes: object) -> Sheet:
        """Write a workbook of one sheet, and read it."""
        self.book({"Data": rows})
        return self(**wishes)  # type: ignore[arg-type]  # as a caller writes them

    def book(
        self, sheets: dict[str, Rows], change: Callable[[openpyxl.Workbook], object] | None = None
    ) -> None:
        """Write a workbook of these sheets, changed before it is saved."""
        book = openpyxl.Workbook()
        book.remove(book.active)
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(list(row))
        if change:
            change(book)
        book.save(self.path)


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    return Reader(tmp_path)


def test_the_first_sheet_with_a_table_is_read_and_what_stands_in_front_of_it_is_said(read: Reader) -> None:
    read.book({"Empty": [], "About": [["Made by"], ["the office"]], "Data": SMALL, "More": SMALL})

    found = read()

    assert found.raw.recipe.sheet == "Data"
    assert found.said("import.skipped_sheets").values == {"count": 2, "names": ["Empty", "About"]}
    assert found.said("import.sheet").values == {"sheet": "Data", "count": 3}


def test_a_sheet_that_is_wished_for_is_read_even_if_hidden_and_an_unknown_one_is_refused(
    read: Reader,
) -> None:
    def hide(book: openpyxl.Workbook) -> None:
        book["Secret"].sheet_state = "veryHidden"

    read.book({"Data": SMALL, "Secret": [["x", "y"], [5, 6]]}, hide)

    found = read(sheet="secret")
    with pytest.raises(FileError) as refused:
        read(sheet="Sales")

    assert found.cells == [("5", "6")]
    assert found.raw.recipe.sheet == "Secret"
    assert (refused.value.code, refused.value.values["names"]) == ("refuse.no_sheet", ["Data", "Secret"])


def test_the_sheets_of_a_workbook_are_listed_with_their_size(read: Reader) -> None:
    def hide(book: openpyxl.Workbook) -> None:
        book["Other"].sheet_state = "hidden"

    read.book({"Data": SMALL, "Other": [["x"]], "Empty": []}, hide)

    assert sheets_of(read.path) == (
        SheetInfo(name="Data", rows=3, columns=2, hidden=False),
        SheetInfo(name="Other", rows=1, columns=1, hidden=True),
        SheetInfo(name="Empty", rows=0, columns=0, hidden=False),
    )


def test_a_range_cuts_the_sheet_in_either_case_and_a_wrong_one_is_refused(read: Reader) -> None:
    read.sheet([["a", "b", "c", "d"], [1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]])

    found = read(range="b1:C3")

    assert found.raw.headings == ("b", "c")
    assert found.cells == [("2", "3"), ("6", "7")]
    assert found.raw.recipe.range == "B1:C3"
    for wrong in ("B3", "X90:Z99", "nonsense", "A0:B2", "A1:ZZZZ9"):
        with pytest.raises(FileError) as refused:
            read(range=wrong)
        assert refused.value.code in ("refuse.no_range", "refuse.header_only"), wrong


def test_the_row_of_names_can_be_chosen_as_the_sheet_counts(read: Reader) -> None:
    rows: Rows = [["Report"], [], ["x", "y"], ["a", "b"], [1, 2]]

    assert read.sheet(rows, header=3).cells == [("a", "b"), ("1", "2")]
    assert read(header=4).raw.headings == ("a", "b")
    assert read(header=0).raw.recipe.header == 0


def test_titles_lines_of_names_and_totals_are_told_from_the_table(read: Reader) -> None:
    def merge(book: openpyxl.Workbook) -> None:
        for cells in ("A1:E1", "A3:A4", "B3:C3", "D3:E3"):
            book["Data"].merge_cells(cells)

    names = [["Region", "2023", None, "2024", None], [None, "Units", "Price", "Units", "Price"]]
    body = [["North", 5, 2.5, 6, 2.0], ["South", 7, 3.1, 8, 2.2], ["Total", 12, 5.6, 14, 4.2]]
    read.book({"Data": [["Sales of two years"], [], *names, *body]}, merge)

    found = read()

    assert found.raw.headings == ("Region", "2023 Units", "2023 Price", "2024 Units", "2024 Price")
    assert [row[0] for row in found.cells] == ["North", "South"]
    recipe = found.raw.recipe
    assert (recipe.header, recipe.header_rows, recipe.left_out, recipe.range) == (4, 2, 1, "A3:E6")
    assert found.said("import.header").values["titles"] == ["Sales of two years"]


def test_names_below_lines_of_words_are_found_by_the_kinds_of_cells() -> None:
    words: Sequence[Cell] = ["at", "the", "", "top"]
    names: Sequence[Cell] = ["Name", "Age", "Born", "Is here"]
    body: Sequence[Sequence[Cell]] = [["A", 5, 2001, True], ["B", 6, 2002, False], ["C", 7, 2003, True]]
    head = [GridRow(row, list(cells)) for row, cells in enumerate([words, ["or", "", "", ""], names, *body])]

    assert names_below(head, 0) == range(2, 3)
    assert not names_below(head, 2)
    assert not names_below([GridRow(0, ["a", "b"]), GridRow(1, ["x", "n/a"]), *head[3:]], 0)


def test_a_first_row_of_words_where_numbers_are_missing_is_no_name(read: Reader) -> None:
    rows: Rows = [["Name", "Age", "Height"], ["A", "unknown", "unknown"], ["B", 5, 1.5], ["C", 6, 1.6]]

    assert read.sheet(rows).cells[0] == ("A", "unknown", "unknown")


def test_several_tables_are_said_and_the_largest_is_read(read: Reader) -> None:
    below: Rows = [["x", "y"], [1, 2], [], ["id", "name", "n"], [1, "A", 5], [2, "B", 6], [3, "C", 7]]
    beside: Rows = [
        ["x", "y", None, "a", "b"],
        [1, 2, None, 5, 6],
        [3, 4, None, 7, 8],
        [None, None, None, 9, 10],
    ]

    assert read.sheet(below).said("import.tables").values["ranges"] == ["A4:C7", "A1:B2"]
    assert read().raw.headings == ("id", "name", "n")
    assert read(range="A1:B2").cells == [("1", "2")]
    assert read.sheet(beside).said("import.tables").values["ranges"] == ["D1:E4", "A1:B3"]


def test_a_gap_within_one_table_does_not_part_it(read: Reader) -> None:
    pages: Rows = [["id", "n"], [1, 5], [], ["id", "n"], [2, 6], [], [3, 7]]
    column: Rows = [["id", None, "n"], [1, None, 5], [2, None, 6]]

    assert "import.tables" not in read.sheet(pages).codes
    assert read.sheet(column).cells == [("1", "5"), ("2", "6")]


def test_numbers_shown_as_codes_keep_their_zeros(read: Reader) -> None:
    def show(book: openpyxl.Workbook) -> None:
        for row, code in ((2, "00000"), (3, "00000"), (4, "00000")):
            book["Data"].cell(row, 1).number_format = code
            book["Data"].cell(row, 2).number_format = r"000\-00\-0000"
            book["Data"].cell(row, 3).number_format = "0.00%"
        book["Data"]["D3"].number_format = "000"

    read.book(
        {
            "Data": [
                ["zip", "ssn", "share", "mixed"],
                [1067, 12345678, 0.5, 1],
                [80331, 987654321, 0.25, 2],
                [None, 5, 0, 3],
            ]
        },
        show,
    )

    found = read()

    assert found.cells == [
        ("01067", "012-34-5678", "0.5", "1"),
        ("80331", "987-65-4321", "0.25", "002"),
        (None, "000-00-0005", "0", "3"),
    ]
    assert found.raw.given == ("words", "words", "number", "")
    assert found.said("import.shown_codes").values == {"column": "zip", "example": "01067"}


def test_codes_are_found_in_a_package_whose_parts_have_other_names(read: Reader) -> None:
    def show(book: openpyxl.Workbook) -> None:
        book["Data"]["A2"].number_format = "000"

    read.book({"Data": [["x", "y"], [7, 8]]}, show)
    with zipfile.ZipFile(read.path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(read.path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("xl/", "any/"), part.replace(b"xl/", b"any/"))

    assert read().cells == [("007", "8")]


def test_a_result_is_shown_without_the_noise_of_its_calculation_and_a_long_number_whole() -> None:
    shown = [
        text_of(number) for number in (0.1 + 0.2, 68.66499999999999, 0.8414709848078965, 1e21, -0.0, 2.5)
    ]

    assert shown == ["0.3", "68.665", "0.8414709848078965", "1e+21", "0", "2.5"]


def test_formulas_without_a_stored_value_are_counted_and_empty_texts_are_not(read: Reader) -> None:
    found = read.sheet([["x", "y", "z"], [1, "=A2+1", 3], [2, "=A3+1", 4]])

    assert found.cells == [("1", None, "3"), ("2", None, "4")]
    assert found.said("find.no_stored_values").values == {"count": 2}

    rewrite(read.path, lambda _name, part: part.replace(b'<c r="B2">', b'<c r="B2" t="str">'))

    assert read().said("find.no_stored_values").values == {"count": 1}


def test_hidden_rows_columns_and_merged_cells_in_the_table_are_said(read: Reader) -> None:
    def change(book: openpyxl.Workbook) -> None:
        book["Data"].row_dimensions[3].hidden = True
        book["Data"].column_dimensions["B"].hidden = True
        book["Data"].merge_cells("A2:A3")

    read.book({"Data": [["region", "n"], ["North", 1], [None, 2], ["South", 3]]}, change)

    found = read()

    assert found.cells == [("North", "1"), (None, "2"), ("South", "3")]
    assert found.said("import.hidden_rows").values == {"count": 1}
    assert found.said("import.hidden_columns").values == {"count": 1}
    assert found.said("find.merged_cells").values == {"count": 1}


def test_older_and_binary_workbooks_say_as_much_as_new_ones(read: Reader) -> None:
    old = [books.old_text(0, 0, "zip"), books.old_text(0, 1, "n"), books.old_number(1, 0, 1067, 1)]
    old += [books.old_number(1, 1, 1), books.old_number(2, 0, 1068, 1), books.old_error(2, 1, 0x07)]
    binary = [
        [books.binary_text(0, "zip"), books.binary_text(1, "n")],
        [books.binary_number(0, 1067, 1), books.binary_number(1, 1)],
        [books.binary_number(0, 1068, 1), books.binary_error(1, 0x07)],
    ]
    cases: list[tuple[Format, bytes]] = [
        ("xls", books.old_workbook(old, formats=["00000"])),
        ("xlsb", books.binary_workbook(binary, formats=["00000"])),
    ]

    for kind, content in cases:
        found = read(content, kind)

        assert found.cells == [("01067", "1"), ("01068", None)], kind
        assert found.raw.given == ("words", "number"), kind
        assert found.raw.recipe.format == kind
        assert found.said("import.missing_marks").values == {"cells": 1, "marks": ["#DIV/0!"]}, kind


def test_an_open_document_shows_its_codes_and_long_times(read: Reader) -> None:
    names = [books.open_cell("string", "", name) for name in ("zip", "time", "day")]
    cells = [
        books.open_cell("float", "1067", "01067"),
        books.open_cell("time", "PT30H05M00S", "30:05"),
        books.open_cell("date", "2024-01-31", "31.01.24"),
    ]

    found = read(books.open_workbook(books.open_row(*names), books.open_row(*cells)), "ods")

    assert found.cells == [("01067", "30:05:00", "2024-01-31")]
    assert found.raw.given == ("words", "", "date")


def test_sheets_that_would_take_too_much_room_are_refused_before_they_are_read(read: Reader) -> None:
    far = [books.old_text(0, 0, "x"), books.old_number(65_535, 255, 1)]
    corner = [
        [books.binary_text(0, "x")],
        [books.binary_number(16_383, 1)],
        *[[]] * 20_000,
        [books.binary_number(0, 1)],
    ]
    name = books.open_row(books.open_cell("string", "", "x"))
    wide = books.open_row(books.open_cell("float", "1", "1", times=16_384), times=1_000_000)
    cases: list[tuple[Format, bytes]] = [
        ("xls", books.old_workbook(far)),
        ("xlsb", books.binary_workbook(corner)),
        ("ods", books.open_workbook(name, wide)),
    ]

    for kind, content in cases:
        with pytest.raises(FileError) as refused:
            read(content, kind)
        assert refused.value.code == "refuse.sparse", kind


def test_what_is_damaged_or_protected_is_refused_in_words(read: Reader) -> None:
    old = books.old_workbook([books.old_text(0, 0, "x"), books.old_number(1, 0, 1)])
    binary = books.binary_workbook([[books.binary_text(0, "x")], [books.binary_number(0, 1)]])
    secret = b"\x2f\x00\x06\x00\x01\x00\x01\x00\x01\x00"  # the record of a password
    bomb = books.open_workbook(books.open_row("&b;"), before='<!DOCTYPE x [<!ENTITY b "bbbb">]>')
    cases: list[tuple[Format, bytes, str]] = [
        ("xls", old[:700], "refuse.damaged"),
        ("xls", books.old_workbook([books.old_text(0, 0, "x")], before=secret), "refuse.password"),
        ("ods", books.open_workbook(lock="<encryption-data/>"), "refuse.password"),
        ("xlsb", binary[: len(binary) // 2], "refuse.damaged"),
        ("xlsb", books.binary_workbook([[books.binary_text(0, "x")], [b"\x05\x00"]]), "refuse.damaged"),
        ("ods", bomb, "refuse.damaged"),
        ("ods", books.open_workbook("<table:table-row><broken"), "refuse.damaged"),
    ]

    for kind, content, code in cases:
        with pytest.raises(FileError) as refused:
            read(content, kind)
        assert refused.value.code == code, (kind, refused.value)
