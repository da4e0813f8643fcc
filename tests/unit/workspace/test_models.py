"""The list of models: found, sorted, used, and what comes as a file."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.errors import NotFoundError
from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import to_json
from desktop_app.records.model_files import Accepted, AcceptOrder, Looked, LookOrder, Origin
from desktop_app.workspace.store import Workspace
from tests.unit.reports.made_brought import untested
from tests.unit.workspace.examples import PLAN, an_evaluation, answered, imported, prepared, trained

ORIGIN = Origin(file="leavers.hunch", version="0.1.0", made="2025-01-02T03:04:05+00:00")
LOOKED = Looked(
    name="leavers.hunch",
    version="0.1.0",
    made=ORIGIN.made,
    table="staff.csv",
    target="churn",
    rows=3,
    columns=("age",),
)


def looked(workspace: Workspace, content: str = "a file") -> str:
    order = LookOrder(path="/leavers.hunch", name="leavers.hunch")
    job = workspace.jobs.add("look_at_model", to_json(order), lane="short")
    (Path(job.folder) / "model.hunch").write_text(content)
    workspace.land(job, to_json(LOOKED))
    return job.id


def came(workspace: Workspace, content: str = "a file") -> str:
    model_id = looked(workspace, content)
    accepted(workspace, model_id)
    return model_id


def accepted(workspace: Workspace, model_id: str) -> Job:
    order = AcceptOrder(path="-", name="leavers.hunch")
    job = workspace.jobs.add("accept_model", to_json(order), lane="short", subject=model_id)
    found = Accepted(origin=ORIGIN, table="staff.csv", plan=PLAN, evaluation=an_evaluation())
    workspace.land(job, to_json(found))
    return workspace.jobs.get(job.id)


def test_a_model_that_came_as_a_file_is_one_among_the_others(workspace: Workspace) -> None:
    model_id = came(workspace)
    training = workspace.trainings.get(model_id)

    assert training.origin == ORIGIN
    assert (training.name, training.table_id, training.table_name) == ("leavers", "", "staff.csv")
    assert Path(training.model).read_text() == "a file"
    assert workspace.rows_of(training) == ""
    assert [one.origin for one in workspace.models.find().models] == [ORIGIN]


@pytest.mark.parametrize("deleted", [False, True])
def test_a_file_that_is_opened_twice_is_one_model(workspace: Workspace, *, deleted: bool) -> None:
    model_id = came(workspace)
    if deleted:
        workspace.trainings.delete(model_id)

    job = accepted(workspace, model_id)

    assert job.state == "finished"
    assert [one.id for one in workspace.models.find().models] == [model_id]


def test_the_next_start_keeps_what_was_opened_and_nothing_else(
    workspace: Workspace,
) -> None:
    kept, waiting = came(workspace), looked(workspace, "another")

    workspace.tidy()

    assert workspace.models.waiting(kept).is_file()
    assert not workspace.models.waiting(waiting).exists()


def test_a_file_that_is_gone_is_not_opened(workspace: Workspace) -> None:
    model_id = looked(workspace)
    workspace.models.forget(model_id)
    order = to_json(AcceptOrder(path="-", name="leavers.hunch"))
    job = workspace.jobs.add("accept_model", order, lane="short", subject=model_id)

    with pytest.raises(NotFoundError):
        workspace.land(job, to_json(Accepted(origin=ORIGIN, table="", plan=PLAN, evaluation=an_evaluation())))


def test_the_same_file_is_known_again_but_not_once_it_is_deleted(workspace: Workspace) -> None:
    model_id = came(workspace)

    assert workspace.models.same_as(workspace.models.waiting(looked(workspace))) == model_id
    assert workspace.models.same_as(workspace.models.waiting(looked(workspace, "another"))) == ""
    workspace.trainings.delete(model_id)
    assert workspace.models.same_as(workspace.models.waiting(looked(workspace))) == ""


@pytest.mark.parametrize("search", ["CHURN", "age", "people", "churn people", ""])
def test_models_are_found_by_name_answer_table_and_column(workspace: Workspace, search: str) -> None:
    training = trained(workspace, imported(workspace))

    assert [one.id for one in workspace.models.find(search).models] == [training.id]
    shelf = workspace.models.find("nowhere")
    assert (shelf.found, shelf.of) == (0, 1)


def test_models_are_sorted_by_day_name_and_score(workspace: Workspace) -> None:
    table = imported(workspace)
    first, second = trained(workspace, table), trained(workspace, table)
    workspace.trainings.rename(first.id, "Älpler")
    workspace.trainings.rename(second.id, "zebra")

    assert [one.id for one in workspace.models.find(order="day").models] == [second.id, first.id]
    assert [one.name for one in workspace.models.find(order="name").models] == ["zebra", "Älpler"]
    assert workspace.models.find(most=1).found == 2


def test_one_that_nobody_tested_is_behind_all_that_were(workspace: Workspace) -> None:
    table, nothing = imported(workspace), an_evaluation()
    poor = replace(nothing, skill=replace(nothing.skill, value=-0.2))
    made = {
        trained(workspace, table, evaluation).id: place
        for place, evaluation in enumerate([untested(), poor, nothing])
    }

    assert [made[one.id] for one in workspace.models.find(order="score").models] == [2, 1, 0]


def test_a_model_says_what_it_answered_last(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    training = trained(workspace, imported(workspace))
    for _ in range(2):
        answered(workspace, prepared(workspace, training))
    monkeypatch.delattr("desktop_app.workspace.facts.Facts.get")  # a list reads no record of answers

    (listed,) = workspace.models.find().models

    assert listed.files == 2
    assert listed.last
    assert listed.last.name == "new.csv"


def test_what_a_list_shows_of_an_evaluation_is_short(workspace: Workspace) -> None:
    trained(workspace, imported(workspace))

    (listed,) = workspace.models.find().models

    assert listed.evaluation == replace(an_evaluation(), candidates=())


def test_names_that_several_have_are_told(workspace: Workspace) -> None:
    table = imported(workspace)
    trained(workspace, table)
    trained(workspace, table)

    assert workspace.models.find().names == ("churn",)
