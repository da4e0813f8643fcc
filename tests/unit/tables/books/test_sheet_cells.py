"""Cells of a sheet are read as they are shown, and what is hidden is said."""

import zipfile

import openpyxl

from desktop_app.tables.books.sheet_cells import text_of
from tests.unit.tables.books.reader import Reader
from tests.unit.tables.test_workbooks import rewrite


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
