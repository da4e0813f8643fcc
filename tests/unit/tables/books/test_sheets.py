"""Which sheet of a workbook is read, and where on it the table stands."""

from collections.abc import Sequence

import openpyxl
import pytest

from desktop_app.errors import FileError
from desktop_app.tables.books.grids import GridRow
from desktop_app.tables.books.sheet_cells import Cell
from desktop_app.tables.books.typed_names import names_below
from tests.unit.tables.books.reader import Reader, Rows

SMALL: Rows = [["id", "name"], [1, "A"], [2, "B"]]


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
    said = found.said("import.header_rows").values
    assert (said["first"], said["row"], said["titles"]) == (3, 4, ["Sales of two years"])


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
