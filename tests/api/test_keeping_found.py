"""What was found in a table is saved as a model, which new rows can be compared with."""

from pathlib import Path

import pandas as pd
import pytest

from desktop_app.journeys.compare_beside import compare_beside
from desktop_app.journeys.group_file import group_file
from desktop_app.journeys.import_table import import_table
from desktop_app.journeys.keep_beside import keep_beside
from desktop_app.journeys.odd_file import odd_file
from desktop_app.records.jsonable import JSON, to_json
from desktop_app.records.orders import ImportOrder
from desktop_app.records.stored import StoredTable
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.unit.engine.anomalies.made import people
from tests.unit.engine.clustering.made import clouds

DOING = {
    "group_file": group_file,
    "odd_file": odd_file,
    "keep_beside": keep_beside,
    "compare_beside": compare_beside,
}


def opened(workspace: Workspace, rows: pd.DataFrame) -> StoredTable:
    """Open a real table."""
    file = workspace.folder / "rows.csv"
    rows.to_csv(file, index=False)
    order = to_json(ImportOrder(path=str(file), name=file.name))
    job = workspace.jobs.add("import", order, lane="short")
    workspace.land(job, import_table(order, Path(job.folder), lambda _: None))
    return workspace.tables.get(job.id)


def done(workspace: Workspace, jobs: FakeJobs, subject: str) -> str:
    """Do what was ordered last, and return the id of its job."""
    journey, order = jobs.orders[-1][:2]
    params: dict[str, JSON] = order
    job = workspace.jobs.add(journey, params, lane="short", subject=subject)
    workspace.land(job, DOING[journey](params, Path(job.folder), lambda _: None))
    return job.id


@pytest.mark.parametrize("key", ["alike", "odd"])
def test_what_was_found_is_kept_and_compared_with_the_table(
    person: Person, workspace: Workspace, jobs: FakeJobs, key: str
) -> None:
    table = opened(workspace, clouds()[0] if key == "alike" else people())
    address = f"/tables/{table.id}/{key}"
    person.post(address)
    done(workspace, jobs, table.id)
    assert "Save as a model" in person.get(address).text

    person.post(f"{address}/names", group=0, name="Regulars") if key == "alike" else None
    person.post(f"{address}/model")
    model_id = done(workspace, jobs, table.id)
    assert f"/compared/{model_id}" in person.get(f"{address}?kept={model_id}").text
    assert ("Regulars" in person.get(f"/compared/{model_id}").text) == (key == "alike")

    person.post(f"/other-models/{model_id}/newer", table=table.id)
    done(workspace, jobs, model_id)
    assert "New rows beside the old ones" in person.get(f"/compared/{model_id}").text


def test_nothing_is_kept_where_nothing_was_found(person: Person, workspace: Workspace) -> None:
    table = opened(workspace, people())

    assert person.post(f"/tables/{table.id}/odd/model").status_code == 400


def test_a_job_that_is_no_keeping_is_not_told_as_one(person: Person, workspace: Workspace) -> None:
    table = opened(workspace, people())

    assert "Saved among the models." not in person.get(f"/tables/{table.id}/odd?kept={table.id}").text
