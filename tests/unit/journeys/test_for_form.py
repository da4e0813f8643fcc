"""What is learned for a form is held by it, and is tested, proved and learned again like any other."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.errors import DataError
from desktop_app.journeys.hand_over import hand_over
from desktop_app.models.card import read_card
from desktop_app.models.package import WITHOUT_NAMES, read_package
from desktop_app.records.handover import HandoverKind, HandoverOrder, NarrowForm, Room
from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import MODEL_FILE, ImportOrder, TrainedFile, TrainFileOrder, TrainOrder
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Evaluation
from desktop_app.records.tables import Table
from desktop_app.records.verifying import Verified, VerifyOrder
from tests.unit.journeys.asking import PLAN, cells, customers, do
from tests.unit.journeys.newer_rows import write

WORDS = ("late", "paid", "called", "moved", "asked")
TINY = Room(nodes=150, numbers=2_000, formulas=400)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with a column of texts."""
    place = tmp_path_factory.mktemp("texts") / "customers.csv"
    head, *rows = cells(customers(place))
    told = [
        [*row, " ".join(WORDS[(at * step) % 5] for step in (1, 2, 3)) + f" {at}"]
        for at, row in enumerate(rows)
    ]
    return write(place, [[*head, "remark"], *told])


@pytest.fixture(scope="module")
def any_model(file: Path) -> Path:
    learned(file, PLAN, out="any.hunch")
    return file.parent / "any.hunch"


def learned(file: Path, plan: TrainingPlan, *, out: str = "m.hunch", like: Path | None = None) -> TrainedFile:
    order = TrainFileOrder(path=str(file), plan=plan, out=str(file.parent / out), like=str(like or ""))
    return do("train_file", order, TrainedFile, file.parent / f"job {out}")


def saved(model: Path, kind: HandoverKind) -> Path:
    out = model.with_suffix(f".{kind}")
    order = HandoverOrder(model=str(model), kind=kind, out=str(out))
    hand_over(to_json(order), model.parent, lambda _progress: None)
    return out


@pytest.mark.parametrize("form", ["xlsx", "onnx"])
def test_what_is_learned_for_a_form_is_held_by_it(file: Path, form: NarrowForm) -> None:
    trained = learned(file, replace(PLAN, for_form=form), out=f"{form}.hunch")

    model = file.parent / f"{form}.hunch"
    assert "remark" not in trained.evaluation.features
    assert ("remark", "text") in [(one.column, one.reason) for one in trained.evaluation.left_out]
    assert read_card(model).plan.for_form == form
    assert read_package(model).manifest.format == WITHOUT_NAMES  # older programs answer the same
    assert saved(model, form).stat().st_size > 1_000
    assert saved(model, "python").stat().st_size > 1_000


def test_however_little_a_form_holds_what_is_learned_fits(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.engine.question.WORKBOOK", TINY)
    monkeypatch.setattr("desktop_app.models.handover.workbook.whole.MOST_NODES", TINY.nodes)
    monkeypatch.setattr("desktop_app.models.handover.workbook.cells.MOST_LEARNED", TINY.numbers)

    trained = learned(file, replace(PLAN, for_form="xlsx"), out="tiny.hunch")

    assert trained.evaluation.verdict.is_for_use
    assert saved(file.parent / "tiny.hunch", "xlsx").is_file()


def test_it_is_the_same_when_it_is_learned_again(file: Path) -> None:
    learned(file, replace(PLAN, for_form="xlsx"), out="again.hunch")
    order = VerifyOrder(model=str(file.parent / "again.hunch"), path=str(file))

    found = do("verify", order, Verified, file.parent / "verify")

    assert found.again is not None
    assert found.again.is_same


def test_a_model_is_learned_again_for_a_form_from_the_same_rows(file: Path, any_model: Path) -> None:
    before = read_card(any_model)

    trained = learned(file, TrainingPlan(target="", for_form="xlsx"), out="like.hunch", like=any_model)

    assert trained.plan == replace(before.plan, for_form="xlsx")
    assert trained.first == before.evaluation
    assert trained.evaluation.lineage is None  # the one before knows all of these rows
    assert read_card(file.parent / "like.hunch").table_sha256 == before.table_sha256


def test_what_is_learned_like_it_is_for_the_same_form(file: Path, tmp_path: Path) -> None:
    learned(file, replace(PLAN, for_form="xlsx"), out="held.hunch")
    others = customers(tmp_path / "others.csv")
    new = write(
        tmp_path / "new.csv",
        [[*row, "remark" if not at else "paid late"] for at, row in enumerate(cells(others))],
    )

    trained = learned(new, TrainingPlan(target=""), like=file.parent / "held.hunch")

    assert (trained.plan.for_form, trained.first) == ("xlsx", None)
    assert trained.evaluation.lineage is not None


def test_a_form_that_cannot_hold_a_model_says_what_it_could_hold(any_model: Path) -> None:
    with pytest.raises(DataError) as caught:
        saved(any_model, "xlsx")

    assert caught.value.code == "handover.no_texts"
    assert caught.value.values == {"form": "Excel", "table": "customers.csv"}
    assert not any_model.with_suffix(".xlsx").exists()


def test_the_window_learns_for_a_form_as_well(file: Path, tmp_path: Path) -> None:
    do("import", ImportOrder(path=str(file), name=file.name), Table, tmp_path / "table")
    order = TrainOrder(table_folder=str(tmp_path / "table"), plan=replace(PLAN, for_form="xlsx"))

    found = do("train", order, Evaluation, tmp_path / "job")

    assert "remark" not in found.features
    assert saved(tmp_path / "job" / MODEL_FILE, "xlsx").is_file()
