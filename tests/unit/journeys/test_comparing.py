"""Comparing groups and models, from a training to what was found."""

from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import numpy as np
import pytest

from desktop_app.engine import amount
from desktop_app.engine.evaluation.unseen import Unseen
from desktop_app.errors import DataError
from desktop_app.models.tested_file import read_tested, write_tested
from desktop_app.records.comparing import CompareOrder, Comparison
from desktop_app.records.decisions import Decision
from desktop_app.records.groups import ComparedGroups, GroupsOrder
from desktop_app.records.orders import MODEL_FILE, TESTED_FILE, ImportOrder, TrainOrder
from desktop_app.records.results import Evaluation
from desktop_app.records.tables import RowRule, Table, Wishes
from desktop_app.tables.stored.storage import read_table
from tests.unit.engine.made_unseen import made_unseen
from tests.unit.journeys.asking import PLAN, ROWS, cells, customers, do


@pytest.fixture(scope="module")
def learned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a table, what tested a model of it, and what would have tested the simplest guess."""
    folder = tmp_path_factory.mktemp("comparing")
    new = customers(folder / "customers.csv", plan=lambda row, _cell: "" if row % 40 == 0 else "ab"[row % 2])
    do("import", ImportOrder(path=str(new), name="Customers"), Table, folder / "table")
    order = TrainOrder(table_folder=str(folder / "table"), plan=PLAN)
    do("train", order, Evaluation, folder / "all")
    tested = read_tested(folder / "all" / TESTED_FILE, 2, folder).unseen
    leave(folder / "guess", replace(tested, answers=tested.guesses), read_table(folder / "table"))
    return folder


def leave(folder: Path, tested: Unseen, table: Table) -> None:
    folder.mkdir()
    write_tested(folder / TESTED_FILE, tested, table)


def asked(folder: Path, **more: Any) -> GroupsOrder:
    order = GroupsOrder(
        table_folder=str(folder / "table"),
        tested=str(folder / "all" / TESTED_FILE),
        column="plan",
        name="Plan",
        classes=("no", "yes"),
        value="yes",
        features=("age", "plan"),
    )
    return replace(order, **more)


def compared(folder: Path, first: str, second: str, job: Path) -> Comparison:
    order = CompareOrder(
        second_id=second,
        first=str(folder / first / TESTED_FILE),
        second=str(folder / second / TESTED_FILE),
        metric="accuracy",
        classes=("no", "yes"),
    )
    return do("compare_trainings", order, Comparison, job)


def test_a_training_leaves_the_rows_that_tested_it_by_their_place_in_the_table(
    learned: Path, tmp_path: Path
) -> None:
    found = read_tested(learned / "all" / TESTED_FILE, 2, tmp_path).unseen

    really = [row[3] for row in cells(learned / "customers.csv")[1:]]
    assert set(found.rows.tolist()) == set(range(ROWS))
    assert [("no", "yes")[value] for value in found.values.tolist()] == [really[row] for row in found.rows]


def test_no_model_file_holds_them(learned: Path) -> None:
    with ZipFile(learned / "all" / MODEL_FILE) as model:
        names = model.namelist()

    assert not any("tested" in name or name.endswith(".parquet") for name in names)
    assert (learned / "all" / TESTED_FILE).read_bytes()[:4] == b"PAR1"


def test_where_some_rows_were_learned_from_they_are_named_by_their_place_in_the_table(
    learned: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(amount, "FEWEST", 60)
    monkeypatch.setattr(amount, "MOST_BYTES", 1)
    order = TrainOrder(table_folder=str(learned / "table"), plan=replace(PLAN, exclude=("joined", "plan")))

    do("train", order, Evaluation, tmp_path / "some")

    found = read_tested(tmp_path / "some" / TESTED_FILE, 2, tmp_path).unseen
    really = np.array([row[3] == "yes" for row in cells(learned / "customers.csv")[1:]])
    assert 40 < found.tested < 80
    assert found.rows.max() > 80
    np.testing.assert_array_equal(found.values, really[found.rows])


def test_groups_are_compared_by_any_column(learned: Path, tmp_path: Path) -> None:
    found = do("compare_groups", asked(learned), ComparedGroups, tmp_path / "job")

    assert [(group.label, group.rows) for group in found.groups] == [("b", 60), ("a", 57), ("", 3)]
    assert [bool(group.figures) for group in found.groups] == [True, True, False]
    assert (found.column, found.kind, found.rows, found.is_used) == ("Plan", "value", ROWS, True)
    assert {gap.measure for gap in found.gaps} == {"said", "found", "false", "right"}


def test_a_column_that_tells_the_group_is_found(learned: Path, tmp_path: Path) -> None:
    ages = do("compare_groups", asked(learned, column="age", name="age"), ComparedGroups, tmp_path / "age")
    plans = do("compare_groups", asked(learned), ComparedGroups, tmp_path / "plan")

    assert [group.is_empty for group in ages.groups] == [False] * 4
    assert plans.stand_ins == ()


def test_it_is_counted_as_was_decided(learned: Path, tmp_path: Path) -> None:
    strict = Decision(value="yes", chance=0.999)

    found = do("compare_groups", asked(learned, decision=strict), ComparedGroups, tmp_path / "job")

    said = [group.figure("said") for group in found.groups[:2]]
    assert all(figure and figure.value < 0.2 for figure in said)


def test_a_table_of_other_rows_is_not_compared(learned: Path, tmp_path: Path) -> None:
    wishes = Wishes(rows_out=(RowRule(kind="value", column="plan", value="a"),))
    order = ImportOrder(path=str(learned / "customers.csv"), name="Customers", wishes=wishes)
    do("import", order, Table, tmp_path / "table")

    with pytest.raises(DataError) as caught:
        do(
            "compare_groups",
            asked(learned, table_folder=str(tmp_path / "table")),
            ComparedGroups,
            tmp_path / "job",
        )

    assert caught.value.code == "tested.other_rows"


@pytest.mark.parametrize(
    ("more", "code"), [({"column": "gone"}, "groups.no_column"), ({"tested": "/nowhere"}, "tested.none")]
)
def test_what_is_not_there_is_said(learned: Path, tmp_path: Path, more: dict[str, Any], code: str) -> None:
    with pytest.raises(DataError) as caught:
        do("compare_groups", asked(learned, **more), ComparedGroups, tmp_path / "job")

    assert caught.value.code == code


def test_a_column_that_is_left_out_of_the_table_makes_groups_too(learned: Path, tmp_path: Path) -> None:
    order = ImportOrder(
        path=str(learned / "customers.csv"), name="Customers", wishes=Wishes(columns_out=("plan",))
    )
    do("import", order, Table, tmp_path / "table")

    found = do(
        "compare_groups",
        asked(learned, table_folder=str(tmp_path / "table")),
        ComparedGroups,
        tmp_path / "job",
    )

    assert [group.label for group in found.groups] == ["b", "a", ""]


def test_the_better_of_two_models_is_so_by_more_than_luck(learned: Path, tmp_path: Path) -> None:
    there = compared(learned, "all", "guess", tmp_path / "there")
    back = compared(learned, "guess", "all", tmp_path / "back")

    assert (there.rows, there.problem) == (ROWS, "")
    assert there.first > there.second
    assert there.is_clear
    assert (back.low, back.high) == pytest.approx((-there.high, -there.low))


def test_models_of_few_rows_in_common_are_not_compared(learned: Path, tmp_path: Path) -> None:
    table, values = read_table(learned / "table"), np.arange(49) % 2
    for name in ("one", "other"):
        leave(tmp_path / name, made_unseen(values, values), table)

    found = compared(tmp_path, "one", "other", tmp_path / "job")

    assert (found.problem, found.rows) == ("few", 49)


def test_models_of_other_rows_are_not_compared(learned: Path, tmp_path: Path) -> None:
    table, values = read_table(learned / "table"), np.arange(ROWS) % 2
    leave(tmp_path / "one", made_unseen(values, values), table)
    leave(tmp_path / "less", made_unseen(values, values), replace(table, rows=ROWS - 1))
    leave(tmp_path / "moved", made_unseen(1 - values, values), table)

    for other in ("less", "moved"):
        assert compared(tmp_path, "one", other, tmp_path / "job").problem == "rows"
