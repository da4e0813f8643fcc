"""Every row of a table gets one answer, in its place."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app.errors import DataError
from desktop_app.models import batches
from desktop_app.models.applying import NewTable, apply_model, headings
from desktop_app.models.opening import OpenedModel, open_model
from desktop_app.models.preflight import preflight
from desktop_app.records.jobs import Progress
from desktop_app.records.models import Answers
from desktop_app.records.tables import ColumnType
from desktop_app.reports.notice_words import notice_text
from desktop_app.tables.duck import connect
from tests.unit.models.made import Kind, customers, save
from tests.unit.models.stored import store

TYPES: dict[str, ColumnType] = {
    "age": "number",
    "joined": "date",
    "plan": "category",
    "remarks": "text",
    "spent": "number",
    "left": "yes/no",
}


def texts() -> dict[str, list[str | None]]:
    """Return the customers as their file would have them."""
    frame = customers()
    return {
        "age": [None if np.isnan(age) else f"{age:g}" for age in frame["age"]],
        "joined": [str(day)[:10] for day in frame["joined"]],
        "plan": list(frame["plan"]),
        "remarks": list(frame["remarks"]),
        "spent": [f"{amount:.1f}" for amount in frame["spent"]],
        "left": list(frame["left"]),
    }


def opened(folder: Path, target: str = "left", kind: Kind = "forest") -> OpenedModel:
    save(folder / "model.hunch", kind, target)
    return open_model(folder / "model.hunch")


def applied(
    folder: Path, model: OpenedModel, cells: dict[str, list[str | None]], *, allow_missing: Sequence[str] = ()
) -> tuple[Answers, list[tuple[Any, ...]]]:
    table = store(folder / "table", cells, TYPES)
    found = preflight(model.card, folder / "table", table)
    new = NewTable(folder=folder / "table", table=table, preflight=found, allow_missing=tuple(allow_missing))
    out = folder / "answers.parquet"
    answers = apply_model(model, new, out, notice_text, lambda _: None)
    with connect(folder=folder) as duck:
        return answers, duck.execute("SELECT * FROM read_parquet(?) ORDER BY row", [str(out)]).fetchall()


def test_every_row_gets_the_answer_of_the_model_in_its_place(tmp_path: Path) -> None:
    model = opened(tmp_path)

    answers, rows = applied(tmp_path, model, texts())

    predictions = model.predictor.answer(customers())
    assert predictions.labels is not None
    assert [row[0] for row in rows] == list(range(200))
    assert [row[1] for row in rows] == list(predictions.labels)
    assert answers.rows == 200
    assert sum(answers.counts.values()) == 200


def test_the_answers_do_not_depend_on_the_size_of_the_batches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = opened(tmp_path)
    _, at_once = applied(tmp_path, model, texts())
    monkeypatch.setattr(batches, "ROWS", 67)

    _, in_pieces = applied(tmp_path, model, texts())

    assert in_pieces == at_once


def test_a_class_comes_with_the_chance_of_each(tmp_path: Path) -> None:
    model = opened(tmp_path)

    answers, rows = applied(tmp_path, model, texts())

    assert answers.headings == ("prediction", "probability", "probability: no", "probability: yes", "caution")
    for _, label, chance, no, yes, _ in rows:
        assert chance == max(no, yes) == (yes if label == "yes" else no)
        assert no + yes == pytest.approx(1, abs=2e-6)


def test_a_number_comes_with_its_range_and_no_needless_digits(tmp_path: Path) -> None:
    model = opened(tmp_path, "spent")

    answers, rows = applied(tmp_path, model, texts())

    assert answers.headings == ("prediction", "low", "high", "caution") == headings(model.card)
    assert all(low <= amount <= high for _, amount, low, high, _ in rows)
    assert all(round(amount, 1) == amount for _, amount, *_ in rows)
    assert answers.low == min(row[1] for row in rows)
    assert answers.high == max(row[1] for row in rows)


def test_a_small_number_keeps_the_digits_that_count(tmp_path: Path) -> None:
    model = opened(tmp_path, "spent")
    misses = replace(model.card.evaluation.misses, half=2e-7)  # type: ignore[type-var]  # a number has misses
    tiny = replace(model.card, evaluation=replace(model.card.evaluation, misses=misses))

    _, rows = applied(tmp_path, replace(model, card=tiny), texts())

    assert any(round(amount, 3) != amount for _, amount, *_ in rows)


def test_cautions_stand_in_their_rows_and_are_counted(tmp_path: Path) -> None:
    cells = texts()
    cells["plan"][3] = "diamond"
    cells["age"][4] = "120"

    answers, rows = applied(tmp_path, opened(tmp_path), cells)

    assert answers.cautions == 2
    assert [row[-1] for row in rows][2:6] == [
        None,
        "new value in plan: diamond",
        "above all it learned from: age 120 (up to 78)",
        None,
    ]


def test_a_missing_column_stops_it(tmp_path: Path) -> None:
    cells = texts()
    del cells["plan"]

    with pytest.raises(DataError) as caught:
        applied(tmp_path, opened(tmp_path), cells)

    assert caught.value.code == "cli.missing_columns"
    assert caught.value.values == {"columns": ["plan"]}


def test_a_missing_column_that_is_allowed_is_said_in_every_row(tmp_path: Path) -> None:
    cells = texts()
    del cells["plan"]

    answers, rows = applied(tmp_path, opened(tmp_path), cells, allow_missing=["plan"])

    assert answers.cautions == 200
    assert all("without plan" in row[-1] for row in rows)


def test_a_table_that_was_answered_without_a_column_is_a_caution_and_not_unfit(tmp_path: Path) -> None:
    cells = texts()
    del cells["plan"]

    answers, _ = applied(tmp_path, opened(tmp_path), cells, allow_missing=["plan"])

    assert (answers.preflight.fit, answers.preflight.missing) == ("caution", ("plan",))


def test_progress_says_how_many_rows_are_answered(tmp_path: Path) -> None:
    model = opened(tmp_path)
    table = store(tmp_path / "table", texts(), TYPES)
    new = NewTable(
        folder=tmp_path / "table", table=table, preflight=preflight(model.card, tmp_path / "table", table)
    )
    seen: list[Progress] = []

    apply_model(model, new, tmp_path / "answers.parquet", notice_text, seen.append)

    assert seen[-1].fraction == 1
    assert seen[-1].notice is not None
    assert seen[-1].notice.values == {"done": 200, "rows": 200}
