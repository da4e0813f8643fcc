"""Learning from a file and from a stored table, from the order to the model that it leaves."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.engine import amount
from desktop_app.errors import DataError, UsageError
from desktop_app.models.card import read_card
from desktop_app.models.package import read_package
from desktop_app.records.jobs import Progress
from desktop_app.records.orders import FinishOrder, ImportOrder, TrainedFile, TrainFileOrder, TrainOrder
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.remote import OnCluster
from desktop_app.records.results import Evaluation
from desktop_app.records.tables import Table
from tests.unit.journeys.asking import PLAN, customers, do


def test_learning_from_a_file_leaves_a_model_and_says_how_good_it_is(tmp_path: Path) -> None:
    seen: list[Progress] = []
    order = TrainFileOrder(
        path=str(customers(tmp_path / "customers.csv")), plan=PLAN, out=str(tmp_path / "out.hunch")
    )

    trained = do("train_file", order, TrainedFile, tmp_path / "job", seen.append)

    assert trained.evaluation.target == "left"
    assert read_card(Path(trained.model)).evaluation == trained.evaluation
    fractions = [progress.fraction for progress in seen]
    assert fractions == sorted(fractions)
    assert fractions[0] > 0
    assert fractions[-1] <= 1
    codes = [progress.notice.code for progress in seen if progress.notice]
    assert codes.index("learn.reading") < codes.index("learn.preparing") < codes.index("learn.trying")


def test_a_question_that_cannot_be_asked_leaves_no_model(tmp_path: Path) -> None:
    order = TrainFileOrder(
        path=str(customers(tmp_path / "customers.csv")),
        plan=TrainingPlan(target="lft", budget=1.0),
        out=str(tmp_path / "out.hunch"),
    )

    with pytest.raises(DataError) as caught:
        do("train_file", order, TrainedFile, tmp_path / "job")

    assert (caught.value.code, caught.value.values["suggestion"]) == ("plan.target_unknown", "left")
    assert not (tmp_path / "out.hunch").exists()


@pytest.mark.parametrize("asked", ["exclude", "include", "known"])
def test_a_misspelt_column_is_refused_whatever_is_to_be_done_with_it(tmp_path: Path, asked: str) -> None:
    misspelt: dict[str, Any] = {asked: ("pln",)}
    order = TrainFileOrder(
        path=str(customers(tmp_path / "customers.csv")),
        plan=TrainingPlan(target="left", budget=1.0, **misspelt),
        out=str(tmp_path / "out.hunch"),
    )

    with pytest.raises(UsageError) as caught:
        do("train_file", order, TrainedFile, tmp_path / "job")

    assert (caught.value.code, caught.value.values["suggestion"]) == ("cli.no_column", "plan")


def test_a_stored_table_is_learned_from(tmp_path: Path) -> None:
    new = customers(tmp_path / "customers.csv")
    order = ImportOrder(path=str(new), name="Customers")

    table = do("import", order, Table, tmp_path / "table")
    train = TrainOrder(table_folder=str(tmp_path / "table"), plan=PLAN)
    evaluation = do("train", train, Evaluation, tmp_path / "training")

    assert table.name == "Customers"
    assert read_card(tmp_path / "training" / "model.hunch").evaluation == evaluation


def test_of_a_table_that_is_too_large_some_rows_are_learned_from_and_the_same_ones_after_a_stop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(amount, "FEWEST", 200)
    table, training, rows = str(tmp_path / "table"), tmp_path / "training", 600
    new = customers(tmp_path / "customers.csv", rows=rows)
    do("import", ImportOrder(path=str(new), name="Customers"), Table, tmp_path / "table")

    learned = do("train", TrainOrder(table_folder=table, plan=PLAN, memory=1), Evaluation, training)
    finish = FinishOrder(table_folder=table, plan=PLAN, memory=1, search_folder=str(training))
    kept = do("finish", finish, Evaluation, tmp_path / "finished")

    told = [notice.values for notice in learned.warnings if notice.code == "plan.sampled"]
    assert told == [{"sample": learned.rows, "rows": rows}]
    assert learned.rows == pytest.approx(200, abs=5)
    assert (kept.rows, kept.baseline) == (learned.rows, learned.baseline)


def test_a_search_on_a_cluster_that_was_stopped_says_so_and_is_the_same_model(tmp_path: Path) -> None:
    table, training = str(tmp_path / "table"), tmp_path / "training"
    new = customers(tmp_path / "customers.csv")
    do("import", ImportOrder(path=str(new), name="Customers"), Table, tmp_path / "table")
    do("train", TrainOrder(table_folder=table, plan=PLAN), Evaluation, training)
    finish = FinishOrder(table_folder=table, plan=PLAN, search_folder=str(training))

    there = do("finish", replace(finish, searched_at="tls://a:1"), Evaluation, tmp_path / "there")
    do("finish", finish, Evaluation, tmp_path / "here")

    assert there.on_cluster == OnCluster(places=0)
    files = [read_package(tmp_path / one / "model.hunch") for one in ("there", "here")]
    assert files[0].manifest.content == files[1].manifest.content
    assert b"tls://a:1" not in (tmp_path / "there" / "model.hunch").read_bytes()


def test_nothing_can_be_finished_where_nothing_was_begun(tmp_path: Path) -> None:
    new = customers(tmp_path / "customers.csv")
    do("import", ImportOrder(path=str(new), name="Customers"), Table, tmp_path / "table")
    (tmp_path / "search").mkdir()
    order = FinishOrder(
        table_folder=str(tmp_path / "table"), plan=PLAN, search_folder=str(tmp_path / "search")
    )

    with pytest.raises(DataError) as caught:
        do("finish", order, Evaluation, tmp_path / "job")

    assert caught.value.code == "learn.stopped_early"
