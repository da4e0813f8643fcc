"""Rows that a row is compared with: those of the table, or what a model file tells of them."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from desktop_app.engine.explanation.mixing import cell_of
from desktop_app.models import past_rows
from desktop_app.models.one_row import cells_of_row
from desktop_app.models.opening import OpenedModel, open_model
from desktop_app.models.past_rows import read_past, row_of_table, told_rows, weights_for
from desktop_app.records.results import Importance
from desktop_app.tables.stored.cells import Draw
from desktop_app.tables.stored.frames import row_numbers
from tests.unit.models.made import TYPES, customers, save
from tests.unit.models.stored import store


@pytest.fixture
def model(tmp_path: Path) -> OpenedModel:
    save(tmp_path / "model.hunch")
    return open_model(tmp_path / "model.hunch")


def texts() -> dict[str, list[str | None]]:
    """Return the customers as their file would have them, the fourth without an outcome."""
    frame = customers()
    outcomes: list[str | None] = list(frame["left"])
    outcomes[3] = None
    return {
        "age": [None if np.isnan(age) else f"{age:g}" for age in frame["age"]],
        "joined": [str(day)[:10] for day in frame["joined"]],
        "plan": list(frame["plan"]),
        "remarks": list(frame["remarks"]),
        "left": outcomes,
        "spent": [f"{amount:.1f}" for amount in frame["spent"]],
    }


def test_past_rows_are_those_of_the_table_whose_outcome_is_known(tmp_path: Path, model: OpenedModel) -> None:
    table = store(tmp_path / "table", texts(), TYPES)

    past = read_past(model, tmp_path / "table", table)

    assert past is not None
    assert past.rows.tolist() == [row for row in range(200) if row != 3]
    assert [past.outcomes[place] for place in (0, 3, 198)] == [
        customers()["left"][row] for row in (0, 4, 199)
    ]
    assert cell_of(past.cells, 3, "plan") == customers()["plan"][4]
    assert cell_of(past.cells, 3, "joined") == str(customers()["joined"][4])[:10]


def test_past_amounts_are_numbers_however_the_file_writes_them(tmp_path: Path) -> None:
    save(tmp_path / "amounts.hunch", target="spent")
    model = open_model(tmp_path / "amounts.hunch")
    cells = texts() | {"spent": ["1.250,5", "1.000", None, "0,00000025", *["12,0"] * 196]}
    table = store(tmp_path / "table", cells, TYPES | {"spent": "text"})
    readings = {"age": "number-comma"}
    table = replace(table, recipe=replace(table.recipe, readings=readings))

    past = read_past(model, tmp_path / "table", table)

    assert past is not None
    assert past.rows.tolist()[:4] == [0, 1, 3, 4]
    assert past.outcomes[:4] == ("1250.5", "1000.0", "2.5e-07", "12.0")


def test_of_a_long_table_some_rows_are_drawn_each_with_its_number(
    tmp_path: Path, model: OpenedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = store(tmp_path / "table", texts(), TYPES)
    monkeypatch.setattr(past_rows, "MOST_ROWS", 50)
    monkeypatch.setattr(past_rows, "FEWEST_ROWS", 50)

    past = read_past(model, tmp_path / "table", table)

    assert past is not None
    assert 20 < len(past.rows) < 90
    assert len(past.rows) == len(past.cells) == len(past.outcomes)
    for place, row in enumerate(past.rows.tolist()):
        assert cell_of(past.cells, place, "spent") == customers()["spent"][row]


def test_the_numbers_of_drawn_rows_rise_and_are_the_same_for_a_seed(tmp_path: Path) -> None:
    store(tmp_path / "table", texts(), TYPES)

    first, again, other = (
        row_numbers(tmp_path / "table", Draw(share=0.3, seed=seed)).tolist() for seed in (1, 1, 2)
    )

    assert first == again == sorted(set(first))
    assert first != other


def test_a_table_without_the_column_to_predict_has_no_past_rows(tmp_path: Path, model: OpenedModel) -> None:
    cells = texts()
    del cells["left"]

    assert read_past(model, tmp_path / "table", store(tmp_path / "table", cells, TYPES)) is None


def test_a_column_that_the_table_lost_is_empty_in_all_rows(tmp_path: Path, model: OpenedModel) -> None:
    cells = texts()
    del cells["plan"]

    past = read_past(model, tmp_path / "table", store(tmp_path / "table", cells, TYPES))

    assert past is not None
    assert {cell_of(past.cells, row, "plan") for row in range(len(past.cells))} == {None}


def test_a_row_of_the_table_is_read_with_what_came_of_it(tmp_path: Path, model: OpenedModel) -> None:
    table = store(tmp_path / "table", texts(), TYPES)

    frame, outcome = row_of_table(model, tmp_path / "table", table, 7)

    row = cells_of_row(model, frame)
    assert outcome == customers()["left"][7]
    assert [cell_of(row, 0, name) for name in ("age", "plan", "remarks", "spent")] == [
        None,
        *(customers()[name][7] for name in ("plan", "remarks", "spent")),
    ]
    assert row_of_table(model, tmp_path / "table", table, 3)[1] == ""


def test_a_file_tells_the_usual_row_and_values_of_its_columns(model: OpenedModel) -> None:
    rows = told_rows(model)

    usual = {name: cell_of(rows, 0, name) for name in rows.layout.names}
    known = customers()
    assert usual["age"] == known["age"].median()
    assert usual["plan"] == known["plan"].mode()[0]
    assert usual["remarks"] is None
    plans = {cell_of(rows, row, "plan") for row in range(len(rows))}
    assert plans == {"basic", "gold", "silver", "platinum"}
    assert {known["age"].min(), known["age"].max()} <= {cell_of(rows, row, "age") for row in range(len(rows))}


def test_columns_count_by_what_is_lost_without_them(model: OpenedModel) -> None:
    def with_importances(**losses: float) -> OpenedModel:
        found = tuple(Importance(column=name, loss=loss, low=0.0, high=1.0) for name, loss in losses.items())
        evaluation = replace(model.card.evaluation, importances=found)
        return replace(model, card=replace(model.card, evaluation=evaluation))

    assert weights_for(with_importances(age=0.2, plan=-0.1, spent=0.0)) == {"age": 0.2}
    leaned_on = weights_for(with_importances(age=-0.2))
    assert leaned_on["spent"] > leaned_on["joined"]
