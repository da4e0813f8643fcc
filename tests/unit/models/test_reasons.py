"""What moved each answer most stands in three columns more."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.models import applying
from desktop_app.models.applying import NewTable, apply_model, headings
from desktop_app.models.preflight import preflight
from desktop_app.records.jobs import Progress
from desktop_app.records.models import REASONS
from desktop_app.reports.notice_words import notice_text
from desktop_app.tables.duck import connect
from tests.unit.models.stored import store
from tests.unit.models.test_applying import TYPES, opened, texts

CELL = re.compile(r"(.+) (= .+|empty): ([+-]\d+\.\d+)")


def explained(folder: Path, target: str, *, beside_rows: bool = False) -> list[tuple[str | None, ...]]:
    model = opened(folder, target, "linear")
    table = store(folder / "table", texts(), TYPES)
    new = NewTable(
        folder=folder / "table", table=table, preflight=preflight(model.card, folder / "table", table)
    )
    new = replace(new, explain=True, learned_from=folder / "table" if beside_rows else None)
    answers = apply_model(model, new, folder / "answers.parquet", notice_text, lambda _: None)
    assert answers.headings == (*headings(model.card), *REASONS)
    with connect(folder=folder) as duck:
        found = duck.execute("SELECT * FROM read_parquet(?)", [str(folder / "answers.parquet")]).fetchall()
    return [row[-3:] for row in found]


@pytest.mark.parametrize("beside_rows", [False, True])
@pytest.mark.parametrize("target", ["left", "spent"])
def test_each_row_names_the_columns_that_moved_it_most(
    target: str, beside_rows: bool, tmp_path: Path
) -> None:
    rows = explained(tmp_path, target, beside_rows=beside_rows)

    for row in rows:
        told = [CELL.fullmatch(cell) for cell in row if cell]
        amounts = [abs(float(one[3])) for one in told if one]
        assert len(amounts) == len(told)
        assert amounts == sorted(amounts, reverse=True)
        assert all(amounts)
    assert len(rows) == 200
    assert any(cell and cell.startswith("plan = silver: ") for row in rows for cell in row)


def test_a_cell_that_is_empty_is_called_so(tmp_path: Path) -> None:
    rows = explained(tmp_path, "spent")

    assert any(cell and cell.startswith("age empty: ") for cell in rows[5])


def test_after_a_few_rows_it_is_told_how_long_the_others_take(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(applying, "_EXPLAINED_AT_ONCE", 80)
    model, folder = opened(tmp_path, "left", "linear"), tmp_path / "table"
    table = store(folder, texts(), TYPES)
    new = NewTable(folder=folder, table=table, preflight=preflight(model.card, folder, table), explain=True)
    seen: list[Progress] = []

    apply_model(model, new, tmp_path / "answers.parquet", notice_text, seen.append)

    assert [one.fraction for one in seen] == [0.4, 0.8, 1.0]
    assert all(one.seconds_left for one in seen[:-1])
