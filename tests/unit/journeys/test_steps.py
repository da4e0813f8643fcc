"""The journey that reads a file again takes the short way where it can, and never past a changed file."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app.errors import FileError
from desktop_app.journeys.import_table import import_table
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.orders import ImportOrder
from desktop_app.records.tables import RowRule, Table, Wishes
from desktop_app.tables.duck import connect
from desktop_app.tables.stored.storage import TEXTS

LINES = ["id,city", *(f"{n},{'Oslo' if n % 3 else 'Rome'}" for n in range(30))]
ROME = RowRule(kind="value", column="city", value="Rome")


def read(order: ImportOrder, folder: Path) -> Table:
    return from_json(Table, import_table(to_json(order), folder, lambda _: None))


def first(path: Path) -> tuple[Table, ImportOrder]:
    """Read a file, and return what asks for it once more."""
    order = ImportOrder(path=str(path), name="Customers")
    table = read(order, path.parent / "first")
    earlier = str(path.parent / "first")
    return table, replace(order, table_id="t", size=table.size, sha256=table.sha256, earlier=earlier)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "c.csv").write_text("\n".join(LINES))
    return tmp_path / "c.csv"


@pytest.mark.parametrize(
    "wishes",
    [Wishes(names={"id": "customer"}), Wishes(columns_out=("id",)), Wishes(rows_out=(ROME,))],
    ids=("names", "columns", "rows"),
)
def test_a_step_gives_the_same_with_and_without_the_reading_before(path: Path, wishes: Wishes) -> None:
    _, again = first(path)
    order = replace(again, wishes=wishes)

    short, full = read(order, path.parent / "a"), read(replace(order, earlier=""), path.parent / "b")

    assert short == full
    assert short.recipe.wishes == wishes


def test_stored_rows_serve_again_and_the_file_is_not_parsed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, again = first(path)
    monkeypatch.setattr("desktop_app.journeys.import_table.import_file", _must_not_be_read)

    table = read(replace(again, wishes=Wishes(names={"id": "x"}, rows_out=(ROME,))), path.parent / "a")

    assert (table.columns[0].name, table.rows) == ("x", 20)


def _must_not_be_read(*_arguments: Any, **_options: Any) -> Table:
    raise AssertionError("the file was read")


@pytest.mark.parametrize("name", ["longer", "another"])
def test_a_file_that_changed_is_refused_also_where_its_rows_are_stored(path: Path, name: str) -> None:
    _, again = first(path)
    text = path.read_text()

    path.write_text(text + "\n99,Bonn" if name == "longer" else text.replace("Rome", "Roma"))

    with pytest.raises(FileError) as caught:
        read(replace(again, wishes=Wishes(names={"id": "x"})), path.parent / "a")
    assert caught.value.code == "refuse.source_changed"


def test_a_file_that_is_gone_is_refused(path: Path) -> None:
    _, again = first(path)

    path.unlink()

    with pytest.raises(FileError) as caught:
        read(replace(again, wishes=Wishes(names={"id": "x"})), path.parent / "a")
    assert caught.value.code == "refuse.source_gone"


def test_a_reading_before_that_is_gone_costs_time_and_nothing_else(path: Path) -> None:
    _, again = first(path)

    order = replace(again, earlier=str(path.parent / "nowhere"), wishes=Wishes(columns_out=("id",)))

    assert [column.name for column in read(order, path.parent / "a").columns] == ["city"]


@pytest.mark.parametrize("is_short", [True, False])
def test_the_rows_of_a_sheet_keep_their_numbers(tmp_path: Path, *, is_short: bool) -> None:
    book = openpyxl.Workbook()
    for line in LINES:
        book.active.append(line.split(","))
    book.save(tmp_path / "c.xlsx")
    _, again = first(tmp_path / "c.xlsx")
    order = replace(again, wishes=Wishes(rows_out=(ROME,)))

    read(order if is_short else replace(order, earlier=""), tmp_path / "a")

    with connect(folder=tmp_path) as duck:
        texts = str(tmp_path / "a" / TEXTS)
        query = "SELECT file_row_number, n, r0 FROM read_parquet(?, file_row_number = true)"
        found = duck.execute(query, [texts])
        rows = found.fetchall()
    assert [row for row, _number, _id in rows] == list(range(20))
    assert [(number, int(id_)) for _row, number, id_ in rows] == [(n + 2, n) for n in range(30) if n % 3]
