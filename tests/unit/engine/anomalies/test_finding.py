"""Rows stand out where chance would not make them, and the cells that make them odd are named."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from desktop_app.engine.anomalies.detecting import limit_of
from desktop_app.engine.anomalies.finding import most_by_chance, shared_fault, with_stand_ins
from desktop_app.errors import DataError
from desktop_app.records.oddness import OddReason, OddRow
from tests.unit.engine.anomalies.made import finder_of, people, with_cell


def standing_out(frame: pd.DataFrame) -> list[int]:
    scores = finder_of(frame).scores(frame)
    return [int(row) for row in np.flatnonzero(scores > limit_of(len(frame)))]


def reasons_of(frame: pd.DataFrame, row: int = 7) -> list[tuple[str, str]]:
    (reasons,) = finder_of(frame).reasons(frame, [row])
    return [(reason.kind, reason.column) for reason in reasons]


@pytest.mark.parametrize("seed", range(4))
def test_hardly_any_row_stands_out_among_those_that_are_alike(seed: int) -> None:
    frame = people(seed=seed)
    finder = finder_of(frame)

    assert len(standing_out(frame)) <= finder.by_chance
    assert not finder.are_far(finder.scores(frame))


@pytest.mark.parametrize(
    ("column", "value", "kind"),
    [
        ("height", 1_700.0, "slip"),
        ("height", 1.7, "slip"),
        ("height", -170.0, "sign"),
        ("height", 320.0, "lone"),
        ("weight", None, "empty"),
        ("plan", "godl", "rare"),
        ("since", pd.Timestamp("1900-01-01"), "range"),
    ],
)
def test_a_row_with_one_odd_cell_stands_out_and_the_cell_is_named(column: str, value: Any, kind: str) -> None:
    frame = with_cell(column, value)

    assert standing_out(frame) == [7]
    assert reasons_of(frame) == [("days" if column == "since" else kind, column)]


def test_what_rows_like_it_have_are_values_that_they_have() -> None:
    frame = with_cell("age", 400, frame=people().assign(age=np.arange(400) % 47 + 18.0))

    (reasons,) = finder_of(frame).reasons(frame, [7])

    assert [end for one in reasons if one.column == "age" for end in (one.low % 1, one.high % 1)] == [0, 0]


def test_cells_that_are_usual_by_themselves_are_odd_together() -> None:
    both = with_cell("weight", 95.0, frame=with_cell("height", 150.0))
    frame = both[["height", "weight", "paid"]]

    assert 7 in standing_out(frame)
    assert {column for _kind, column in reasons_of(frame)} <= {"height", "weight"}


def test_one_odd_cell_is_seen_among_many_columns() -> None:
    rng = np.random.default_rng(0)
    frame = pd.DataFrame({f"n{place}": rng.normal(size=500) for place in range(40)})
    frame.loc[7, "n30"] = 14.0

    assert standing_out(frame) == [7]
    assert reasons_of(frame) == [("lone", "n30")]


def test_values_that_are_rare_in_a_column_of_rare_values_are_nothing_odd() -> None:
    frame = people()
    frame["town"] = pd.Categorical([f"town {row // 2}" for row in range(len(frame))])

    assert len(standing_out(frame)) <= finder_of(frame).by_chance


def test_a_number_of_several_odd_rows_may_stand_for_something_else() -> None:
    far = OddReason(kind="range", column="age", value=999.0, low=20.0, high=70.0)
    rows = with_stand_ins([OddRow(row=row, less_odd=90, reasons=(far,)) for row in range(4)])

    assert {(row.reasons[0].kind, row.reasons[0].count) for row in rows} == {("stand_in", 4)}
    shared = shared_fault(rows)
    assert shared
    assert (shared.rows, shared.of, shared.reason.value) == (4, 4, 999.0)


def test_what_is_rare_is_no_fault_of_the_file() -> None:
    rare = OddReason(kind="rare", column="plan", value="x", count=1, of=100)

    assert shared_fault([OddRow(row=row, less_odd=90, reasons=(rare,)) for row in range(4)]) is None


def test_more_may_come_by_chance_than_were_seen() -> None:
    assert [most_by_chance(seen) for seen in (0, 5, 50)] == [1, 3, 16]


def test_too_few_rows_are_refused() -> None:
    with pytest.raises(DataError) as refused:
        finder_of(people(rows=19))

    assert refused.value.code == "odd.too_few"
