"""A column of a new file that is in another unit than the one a model learned from."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from desktop_app.models.card import read_card
from desktop_app.models.cautions import caution_texts
from desktop_app.models.changed_units import about_units, cautions_of_units
from desktop_app.models.saving import save_model
from desktop_app.records.models import Feature
from desktop_app.records.tables import Column, Recipe, Table
from desktop_app.reports.notice_words import notice_text
from desktop_app.tables.columns.unit_sizes import factor_between
from tests.unit.models.made import TYPES, customers, plan_for, table_of, trained

ENGINE = Feature(name="engine", type="number", unit="CC")


def table(unit: str) -> Table:
    column = Column(name="engine", type="number", position=0, missing=0, distinct=3, unit=unit)
    return Table(name="new.csv", rows=3, columns=(column,), recipe=Recipe(format="csv"))


@pytest.mark.parametrize(("unit", "is_said"), [("l", True), ("CC", False), ("cc", False), ("", False)])
def test_another_unit_is_said_and_another_spelling_is_not(unit: str, *, is_said: bool) -> None:
    assert len(about_units([ENGINE], table(unit))) == is_said


def test_it_is_said_of_the_column_and_of_each_row() -> None:
    (of_column,), of_rows = about_units([ENGINE], table("l")), cautions_of_units([ENGINE], table("l"))
    frame = pd.DataFrame({"engine": np.array([1.2, 1.4])})

    texts = caution_texts(frame, [ENGINE], {}, notice_text, always=of_rows)

    assert (of_column.level, of_column.columns) == ("caution", ("engine",))
    assert notice_text(of_column) == '"engine" is in l; it learned with CC.'
    assert list(texts) == ["engine in l, not in CC"] * 2


@pytest.mark.parametrize(
    ("now", "before", "factor"),
    [
        ("g", "kg", 0.001),
        ("KG", "g", 1000),
        ("cm", "m", 0.01),
        ("min", "h", 1 / 60),
        ("l", "kg", 0),
        ("", "kg", 0),
    ],
)
def test_units_of_the_same_can_be_told_from_each_other(now: str, before: str, factor: float) -> None:
    assert factor_between(now, before) == pytest.approx(factor)


def test_a_column_that_is_multiplied_is_in_the_unit_that_is_known() -> None:
    made = table("l")
    columns = tuple(replace(column, factor=1000.0) for column in made.columns)

    assert about_units([ENGINE], replace(made, columns=columns)) == []


def test_a_model_file_keeps_the_units_it_learned_from(tmp_path: Path) -> None:
    frame = customers()
    learned = table_of(frame, TYPES)
    columns = tuple(replace(column, unit="years" * (column.name == "age")) for column in learned.columns)

    save_model(tmp_path / "m.hunch", trained(), replace(learned, columns=columns), plan_for("left"), frame)

    units = {feature.name: feature.unit for feature in read_card(tmp_path / "m.hunch").schema.features}
    assert units == {"age": "years", **dict.fromkeys(("joined", "plan", "remarks", "spent"), "")}
