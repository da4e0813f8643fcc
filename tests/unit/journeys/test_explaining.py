"""Looking into a model that was learned from a file, with the rows that it learned from."""

from pathlib import Path

import pytest

from desktop_app.errors import DataError
from desktop_app.journeys.explain import explained
from desktop_app.models.opening import open_model
from desktop_app.records.explained import Explained
from desktop_app.records.jobs import Progress
from desktop_app.records.orders import ExplainOrder, ImportOrder
from desktop_app.records.tables import Table, Wishes
from tests.unit.journeys.asking import ROWS, customers, do


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the table that the model learned from."""
    folder = tmp_path_factory.mktemp("rows")
    order = ImportOrder(path=str(customers(folder / "customers.csv")), name="customers.csv")
    do("import", order, Table, folder / "table")
    return folder / "table"


def test_a_model_is_looked_into_with_the_rows_that_it_learned_from(
    model: Path, rows: Path, tmp_path: Path
) -> None:
    told: list[Progress] = []
    order = ExplainOrder(model=str(model), table_folder=str(rows), threads=1)

    found = do("explain", order, Explained, tmp_path / "job", told.append)

    age = next(effect for effect in found.effects if effect.column == "age")
    assert found.value == "yes"
    assert (age.kind, age.rows) == ("number", ROWS)
    assert age.points[0].mean < 0.3
    assert age.points[-1].mean > 0.7
    assert told[0].notice
    assert told[0].notice.code == "learn.reading"


def test_a_column_that_the_table_calls_otherwise_by_now_is_named(model: Path, tmp_path: Path) -> None:
    wishes = Wishes(names={"age": "years"})
    order = ImportOrder(path=str(customers(tmp_path / "new.csv")), name="new.csv", wishes=wishes)
    do("import", order, Table, tmp_path / "table")

    with pytest.raises(DataError) as caught:
        explained(open_model(model), tmp_path / "table", lambda _: None)

    assert (caught.value.code, caught.value.values["columns"]) == ("why.other_columns", ["age"])
