"""New rows beside the old ones of a model: by its page, from a file or a table of the workspace."""

from pathlib import Path

import pandas as pd
import pytest

from desktop_app.errors import DataError
from desktop_app.journeys.compare_beside import compare_beside
from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import to_json
from desktop_app.records.newer import NewerOrder
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeDialogs, FakeJobs, Person
from tests.api.made import stored_table
from tests.api.made_ahead import came_ahead
from tests.api.test_beside import Save, made
from tests.unit.engine.anomalies.made import people
from tests.unit.engine.clustering.made import clouds
from tests.unit.models.compared_made import save_groups, save_normal


def compared_with(workspace: Workspace, save: Save, rows: pd.DataFrame) -> str:
    """Bring new rows to a model, land what came of it, and return the id of the model."""
    model_id = came_ahead(workspace, made(save, workspace))
    newer = workspace.folder / "newer.csv"
    rows.to_csv(newer, index=False)
    model = workspace.others.compared(model_id).model
    order = to_json(NewerOrder(model=model, model_name="x", name="newer.csv", path=str(newer)))
    carry_out(workspace, workspace.jobs.add("compare_beside", order, lane="short", subject=model_id))
    return model_id


def carry_out(workspace: Workspace, job: Job) -> None:
    workspace.land(job, compare_beside(job.params, Path(job.folder), lambda _: None))


def test_new_rows_are_shared_out_among_the_old_groups(person: Person, workspace: Workspace) -> None:
    rows = clouds()[0].head(60)
    rows.loc[0, ["age", "spent"]] = [9_000.0, -9_000.0]
    page = person.get(f"/compared/{compared_with(workspace, save_groups, rows)}").text

    assert "60 rows were put beside" in page
    assert "Group 3: " in page
    assert "Fits none: 1 row" in page


def test_new_rows_that_stand_out_are_said_with_reasons(person: Person, workspace: Workspace) -> None:
    rows = people().head(60)
    rows.loc[0, "height"] = 9_000.0
    page = person.get(f"/compared/{compared_with(workspace, save_normal, rows)}").text

    assert "would look as odd by chance" in page
    assert "Row 1: odder than 100 of 100 old rows" in page
    assert "&#34;height&#34; is 9" in page


def test_all_rows_are_saved_with_what_predict_adds(
    person: Person, owner: Person, workspace: Workspace, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    model_id, dialogs.chosen = compared_with(workspace, save_groups, clouds()[0].head(9)), tmp_path

    lines = person.get(f"/other-models/{model_id}/rows/csv").text.splitlines()
    saved = owner.post(f"/other-models/{model_id}/rows/xlsx").headers["Location"]

    assert lines[0].endswith("group,fit,caution")
    assert len(lines) == 10
    assert (tmp_path / "parcels compared.xlsx").read_bytes()[:2] == b"PK"
    assert "Saved as &#34;parcels compared.xlsx&#34;." in owner.get(saved).text


def test_nothing_was_compared_yet(person: Person, workspace: Workspace) -> None:
    model_id = came_ahead(workspace, made(save_groups, workspace))

    assert "Compare a new file" in person.get(f"/compared/{model_id}").text
    assert person.get(f"/other-models/{model_id}/rows/csv").status_code == 404


def test_a_file_that_lacks_a_column_is_refused(workspace: Workspace) -> None:
    with pytest.raises(DataError):
        compared_with(workspace, save_groups, clouds()[0].drop(columns="age"))


def test_a_table_that_lacks_a_column_is_not_offered(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    model_id, table = came_ahead(workspace, made(save_groups, workspace)), stored_table(workspace)

    assert table.id not in person.get(f"/compared/{model_id}").text
    assert person.post(f"/other-models/{model_id}/newer", table=table.id).status_code == 404


def test_what_was_told_last_outlives_a_start(workspace: Workspace, person: Person) -> None:
    model_id = compared_with(workspace, save_groups, clouds()[0].head(9))

    again = Workspace(workspace.folder)

    assert again.jobs.list("compare_beside", model_id)[0].state == "finished"
    again.close()


def test_it_can_be_cancelled(person: Person, workspace: Workspace, jobs: FakeJobs) -> None:
    model_id = came_ahead(workspace, made(save_groups, workspace))
    job = workspace.jobs.add("compare_beside", {}, lane="short", subject=model_id)

    assert f"/newer/{job.id}/cancel" in person.get(f"/compared/{model_id}").text
    assert person.post(f"/other-models/{model_id}/newer/{job.id}/cancel").status_code == 303


def test_a_column_under_another_name_is_asked_and_then_remembered(
    person: Person, workspace: Workspace, jobs: FakeJobs
) -> None:
    rows = clouds()[0].head(60).rename(columns={"spent": "spent in all"})
    model_id = compared_with(workspace, save_groups, rows)
    page = person.get(f"/compared/{model_id}").text

    answer = person.post(f"/other-models/{model_id}/newer/match", source0="1")

    assert "is not there. Is it" in page
    assert "Save as CSV" not in page
    assert answer.headers["Location"] == f"/compared/{model_id}#newer"
    order = jobs.orders[-1][1]
    assert order["matches"] == [{"column": "spent", "source": "spent in all"}]
    carry_out(workspace, workspace.jobs.list("compare_beside", model_id)[0])
    again = person.get(f"/compared/{model_id}").text
    assert "60 rows were put beside" in again
    assert "Match columns" in again  # it can be taken back
    with Path(str(order["path"])).open("rb") as file:
        person.post(f"/other-models/{model_id}/newer", file=(file, "newer.csv"))
    assert jobs.orders[-1][1]["matches"] == order["matches"]


def test_no_columns_are_matched_where_all_have_their_names(person: Person, workspace: Workspace) -> None:
    model_id = compared_with(workspace, save_groups, clouds()[0].head(9))

    assert "Match columns" not in person.get(f"/compared/{model_id}").text
    assert person.post(f"/other-models/{model_id}/newer/match", source0="1").status_code == 404
