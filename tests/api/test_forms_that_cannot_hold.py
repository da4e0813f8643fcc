"""Beside a form that cannot hold a model stands why, and one that it can hold is learned with a click."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.records.handover import HandoverOrder
from desktop_app.records.jobs import Problem
from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import TrainOrder
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.results import Candidate, Evaluation
from desktop_app.records.stored import StoredTraining
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import EVALUATION, stored_table, stored_training

FOREST = Candidate(name="forest", metric="log_loss", score=0.3, practice=0.88, seconds=1, chosen=True)
LINEAR = Candidate(
    name="linear", metric="log_loss", score=0.4, practice=0.84, seconds=1, held_by=("xlsx", "onnx")
)
LARGE = replace(EVALUATION, candidates=(LINEAR, FOREST))
WITH_TEXTS = "This form cannot hold a model that reads texts."
KEPT = Path(__file__).parents[1] / "compat" / "0.1.0"  # the first reads texts, the rule does not
Holds = Callable[..., StoredTraining]


@pytest.fixture
def held(workspace: Workspace) -> Holds:
    """Give a training whose model is a real file, which reads texts or none."""

    def made(file: str = "plain.hunch", evaluation: Evaluation = LARGE) -> StoredTraining:
        training = stored_training(workspace, stored_table(workspace).id, evaluation)
        shutil.copyfile(KEPT / file, training.model)
        return training

    return made


def page_of(person: Person, training: StoredTraining) -> str:
    return person.get(f"/trainings/{training.id}/share").text


def failed(workspace: Workspace, training: StoredTraining) -> None:
    """Let saving a workbook come to nothing, as for a model that is too large."""
    order = HandoverOrder(model=training.model, kind="xlsx", out="-")
    job = workspace.jobs.add("hand_over", to_json(order), lane="short", subject=training.id)
    workspace.jobs.fail(job.id, Problem(code="handover.too_large", values={"form": "Excel"}))


def test_that_it_reads_texts_is_known_before_it_is_tried(person: Person, held: Holds) -> None:
    training = held()
    page = page_of(person, training)

    for form in ("xlsx", "onnx"):
        assert f'action="/trainings/{training.id}/share/{form}/learn"' in page
        assert f'action="/trainings/{training.id}/share/{form}"' not in page
    for form in ("html", "python"):
        assert f'action="/trainings/{training.id}/share/{form}"' in page
    assert page.count(WITH_TEXTS) == 2
    assert "Learn one for Excel" in page
    assert "Learn one for ONNX" in page


def test_that_it_is_too_large_is_known_once_it_was_tried(
    person: Person, workspace: Workspace, held: Holds
) -> None:
    training = held("rule.hunch")
    assert "Learn one for" not in page_of(person, training)

    failed(workspace, training)

    page = page_of(person, training)
    assert "This model is too large for a workbook." in page
    assert "the best that Excel can hold was right for 84 of 100 while practising, this one for 88." in page
    assert "Learn one for Excel" in page
    assert f'action="/trainings/{training.id}/share/onnx"' in page


def test_where_no_figure_is_known_none_is_given(person: Person, workspace: Workspace, held: Holds) -> None:
    training = held("rule.hunch", EVALUATION)
    failed(workspace, training)

    assert "None of those that were tried fits into Excel for sure" in page_of(person, training)


def test_the_same_plan_is_learned_for_the_form(
    person: Person, workspace: Workspace, jobs: FakeJobs, held: Holds
) -> None:
    training = held()

    away = person.post(f"/trainings/{training.id}/share/xlsx/learn").headers["Location"]

    journey, order = jobs.orders[-1]
    assert (journey, order["plan"]) == ("train", to_json(replace(training.plan, for_form="xlsx")))
    assert away.endswith("/learn")
    assert workspace.trainings.get(away.split("/")[2]).name == "left for Excel"


def test_one_for_excel_is_learned_for_another_form_without_the_old_name(
    person: Person, workspace: Workspace, held: Holds
) -> None:
    second = learned_for_excel(workspace, held(), EVALUATION)
    workspace.trainings.rename(second.id, "Churn for Excel")

    away = person.post(f"/trainings/{second.id}/share/onnx/learn").headers["Location"]

    assert workspace.trainings.get(away.split("/")[2]).name == "Churn for ONNX"


def test_there_is_nothing_to_learn_for_other_forms(person: Person, held: Holds) -> None:
    assert person.post(f"/trainings/{held().id}/share/html/learn").status_code == 404


def test_without_its_table_it_is_said_what_to_do(person: Person, workspace: Workspace, held: Holds) -> None:
    training = held()
    workspace.tables.delete(training.table_id)

    page = page_of(person, training)

    assert WITH_TEXTS in page
    assert "Learn one for" not in page
    assert "open the table again" in page


def learned_for_excel(workspace: Workspace, first: StoredTraining, evaluation: Evaluation) -> StoredTraining:
    plan = replace(first.plan, for_form="xlsx")
    training = workspace.trainings.add(first.table_id, plan)
    order = TrainOrder(table_folder="-", plan=plan)
    job = workspace.jobs.add("train", to_json(order), lane="long", subject=training.id)
    shutil.copyfile(first.model, Path(job.folder) / "model.hunch")
    workspace.land(job, to_json(evaluation))
    return workspace.trainings.get(training.id)


def test_its_result_is_compared_with_the_first(person: Person, workspace: Workspace, held: Holds) -> None:
    first = held()
    worse = replace(EVALUATION, score=replace(EVALUATION.score, value=0.84))

    page = person.get(f"/trainings/{learned_for_excel(workspace, first, worse).id}/results").text

    assert "This model was learned so that Excel can hold it." in page
    assert "In its test it was right for 84 of 100, instead of 88 where it need not fit." in page
    assert f'name="second" value="{first.id}"' in page
    assert "for Excel" in page.partition("Models of this table")[2]
    assert "so that Excel can hold it" not in person.get(f"/trainings/{first.id}/results").text


def test_without_the_first_it_is_told_for_what_it_is(
    person: Person, workspace: Workspace, held: Holds
) -> None:
    first = held()
    second = learned_for_excel(workspace, first, EVALUATION)
    workspace.trainings.delete(first.id)

    page = person.get(f"/trainings/{second.id}/results").text

    assert "This model was learned so that Excel can hold it." in page
    assert "Compare both on the same rows" not in page


def test_learning_longer_keeps_the_form_and_its_name(
    person: Person, workspace: Workspace, jobs: FakeJobs, held: Holds
) -> None:
    second = learned_for_excel(workspace, held(), EVALUATION)

    away = person.post(f"/trainings/{second.id}/longer").headers["Location"]

    assert jobs.orders[-1][1]["plan"]["for_form"] == "xlsx"  # type: ignore[index, call-overload]  # a plan
    assert workspace.trainings.get(away.split("/")[2]).name.startswith("left for Excel")


def test_another_question_to_the_table_is_for_no_form(
    person: Person, workspace: Workspace, held: Holds
) -> None:
    training = held()
    person.post(f"/trainings/{training.id}/share/xlsx/learn")

    kept = workspace.tables.get(training.table_id).plan
    assert isinstance(kept, TrainingPlan)
    assert "Excel" not in person.get(f"/tables/{training.table_id}/predict").text
