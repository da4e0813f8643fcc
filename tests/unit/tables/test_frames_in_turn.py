"""A table may be read one range of rows after the other, and what all have in common is found once."""

from dataclasses import replace

import duckdb
import pytest
from pandas.testing import assert_frame_equal

from desktop_app.records.tables import ColumnType
from desktop_app.tables.stored.frames import read_frame, read_frames
from desktop_app.tables.stored.storage import VALUES
from tests.unit.tables.opening import Opened, Opener

ROWS = 300
LINES = "\n".join(
    f"{row},k{row % 90},{row / 4 if row % 5 else ''},2024-01-{1 + row % 28:02}" for row in range(ROWS)
)
WANTED: dict[str, ColumnType] = {"kind": "category", "size": "number", "day": "date", "number": "text"}
RANGES = [range(start, start + 70) for start in range(0, ROWS, 70)]


@pytest.fixture
def opened(open_file: Opener) -> Opened:
    return open_file(f"number,kind,size,day\n{LINES}\n")


def test_each_range_is_read_as_if_it_were_read_alone(opened: Opened) -> None:
    frames = list(read_frames(opened.folder, opened.table, WANTED, RANGES))

    assert [len(frame) for frame in frames] == [70, 70, 70, 70, 20]
    for frame, rows in zip(frames, RANGES, strict=True):
        assert_frame_equal(frame, read_frame(opened.folder, opened.table, WANTED, rows))


def test_the_levels_of_a_category_are_found_once(opened: Opened) -> None:
    first, second, *_others = read_frames(opened.folder, opened.table, {"kind": "category"}, RANGES)

    assert first["kind"].dtype is second["kind"].dtype
    assert len(first["kind"].cat.categories) == 90


def test_texts_that_are_their_own_values_need_no_other_file(opened: Opened) -> None:
    (opened.folder / VALUES).unlink()

    kinds = read_frame(opened.folder, opened.table, {"kind": "category"}, range(2))["kind"]

    assert list(kinds) == ["k0", "k1"]


def test_without_columns_there_are_rows_all_the_same(opened: Opened) -> None:
    frames = read_frames(opened.folder, opened.table, {}, RANGES)

    assert [len(frame) for frame in frames][:1] == [70]


def test_a_text_that_is_none_of_the_levels_is_not_taken_for_an_empty_cell(open_file: Opener) -> None:
    opened = open_file("kind\n" + "a\nb\n" * 20)
    kind = opened.column("kind")
    other = replace(kind, top_values=tuple(replace(bar, label=f"x{bar.label}") for bar in kind.top_values))

    with pytest.raises(duckdb.Error, match="no level"):
        read_frame(opened.folder, replace(opened.table, columns=(other,)), {"kind": "category"})
