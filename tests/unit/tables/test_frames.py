from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from desktop_app.records.tables import ColumnType
from desktop_app.tables.duck import connect
from desktop_app.tables.stored.cells import Draw, draw_of
from desktop_app.tables.stored.frames import keys_of, read_frame, read_text
from tests.unit.tables.opening import Opened, Opener

TABLE = """name,size,day,kind,flag,code
Ann,1.50,2024-01-31,a,yes,1
Bob,NA,2024-02-01,b,no,2
Cid,3,,a,yes,x
,-4e2,2024-02-03,?b,no,3
"""


@pytest.fixture
def opened(open_file: Opener) -> Opened:
    return open_file(TABLE.replace("?b", ""))


def one(opened: Opened, name: str, kind: ColumnType, rows: range | Draw | None = None) -> "pd.Series[object]":  # type: ignore[type-var] # cells of any kind
    return read_frame(opened.folder, opened.table, {name: kind}, rows)[name]


def test_the_columns_come_in_the_order_they_are_asked_for(opened: Opened) -> None:
    frame = read_frame(opened.folder, opened.table, {"flag": "yes/no", "size": "number", "name": "text"})

    assert list(frame.columns) == ["flag", "size", "name"]
    assert len(frame) == 4


def test_numbers_are_floats_and_missing_ones_are_nan(opened: Opened) -> None:
    sizes = one(opened, "size", "number")

    assert sizes.dtype == np.float64
    np.testing.assert_array_equal(sizes.to_numpy(dtype=float), [1.5, np.nan, 3.0, -400.0])


def test_days_are_moments_and_missing_ones_are_not_a_time(opened: Opened) -> None:
    days = one(opened, "day", "date")

    assert days.dtype == "datetime64[us]"
    assert days.isna().tolist() == [False, False, True, False]
    assert days[0] == pd.Timestamp("2024-01-31")


def test_kinds_are_categories_without_an_order(opened: Opened) -> None:
    kinds = one(opened, "kind", "category")

    assert isinstance(kinds.dtype, pd.CategoricalDtype)
    assert not kinds.dtype.ordered
    assert kinds.dropna().tolist() == ["a", "b", "a"]
    assert kinds.isna().tolist() == [False, False, False, True]


def test_texts_are_objects_and_missing_ones_are_none(opened: Opened) -> None:
    names = one(opened, "name", "text")

    assert names.dtype == object
    assert names.tolist() == ["Ann", "Bob", "Cid", None]


def test_a_number_asked_for_as_a_kind_keeps_its_spelling(opened: Opened) -> None:
    assert one(opened, "size", "category").astype(object).tolist()[0] == "1.50"
    assert one(opened, "size", "text").tolist() == ["1.50", None, "3", "-4e2"]


def test_text_asked_for_as_a_number_gives_what_is_understood(opened: Opened) -> None:
    codes = one(opened, "code", "number").to_numpy(dtype=float)

    np.testing.assert_array_equal(codes, [1.0, 2.0, np.nan, 3.0])


def test_only_plain_numbers_are_understood(open_file: Opener) -> None:
    opened = open_file("x\n" + "\n".join(["007", "1,5", "inf", "nan", "1e999", "0x1", " 5 ", "word"]))

    numbers = one(opened, "x", "number").to_numpy(dtype=float)

    np.testing.assert_array_equal(numbers, [np.nan] * 6 + [5.0, np.nan])


def test_text_is_understood_as_the_other_columns_of_the_file_are_written(open_file: Opener) -> None:
    opened = open_file(
        "x;price;d;day\n1,5;1,25;01/02/2024;31/01/2024\n1.234;2,5;word;01/01/2024\nword;1,5;2;1/2/2024\n"
    )

    numbers, days = one(opened, "x", "number").to_numpy(dtype=float), one(opened, "d", "date")

    np.testing.assert_array_equal(numbers, [1.5, 1234.0, np.nan])
    assert days[0] == pd.Timestamp("2024-02-01")
    assert days.isna().tolist() == [False, True, True]


def test_a_number_that_only_a_person_can_read_is_not_understood(open_file: Opener) -> None:
    opened = open_file("x,y\n1.234,a\n12.345,b\n")

    assert opened.table.questions[0].column == "x"
    assert one(opened, "x", "number").isna().all()


def test_text_asked_for_as_days_gives_what_is_understood(open_file: Opener) -> None:
    opened = open_file("x\n2024-01-31\n31.01.2024 10:30\n01/02/2024\n2024-02-30\nsoon\n")

    days = one(opened, "x", "date")

    assert days.isna().tolist() == [False, False, True, True, True]
    assert days[1] == pd.Timestamp("2024-01-31 10:30")


def test_a_part_of_the_rows_is_read(opened: Opened) -> None:
    assert one(opened, "name", "text", range(1, 3)).tolist() == ["Bob", "Cid"]
    assert one(opened, "name", "text", range(3, 12)).tolist() == [None]
    assert len(one(opened, "name", "text", range(4, 13))) == 0


