"""A model is learned again with new rows: from which, and how the new one compares with the old one."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.errors import DataError
from desktop_app.models.card import read_card
from desktop_app.models.package import read_package
from desktop_app.records.lineage import JOINED_FILE
from desktop_app.records.orders import (
    MODEL_FILE,
    FinishOrder,
    ImportOrder,
    Prepared,
    TrainedFile,
    TrainFileOrder,
    TrainOrder,
)
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Evaluation
from desktop_app.records.tables import RowRule, Table, Wishes
from desktop_app.records.verifying import Verified, VerifyOrder
from tests.unit.journeys.asking import ROWS, cells, customers, do
from tests.unit.journeys.newer_rows import NEW, QUICK, SEEN, TURNED, joined, learned, prepared, write


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a model, its table, and a newer file in which the young leave."""
    home = tmp_path_factory.mktemp("again")
    others = cells(customers(home / "others.csv", rows=ROWS + NEW, left=lambda _row, cell: TURNED[cell]))
    write(home / "new.csv", [*cells(customers(home / "old.csv"))[: SEEN + 1], *others[ROWS + 1 :]])
    do("import", ImportOrder(path=str(home / "old.csv"), name="old.csv"), Table, home / "table")
    do("train", TrainOrder(table_folder=str(home / "table"), plan=QUICK), Evaluation, home / "first")
    do("prepare", prepared(home, "new.csv"), Prepared, home / "brought")
    return home


def test_the_rows_of_both_make_one_table(home: Path, tmp_path: Path) -> None:
    found = joined(home, tmp_path / "join")

    assert (found.table.name, found.table.rows) == ("old.csv + new.csv", ROWS + NEW)
    assert found.table.warnings[0].code == "again.joined"
    assert found.table.warnings[0].values["doubled"] == SEEN
    assert (found.again.first, found.again.is_known) == (ROWS, True)
    assert {column.name: column.type for column in found.table.columns} == {
        "age": "number",
        "plan": "category",
        "joined": "date",
        "left": "yes/no",
    }


def test_read_anew_they_still_say_where_they_come_from(home: Path, tmp_path: Path) -> None:
    found = joined(home, tmp_path / "join")
    file = tmp_path / "join" / JOINED_FILE
    order = ImportOrder(path=str(file), name=found.table.name, wishes=found.table.recipe.wishes)

    anew = replace(order, table_id="t", earlier=str(tmp_path / "join"))
    table = do("import", anew, Table, tmp_path / "anew")
    once_more = replace(anew, wishes=Wishes(columns_out=("plan",)), earlier=str(tmp_path / "anew"))

    assert table.warnings[0] == found.table.warnings[0]
    assert do("import", once_more, Table, tmp_path / "more").warnings[0] == found.table.warnings[0]


def test_its_file_can_be_read_anew(home: Path, tmp_path: Path) -> None:
    found = joined(home, tmp_path / "join")

    order = ImportOrder(path=str(tmp_path / "join" / JOINED_FILE), name="a", sha256=found.table.sha256)
    assert do("import", order, Table, tmp_path / "anew").rows == ROWS + NEW


def test_the_new_model_is_compared_on_the_rows_that_neither_has_seen(home: Path, tmp_path: Path) -> None:
    found = joined(home, tmp_path / "join", joined=False)

    card = learned(found, tmp_path / "join", tmp_path / "second")

    lineage, before = card.evaluation.lineage, read_package(home / "first" / MODEL_FILE)
    assert lineage is not None
    assert lineage.against is not None
    assert lineage.content == before.manifest.content
    assert (lineage.name, lineage.rows_then, lineage.rows_new) == ("left", ROWS, NEW)
    assert (card.evaluation.rows, lineage.against.rows) == (SEEN + NEW, NEW)
    assert lineage.against.now > 0.7
    assert lineage.against.before < 0.3
    assert 0 < lineage.against.low < lineage.against.now - lineage.against.before < lineage.against.high
    assert (
        "Learned again from the model"
        in bytes(read_package(tmp_path / "second" / MODEL_FILE).members["card.md"]).decode()
    )


def test_few_new_rows_are_not_compared(home: Path, tmp_path: Path) -> None:
    found = joined(home, tmp_path / "join")

    later = replace(found, again=replace(found.again, first=ROWS + NEW - 9))
    card = learned(later, tmp_path / "join", tmp_path / "second")

    assert card.evaluation.lineage
    assert card.evaluation.lineage.against
    assert (card.evaluation.lineage.against.problem, card.evaluation.lineage.against.rows) == ("few", 9)


def test_a_kind_that_the_old_one_does_not_know_counts_as_wrong_for_it(home: Path, tmp_path: Path) -> None:
    lines = cells(home / "new.csv")
    write(home / "paused.csv", [lines[0], *([*row[:3], "paused"] for row in lines[SEEN + 1 :])])
    do("prepare", prepared(home, "paused.csv"), Prepared, tmp_path / "brought")
    found = joined(home, tmp_path / "join", second=str(tmp_path / "brought"))

    card = learned(found, tmp_path / "join", tmp_path / "second")

    assert card.evaluation.classes == ("no", "paused", "yes")
    assert card.evaluation.lineage
    assert card.evaluation.lineage.against
    assert card.evaluation.lineage.against.before == 0


