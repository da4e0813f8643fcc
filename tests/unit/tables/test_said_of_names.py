"""What is said where a file has no names, names in several lines, or columns with nothing in them."""

import openpyxl

from desktop_app.records.tables import Wishes
from desktop_app.reports.notice_words import notice_text
from tests.unit.tables.opening import Opener

BODY = "".join(f"{row},,{row * 1.5},,{row + 7}\n" for row in range(1, 30))


def test_a_file_without_names_has_none_that_were_changed(open_file: Opener) -> None:
    rows = "".join(f"{row},{row * 1.5}\n" for row in range(1, 30))

    found, wished = open_file(rows), open_file("a,a\n" + rows, wishes=Wishes(header=0))

    assert "import.no_header" in found.codes
    assert "import.names_changed" not in found.codes + wished.codes
    assert "import.names_changed" in open_file("a,a\n" + rows).codes


def test_columns_without_anything_are_told_of_once(open_file: Opener) -> None:
    opened = open_file("a,,b,,c\n" + BODY)

    told = [notice for notice in opened.table.warnings if notice.code == "import.blank_columns"]
    assert opened.names == ["a", "b", "c"]
    assert [(notice_text(notice), notice.level) for notice in told] == [
        ("2 columns without a name and without a value are left out.", "note")
    ]


def test_they_are_told_of_where_the_file_is_too_long_to_be_seen_at_once(open_file: Opener) -> None:
    opened = open_file("a,,b,,c\n" + BODY * 200)

    assert opened.names == ["a", "b", "c"]
    assert [notice.values["count"] for notice in opened.table.warnings if "blank" in notice.code] == [2]


def test_they_are_told_of_in_a_workbook(open_file: Opener) -> None:
    book = openpyxl.Workbook()
    for row in (["a", None, "b", None, "c"], [1, None, 2.5, None, "x"], [2, None, 3.5, None, "y"]):
        book.active.append(row)
    book.save(path := open_file.folder / "blank.xlsx")

    opened = open_file(path)

    assert opened.names == ["a", "b", "c"]
    assert [notice.values["count"] for notice in opened.table.warnings if "blank" in notice.code] == [2]


def test_delimiters_at_the_end_of_lines_are_no_columns(open_file: Opener) -> None:
    opened = open_file("a,b,,\n" + "1,2,,\n3,4,,\n5,7,,\n")

    assert opened.names == ["a", "b"]
    assert "import.blank_columns" not in opened.codes


def test_names_in_two_lines_are_told_of(open_file: Opener) -> None:
    rows = "".join(f"North{row},{row},{row * 2}\n" for row in range(1, 30))

    opened = open_file(",2023,\nRegion,Units,Price\n" + rows)

    assert opened.table.recipe.header_rows == 2
    assert [notice_text(notice) for notice in opened.table.warnings if "rows" in notice.code] == [
        "Column names come from rows 1 to 2."
    ]
