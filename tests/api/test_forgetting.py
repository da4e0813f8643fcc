"""A table is forgotten on its own page, once it is said what goes with it."""

import datetime
import json
from pathlib import Path

import pytest

from desktop_app.records.stored import StoredTable
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import stored_answers, stored_table, stored_training


@pytest.fixture
def used(workspace: Workspace) -> StoredTable:
    """Return a table with a model that answered a file and watches a folder."""
    table = stored_table(workspace)
    training = stored_training(workspace, table.id)
    stored_answers(workspace, training)
    workspace.watches.add(training.id, "/in", "/in/answered")
    return table


def test_the_way_stands_beside_deleting(person: Person, used: StoredTable) -> None:
    assert f'href="/tables/{used.id}/forget"' in person.get("/").text


def test_the_page_says_what_goes_and_what_stays(person: Person, used: StoredTable) -> None:
    page = person.get(f"/tables/{used.id}/forget").text

    assert "1 model that learned from it" in page
    assert "1 answered file" in page
    assert "1 watched folder" in page
    assert "There is no way back." in page
    assert "The file that you opened" in page


def test_nothing_is_forgotten_by_looking(person: Person, used: StoredTable, workspace: Workspace) -> None:
    person.get(f"/tables/{used.id}/forget")

    assert len(workspace.tables.list()) == 1


def test_all_of_it_is_forgotten_and_said(person: Person, used: StoredTable, workspace: Workspace) -> None:
    answer = person.post(f"/tables/{used.id}/forget")

    assert (workspace.tables.list(), workspace.trainings.list(), workspace.answers.list()) == ((), (), ())
    assert "is forgotten. Nothing of it is left in Hunch." in person.get(answer.headers["Location"]).text


def test_models_stay_where_that_is_ticked(person: Person, used: StoredTable, workspace: Workspace) -> None:
    person.post(f"/tables/{used.id}/forget", keep_models="1")

    assert len(workspace.trainings.list()) == len(workspace.answers.list()) == 1
    assert workspace.tables.list() == ()


def test_a_kept_model_may_hold_values_and_that_is_said(person: Person, used: StoredTable) -> None:
    assert "may identify people" in person.get(f"/tables/{used.id}/forget").text


def test_work_under_way_is_stopped_first(
    person: Person, used: StoredTable, workspace: Workspace, jobs: FakeJobs
) -> None:
    job = workspace.jobs.add("arrange", {"table_folder": used.folder}, lane="short", subject=used.id)

    person.post(f"/tables/{used.id}/forget")

    assert not Path(job.folder).exists()
    assert jobs.closed == 1


def test_a_table_that_is_gone_has_no_such_page(person: Person) -> None:
    assert person.get("/tables/0123456789abcdef/forget").status_code == 404


def ruled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, **rules: object) -> None:
    (tmp_path / "policy.json").write_text(json.dumps(rules))
    monkeypatch.setenv("HUNCH_POLICY", str(tmp_path / "policy.json"))


def test_the_first_page_says_which_tables_go_next(
    person: Person, used: StoredTable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruled(tmp_path, monkeypatch, keep_tables_days=1)
    assert "These go from" not in person.get("/").text

    ruled(tmp_path, monkeypatch, keep_tables_days=10)
    tomorrow = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=6)
    monkeypatch.setattr("desktop_app.web.pages.start.today", tomorrow.date)

    page = person.get("/").text
    assert "keeps a table that nobody opens for 10 days" in page
    assert used.name in page
