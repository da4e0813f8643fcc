"""A model file proves that it is whole, and that the same comes out when it is learned again."""

import gzip
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from desktop_app.errors import AppError, DataError, FileError
from desktop_app.models.card import read_card
from desktop_app.models.package import read_package
from desktop_app.models.versions import versions
from desktop_app.records.decisions import ClassCosts, Costs
from desktop_app.records.jobs import Progress
from desktop_app.records.orders import MODEL_FILE, ImportOrder, TrainedFile, TrainFileOrder, TrainOrder
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Evaluation
from desktop_app.records.tables import RowRule, Table, Wishes
from desktop_app.records.verifying import Difference, LearnedAgain, Verified, VerifyOrder
from tests.unit.journeys.asking import PLAN, cells, customers, do
from tests.unit.models.sealing import edited

QUICK = replace(PLAN, readable=True)  # one kind alone is tried
COSTS = ClassCosts(value="", costs=Costs(missed=19.0, false=1.0))


def learned(path: Path, plan: TrainingPlan = QUICK, wishes: Wishes | None = None) -> Path:
    """Return the model that was learned from a file, beside it."""
    out = path.parent / "left.hunch"
    order = TrainFileOrder(path=str(path), plan=plan, out=str(out), wishes=wishes or Wishes())
    do("train_file", order, TrainedFile, path.parent / "job")
    return out


def verified(model: Path, table: Path | None = None, report: Any = lambda _: None) -> Verified:
    order = VerifyOrder(model=str(model), path=str(table or ""))
    return do("verify", order, Verified, model.parent / "verify", report)


def again(model: Path, table: Path) -> LearnedAgain:
    found = verified(model, table).again
    assert found is not None
    return found


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return customers(tmp_path_factory.mktemp("table") / "customers.csv")


@pytest.fixture(scope="module")
def model(table: Path) -> Path:
    return learned(table)


def test_a_whole_file_says_what_it_is(model: Path) -> None:
    found, card, manifest = verified(model), read_card(model), read_package(model).manifest

    assert found == Verified(
        name="left.hunch",
        stored_answers=card.golden_rows,
        format=3,
        created=card.created,
        versions=versions(),
        table="customers.csv",
        table_sha256=card.table_sha256,
        seed=0,
        content=manifest.content,
        is_older=False,
    )


def test_learned_again_it_is_the_same_to_the_last_number(tmp_path: Path) -> None:
    table = customers(tmp_path / "customers.csv")
    model = learned(table, PLAN)
    table.rename(tmp_path / "of another name.csv")

    found = again(model, tmp_path / "of another name.csv")

    assert found == LearnedAgain(is_same=True, content=read_package(model).manifest.content)


def some_rules(rows_out: tuple[RowRule, ...]) -> Wishes:
    return Wishes(names={"age": "years"}, columns_out=("joined",), rows_out=rows_out)


def test_what_a_person_decided_about_the_table_and_mistakes_is_done_again(tmp_path: Path) -> None:
    rules = (
        RowRule(kind="value", column="plan", value="silver"),
        RowRule(kind="range", column="age", end=25.0),
        RowRule(kind="value", column="plan", value="Anna"),  # in no row, and not missed
    )
    model = learned(customers(tmp_path / "customers.csv"), replace(QUICK, costs=COSTS), some_rules(rules))

    assert read_card(model).evaluation.rows < 110
    assert "settings.json" in read_package(model).members
    assert again(model, tmp_path / "customers.csv").is_same


def test_the_rows_that_there_was_memory_for_are_drawn_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = customers(tmp_path / "customers.csv", rows=200)
    with monkeypatch.context() as little_memory:
        little_memory.setattr("desktop_app.journeys.train.rows_that_fit", lambda *_: 130.7)
        model = learned(table)

    evaluation = read_card(model).evaluation
    assert evaluation.rows < 180
    assert evaluation.receipt is not None
    assert evaluation.receipt.share == 130.7 / 200
    assert again(model, table).is_same


def packed_in_wide_letters(path: Path) -> Path:
    with gzip.open(path.with_suffix(".csv.gz"), "wb") as file:
        file.write(path.read_text(encoding="utf-8").encode("utf-16"))
    return path.with_suffix(".csv.gz")


