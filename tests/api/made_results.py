"""Results of made-up trainings, and the page that shows them."""

from typing import Any

from desktop_app.records.results import Evaluation
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import EVALUATION, stored_table, stored_training


def plan_of(jobs: FakeJobs) -> dict[str, Any]:
    order: Any = jobs.orders[-1][1]
    plan: dict[str, Any] = order["plan"]
    return plan


def results(person: Person, workspace: Workspace, evaluation: Evaluation = EVALUATION) -> str:
    training = stored_training(workspace, stored_table(workspace).id, evaluation)
    return person.get(f"/trainings/{training.id}/results").text
