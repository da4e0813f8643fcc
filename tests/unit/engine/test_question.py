"""A table and a plan made into material to learn from."""

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from desktop_app.engine.question import Question, read_question
from desktop_app.errors import DataError
from desktop_app.records.notices import Notice
from desktop_app.records.plans import LeftOut, TrainingPlan
from tests.unit.engine.made import frame_of, signal, table_for

ROWS = 500
FRAME = signal(ROWS)


def question(frame: pd.DataFrame, target: str = "left", **plan: Any) -> Question:
    return read_question(frame, table_for(frame), TrainingPlan(target=target, **plan))


def refused(frame: pd.DataFrame, **plan: Any) -> DataError:
    with pytest.raises(DataError) as caught:
        question(frame, **plan)
    return caught.value


def said(asked: Question, code: str) -> Notice | None:
    return next((notice for notice in asked.warnings if notice.code == code), None)


def without_target(share: float) -> pd.DataFrame:
    gone = np.random.default_rng(0).random(ROWS) < share
    return FRAME.assign(left=FRAME["left"].where(~gone, None), spent=FRAME["spent"].where(~gone))


@pytest.mark.parametrize("target", ["left", "spent"])
def test_rows_without_a_target_are_left_out_and_counted(target: str) -> None:
    frame = without_target(0.5)
    known = int(frame[target].notna().sum())

    asked = question(frame.drop(columns={"left": "spent", "spent": "left"}[target]), target)

    assert len(asked.material.cells) == len(asked.material.target.values) == known
    notice = said(asked, "plan.target_missing")
    assert notice is not None
    assert notice.values == {"count": ROWS - known, "rows": ROWS, "target": target}


def test_the_cells_of_a_row_stay_with_its_answer() -> None:
    frame = without_target(0.5)

    material = question(frame.drop(columns="spent")).material

    kept = frame[frame["left"].notna()]
    assert material.cells.numbers[:, 0].tolist() == kept["age"].tolist()
    assert [material.target.classes[code] for code in material.target.codes] == kept["left"].tolist()


def test_fewer_than_twenty_rows_with_a_number_are_too_few() -> None:
    frame = FRAME.assign(spent=[*FRAME["spent"][:19], *[np.inf] * (ROWS - 19)])

    assert refused(frame, target="spent").values == {"rows": 19}


def test_a_target_that_holds_one_number_only_is_refused() -> None:
    frame = FRAME.assign(spent=[np.inf, *[3.0] * (ROWS - 1)])

    error = refused(frame, target="spent", task="regression")

    assert error.code == "plan.one_value"
    assert error.values["value"] == "3"


def test_a_target_of_nothing_but_huge_numbers_is_not_said_to_be_one_value() -> None:
    frame = FRAME.assign(spent=np.arange(1.0, ROWS + 1) * 1e60)

    error = refused(frame, target="spent", task="regression")

    assert (error.code, error.values["most"]) == ("plan.too_large", "1e+30")


def test_a_twin_of_the_target_is_left_out_and_said() -> None:
    asked = question(FRAME.assign(gone=FRAME["left"].map({"yes": "1", "no": "0"})))

    assert asked.left_out == (LeftOut(column="gone", reason="same", count=ROWS),)
    assert asked.features == ("age", "calls", "plan", "spent")
    assert set(asked.material.cells.layout.names) == set(asked.features)


def test_a_twin_that_the_person_wants_back_is_learned_from() -> None:
    frame = FRAME.assign(gone=FRAME["left"])

    assert "gone" in question(frame, include=("gone",)).features


def test_where_only_a_twin_is_there_nothing_is_left_to_learn_from() -> None:
    error = refused(frame_of(left=FRAME["left"], gone=FRAME["left"]), target="left")

    assert error.code == "plan.no_columns"
    assert error.values["columns_and_reasons"] == ["gone (the same as the column to predict)"]


def test_columns_that_were_left_out_are_not_in_the_material() -> None:
    asked = question(FRAME, exclude=("age", "plan"))

    assert asked.features == ("calls", "spent")
    assert [item.reason for item in asked.left_out] == ["asked", "asked"]


@pytest.mark.parametrize(("rows", "is_said"), [(399, True), (400, False)])
def test_few_rows_are_said(rows: int, is_said: bool) -> None:
    notice = said(question(FRAME[:rows]), "plan.few_rows")

    assert (notice is not None) is is_said
    if notice:
        assert notice.values == {"rows": 399, "need": 4 * 399}


def test_rows_of_a_table_too_large_to_be_learned_from_are_said() -> None:
    whole, half = question(FRAME), read_question(FRAME[::2], table_for(FRAME), TrainingPlan(target="left"))

    assert said(whole, "plan.sampled") is None
    notice = said(half, "plan.sampled")
    assert notice is not None
    assert notice.values == {"sample": ROWS // 2, "rows": ROWS}
    assert half.identity != whole.identity


def test_kinds_with_few_rows_are_named() -> None:
    left = FRAME["left"].copy()
    left[:3], left[3:12] = "perhaps", "never"

    notices = [n for n in question(FRAME.assign(left=left)).warnings if n.code == "plan.few_of_class"]

    assert [(n.values["value"], n.values["count"]) for n in notices] == [("perhaps", 3), ("never", 9)]


def test_a_rare_kind_is_said_with_what_a_guess_reaches() -> None:
    left = np.where(np.arange(ROWS) < 50, "yes", "no")

    notice = said(question(FRAME.assign(left=left.astype(object))), "plan.rare")

    assert notice is not None
    assert notice.values["yes"] == "yes"
    assert (notice.values["count"], notice.values["guess"]) == (0.1, 0.9)


def test_the_identity_is_that_of_the_table_and_the_plan() -> None:
    asked = question(FRAME)
    other_table = replace(table_for(FRAME), sha256="cd" * 32)
    other = read_question(FRAME, other_table, TrainingPlan(target="left"))

    assert asked.identity == question(FRAME).identity
    changes: list[dict[str, Any]] = [
        {"seed": 1},
        {"budget": 15.0},
        {"exclude": ("age",)},
        {"known": ("age",)},
    ]
    identities = {asked.identity, other.identity, *(question(FRAME, **change).identity for change in changes)}
    assert len(identities) == 2 + len(changes)
