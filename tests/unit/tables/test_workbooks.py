import datetime
import re
import zipfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import openpyxl
import pytest

from desktop_app.errors import FileError
from tests.unit.tables.opening import Opener

Edit = Callable[[str, bytes], bytes]


@pytest.fixture
def book_path(tmp_path: Path) -> Path:
    return tmp_path / "book.xlsx"


def write_book(path: Path, rows: Sequence[Sequence[object]], *, at: str = "A1") -> openpyxl.Workbook:
    """Write a workbook whose first sheet holds the rows from cell *at* on."""
    book = openpyxl.Workbook()
    corner = book.active[at]
    for down, row in enumerate(rows):
        for across, cell in enumerate(row):
            book.active.cell(corner.row + down, corner.column + across, cell)
    book.save(path)
    return book


def rewrite(path: Path, edit: Edit) -> None:
    """Change the parts of a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, edit(name, content))


def test_each_kind_of_cell_is_read_as_what_it_is(open_file: Opener, book_path: Path) -> None:
    day = datetime.date(2024, 1, 31)
    moment = datetime.datetime(2024, 2, 1, 10, 30)  # noqa: DTZ001 - Excel has no zones
    write_book(
        book_path,
        [
            ["n", "text", "day", "moment", "flag", "time", "span", 2019],
            [1, "001", day, moment, True, datetime.time(8, 5), datetime.timedelta(hours=30, minutes=5), 7],
            [1.5, "a\nb", day, moment, False, datetime.time(9, 5), datetime.timedelta(minutes=5), None],
        ],
    )

    opened = open_file(book_path)

    assert opened.names == ["n", "text", "day", "moment", "flag", "time", "span", "2019"]
    assert opened.rows == [
        ("1", "001", "2024-01-31", "2024-02-01 10:30:00", "TRUE", "08:05:00", "30:05:00", "7"),
        ("1.5", "a\nb", "2024-01-31", "2024-02-01 10:30:00", "FALSE", "09:05:00", "0:05:00", None),
    ]
    assert opened.types == ["number", "text", "date", "date", "yes/no", "text", "text", "number"]


def test_a_number_keeps_all_its_digits(open_file: Opener, book_path: Path) -> None:
    write_book(book_path, [["a", "b"], [0.1 + 0.2, 123456789012345], [1e21, -0.0]])

    rows = open_file(book_path).rows

    # openpyxl writes 15 digits of a fraction, as Excel does
    assert [float(cell or "") for row in rows for cell in row] == [0.3, 123456789012345.0, 1e21, 0.0]
    assert rows[0][1] == "123456789012345"


def test_blank_rows_and_columns_are_no_data_and_those_within_are_said(
    open_file: Opener, book_path: Path
) -> None:
    write_book(book_path, [["id", "name"], [1, "A"], [None, None], [2, "B"]], at="C5")

    opened = open_file(book_path)

    assert opened.names == ["id", "name"]
    assert opened.rows == [("1", "A"), ("2", "B")]
    assert opened.said("find.empty_rows").values == {"count": 1, "row": 7}


def test_the_first_visible_sheet_is_read_and_the_others_are_said(open_file: Opener, book_path: Path) -> None:
    book = write_book(book_path, [["secret"], [1]])
    book.active.sheet_state = "hidden"
    for title in ("Data", "Notes"):
        sheet = book.create_sheet(title)
        sheet.append(["x", title])
        sheet.append([1, 2])
    book.active = 1
    book.save(book_path)

    opened = open_file(book_path)

    assert opened.names == ["x", "Data"]
    assert opened.table.recipe.sheet == "Data"
    assert opened.said("import.sheet").values == {"sheet": "Data", "count": 1}
    assert opened.said("import.hidden_sheets").values == {"count": 1, "names": ["Sheet"]}


def test_failed_formulas_are_empty_and_said(open_file: Opener, book_path: Path) -> None:
    write_book(book_path, [["x", "y"], [1, 2], [3, "#DIV/0!"], ["#N/A", 4]])

    opened = open_file(book_path)

    assert opened.rows == [("1", "2"), ("3", None), (None, "4")]
    assert opened.said("import.missing_marks").values == {"cells": 2, "marks": ["#DIV/0!", "#N/A"]}


def test_a_formula_is_read_as_its_stored_value(open_file: Opener, book_path: Path) -> None:
    write_book(book_path, [["x", "y"], [1, 41]])
    rewrite(book_path, lambda _name, part: part.replace(b"<v>41</v>", b"<f>A2+40</f><v>41</v>"))

    assert open_file(book_path).rows == [("1", "41")]


def test_text_that_looks_like_our_mark_is_left_alone(open_file: Opener, book_path: Path) -> None:
    write_book(book_path, [["x", "y"], ["'=1", 2], ["=text", 3]])
    rewrite(book_path, lambda _name, part: re.sub(rb"<f>text</f><v ?/?>(</v>)?", b"<v>5</v>", part))

    assert open_file(book_path).rows[0][0] == "'=1"


def test_a_workbook_is_known_by_its_bytes_and_not_by_its_name(open_file: Opener, book_path: Path) -> None:
    write_book(book_path, [["x", "y"], [1, 2]])

    assert open_file(book_path.rename(book_path.with_suffix(".csv"))).rows == [("1", "2")]
    assert open_file("x,y\n1,2\n", name="text.xlsx").rows == [("1", "2")]


def test_a_sheet_that_is_empty_or_has_no_rows_is_refused(open_file: Opener, book_path: Path) -> None:
    write_book(book_path, [])
    with pytest.raises(FileError) as empty:
        open_file(book_path)
    write_book(book_path, [["x", "y"]])
    with pytest.raises(FileError) as bare:
        open_file(book_path)

    assert (empty.value.code, bare.value.code) == ("refuse.empty", "refuse.header_only")


def test_a_cut_or_scrambled_workbook_is_refused_as_damaged(open_file: Opener, book_path: Path) -> None:
    write_book(book_path, [["x", "y"], [1, 2]])
    whole = book_path.read_bytes()
    rewrite(book_path, lambda name, part: part[: len(part) // 2] if "sheet1" in name else part)

    for content in (whole[: len(whole) // 2], book_path.read_bytes()):
        with pytest.raises(FileError) as refused:
            open_file(content, name="damaged.xlsx")
        assert refused.value.code == "refuse.damaged"


def test_one_cell_at_the_far_corner_is_refused_before_room_is_made(
    open_file: Opener, book_path: Path
) -> None:
    book = write_book(book_path, [["x"], [1]])
    book.active["XFD1048576"] = 1
    book.save(book_path)

    with pytest.raises(FileError) as refused:
        open_file(book_path)

    assert refused.value.code == "refuse.sparse"


def test_a_lone_last_column_is_refused_before_all_cells_to_it_are_read(
    open_file: Opener, book_path: Path
) -> None:
    book = write_book(book_path, [["x"], *([row] for row in range(700))])
    for row in range(1, 701):
        book.active.cell(row, 16_384, row)
    book.save(book_path)

    with pytest.raises(FileError) as refused:
        open_file(book_path)

    assert refused.value.values["cells"] == 701 * 16_384


def test_a_small_table_far_down_is_read(open_file: Opener, book_path: Path) -> None:
    write_book(book_path, [["x", "y"], [1, 2]], at="B1048570")

    assert open_file(book_path).rows == [("1", "2")]


def test_a_part_that_unpacks_to_far_too_much_is_refused(open_file: Opener, book_path: Path) -> None:
    write_book(book_path, [["x", "y"], [1, 2]])
    rewrite(book_path, lambda name, part: part + b" " * 9_000_000 if "sheet1" in name else part)

    with pytest.raises(FileError) as refused:
        open_file(book_path)

    assert refused.value.code == "refuse.too_big"


def test_entities_are_neither_multiplied_nor_fetched(open_file: Opener, book_path: Path) -> None:
    write_book(book_path, [["x", "y"], ["one", 2]])
    bomb = b'<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/hostname">]>'

    def arm(name: str, part: bytes) -> bytes:
        head, mark, body = part.partition(b"<sst" if "sharedStrings" in name else b"\x00")
        return head + bomb + mark + body.replace(b"<t>one</t>", b"<t>&a;&b;</t>") if mark else part

    rewrite(book_path, arm)
    with suppress(FileError):  # to refuse it is as good
        assert "aaaa" not in str(open_file(book_path).rows)