def test_a_kind_that_only_the_old_one_knows_counts_as_wrong_for_it(home: Path, tmp_path: Path) -> None:
    lines = cells(home / "new.csv")
    kinds = [[*row[:3], "off" if row[3] == "yes" else "on"] for row in lines[1:]]
    write(home / "other.csv", [lines[0], *kinds])
    do("prepare", prepared(home, "other.csv"), Prepared, tmp_path / "brought")
    found = joined(home, tmp_path / "join", second=str(tmp_path / "brought"), joined=False)

    card = learned(found, tmp_path / "join", tmp_path / "second")

    assert card.evaluation.lineage
    assert card.evaluation.lineage.against
    assert (card.evaluation.lineage.against.before, card.evaluation.lineage.rows_new) == (0, SEEN + NEW)


def test_without_the_old_rows_it_is_not_known_whether_they_are_new(home: Path, tmp_path: Path) -> None:
    found = joined(home, tmp_path / "join", first="", joined=False)

    assert (found.again.first, found.again.is_known) == (0, False)
    assert found.table.warnings[0].code == "again.alone"


def test_where_nothing_is_new_there_is_nothing_to_learn(home: Path, tmp_path: Path) -> None:
    do("prepare", prepared(home, "old.csv"), Prepared, tmp_path / "brought")

    with pytest.raises(DataError) as caught:
        joined(home, tmp_path / "join", second=str(tmp_path / "brought"))

    assert caught.value.code == "again.nothing_new"


def test_names_readings_and_rules_go_on(home: Path, tmp_path: Path) -> None:
    wishes = Wishes(
        names={"age": "years"},
        readings={"plan": "text"},
        rows_out=(RowRule(kind="value", column="plan", value="gold"),),
    )
    order = ImportOrder(path=str(home / "old.csv"), name="old.csv", wishes=wishes)
    before = do("import", order, Table, tmp_path / "table")
    do("train", TrainOrder(table_folder=str(tmp_path / "table"), plan=QUICK), Evaluation, tmp_path / "first")
    model = str(tmp_path / "first" / MODEL_FILE)
    do("prepare", replace(prepared(home, "new.csv"), model=model), Prepared, tmp_path / "brought")

    found = joined(
        home,
        tmp_path / "join",
        model=model,
        first=str(tmp_path / "table"),
        second=str(tmp_path / "brought"),
    )

    golden = sum(row[1] == "gold" for row in cells(home / "new.csv")[SEEN + 1 :])
    seen_golden = sum(row[1] == "gold" for row in cells(home / "new.csv")[1 : SEEN + 1])
    assert found.table.rows == before.rows + NEW - golden
    assert found.table.rows_out == (golden + seen_golden,)
    assert {column.name: column.type for column in found.table.columns}["plan"] == "text"
    assert found.table.column("years") is not None


def test_a_search_that_is_stopped_keeps_where_it_comes_from(home: Path, tmp_path: Path) -> None:
    found = joined(home, tmp_path / "join")
    learned(found, tmp_path / "join", tmp_path / "second")
    order = FinishOrder(
        table_folder=str(tmp_path / "join"),
        plan=QUICK,
        search_folder=str(tmp_path / "second"),
        again=found.again,
    )

    kept = do("finish", order, Evaluation, tmp_path / "kept")

    assert kept.lineage
    assert kept.lineage.name == "left"


def test_learned_again_to_prove_it_the_new_model_is_the_same(home: Path, tmp_path: Path) -> None:
    found = joined(home, tmp_path / "join")
    learned(found, tmp_path / "join", tmp_path / "second")
    order = VerifyOrder(
        model=str(tmp_path / "second" / MODEL_FILE), path=str(tmp_path / "join" / JOINED_FILE)
    )

    verified = do("verify", order, Verified, tmp_path / "verify")

    assert verified.again
    assert verified.again.is_same


@pytest.mark.parametrize(
    ("beside", "rows", "known"), [("", SEEN + NEW, False), ("old.csv", ROWS + NEW, True)]
)
def test_a_file_is_learned_from_like_a_model(
    home: Path, tmp_path: Path, beside: str, rows: int, known: bool
) -> None:
    order = TrainFileOrder(
        path=str(home / "new.csv"),
        plan=TrainingPlan(target=""),
        out=str(tmp_path / "new.hunch"),
        like=str(home / "first" / MODEL_FILE),
        beside=str(home / beside) if beside else "",
    )

    found = do("train_file", order, TrainedFile, tmp_path / "job")

    assert found.evaluation.rows == rows
    assert found.evaluation.lineage
    assert found.evaluation.lineage.is_known == known
    assert read_card(tmp_path / "new.hunch").plan == found.plan == QUICK
