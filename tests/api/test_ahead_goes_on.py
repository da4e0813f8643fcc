"""A forecast that goes on with newer rows, on its page."""

from pathlib import Path

import pytest

from desktop_app.journeys.go_on import go_on
from desktop_app.records.jobs import Job, Problem
from desktop_app.records.notices import Value
from desktop_app.records.tables import Column
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeDialogs, FakeJobs, Person
from tests.api.made import stored_table, table
from tests.api.made_ahead import NEWER, came_ahead


def brought(person: Person, workspace: Workspace, model_id: str, rows: bytes = NEWER.read_bytes()) -> Job:
    """Bring newer rows as a person does, in a file."""
    (workspace.folder / "newer.csv").write_bytes(rows)
    with (workspace.folder / "newer.csv").open("rb") as file:
        shown = person.post(f"/other-models/{model_id}/newer", file=(file, "newer.csv"))
    assert shown.headers["Location"] == f"/forecasts/{model_id}#newer"
    return workspace.jobs.list("go_on", model_id)[0]


def gone_on(person: Person, workspace: Workspace, rows: bytes = NEWER.read_bytes()) -> str:
    """Bring newer rows, and land what a worker says of them; return the id of the model."""
    model_id = came_ahead(workspace)
    job = brought(person, workspace, model_id, rows)
    workspace.land(job, go_on(job.params, Path(job.folder), lambda _: None))
    return model_id


def test_while_it_is_asked_the_page_says_how_far_it_is(person: Person, workspace: Workspace) -> None:
    model_id = came_ahead(workspace)
    job = brought(person, workspace, model_id)

    assert f"/other-models/{model_id}/newer/{job.id}" in person.get(f"/forecasts/{model_id}").text
    assert person.poll(f"/other-models/{model_id}/newer/{job.id}").status_code == 200
    person.post(f"/other-models/{model_id}/newer/{job.id}/cancel")
    assert "Open a file with newer rows…" in person.get(f"/forecasts/{model_id}").text


def test_the_answer_stands_on_the_page(person: Person, workspace: Workspace) -> None:
    page = person.get(f"/forecasts/{gone_on(person, workspace)}?series=1").text

    for told in (
        "All columns are there, and the rows go on until 2023-06-01.",
        "12 values have come that it had forecast",
        "As in its test",
        "6 months ahead of 2023-06-01: 12 rows.",
        "2023-12-01",
        '<option value="1" selected>Bergen</option>',
    ):
        assert told in page


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (b"month,town,sent\n2022-12-01,Ahlen,320\n", "is another one in this file, which counts now."),
        (b"month,town,sent\n2023-03-01,Ahlen,320\n", "2 moments between what was learned and the new rows"),
        (b"month,town,sent\n2021-12-01,Ahlen,\n", "The file has nothing newer than 2022-12-01"),
        (b"month,town,sent\n2023-01-01,Zeven,320\n", "1 series is too short to be answered"),
    ],
)
def test_what_does_not_fit_is_said(person: Person, workspace: Workspace, rows: bytes, told: str) -> None:
    page = person.get(f"/forecasts/{gone_on(person, workspace, rows)}").text

    assert told in page
    assert '<li data-level="caution">' in page


def test_why_it_came_to_nothing_is_said(person: Person, workspace: Workspace) -> None:
    model_id = came_ahead(workspace)
    job = brought(person, workspace, model_id)
    values: dict[str, Value] = {"file": "newer.csv", "columns": ["town"], "model": "x"}
    workspace.jobs.fail(job.id, Problem(code="forecast.lacks", values=values))

    assert "&#34;newer.csv&#34; lacks &#34;town&#34;" in person.get(f"/forecasts/{model_id}").text


def test_a_table_of_the_workspace_can_be_taken(person: Person, workspace: Workspace, jobs: FakeJobs) -> None:
    model_id, other = came_ahead(workspace), stored_table(workspace)
    more = [
        Column(name=name, type="number", position=place, missing=0, distinct=2)
        for place, name in enumerate(("month", "town", "sent"), start=4)
    ]
    fits = stored_table(workspace, table("months.csv", *more))

    page = person.get(f"/forecasts/{model_id}").text
    person.post(f"/other-models/{model_id}/newer", table=fits.id)

    assert fits.id in page
    assert other.id not in page
    assert jobs.orders[-1][1]["table_folder"] == fits.folder
    assert person.post(f"/other-models/{model_id}/newer", table=other.id).status_code == 404


def test_all_steps_are_handed_over(
    person: Person, owner: Person, workspace: Workspace, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    model_id = gone_on(person, workspace)
    dialogs.chosen = tmp_path

    lines = person.get(f"/other-models/{model_id}/rows/csv").text.splitlines()
    saved = owner.post(f"/other-models/{model_id}/rows/xlsx").headers["Location"]

    assert len(lines) == 1 + 12
    assert lines[0].endswith("month,town,prediction,low,high,caution")
    assert (tmp_path / "parcels ahead.xlsx").read_bytes()[:2] == b"PK"
    assert "Saved as &#34;parcels ahead.xlsx&#34;." in owner.get(saved).text
    assert person.get(f"/other-models/{model_id}/rows/pdf").status_code == 404


def test_what_was_said_last_is_there_after_the_next_start(person: Person, workspace: Workspace) -> None:
    model_id = gone_on(person, workspace)

    workspace.tidy()

    assert "2023-12-01" in person.get(f"/forecasts/{model_id}").text
    assert person.get(f"/other-models/{model_id}/rows/csv").status_code == 200


def test_without_newer_rows_there_is_no_file_of_steps(person: Person, workspace: Workspace) -> None:
    assert person.get(f"/other-models/{came_ahead(workspace)}/rows/csv").status_code == 404
