"""Rows in another order, or some of them."""

from pathlib import Path

import pytest

from desktop_app.journeys.arrange import arrange
from desktop_app.records.jsonable import to_json
from desktop_app.records.tables import Column, ColumnType, Recipe, Table
from desktop_app.records.views import VIEW_FILE, ArrangeOrder, Only, View
from desktop_app.tables.stored.rows import read_cells, read_view
from desktop_app.tables.stored.storage import write_table_record
from tests.stored_rows import write_rows
from tests.unit.tables.opening import Opener

KINDS: tuple[ColumnType, ...] = ("text", "number", "date")
TEXTS = ("Zebra", "apple", None, "Äpfel", "apple", "n/a")
NUMBERS = (10.0, 2.0, None, 2.5, 7.0, None)
WRITTEN = ("10", "2", None, "2.5", "7", "seven")  # the last one was not understood
DAYS = ("2024-01-01", "2023-12-31", None, "2024-02-29", "2024-01-01", None)
JANUARY = 1_704_067_200.0  # the first second of 2024


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a stored table of six rows."""
    import duckdb

    place = tmp_path / "table"
    place.mkdir()
    rows = zip(range(6), TEXTS, TEXTS, WRITTEN, NUMBERS, DAYS, DAYS, strict=True)
    with duckdb.connect() as duck:
        duck.execute(
            "CREATE TABLE t (row BIGINT, r0 TEXT, v0 TEXT, r1 TEXT, v1 DOUBLE, r2 TEXT, v2 TIMESTAMP)"
        )
        duck.executemany("INSERT INTO t VALUES (?, ?, nullif(?, 'n/a'), ?, ?, ?, ?)", list(rows))
        write_rows(place, "FROM t", duck=duck)
    write_table_record(place, made())
    return place


def made() -> Table:
    columns = tuple(
        Column(name=kind, type=kind, position=place, missing=2, distinct=4)
        for place, kind in enumerate(KINDS)
    )
    return Table(name="made.csv", rows=6, columns=columns, recipe=Recipe(format="csv"))


def shown(folder: Path, scratch: Path, view: View) -> list[int]:
    """Return the numbers of the rows that a view shows, as the journey leaves them."""
    order = to_json(ArrangeOrder(table_folder=str(folder), view=view))
    found = arrange(order, scratch, lambda _progress: None)
    rows = read_view(scratch / VIEW_FILE, range(100))
    assert found == {"rows": len(rows)}
    return rows


@pytest.mark.parametrize(
    ("view", "rows"),
    [
        (View(sort=0), [3, 1, 4, 0, 2, 5]),
        (View(sort=0, descending=True), [0, 1, 4, 3, 2, 5]),
        (View(sort=1), [1, 3, 4, 0, 2, 5]),
        (View(sort=1, descending=True), [0, 4, 3, 1, 2, 5]),
        (View(sort=2), [1, 0, 4, 3, 2, 5]),
        (View(only=Only(column=0, value="apple")), [1, 4]),
        (View(only=Only(column=0, value="apple"), sort=1, descending=True), [4, 1]),
        (View(only=Only(column=0, value="' OR 1=1 --")), []),
        (View(only=Only(column=1, start=2.0, end=7.0)), [1, 3]),
        (View(only=Only(column=1, start=7.0)), [0, 4]),
        (View(only=Only(column=1, end=7.0)), [1, 3]),
        (View(only=Only(column=0, start=7.0)), []),
        (View(only=Only(column=1, value="2.5")), [3]),
        (View(only=Only(column=2, start=JANUARY, end=JANUARY + 86_400)), [0, 4]),
        (View(only=Only(column=1)), [5, 2]),
        (View(only=Only(column=0, value="apple"), also=Only(column=1, end=5.0)), [1]),
        (View(only=Only(column=1, start=2.0), also=Only(column=2, start=JANUARY), sort=1), [3, 4, 0]),
        (View(), [0, 1, 2, 3, 4, 5]),
    ],
)
def test_a_view_shows_the_rows_that_are_asked_for(
    folder: Path, tmp_path: Path, view: View, rows: list[int]
) -> None:
    assert shown(folder, tmp_path, view) == rows


def test_a_part_of_a_view_is_read_by_its_place_and_its_cells_come_in_its_order(
    folder: Path, tmp_path: Path
) -> None:
    shown(folder, tmp_path, View(sort=1, descending=True))

    numbers = read_view(tmp_path / VIEW_FILE, range(1, 4))
    cells = read_cells(folder, made().columns[:2], numbers, 4)

    assert numbers == [4, 3, 1]
    assert [[cell.text for cell in row] for row in cells] == [["appl", "7"], ["Äpfe", "2.5"], ["appl", "2"]]


def test_a_column_that_is_not_there_is_no_view(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        shown(folder, tmp_path, View(sort=9))


def test_rows_that_stand_there_twice_are_shown_side_by_side(open_file: Opener, tmp_path: Path) -> None:
    opened = open_file("name,n\nada,1\nbob,2\ncid,3\nbob,2\nada,1\nada,2\n")

    rows = shown(opened.folder, tmp_path, View(only=Only(column=0, is_repeated=True)))

    assert rows == [0, 4, 1, 3]


def test_rows_in_which_one_column_lies_behind_another_are_shown(open_file: Opener, tmp_path: Path) -> None:
    opened = open_file("begun,ended\n2024-01-02,2024-01-03\n2024-01-05,2024-01-04\n,2024-01-01\n")

    assert shown(opened.folder, tmp_path, View(only=Only(column=0, behind=1))) == [1]
