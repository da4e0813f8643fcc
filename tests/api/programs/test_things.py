"""What programs are told of tables, trainings, models, predictions and jobs, and what they can do."""

from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from desktop_app.records.jobs import Problem
from desktop_app.records.stored import StoredAnswers, StoredTable, StoredTraining
from desktop_app.web.context import Context
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs
from tests.api.made import stored_training
from tests.api.programs.conftest import NOBODY, Caller, Let
from tests.api.test_fuzz import ODD


def test_a_file_that_is_brought_is_read_by_a_job(caller: Caller, jobs: FakeJobs) -> None:
    answer = caller.bring(b"a,b\n1,2\n", name="../März <b>.csv")

    (journey, params) = jobs.orders[0]
    assert (answer.status_code, journey) == (202, "import")
    assert params["name"] == "März <b>.csv"
    assert Path(str(params["path"])).read_bytes() == b"a,b\n1,2\n"
    told = caller.get(answer.headers["Location"].removeprefix("/api/v1")).get_json()
    assert (told["kind"], told["state"], told["result"]["table"]) == ("table", "waiting", None)


def test_nothing_is_no_file(caller: Caller, here: Context) -> None:
    assert caller.bring(b"").get_json()["code"] == "error.no_file"
    assert list(here.uploads.room().iterdir()) == []


def test_a_table_and_its_columns_are_told(caller: Caller, table: StoredTable) -> None:
    told, columns = caller.get(f"/tables/{table.id}"), caller.get(f"/tables/{table.id}/columns")

    assert told.get_json()["rows"] == 300
    assert [one["name"] for one in columns.get_json()["items"]] == ["id", "months", "region", "left"]


def test_learning_is_ordered_as_the_page_orders_it(
    caller: Caller, table: StoredTable, jobs: FakeJobs, workspace: Workspace
) -> None:
    asked = {"target": "left", "exclude": ["id"], "budget_seconds": 15, "seed": 7, "group": "region"}

    answer = caller.post("/trainings", {"table": table.id, **asked, "costs": {"missed": 5, "false": 1}})

    plan: Any = jobs.orders[-1][1]["plan"]
    assert answer.status_code == 202
    assert (plan["target"], plan["exclude"], plan["budget"], plan["seed"]) == ("left", ["id"], 15, 7)
    assert (plan["group"], plan["costs"]["costs"]) == ("region", {"missed": 5, "false": 1})
    [training] = caller.get("/trainings").get_json()["items"]
    assert (training["job"], training["verdict"]) == (answer.get_json()["id"], None)


@pytest.mark.parametrize(
    ("asked", "pointers"),
    [
        ({"target": "lost"}, ["#/target"]),
        ({"target": "left", "exclude": ["id", "~/x"], "time": "never"}, ["#/time", "#/exclude/1"]),
        ({"target": "left", "group": "region", "any_row": True}, ["#/any_row"]),
        ({"target": "left", "budget": 3, "seed": "1"}, ["#/seed", "#/budget"]),
        ({"target": 3}, ["#/target"]),
        ({}, ["#/target"]),
    ],
)
def test_each_thing_that_is_wrong_is_named(
    caller: Caller, table: StoredTable, asked: dict[str, Any], pointers: list[str], jobs: FakeJobs
) -> None:
    answer = caller.post("/trainings", {"table": table.id, **asked})

    assert answer.mimetype == "application/problem+json"
    assert (answer.status_code, answer.get_json()["code"]) == (422, "api.form")
    assert [error["pointer"] for error in answer.get_json()["errors"]] == pointers
    assert all(error["in"] == "body" and error["detail"] for error in answer.get_json()["errors"])
    assert jobs.orders == []


def test_a_question_that_cannot_be_asked_is_said_as_the_page_says_it(
    caller: Caller, table: StoredTable
) -> None:
    asked = {"table": table.id, "target": "left", "exclude": ["id", "months", "region"]}

    answer = caller.post("/trainings", asked).get_json()

    assert (answer["status"], answer["code"]) == (422, "plan.no_columns")


