"""The same request, sent twice, makes one job."""

import threading
from typing import Any

import pytest

from desktop_app.web.context import Context
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs
from tests.api.made import stored_table
from tests.api.programs.conftest import Caller, Let


@pytest.fixture
def asked(workspace: Workspace) -> dict[str, Any]:
    return {"table": stored_table(workspace).id, "target": "left"}


def test_the_same_key_and_request_lead_to_the_same_job(
    caller: Caller, asked: dict[str, Any], jobs: FakeJobs
) -> None:
    first = caller.post("/trainings", asked, key="a")
    again = caller.post("/trainings", {"target": "left", **asked, "seed": 0}, key="a")

    assert first.get_json()["id"] == again.get_json()["id"]
    assert first.headers["Location"] == again.headers["Location"]
    assert again.headers["Idempotency-Replayed"] == "true"
    assert "Idempotency-Replayed" not in first.headers
    assert len(jobs.orders) == 1


def test_a_key_that_belongs_to_another_request_is_refused(
    caller: Caller, asked: dict[str, Any], jobs: FakeJobs
) -> None:
    caller.post("/trainings", asked, key="a")

    other = caller.post("/trainings", {**asked, "seed": 1}, key="a")

    assert (other.status_code, other.get_json()["code"]) == (422, "api.key_used")
    assert len(jobs.orders) == 1


def test_without_a_key_and_with_another_each_request_makes_a_job(
    caller: Caller, asked: dict[str, Any], let: Let
) -> None:
    other = let("learn")

    made = [caller.post("/trainings", asked, key=key).get_json()["id"] for key in ("", "", "a", "b")]
    made.append(other.post("/trainings", asked, key="a").get_json()["id"])

    assert len(set(made)) == 5


def test_a_request_that_failed_may_be_sent_again(caller: Caller, asked: dict[str, Any]) -> None:
    assert caller.post("/trainings", {**asked, "target": "lost"}, key="a").status_code == 422

    assert caller.post("/trainings", asked, key="a").status_code == 202


def test_a_file_that_is_brought_twice_is_kept_once(caller: Caller, here: Context, jobs: FakeJobs) -> None:
    first, again = (caller.bring(b"a\n1\n", key="a").get_json()["id"] for _ in range(2))

    assert first == again
    assert len(list(here.uploads.room().iterdir())) == len(jobs.orders) == 1
    assert caller.bring(b"a\n2\n", key="a").get_json()["code"] == "api.key_used"
    assert len(list(here.uploads.room().iterdir())) == 1


def test_two_at_the_same_moment_make_one_job(
    caller: Caller, asked: dict[str, Any], jobs: FakeJobs, workspace: Workspace, here: Context
) -> None:
    answers: list[str] = []
    all_there = threading.Barrier(6)

    def send() -> None:
        all_there.wait()
        answers.append(caller.post("/trainings", asked, key="a").get_json()["id"])

    threads = [threading.Thread(target=send) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(answers) == 6
    assert len(set(answers)) == len(jobs.orders) == 1


def test_a_key_counts_after_the_program_was_started_again(
    caller: Caller, jobs: FakeJobs, workspace: Workspace
) -> None:
    first = caller.bring(b"a\n1\n", key="a").get_json()
    workspace.jobs.cancel(first["id"])

    workspace.tidy()  # twice: what was interrupted is told of for one whole run
    workspace.tidy()

    again = caller.bring(b"a\n1\n", key="a").get_json()
    assert (again["id"], again["state"], len(jobs.orders)) == (first["id"], "cancelled", 1)


def test_after_a_day_the_key_is_free(caller: Caller, workspace: Workspace, jobs: FakeJobs) -> None:
    caller.bring(b"a\n1\n", key="a")
    with workspace._database.writing() as db:
        db.execute("UPDATE program_request SET created = '2020-01-01T00:00:00+00:00'")

    again = caller.bring(b"a\n1\n", key="a")

    assert "Idempotency-Replayed" not in again.headers
    assert len(jobs.orders) == 2


@pytest.mark.parametrize("key", ["a b", "ä", "k" * 201])
def test_a_key_is_a_word(caller: Caller, key: str) -> None:
    answer = caller.ask(
        "POST",
        "/tables?name=a",
        data=b"a",
        headers={"Idempotency-Key": key.encode("utf-8").decode("latin-1")},
    )

    assert answer.status_code == 422
    assert answer.get_json()["errors"][0]["in"] == "header"
