"""Workbooks of every kind are read alike, and none takes too much room."""

import pytest

from desktop_app.errors import FileError
from desktop_app.records.tables import Format
from tests.unit.tables import binary_books as books
from tests.unit.tables.books.reader import Reader


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