def test_a_training_and_its_model_are_told(caller: Caller, learned: StoredTraining) -> None:
    training, model = (caller.get(f"/{kind}/{learned.id}").get_json() for kind in ("trainings", "models"))

    assert training["evaluation"] == model["evaluation"]
    assert model["verdict"]["level"] == "good"
    assert "88 of 100" in model["verdict"]["sentence"]
    assert model["evaluation"]["importances"][0]["column"] == "months"
    file = caller.get(f"/models/{learned.id}/file")
    assert (file.data, file.headers["Content-Disposition"]) == (
        b"PK a model",
        "attachment; filename=left.hunch",
    )


def test_a_training_on_its_way_is_no_model(caller: Caller, workspace: Workspace, table: StoredTable) -> None:
    training = stored_training(workspace, table.id, None)

    assert caller.get(f"/trainings/{training.id}").get_json()["evaluation"] is None
    assert [caller.get(f"/models/{training.id}{part}").status_code for part in ("", "/file")] == [404, 404]
    assert caller.get("/models").get_json()["items"] == []


def test_a_job_tells_why_it_came_to_nothing(caller: Caller, workspace: Workspace) -> None:
    job = workspace.jobs.add("answer_table", {}, lane="short")
    workspace.jobs.fail(job.id, Problem(code="cli.missing_columns", values={"columns": ["months"]}))

    told = caller.get(f"/jobs/{job.id}").get_json()

    assert (told["state"], told["problem"]["code"]) == ("failed", "api.missing_columns")
    assert "months" in told["problem"]["detail"]
    assert "--map" not in told["problem"]["hint"]


def test_a_job_is_cancelled_by_who_may_make_such(caller: Caller, let: Let, workspace: Workspace) -> None:
    job = caller.bring(b"a\n1\n").get_json()["id"]

    refused = let("read", "predict").post(f"/jobs/{job}/cancel")
    done = let("learn").post(f"/jobs/{job}/cancel")

    assert (refused.status_code, refused.get_json()["code"]) == (403, "api.scope")
    assert (done.status_code, done.get_json()["state"]) == (200, "cancelled")


def test_a_training_is_stopped_and_nothing_else(
    caller: Caller, workspace: Workspace, table: StoredTable, jobs: FakeJobs
) -> None:
    training = stored_training(workspace, table.id, None)

    stopped = caller.post(f"/jobs/{training.job_id}/stop")

    assert (stopped.status_code, jobs.stopped) == (200, [training.job_id])
    assert caller.post(f"/jobs/{caller.bring(b'a').get_json()['id']}/stop").status_code == 404


def test_what_is_deleted_is_gone_and_comes_back_by_undoing(
    caller: Caller, table: StoredTable, answered: StoredAnswers, workspace: Workspace
) -> None:
    things = [f"/predictions/{answered.id}", f"/models/{answered.training_id}", f"/tables/{table.id}"]

    first = [caller.delete(thing).status_code for thing in things]
    again = [caller.delete(thing).status_code for thing in things]

    assert (first, again) == ([204] * 3, [404] * 3)
    workspace.tables.undo_delete(table.id)
    assert caller.get(f"/tables/{table.id}").status_code == 200


@pytest.mark.parametrize("odd", [*ODD, NOBODY, "%2e%2e", "..;", "con", "a:b"])
def test_an_odd_id_leads_nowhere(caller: Caller, api: Flask, odd: str) -> None:
    for kind in ("tables", "trainings", "models", "predictions", "jobs"):
        for end in ("", "/columns", "/file", "/rows"):
            answer = caller.ask("GET", f"/{kind}/{odd}{end}")
            assert answer.status_code in (200, 400, 404), (kind, end)
            assert answer.status_code != 200 or "items" in answer.get_json()
