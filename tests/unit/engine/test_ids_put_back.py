"""An ID that the person put back is learned from, and that is said."""

from dataclasses import replace
from typing import Any

import numpy as np

from desktop_app.engine.question import read_question
from desktop_app.records.notices import Notice, about
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.tables import Table
from tests.unit.engine.made import signal, table_for

ROWS = 200
FRAME = signal(ROWS).assign(number=np.arange(ROWS, dtype=np.float64), client=np.arange(ROWS) % 60 + 0.0)
CODES = ("plan.id_used", "plan.repeated_id_used")


def table() -> Table:
    """Return the record of a table with an ID of each row, and one that repeats."""
    made = table_for(FRAME, number="id")
    note = Notice(code="find.repeated_id", values={"column": "client", "count": 60}, columns=("client",))
    columns = (replace(one, notes=(note,)) if one.name == "client" else one for one in made.columns)
    return replace(made, columns=tuple(columns))


def told(**plan: Any) -> list[Notice]:
    asked = read_question(FRAME, table(), TrainingPlan(target="left", any_row=not plan.get("group"), **plan))
    return [notice for notice in asked.warnings if notice.code in CODES]


def test_ids_that_are_left_out_are_no_warning() -> None:
    assert told() == []


def test_ids_that_were_put_back_are_told_with_what_they_are() -> None:
    assert told(include=("number", "client", "age")) == [
        about("number", "plan.id_used", "caution"),
        about("client", "plan.repeated_id_used", "caution", count=60, rows=ROWS),
    ]


def test_an_id_that_it_is_tested_on_new_values_of_is_no_warning() -> None:
    assert told(include=("client",), group="client") == []
