"""Rows that came as cells: which of them the rules of a model would leave out, as of a stored table."""

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from desktop_app.models.card import read_card
from desktop_app.models.left_out_cells import rows_left_out
from desktop_app.records.tables import RowRule, Wishes
from tests.unit.service.conftest import COMPAT

ROWS: list[dict[str, Any]] = [
    {"kg": 3.0, "town": "Ahlen", "sent": "2025-03-10", "more": "x"},
    {"kg": None, "town": "Celle", "sent": None, "more": ""},
    {"kg": 7.5, "town": "", "sent": "2025-03-11"},
    {"kg": 8, "town": None, "sent": "2024-01-01", "more": [1]},
]
DAY = 1741564800.0  # 2025-03-10


@pytest.mark.parametrize(
    ("rule", "rows"),
    [
        (RowRule(kind="value", column="town", value="Ahlen"), [0]),
        (RowRule(kind="value", column="town", value="Ahlen", keep=True), [1, 2, 3]),
        (RowRule(kind="value", column="kg", value="8.0"), [3]),
        (RowRule(kind="value", column="kg", value="8 kg"), []),
        (RowRule(kind="range", column="kg", start=3.0, end=8.0), [0, 2]),
        (RowRule(kind="range", column="kg", start=5.0, keep=True), [0, 1]),
        (RowRule(kind="range", column="sent", start=DAY, end=DAY + 86_400), [0]),
        (RowRule(kind="range", column="town", start=1.0), []),
        (RowRule(kind="empty", column="kg"), [1]),
        (RowRule(kind="empty", column="town"), [2, 3]),
        (RowRule(kind="value", column="more", value="x"), [0]),
        (RowRule(kind="empty", column="nowhere"), []),
        (RowRule(kind="repeated"), []),
    ],
)
def test_a_rule_speaks_of_the_rows_that_it_would_leave_out(rule: RowRule, rows: list[int]) -> None:
    card = read_card(COMPAT / "rule.hunch")
    ruled = replace(card, recipe=replace(card.recipe, wishes=Wishes(rows_out=(rule,))))
    frame = pd.DataFrame({"kg": pd.Series([3.0, None, 7.5, 8.0]), "town": [row["town"] for row in ROWS]})
    frame["sent"] = pd.to_datetime([row["sent"] for row in ROWS]).astype("datetime64[us]")

    assert rows_left_out(ruled, ROWS, frame) == rows
