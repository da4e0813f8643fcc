"""What is said of requests that are none, and lists in parts."""

from typing import Any

import pytest

from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs
from tests.api.made import stored_table
from tests.api.programs.conftest import Caller


@pytest.mark.parametrize(
    ("body", "kind", "status", "code"),
    [
        (b"{", "application/json", 400, "service.no_json"),
        (b'{"table": NaN}', "application/json", 400, "service.no_json"),
        (b"\xff", "application/json", 400, "service.no_json"),
        (b"[" * 100_000, "application/json", 400, "service.no_json"),
        (b'"{}"', "application/json", 422, "api.form"),
        (b"[]", "application/json", 422, "api.form"),
        (b"null", "application/json", 422, "api.form"),
        (b"{}", "text/plain", 415, "api.media_type"),
        (b"{}", "", 415, "api.media_type"),
        (b" " * 9_000_000, "application/json", 413, "api.too_large"),
    ],
)
def test_what_is_no_json_is_said_to_be_none(
    caller: Caller, body: bytes, kind: str, status: int, code: str
) -> None:
    answer = caller.ask("POST", "/trainings", data=body, headers={"Content-Type": kind})

    told = answer.get_json()
    assert answer.mimetype == "application/problem+json"
    assert (answer.status_code, told["status"], told["code"]) == (status, status, code)
    assert told["detail"]
    assert told["hint"]


def test_what_fits_is_said_of_each_thing(caller: Caller) -> None:
    asked = {"table": "0" * 16, "target": "", "task": "guess", "seed": 2**32, "budget_seconds": 0.5}

    errors = caller.post("/trainings", asked).get_json()["errors"]

    assert {error["pointer"]: error["detail"] for error in errors} == {
        "#/target": "It is missing.",
        "#/task": "It is one of auto, classification, regression.",
        "#/seed": "It is 4,294,967,295 or less.",
        "#/budget_seconds": "It is 1 or more.",
    }


@pytest.mark.parametrize(("method", "status"), [("PUT", 405), ("PATCH", 405), ("TRACE", 405), ("GET", 200)])
def test_another_way_of_asking_is_refused(caller: Caller, method: str, status: int) -> None:
    answer = caller.ask(method, "/tables")

    assert answer.status_code == status
    assert status == 200 or set(answer.headers["Allow"].split(", ")) >= {"GET", "POST"}


def test_a_bug_tells_nothing_of_itself(
    caller: Caller, monkeypatch: pytest.MonkeyPatch, jobs: FakeJobs
) -> None:
    def stumble(*_about: Any, **_more: Any) -> None:
        raise RuntimeError("Jane Doe")

    monkeypatch.setattr(jobs, "submit", stumble)

    answer = caller.bring(b"a\n1\n")

    assert (answer.status_code, answer.get_json()["code"]) == (500, "error.unexpected")
    assert "Jane" not in answer.text


def test_the_description_is_told_to_every_program(caller: Caller) -> None:
    told = caller.get("/openapi.json").get_json()

    assert told["openapi"].startswith("3.1")
    assert set(told["paths"]["/api/v1/tables"]) == {"get", "post"}
    assert told["paths"]["/api/v1/trainings"]["post"]["security"] == [{"token": []}]


def test_a_list_comes_in_parts_and_each_leads_to_the_next(caller: Caller, workspace: Workspace) -> None:
    made = [stored_table(workspace).id for _ in range(5)]
    found: list[str] = []
    cursor: str | None = ""
    parts = 0

    while cursor is not None:
        part = caller.get("/tables", limit=2, cursor=cursor).get_json()
        found += [one["id"] for one in part["items"]]
        cursor, parts = part["next"], parts + 1
        if parts == 1:
            stored_table(workspace)  # what is added meanwhile moves nothing

    assert (found, parts) == (made[::-1], 3)


def test_a_part_that_ends_with_the_list_leads_nowhere(caller: Caller, workspace: Workspace) -> None:
    table = stored_table(workspace)

    columns = [caller.get(f"/tables/{table.id}/columns", limit=limit).get_json() for limit in (3, 4, 200)]

    assert [len(one["items"]) for one in columns] == [3, 4, 4]
    assert [one["next"] is None for one in columns] == [False, True, True]
    rest = caller.get(f"/tables/{table.id}/columns", cursor=columns[0]["next"]).get_json()
    assert [one["name"] for one in rest["items"]] == ["left"]


@pytest.mark.parametrize("limit", ["0", "201", "-1", "x", "", "1.5", "1e2", "99999999999999999999"])
def test_a_limit_has_bounds(caller: Caller, limit: str) -> None:
    answer = caller.get("/tables", limit=limit)

    assert answer.status_code == 422
    assert answer.get_json()["errors"][0] | {"detail": ""} == {
        "in": "query",
        "pointer": "#/limit",
        "detail": "",
    }


@pytest.mark.parametrize(
    "cursor", ["x", "dGFibGU", "am9iIDM", "dGFibGUgLTE", "dGFibGUgMA", "dGFibGUgMDAz", "ä", "A" * 101]
)
def test_a_cursor_that_was_not_given_out_is_none(caller: Caller, cursor: str) -> None:
    assert caller.get("/tables", cursor=cursor).status_code == 422