def test_rows_are_only_drawn_where_not_all_of_them_are_wanted() -> None:
    assert draw_of(1_000, 1_000, 3) is None
    assert draw_of(0, 500, 3) is None
    assert draw_of(2_000, 500, 3) == Draw(share=0.25, seed=3)


def test_rows_are_drawn_evenly_and_the_same_ones_each_time(open_file: Opener) -> None:
    opened = open_file("x,day\n" + "".join(f"{row},2024-01-0{1 + row % 7}\n" for row in range(10_000)))

    drawn = one(opened, "x", "number", Draw(share=0.1, seed=3)).astype(int).tolist()

    assert drawn == one(opened, "x", "number", Draw(share=0.1, seed=3)).astype(int).tolist()
    assert drawn != one(opened, "x", "number", Draw(share=0.1, seed=4)).astype(int).tolist()
    assert drawn == sorted(drawn)
    parts = [sum(row // 1_000 == part for row in drawn) for part in range(10)]
    days = [sum(row % 7 == day for row in drawn) for day in range(7)]
    assert parts == pytest.approx([100] * 10, abs=2)
    assert days == pytest.approx([1_000 / 7] * 7, abs=5)


def test_the_cells_of_a_drawn_row_stay_together(open_file: Opener) -> None:
    opened = open_file("x,name,twice\n" + "".join(f"{row},n{row},{2 * row}\n" for row in range(5_000)))

    wanted: dict[str, ColumnType] = {"x": "number", "name": "text", "twice": "number"}
    frame = read_frame(opened.folder, opened.table, wanted, Draw(share=0.2, seed=0))

    assert 990 <= len(frame) <= 1_010
    assert (frame["twice"] == 2 * frame["x"]).all()
    assert [f"n{int(x)}" for x in frame["x"]] == frame["name"].tolist()


def test_a_part_knows_the_levels_of_all_rows(open_file: Opener) -> None:
    opened = open_file("x,n\n" + "".join(f"level {row % 60},1\n" for row in range(300)))

    part = one(opened, "x", "category", range(2))

    assert len(part.cat.categories) == 60
    assert part.tolist() == ["level 0", "level 1"]


def test_a_frame_without_columns_has_its_rows(opened: Opened) -> None:
    assert read_frame(opened.folder, opened.table, {}).shape == (4, 0)


def test_a_column_that_is_not_there_is_an_error(opened: Opened) -> None:
    with pytest.raises(KeyError):
        read_frame(opened.folder, opened.table, {"nothing": "number"})


def test_an_empty_column_can_be_read_as_anything(open_file: Opener) -> None:
    opened = open_file("x,n\n,1\n,2\n")

    kinds: tuple[ColumnType, ...] = ("number", "date", "category", "yes/no", "text", "id")
    assert [one(opened, "x", kind).isna().all() for kind in kinds] == [True] * 6


def test_cells_can_be_read_as_they_stood(opened: Opened) -> None:
    assert read_text(opened.folder, opened.table, "size") == ["1.50", "NA", "3", "-4e2"]
    assert read_text(opened.folder, opened.table, "size", start=1, count=1) == ["NA"]


def test_names_that_differ_in_capitals_only_are_two_columns(open_file: Opener) -> None:
    opened = open_file("name,Name\n1,a\n2,b\n")

    frame = read_frame(opened.folder, opened.table, {"Name": "text", "name": "number"})

    assert frame["Name"].tolist() == ["a", "b"]
    assert frame["name"].tolist() == [1.0, 2.0]


def test_many_rows_stay_in_order(open_file: Opener, tmp_path: Path) -> None:
    opened = open_file("n,x\n" + "".join(f"{row},y\n" for row in range(120_000)))

    numbers = one(opened, "n", "number", range(99_000, 110_000))

    assert numbers.tolist() == list(range(99_000, 110_000))


def test_rows_share_a_key_where_they_mean_the_same(open_file: Opener) -> None:
    opened = open_file("size,kind,left\n1.50,a,yes\n1.5,a,no\n1.5,b,yes\nNA,b,\n,b,no\n")
    wanted: dict[str, ColumnType] = {"size": "number", "kind": "category"}

    every, filled = keys(opened, wanted), keys(opened, wanted, filled="left")

    assert every[0] == every[1] != every[2]
    assert every[3] == every[4]  # both are missing
    assert filled == [*every[:3], every[4]]


def keys(opened: Opened, wanted: dict[str, ColumnType], *, filled: str = "") -> list[int]:
    relation = keys_of(opened.folder, opened.table, wanted, filled=filled)
    with connect(folder=opened.folder) as duck:
        query = f"SELECT key FROM {relation.sql} ORDER BY row"  # noqa: S608 - our names
        return [key for (key,) in duck.execute(query, [*relation.bound]).fetchall()]
