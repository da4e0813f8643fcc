"""Columns that a person leaves out: they are in no file and no model, and their cells are kept."""

import pytest

from desktop_app.errors import FileError
from desktop_app.records.tables import Wishes
from desktop_app.tables.out.writing import write_understood
from desktop_app.tables.stored.frames import read_frame
from desktop_app.tables.stored.rows import read_cells
from tests.unit.tables.opening import Opener

LINES = ["a,b,c", *(f"{n},n/a,0{1 + n % 9}/0{1 + n % 7}/2024" for n in range(20))]


def test_a_column_left_out_is_no_part_of_the_table_and_keeps_its_profile(open_file: Opener) -> None:
    plain = open_file("\n".join(LINES))
    opened = open_file("\n".join(LINES), wishes=Wishes(columns_out=("b",), names={"b": "second"}))

    assert opened.names == ["a", "c"]
    assert [column.position for column in opened.table.columns] == [0, 2]
    (out,) = opened.table.columns_out
    assert (out.name, out.heading, out.position) == ("second", "b", 1)
    assert (out.missing, out.distinct, out.type) == (20, 0, plain.column("b").type)
    assert opened.rows[0] == ("0", "01/01/2024")


def test_its_cells_are_stored_so_that_it_can_come_back(open_file: Opener) -> None:
    opened = open_file("\n".join(LINES), wishes=Wishes(columns_out=("a",)))

    (row,) = read_cells(opened.folder, opened.table.columns_out, [3], 10)

    assert row[0].text == "3"


def test_nothing_is_said_or_asked_about_it(open_file: Opener) -> None:
    everything = open_file("\n".join(LINES))
    opened = open_file("\n".join(LINES), wishes=Wishes(columns_out=("b", "c")))

    assert {"import.missing_marks", "import.unanswered"} <= set(everything.codes)
    assert opened.codes == []
    assert opened.table.questions == ()
    assert opened.table.recipe.missing_marks == ()


def test_a_question_gives_way_to_the_next_one(open_file: Opener) -> None:
    cell = "0{0}/0{1}/2024"
    lines = ["a,b,c,d", *(",".join([cell.format(1 + n % 9, 1 + n % 7)] * 4) for n in range(30))]

    assert [one.column for one in open_file("\n".join(lines)).table.questions] == ["a", "b", "c"]
    rest = open_file("\n".join(lines), wishes=Wishes(columns_out=("b",)))

    assert [one.column for one in rest.table.questions] == ["a", "c", "d"]
    assert rest.said("import.unanswered").values["columns"] == ["a", "c", "d"]


def test_columns_that_are_not_there_do_nothing_and_one_has_to_stay(open_file: Opener) -> None:
    assert open_file("\n".join(LINES), wishes=Wishes(columns_out=("x", "x"))).names == ["a", "b", "c"]

    with pytest.raises(FileError) as caught:
        open_file("\n".join(LINES), wishes=Wishes(columns_out=("a", "b", "c")))

    assert caught.value.code == "refuse.all_columns"
    assert (caught.value.message, caught.value.hint) == (
        'No column of "table.csv" would be left.',
        "Leave out fewer columns.",
    )


def test_a_converted_file_has_the_new_names_and_what_stays(open_file: Opener) -> None:
    wishes = Wishes(columns_out=("b",), names={"a": "first", "c": "day"}, readings={"c": "date-dmy"})
    opened = open_file("\n".join(LINES), wishes=wishes)

    write_understood(opened.folder, opened.table, opened.folder / "out.csv")

    lines = (opened.folder / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[:2] == ["first,day", "0,2024-01-01"]


def test_what_learns_sees_only_what_stays(open_file: Opener) -> None:
    opened = open_file("\n".join(LINES), wishes=Wishes(columns_out=("a",), names={"c": "day"}))

    assert list(read_frame(opened.folder, opened.table, {"day": "text"})) == ["day"]
    with pytest.raises(KeyError):
        read_frame(opened.folder, opened.table, {"a": "number"})
