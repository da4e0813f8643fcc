"""Rows with cells that never occurred together: said of each row, of one row, and of a file."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from desktop_app.models.applying import NewTable, apply_model
from desktop_app.models.card import read_card
from desktop_app.models.describing import describe_schema
from desktop_app.models.one_row import cautions_of_row
from desktop_app.models.opening import OpenedModel, open_model
from desktop_app.models.preflight import preflight
from desktop_app.models.unmet import UnmetCount, notices_of_unmet, with_unmet
from desktop_app.records.models import Combinations, Feature, Schema, Steps, Unmet
from desktop_app.reports.notice_words import notice_text
from desktop_app.tables.duck import connect
from tests.unit.models.made import TYPES, customers, plan_for, save, table_of, trained
from tests.unit.models.stored import store

SEX = Feature(name="sex", type="category", levels=("female", "male"))
WARD = Feature(name="ward", type="category", levels=("births", "eyes"))
AGE = Feature(name="age", type="number", minimum=0.0, maximum=99.0)
SCHEMA = Schema(
    target="left",
    task="classification",
    classes=("no", "yes"),
    features=(SEX, WARD, AGE),
    combinations=Combinations(
        steps=(
            Steps(column="sex", levels=("female", "male")),
            Steps(column="ward", levels=("births", "eyes")),
            Steps(column="age", ends=(0.0, 15.0, 50.0, 99.0)),
        ),
        unmet=(
            Unmet(first="sex", second="ward", cells=(0b00, 0b01)),
            Unmet(first="ward", second="age", cells=(0b101, 0b000)),
            Unmet(first="age", second="sex", cells=(0b00, 0b00, 0b10)),
        ),
    ),
)
FRAME = pd.DataFrame(
    {
        "sex": ["female", "male", "male", "female"],
        "ward": ["births", "births", "births", "births"],
        "age": [30.0, 30.0, 70.0, 15.0],
    }
)


def test_each_row_says_what_is_unusual_together_two_pairs_at_most() -> None:
    before = np.array(["", "", "rows like this were left out before learning", ""], dtype=object)

    texts = with_unmet(before, FRAME, SCHEMA, notice_text)

    assert list(texts) == [
        "",
        "unusual together: sex and ward",
        "rows like this were left out before learning; unusual together: sex and ward; "
        "unusual together: ward and age",
        "unusual together: ward and age",
    ]


def test_one_row_says_the_same_as_a_file() -> None:
    told = [
        "; ".join(map(notice_text, notices_of_unmet(FRAME.iloc[[row]], SCHEMA))) for row in range(len(FRAME))
    ]

    assert told == list(with_unmet(np.full(4, "", dtype=object), FRAME, SCHEMA, notice_text))


@pytest.mark.parametrize(("rows", "level"), [(6, "caution"), (600, "note")])
def test_a_file_says_how_many_rows_there_are_and_where_most(rows: int, level: str) -> None:
    count = UnmetCount(SCHEMA)
    count.add(FRAME.iloc[:2])
    count.add(FRAME.iloc[2:])

    (notice,) = count.notices(rows)

    assert notice.level == level
    assert notice_text(notice) == (
        '3 rows hold a combination it has never seen, most often of "sex" and "ward".'
    )


def test_a_file_without_such_rows_says_nothing() -> None:
    count = UnmetCount(SCHEMA)
    count.add(FRAME.iloc[:1])

    assert count.notices(1) == []


def test_a_model_without_combinations_says_nothing(tmp_path: Path) -> None:
    card = save(tmp_path / "made.hunch")  # of too few rows

    assert read_card(tmp_path / "made.hunch").schema.combinations == Combinations()
    assert notices_of_unmet(customers().iloc[:1], card.schema) == ()


def opened(folder: Path) -> OpenedModel:
    """Return a model that has never seen somebody of at most 40 years with plan "gold"."""
    save(folder / "made.hunch")
    model = open_model(folder / "made.hunch")
    known = Combinations(
        steps=(
            Steps(column="age", ends=(18.0, 40.0, 79.0)),
            Steps(column="plan", levels=("basic", "gold", "silver")),
        ),
        unmet=(Unmet(first="age", second="plan", cells=(0b010, 0b000)),),
    )
    schema = replace(model.card.schema, combinations=known)
    return replace(model, card=replace(model.card, schema=schema))


def test_a_file_is_told_before_and_in_its_rows(tmp_path: Path) -> None:
    model, folder = opened(tmp_path), tmp_path / "table"
    cells: dict[str, list[str | None]] = {"age": ["30", "30", "60"], "plan": ["gold", "basic", "gold"]}
    cells |= {"joined": ["2021-01-01"] * 3, "remarks": ["late"] * 3, "spent": ["100"] * 3}
    table = store(folder, cells, {name: TYPES[name] for name in cells})

    found = preflight(model.card, folder, table)
    new = NewTable(folder=folder, table=table, preflight=found)
    apply_model(model, new, tmp_path / "answers.parquet", notice_text, lambda _: None)

    assert '1 row holds a combination it has never seen, of "age" and "plan".' in map(
        notice_text, found.notices
    )
    with connect(folder=tmp_path) as duck:
        rows = duck.execute("SELECT * FROM read_parquet(?)", [str(tmp_path / "answers.parquet")]).fetchall()
    assert [row[-1] for row in rows] == ["unusual together: age and plan", None, None]


def test_a_row_that_is_tried_out_is_told(tmp_path: Path) -> None:
    row = customers().iloc[[20]].assign(age=30.0, plan="gold")

    told = [notice_text(notice) for notice in cautions_of_row(opened(tmp_path), row)]

    assert told == ["unusual together: age and plan"]


def test_a_model_remembers_what_never_occurred_together() -> None:
    frame = pd.concat([customers()] * 4, ignore_index=True)
    frame["plan"] = np.where(frame["age"] > 50, "gold", "basic")

    schema = describe_schema(table_of(frame, TYPES), plan_for("left"), trained().evaluation, frame)

    found = notices_of_unmet(frame.iloc[[0]].assign(age=25.0, plan="gold"), schema)
    assert {"age", "plan"} in [set(notice.values.values()) for notice in found]
