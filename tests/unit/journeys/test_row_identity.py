"""A row is known again by its cells, and rows that stand twice are found with their places."""

from pathlib import Path

import numpy as np
import pytest

from desktop_app.journeys.row_identity import identified, nearly_in, repeats_in
from desktop_app.records.oddness import OddRow
from desktop_app.records.orders import ImportOrder
from desktop_app.records.tables import Table
from desktop_app.tables.findings.nearly_repeated import hardly_differ
from tests.unit.cli.made_files import write
from tests.unit.journeys.asking import do


def stored(folder: Path, rows: list[list[object]]) -> tuple[Path, Table]:
    folder.mkdir()
    write(folder / "rows.csv", rows)
    order = ImportOrder(path=str(folder / "rows.csv"), name="rows.csv")
    return folder / "table", do("import", order, Table, folder / "table")


def made(*, name: bool) -> list[list[object]]:
    rng = np.random.default_rng(0)
    rows: list[list[object]] = [[round(float(one), 4) for one in rng.normal(size=3)] for _ in range(60)]
    rows += [rows[4], rows[9]]
    if name:
        return [["no", "a", "b", "c"], *([f"K{place}", *row] for place, row in enumerate(rows))]
    return [["a", "b", "c"], *rows]


@pytest.mark.parametrize("name", [False, True])
def test_rows_that_stand_twice_are_found(tmp_path: Path, *, name: bool) -> None:
    repeats = repeats_in(*stored(tmp_path / "one", made(name=name)))

    assert repeats is not None
    assert (repeats.rows, repeats.places) == (2, ((4, 60), (9, 61)))
    assert repeats.but == (("no",) if name else ())


def test_none_are_found_where_none_are(tmp_path: Path) -> None:
    assert repeats_in(*stored(tmp_path / "one", made(name=False)[:-2])) is None


def test_a_row_has_the_same_key_wherever_it_stands(tmp_path: Path) -> None:
    head, *rows = made(name=False)[:-2]
    one, other = stored(tmp_path / "one", [head, *rows]), stored(tmp_path / "other", [head, *rows[::-1]])

    (first,) = identified(*one, [OddRow(row=3, less_odd=1, reasons=())])
    keys = [row.key for row in identified(*other, [OddRow(row=n, less_odd=1, reasons=()) for n in range(60)])]

    assert keys.index(first.key) == 56
    assert len(set(keys)) == 60


def with_towns(*changed: tuple[int, object, str]) -> list[list[object]]:
    """Rows of numbers, a day and a town, and copies of some with another number or town."""
    towns = ["Ahlen", "Bergen", "Celle", "Dorsten"]
    rows = [[*row, f"2025-0{n % 9 + 1}-11", towns[n % 4]] for n, row in enumerate(made(name=False)[1:61])]
    for place, number, town in changed:
        first, second, third, day, own = rows[place]
        rows.append([number or first, second, third, day, town or own])
    return [["a", "b", "c", "day", "town"], *rows]


def test_rows_that_are_the_same_but_for_a_slip_are_found(tmp_path: Path) -> None:
    nearly = nearly_in(*stored(tmp_path / "one", with_towns((4, None, "Ahlne"), (5, None, "Bregen"))))

    assert nearly is not None
    assert [(pair.row, pair.other, pair.column) for pair in nearly.pairs] == [
        (4, 60, "town"),
        (5, 61, "town"),
    ]
    assert (nearly.pairs[0].value, nearly.pairs[0].other_value) == ("Ahlen", "Ahlne")


@pytest.mark.parametrize("changed", [[], [(4, None, "Dorsten")], [(4, None, ""), (5, None, "")]])
def test_rows_that_differ_or_do_not_are_no_slips(
    tmp_path: Path, changed: list[tuple[int, object, str]]
) -> None:
    assert nearly_in(*stored(tmp_path / "one", with_towns(*changed))) is None


def test_rows_that_go_on_by_a_last_digit_are_no_slips(tmp_path: Path) -> None:
    rows: list[list[object]] = [["time", "sensor", "room", "state", "heat"]]
    rows += [[f"T{n}", "north", "hall", "on", f"{20 + n % 30 / 100:.2f}"] for n in range(200)]

    assert nearly_in(*stored(tmp_path / "one", rows)) is None


@pytest.mark.parametrize(
    ("one", "other", "is_near"),
    [
        ("Meier", "Meyer", True),
        ("Meier", "Meire", True),
        ("Meier", "Meiier", True),
        ("Meier", "Maier", True),
        ("Meier", "Moser", False),
        ("Hall 1", "Hall 2", False),
        ("red", "bed", False),
        ("12042", "12043", True),
        ("2024", "2025", False),
        ("Alto VXI", "Alto LXI", False),
        ("transient", "transient_party", False),
        ("transient", "transients", True),
        ("Anna Meier", "Anna Meyer", True),
        ("Anna Meier", "Anne Meyer", False),
        ("12.04", "12.05", True),
        ("12.04", "-12.05", False),
        ("12.04", "1205", False),
        ("7", "8", False),
        ("Meier", None, False),
    ],
)
def test_cells_hardly_differ_by_a_letter_or_by_a_last_digit(
    one: str, other: str | None, *, is_near: bool
) -> None:
    assert hardly_differ(one, other) is is_near
