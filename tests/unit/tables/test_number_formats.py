import pytest

from desktop_app.tables.books.coded_cells import CodedCells
from desktop_app.tables.books.number_formats import CodeFormat, code_format, code_formats
from desktop_app.tables.books.ranges import letters_of, number_of, range_of


@pytest.mark.parametrize(
    ("written", "number", "shown"),
    [
        ("00000", 1067, "01067"),
        ("00000", 123456, "123456"),
        ("00000;@", 7, "00007"),
        ("[$-407]00000", 1067, "01067"),
        ('"D-"00000', 1067, "D-01067"),
        (r"000\-00\-0000", 12345678, "012-34-5678"),
        ("00000-0000", 123456789, "12345-6789"),
        (r"_-000_-", 5, "005"),
        ("#000", 12345, "12345"),
    ],
)
def test_a_code_is_shown_as_its_sheet_shows_it(written: str, number: float, shown: str) -> None:
    code = code_format(written)

    assert code is not None
    assert code.shows(number) == shown


@pytest.mark.parametrize(
    "written",
    [
        *("General", "0", "#,##0", "0.00", "0.00%", "00.0", "# ?/?", "yyyy-mm-dd", "hh:mm", "[h]:00", "@"),
        *("0E+00", '0" kg"', "[<=9999999]000-0000;(000) 000-0000", "", "# ##0", '"', "[", "0" * 100),
    ],
)
def test_formats_of_amounts_days_and_text_make_no_codes(written: str) -> None:
    assert code_format(written) is None


@pytest.mark.parametrize("number", [-5.0, 1.5, 1e15, float("nan"), float("inf")])
def test_a_number_that_is_no_code_stays_one(number: float) -> None:
    assert CodeFormat(("0",) * 5).shows(number) == ""


def test_styles_are_found_by_their_number_formats() -> None:
    assert code_formats({164: "00", 165: "0.0"}, [0, 165, 164]) == {2: CodeFormat(("0", "0"))}


def test_coded_cells_are_found_row_by_row_and_again_from_the_top() -> None:
    two, three = CodeFormat(("0", "0")), CodeFormat(("0", "0", "0"))
    cells = CodedCells()
    for row, column, code in ((1, 0, two), (2, 0, two), (4, 0, three), (2, 3, two)):
        cells.add(row, column, code)

    for _turn in range(2):
        cells.rewind()
        found = [list(cells.among(row)) for row in range(6)]
        assert found == [[], [(0, two)], [(0, two), (3, two)], [], [(0, three)], []]


def test_ranges_are_read_and_written_as_spreadsheets_do() -> None:
    assert str(range_of("b3:f40")) == str(range_of(" $F$40 : B3 ")) == "B3:F40"
    assert str(range_of("A1:XFD1048576")) == "A1:XFD1048576"
    for wrong in ("B3", "A0:B2", "A1:XFE1", "A1:A1048577", "1:2", "A:B", "", "A1:B2:C3"):
        assert range_of(wrong) is None, wrong
    assert [number_of(letters_of(column)) for column in (0, 25, 26, 701, 702, 16_383)] == [
        *(0, 25, 26, 701, 702, 16_383)
    ]
