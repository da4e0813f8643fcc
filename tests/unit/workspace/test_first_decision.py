"""A training whose costs were given begins with the line that they ask for."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.records.decisions import Costs, Decision
from desktop_app.records.insights import CostCheck
from desktop_app.records.jsonable import to_json
from desktop_app.records.results import Verdict, VerdictLevel
from desktop_app.records.stored import StoredTraining
from desktop_app.workspace.store import Workspace
from tests.unit.workspace.examples import an_evaluation, imported, submitted, trained

FIRST = Decision(value="yes", chance=0.2, costs=Costs(missed=4.0, false=1.0))
CHECK = CostCheck(decision=FIRST, cost=10.0, usual=20.0, constant="no", alone=40.0, low=5.0, high=55.0)


def landed(workspace: Workspace, level: VerdictLevel = "useful") -> StoredTraining:
    training, job = submitted(workspace, imported(workspace))
    (Path(job.folder) / "model.hunch").write_text("a model")
    verdict = Verdict(level=level, shape="two")
    workspace.land(job, to_json(replace(an_evaluation(), costs=CHECK, verdict=verdict)))
    return workspace.trainings.get(training.id)


@pytest.mark.parametrize("level", ["weak", "useful", "good"])
def test_it_is_kept_with_the_model(workspace: Workspace, level: VerdictLevel) -> None:
    training = landed(workspace, level)

    assert training.decision == FIRST
    assert training.evaluation is not None
    assert training.evaluation.costs == CHECK


def test_it_is_taken_back_like_any_other(workspace: Workspace) -> None:
    training = landed(workspace)

    workspace.trainings.decide(training.id, None)

    assert workspace.trainings.get(training.id).decision is None


@pytest.mark.parametrize("level", ["guessing", "suspicious"])
def test_a_model_that_should_not_be_used_has_none(workspace: Workspace, level: VerdictLevel) -> None:
    assert landed(workspace, level).decision is None


def test_without_costs_nothing_is_decided(workspace: Workspace) -> None:
    assert trained(workspace, imported(workspace)).decision is None
