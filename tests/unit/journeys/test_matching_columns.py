"""A file whose columns have other names is answered as under their own, once somebody says which they are."""

import csv
from pathlib import Path

import pytest

from desktop_app.errors import DataError, FileError, UsageError
from desktop_app.records.checking import CheckedFile, CheckFileOrder
from desktop_app.records.matching import ColumnMatch
from desktop_app.records.orders import (
    PredictedFile,
    PredictFileOrder,
    Prepared,
    PrepareOrder,
    TrainedFile,
    TrainFileOrder,
)
from tests.unit.journeys.asking import PLAN, cells, customers, do

AGE = ColumnMatch(column="age", source="Alter")


def renamed(path: Path, **names: str) -> Path:
    """Change the headings of a file."""
    first, *rest = cells(path)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([[names.get(name, name) for name in first], *rest])
    return path


def predicted(model: Path, path: Path, *matches: str) -> list[list[str]]:
    out = path.with_suffix(".out.csv")
    order = PredictFileOrder(model=str(model), path=str(path), out=str(out), matches=matches)
    do("predict_file", order, PredictedFile, path.parent / f"{path.stem}-job")
    return cells(out)


def prepared(model: Path, path: Path, *matches: ColumnMatch, instead: str = "") -> Prepared:
    order = PrepareOrder(path=str(path), name=path.name, model=str(model), matches=matches, instead=instead)
    return do("prepare", order, Prepared, path.parent / f"{path.stem}-table")


def test_the_answers_are_those_under_its_own_names_and_the_file_keeps_its_headings(
    model: Path, tmp_path: Path
) -> None:
    own = predicted(model, customers(tmp_path / "own.csv"))
    other = renamed(customers(tmp_path / "other.csv"), age="Alter = Jahre", joined="seit")

    found = predicted(model, other, "Alter = Jahre=age", "seit=joined")

    assert found[0][:3] == ["Alter = Jahre", "plan", "seit"]
    assert found[1:] == own[1:]


def test_nothing_is_matched_unasked(model: Path, tmp_path: Path) -> None:
    path = renamed(customers(tmp_path / "new.csv"), age="AGE")

    with pytest.raises(DataError) as raised:
        predicted(model, path)

    assert raised.value.values["columns"] == ["age"]


def test_a_column_that_a_person_names_goes_before_the_one_of_that_name(model: Path, tmp_path: Path) -> None:
    path = customers(tmp_path / "new.csv", left=lambda _row, _cell: "20")  # a second column of numbers

    found = prepared(model, path)
    order = CheckFileOrder(model=str(model), path=str(path), matches=("left=age",))
    checked = do("check_file", order, CheckedFile, tmp_path / "job")

    assert found.preflight.mapped == ()
    assert checked.preflight.mapped == (ColumnMatch(column="age", source="left"),)
    assert checked.preflight.missing == ()


def test_a_name_of_two_lines_can_be_matched_and_written_on_one(tmp_path: Path) -> None:
    learned = renamed(customers(tmp_path / "learned.csv"), age="Age\nin years")
    order = TrainFileOrder(path=str(learned), plan=PLAN, out=str(tmp_path / "left.hunch"))
    do("train_file", order, TrainedFile, tmp_path / "learning")
    model, new = tmp_path / "left.hunch", renamed(customers(tmp_path / "new.csv"), age="Age in\nyears")

    own, other = predicted(model, learned), predicted(model, new, "Age in years=Age in years")
    found = prepared(model, new, ColumnMatch(column="Age\nin years", source="Age in\nyears"))

    assert own[1:] == other[1:]
    assert found.preflight.missing == ()


def test_a_remembered_match_is_used_and_said_where_the_file_calls_for_it(model: Path, tmp_path: Path) -> None:
    path = renamed(customers(tmp_path / "new.csv"), age="Alter")

    found = prepared(model, path, ColumnMatch(column="age", source="Years"), AGE)

    assert found.preflight.mapped == (AGE,)
    assert found.table.columns[0].name == "age"
    assert "check.mapped" in [notice.code for notice in found.preflight.notices]


def test_a_remembered_match_leaves_the_column_alone_where_its_own_one_is_there(
    model: Path, tmp_path: Path
) -> None:
    path = renamed(customers(tmp_path / "new.csv"), left="Alter")

    found = prepared(model, path, AGE)

    assert found.preflight.mapped == ()
    assert [column.name for column in found.table.columns] == ["age", "plan", "joined", "Alter"]


def test_of_two_remembered_names_in_one_file_the_latest_is_used(model: Path, tmp_path: Path) -> None:
    path = renamed(customers(tmp_path / "new.csv"), age="Years", left="Alter")

    found = prepared(model, path, ColumnMatch(column="age", source="Years"), AGE)

    assert found.preflight.mapped == (ColumnMatch(column="age", source="Years"),)
    assert found.table.column("Alter") is not None


def test_a_file_that_is_gone_cannot_be_read_with_other_matches(model: Path, tmp_path: Path) -> None:
    with pytest.raises(FileError) as raised:
        prepared(model, tmp_path / "gone.csv", AGE, instead="before")

    assert raised.value.code == "refuse.source_gone"


@pytest.mark.parametrize(
    ("words", "code", "suggestion"),
    [
        (["Alter"], "cli.map", None),
        (["=age"], "cli.map", None),
        (["plan=agee"], "cli.map_needed", "age"),
        (["Alter=age"], "cli.map_column", ""),
        (["plann=age"], "cli.map_column", "plan"),
        (["plan=age", "plan=joined"], "cli.map_twice", None),
        (["plan=age", "joined=age"], "cli.map_twice", None),
    ],
)
def test_a_wrong_name_is_told_with_the_nearest(
    words: list[str], code: str, suggestion: str | None, model: Path, tmp_path: Path
) -> None:
    with pytest.raises(UsageError) as raised:
        predicted(model, customers(tmp_path / "new.csv"), *words)

    assert (raised.value.code, raised.value.values.get("suggestion")) == (code, suggestion)