def as_workbook(path: Path) -> Path:
    book = Workbook()
    book.create_sheet("notes")["A1"] = "nothing here"
    for row in cells(path):
        book.worksheets[0].append([int(cell) if cell.isdecimal() else cell for cell in row])
    book.save(path.with_suffix(".xlsx"))
    return path.with_suffix(".xlsx")


@pytest.mark.parametrize("kept_as", [packed_in_wide_letters, as_workbook])
def test_a_file_is_known_by_its_bytes_however_it_is_read(
    tmp_path: Path, kept_as: Callable[[Path], Path]
) -> None:
    table = kept_as(customers(tmp_path / "customers.csv"))

    assert again(learned(table), table).is_same


def test_a_model_of_the_window_is_the_same_again(tmp_path: Path) -> None:
    table = customers(tmp_path / "customers.csv")
    steps = some_rules((RowRule(kind="empty", column="plan"), RowRule(kind="repeated")))
    first, second, training = (tmp_path / name for name in ("first", "second", "training"))
    do("import", ImportOrder(path=str(table), name="customers.csv"), Table, first)
    changed = ImportOrder(path=str(table), name="customers.csv", wishes=steps, earlier=str(first))
    do("import", changed, Table, second)
    do("train", TrainOrder(table_folder=str(second), plan=QUICK), Evaluation, training)

    assert read_card(training / MODEL_FILE).schema.names == ("years", "plan")
    assert again(training / MODEL_FILE, table).is_same


def refused(model: Path, table: Path) -> AppError:
    """Return why it is not learned again, which is said before anything is read or learned."""
    told: list[Progress] = []
    with pytest.raises(DataError) as caught:
        verified(model, table, told.append)
    assert told == []
    return caught.value


def test_from_another_file_nothing_is_learned(model: Path, tmp_path: Path) -> None:
    other = customers(tmp_path / "customers.csv", age=lambda row, cell: cell if row else "44")

    assert refused(model, other).code == "model.other_table"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_and_not_waited_for(model: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "customers.csv")

    with pytest.raises(FileError) as caught:
        verified(model, tmp_path / "customers.csv")

    assert caught.value.code == "error.file_unreadable"


def test_a_model_of_a_program_that_wrote_no_receipt_says_so(model: Path, table: Path, tmp_path: Path) -> None:
    def change(evaluation: dict[str, Any]) -> None:
        del evaluation["receipt"]

    (tmp_path / "old.hunch").write_bytes(edited(model.read_bytes(), "evaluation.json", change))

    assert verified(tmp_path / "old.hunch").stored_answers
    assert refused(tmp_path / "old.hunch", table).code == "model.no_receipt"


def test_where_a_rule_was_kept_from_the_file_it_is_not_learned_from_other_rows(tmp_path: Path) -> None:
    def rare(row: int, cell: str) -> str:
        return "Anna" if row < 3 else cell

    table = customers(tmp_path / "customers.csv", plan=rare)
    model = learned(table, QUICK, some_rules((RowRule(kind="value", column="plan", value="Anna"),)))

    assert b"Anna" not in model.read_bytes()
    assert refused(model, table).code == "model.rows_withheld"


def test_what_comes_out_otherwise_is_counted_and_the_first_is_named(
    model: Path, table: Path, tmp_path: Path
) -> None:
    def change(evaluation: dict[str, Any]) -> None:
        evaluation["score"]["value"] = 0.5
        evaluation["confusion"]["counts"][0][0] += 1

    (tmp_path / "m.hunch").write_bytes(edited(model.read_bytes(), "evaluation.json", change))
    found = again(tmp_path / "m.hunch", table)

    score = read_card(model).evaluation.score.value
    assert found == LearnedAgain(
        is_same=False,
        content=read_package(model).manifest.content,
        numbers=2,
        first=Difference(field="score", now=score, then=0.5),
        answers_agree=True,
    )


def test_another_plan_gives_other_answers(model: Path, table: Path, tmp_path: Path) -> None:
    def change(plan: dict[str, Any]) -> None:
        plan["seed"] = 7

    (tmp_path / "m.hunch").write_bytes(edited(model.read_bytes(), "plan.json", change))
    found = again(tmp_path / "m.hunch", table)

    assert not found.is_same
    assert found.numbers > 0
