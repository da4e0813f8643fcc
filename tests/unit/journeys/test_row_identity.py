"""A row is known again by its cells, and rows that stand twice are found with their places."""

from pathlib import Path

import numpy as np
import pytest

from desktop_app.journeys.row_identity import identified, repeats_in
from desktop_app.records.oddness import OddRow
from desktop_app.records.orders import ImportOrder
from desktop_app.records.tables import Table
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
