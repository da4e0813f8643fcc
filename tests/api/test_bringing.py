"""Bringing a model that was made elsewhere: its graph, its schema file, and rows whose answer is known."""

import io
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from desktop_app.errors import from_code
from desktop_app.records.brought import BroughtFile
from desktop_app.records.jobs import Job, Problem
from desktop_app.records.jsonable import to_json
from desktop_app.records.plans import TrainingPlan
from desktop_app.web.bringings import MOST_BRINGINGS
from desktop_app.web.context import Context
from desktop_app.workspace.store import Workspace
from tests.api.conftest import ORIGIN, FakeDialogs, FakeJobs, Person
from tests.unit.reports.made_brought import untested


def file(name: str, content: bytes = b"{}") -> Any:
    return (io.BytesIO(content), name)


def begin(person: Person, name: str = "churn.onnx") -> str:
    """Open a graph, and return the address of the page that goes on with it."""
    address: str = person.post("/tables", file=file(name, b"a graph")).headers["Location"]
    assert address.startswith("/bringing/")
    return address


def ordered(person: Person, jobs: FakeJobs, address: str) -> Job:
    """Choose a schema file, bring the model in, and return the job that does it."""
    person.post(f"{address}/schema", file=file("means.json"))
    goal = person.post(address).headers["Location"]
    return jobs.workspace.jobs.get(goal.rpartition("/")[2])


def test_a_graph_that_is_opened_asks_for_what_its_numbers_mean(person: Person, jobs: FakeJobs) -> None:
    page = unescape(person.get(begin(person, "Churn.ONNX")).text)

    assert jobs.orders == []
    assert 'Bring "Churn.ONNX" in' in page
    assert "Choose its schema file first." in page
    assert "Bring it in" not in page


def test_all_that_was_chosen_is_brought_together(person: Person, jobs: FakeJobs) -> None:
    address = begin(person)
    person.post(f"{address}/rows", file=file("known.csv", b"age,left\n1,no\n"))

    ordered(person, jobs, address)

    journey, order = jobs.orders[-1]
    assert journey == "bring_onnx"
    assert (order["name"], order["schema_name"], order["tested_name"]) == (
        "churn.onnx",
        "means.json",
        "known.csv",
    )
    assert Path(str(order["path"])).read_bytes() == b"a graph"
    assert Path(str(order["tested"])).read_bytes() == b"age,left\n1,no\n"


def test_rows_can_be_left_out_again(person: Person, jobs: FakeJobs) -> None:
    address = begin(person)
    person.post(f"{address}/rows", file=file("known.csv"))
    assert "counts as not tested" not in person.get(address).text

    person.post(f"{address}/no-rows")
    ordered(person, jobs, address)

    assert jobs.orders[-1][1]["tested"] == ""
    assert "counts as not tested" in person.get(address).text


def test_without_its_schema_nothing_is_brought(person: Person, jobs: FakeJobs) -> None:
    assert person.post(begin(person)).status_code == 400
    assert jobs.orders == []


def test_in_the_window_the_schema_beside_the_graph_is_found(
    owner: Person, dialogs: FakeDialogs, tmp_path: Path, jobs: FakeJobs
) -> None:
    dialogs.chosen = tmp_path / "churn.onnx"
    for name in ("churn.onnx", "churn.json"):
        (tmp_path / name).write_bytes(b"{}")

    ticket = owner.post("/native/open").get_json()["ticket"]
    address = owner.post("/tables", ticket=ticket).headers["Location"]

    page = owner.get(address).text
    assert "churn.json" in page
    assert "found beside it" in page
    owner.post(address)
    assert jobs.orders[-1][1]["path"] == str(tmp_path / "churn.onnx")
    assert jobs.orders[-1][1]["schema"] == str(tmp_path / "churn.json")


def test_a_second_start_hands_a_graph_over(
    owner: Person, dialogs: FakeDialogs, window: Context, tmp_path: Path
) -> None:
    order = {"key": window.entrance.handover_key, "file": str(tmp_path / "churn.onnx")}

    owner.client.post("/handover", base_url=ORIGIN, json=order)

    assert dialogs.shown[0].startswith("/bringing/")


def test_a_refusal_leads_back_to_the_files_that_are_still_there(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    address = begin(person)
    job = ordered(person, jobs, address)
    workspace.jobs.start(job.id)
    values: Any = {"file": "means.json", "path": "columns[3].type", "names": ["number", "text"]}
    workspace.jobs.fail(job.id, Problem(code="schema.choice", values=values))

    page = unescape(person.get(f"/opening/{job.id}").text)

    assert from_code("schema.choice", values).message in page
    assert "columns[3].type" in page
    assert f'href="{address}"' in page
    assert ordered(person, jobs, address).params["path"] == job.params["path"]
    assert Path(str(job.params["path"])).read_bytes() == b"a graph"


def test_what_was_brought_stands_among_the_models(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    job = ordered(person, jobs, begin(person))
    (Path(job.folder) / "model.hunch").write_bytes(b"PK a model")
    brought = BroughtFile(
        model="-",
        name="churn.onnx",
        plan=TrainingPlan(target="left"),
        evaluation=untested(),
        inputs=(),
        output="",
    )

    workspace.land(job, to_json(brought))

    assert person.get(f"/opening/{job.id}").headers["Location"] == f"/trainings/{job.id}/results"
    model = workspace.trainings.get(job.id)
    assert (model.name, model.table_name) == ("churn", "churn.onnx")
    page = unescape(person.get("/models").text)
    assert 'made elsewhere, as ONNX: "churn.onnx"' in page
    assert "Not tested" in page


@pytest.mark.parametrize("path", ["", "/schema", "/rows"])
def test_what_is_not_known_any_more_is_not_found(person: Person, path: str) -> None:
    first = begin(person)
    for _ in range(MOST_BRINGINGS):
        begin(person)

    assert person.get(first).status_code == 404
    assert person.post(first + path, file=file("means.json")).status_code == 404
