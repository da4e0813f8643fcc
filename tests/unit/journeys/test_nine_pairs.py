"""CSV, Excel and Parquet come in and go out in all nine pairs, with every row and column as it was."""

from itertools import product
from pathlib import Path

import pytest

from desktop_app.journeys.convert_file import convert_file
from desktop_app.journeys.import_table import import_table
from desktop_app.journeys.predict_file import predict_file
from desktop_app.records.converting import ConvertFileOrder
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.orders import ImportOrder, PredictFileOrder
from desktop_app.records.tables import Table
from desktop_app.tables.stored.frames import read_text
from tests.unit.models.made import save
from tests.unit.models.test_applying import texts

ENDINGS = ("csv", "xlsx", "parquet")
OWN = ("number", "code", "day", "is paid", "amount")
Cells = dict[str, list[str | None]]  # by column


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model, and one file in three formats."""
    place = tmp_path_factory.mktemp("pairs")
    save(place / "model.hunch", "linear")
    cells = {name: column[:40] for name, column in texts().items() if name != "left"}
    cells["number"] = [str(row) for row in range(40, 0, -1)]
    cells["code"] = [f"{row:05d}" for row in range(40)]
    cells["day"] = [None if row % 9 == 0 else f"2024-02-{row % 28 + 1:02d}" for row in range(40)]
    cells["is paid"] = [None if row % 7 == 0 else ("TRUE" if row % 2 else "FALSE") for row in range(40)]
    cells["amount"] = [None if row % 8 == 0 else f"{row}.5" for row in range(40)]
    lines = [
        ",".join(cells),
        *(",".join(cell or "" for cell in row) for row in zip(*cells.values(), strict=True)),
    ]
    (place / "in.csv").write_text("\n".join(lines) + "\n")
    for ending in ENDINGS[1:]:
        job = place / f"make {ending}"
        job.mkdir()
        order = ConvertFileOrder(path=str(place / "in.csv"), out=str(place / f"in.{ending}"))
        convert_file(to_json(order), job, lambda _: None)
    return place


def read(file: Path, job: Path) -> Cells:
    job.mkdir()
    order = ImportOrder(path=str(file), name=file.name)
    table = from_json(Table, import_table(to_json(order), job, lambda _: None))
    return {column.name: read_text(job, table, column.name) for column in table.columns}


@pytest.fixture(scope="module")
def as_it_was(folder: Path) -> dict[str, Cells]:
    """What stands in each of the files, before it is answered."""
    return {ending: read(folder / f"in.{ending}", folder / f"read {ending}") for ending in ENDINGS}


@pytest.mark.parametrize(("source", "goal"), list(product(ENDINGS, ENDINGS)))
def test_each_pair_keeps_rows_their_order_and_the_columns_of_the_file(
    source: str, goal: str, folder: Path, as_it_was: dict[str, Cells], tmp_path: Path
) -> None:
    out, before = tmp_path / f"out.{goal}", as_it_was[source]
    order = PredictFileOrder(
        model=str(folder / "model.hunch"), path=str(folder / f"in.{source}"), out=str(out)
    )
    job = tmp_path / "job"
    job.mkdir()

    predict_file(to_json(order), job, lambda _: None)

    after = read(out, tmp_path / "after")
    assert list(after)[: len(before)] == list(before)
    for name in OWN:
        assert [_plain(cell) for cell in after[name]] == [_plain(cell) for cell in before[name]], name
    assert set(after["prediction"]) <= {"yes", "no"}
    assert len(after["prediction"]) == 40


def _plain(cell: str | None) -> str | None:
    """Return a cell as all three formats have it: Parquet knows no "TRUE", only true."""
    return None if not cell else cell.removesuffix(" 00:00:00").upper()
