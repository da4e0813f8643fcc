"""A file that is learned from with costs gives a model that answers by them."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.errors import DataError
from desktop_app.models.package import WITHOUT_GRAPH, read_package
from desktop_app.records.decisions import ClassCosts, Costs
from desktop_app.records.orders import PredictedFile, PredictFileOrder, TrainedFile, TrainFileOrder
from desktop_app.records.plans import TrainingPlan
from tests.unit.journeys.asking import PLAN, cells, customers, do

COSTS = ClassCosts(value="", costs=Costs(missed=19.0, false=1.0))


def learned(folder: Path, plan: TrainingPlan) -> TrainedFile:
    order = TrainFileOrder(
        path=str(customers(folder / "customers.csv")), plan=plan, out=str(folder / "left.hunch")
    )
    return do("train_file", order, TrainedFile, folder / "job")


def test_the_class_is_the_one_that_is_looked_for_and_the_file_answers_by_its_line(tmp_path: Path) -> None:
    check = learned(tmp_path, replace(PLAN, readable=True, costs=COSTS)).evaluation.costs
    assert check is not None
    assert (check.decision.value, check.decision.costs) == ("yes", COSTS.costs)
    assert check.decision.chance < 0.5

    order = PredictFileOrder(
        model=str(tmp_path / "left.hunch"),
        path=str(customers(tmp_path / "new.csv")),
        out=str(tmp_path / "out.csv"),
    )
    done = do("predict_file", order, PredictedFile, tmp_path / "answers")

    rows = cells(tmp_path / "out.csv")[1:]
    assert done.answers.decision == check.decision
    assert all((row[4] == "yes") == (float(row[7]) >= check.decision.chance) for row in rows)
    assert read_package(tmp_path / "left.hunch").manifest.format == WITHOUT_GRAPH


def test_without_costs_the_file_decides_nothing(model: Path) -> None:
    assert "settings.json" not in read_package(model).members


@pytest.mark.parametrize("target", ["plan", "age"])
def test_costs_of_what_are_not_two_kinds_are_refused(tmp_path: Path, target: str) -> None:
    with pytest.raises(DataError) as refused:
        learned(tmp_path, TrainingPlan(target=target, budget=1.0, costs=COSTS))

    assert refused.value.code == "plan.costs_two"
    assert not (tmp_path / "left.hunch").exists()
