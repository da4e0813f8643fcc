"""Where models are learned: kept in the settings, fixed by IT, and asked before a row leaves."""

import json
import sys
from pathlib import Path

import pytest

from desktop_app.records.jobs import Problem
from desktop_app.records.jsonable import to_json
from desktop_app.records.remote import OnCluster
from desktop_app.records.stored import StoredTable
from desktop_app.web import cluster as room
from desktop_app.workspace.personal import CLUSTER
from desktop_app.workspace.store import Workspace
from tests.api.conftest import FakeJobs, Person
from tests.api.made import EVALUATION, stored_table, stored_training

FAR = "tls://dask.example:8786"
LEARN = {"target": "3", "part": "0", "effort": "quick"}
ASKED = "May the rows of &#34;customers.csv&#34; leave this computer?"


@pytest.fixture(autouse=True)
def _whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "has_dask", lambda: True)
    monkeypatch.delenv("HUNCH_DASK", raising=False)
    monkeypatch.delenv("HUNCH_DASK_KEYS", raising=False)


@pytest.fixture
def stored(workspace: Workspace) -> StoredTable:
    return stored_table(workspace)


def lay_down(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, **rules: object) -> None:
    path = tmp_path / "policy.json"
    path.write_text(json.dumps(rules), encoding="utf-8")
    monkeypatch.setenv("HUNCH_POLICY", str(path))


def choose(person: Person, address: str = FAR) -> None:
    person.post("/settings/cluster", learns="cluster", cluster=address, keys="/keys")


def learned_at(jobs: FakeJobs) -> list[object]:
    return [params["cluster"] for journey, params in jobs.orders if journey == "train"]


def test_what_is_chosen_is_kept_and_asked_of_no_cluster(person: Person, jobs: FakeJobs) -> None:
    choose(person)

    page = person.get("/settings").text
    assert f'value="{FAR}"' in page
    assert 'value="/keys"' in page
    assert jobs.orders == []
    person.post("/settings/cluster", learns="here", cluster=FAR)
    assert 'value="here" checked' in person.get("/settings").text


@pytest.mark.parametrize("address", ["dask.example", "tcp://dask.example:8786"])
def test_what_is_no_address_or_could_be_read_is_not_kept(
    person: Person, workspace: Workspace, address: str
) -> None:
    answer = person.post("/settings/cluster", learns="cluster", cluster=address)

    assert answer.status_code == 400
    assert workspace.choices.get(CLUSTER) == ""


def test_a_test_says_what_the_worker_found(person: Person, jobs: FakeJobs, workspace: Workspace) -> None:
    person.post("/settings/cluster/test", cluster=FAR, keys="/keys")

    (journey, params), job = jobs.orders[0], workspace.jobs.list("reach_cluster", "cluster")[0]
    assert (journey, params) == ("reach_cluster", {"cluster": {"address": FAR, "keys": "/keys"}})
    assert (
        f"Asking {FAR}" in person.get(f"/settings?test={job.id}").text
        or "Asking a cluster" in person.get(f"/settings?test={job.id}").text
    )
    workspace.jobs.start(job.id)
    workspace.land(job, {"address": FAR, "workers": 4, "threads": 8})
    assert "4 workers with 8 threads, same versions" in person.get(f"/settings/cluster/test/{job.id}").text


def test_the_pages_never_load_dask(person: Person, stored: StoredTable) -> None:
    choose(person)
    person.get("/settings")
    person.post(f"/tables/{stored.id}/trainings", **LEARN, where="there")

    assert "distributed" not in sys.modules


def test_nothing_is_sent_before_a_person_says_yes(
    person: Person, jobs: FakeJobs, stored: StoredTable
) -> None:
    choose(person)
    assert "You are asked before a row is sent." in person.get(f"/tables/{stored.id}/predict").text

    asked = person.post(f"/tables/{stored.id}/trainings", **LEARN).text

    assert ASKED in asked
    assert FAR in asked
    assert '<input type="hidden" name="target" value="3">' in asked
    assert jobs.orders == []


def test_a_yes_holds_for_the_table_and_is_told(
    person: Person, jobs: FakeJobs, stored: StoredTable, workspace: Workspace
) -> None:
    choose(person)
    person.post(f"/tables/{stored.id}/trainings", **LEARN, where="there")
    person.post(f"/tables/{stored.id}/trainings", **LEARN)

    assert learned_at(jobs) == [{"address": FAR, "keys": "/keys"}] * 2
    assert f"Its rows may be sent to {FAR}" in person.get(f"/tables/{stored.id}/data").text
    assert len(workspace.remarks.decisions_of(table_id=stored.id)) == 1
    training = workspace.trainings.latest(stored.id)
    assert training
    assert "get them, and learn from them" in person.get(f"/trainings/{training.id}/learn").text
    other = stored_table(workspace)
    assert ASKED in person.post(f"/tables/{other.id}/trainings", **LEARN).text


def test_a_no_holds_as_well_until_it_is_changed(person: Person, jobs: FakeJobs, stored: StoredTable) -> None:
    choose(person)
    person.post(f"/tables/{stored.id}/trainings", **LEARN, where="here")
    assert learned_at(jobs) == [None]
    assert f"no row is sent to {FAR}" in person.get(f"/tables/{stored.id}/predict").text

    person.post(f"/tables/{stored.id}/where", where="there")
    person.post(f"/tables/{stored.id}/trainings", **LEARN)

    assert learned_at(jobs)[-1] == {"address": FAR, "keys": "/keys"}


def test_a_cluster_elsewhere_asks_anew(person: Person, jobs: FakeJobs, stored: StoredTable) -> None:
    choose(person)
    person.post(f"/tables/{stored.id}/where", where="there")
    choose(person, "tls://other.example:8786")

    assert ASKED in person.post(f"/tables/{stored.id}/trainings", **LEARN).text
    assert jobs.orders == []


def test_a_yes_is_forgotten_with_the_table(person: Person, stored: StoredTable, workspace: Workspace) -> None:
    choose(person)
    person.post(f"/tables/{stored.id}/where", where="there")

    workspace.forgetting.forget([stored.id], keep_models=True)

    assert workspace.remarks.decisions_of(table_id=stored.id) == ()


def test_a_cluster_on_this_computer_needs_no_yes(person: Person, jobs: FakeJobs, stored: StoredTable) -> None:
    choose(person, "tls://127.0.0.1:8786")

    person.post(f"/tables/{stored.id}/trainings", **LEARN)

    assert learned_at(jobs) == [{"address": "tls://127.0.0.1:8786", "keys": "/keys"}]


def test_every_button_that_learns_asks_first(
    person: Person, jobs: FakeJobs, workspace: Workspace, stored: StoredTable
) -> None:
    training = stored_training(workspace, stored.id)
    choose(person)

    asked = person.post(f"/trainings/{training.id}/longer").text

    assert ASKED in asked
    assert f'action="/trainings/{training.id}/longer"' in asked
    assert jobs.orders == []


def test_it_may_lay_down_the_one_cluster_for_all_tables(
    person: Person, jobs: FakeJobs, stored: StoredTable, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lay_down(monkeypatch, tmp_path, dask_address=FAR)
    person.post("/settings/cluster", learns="cluster", cluster="tls://other.example:1", keys="/keys")
    page = person.get("/settings").text
    assert f"The only cluster that may be used is {FAR}." in page
    assert 'name="cluster"' not in page.split('id="cluster"')[1].split("</section>")[0]
    assert "your organisation lets it have the rows" in person.get(f"/tables/{stored.id}/predict").text

    person.post(f"/tables/{stored.id}/trainings", **LEARN)

    assert learned_at(jobs) == [{"address": FAR, "keys": "/keys"}]


def test_it_may_forbid_clusters(
    person: Person, jobs: FakeJobs, stored: StoredTable, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    choose(person)
    lay_down(monkeypatch, tmp_path, dask="off")

    page = person.get("/settings").text
    person.post(f"/tables/{stored.id}/trainings", **LEARN)

    assert "Your organisation lets no cluster learn." in page
    assert "Test the connection" not in page
    assert person.post("/settings/cluster/test", cluster=FAR).status_code == 403
    assert learned_at(jobs) == [None]


def test_without_encryption_it_is_said_on_each_page(
    person: Person, stored: StoredTable, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lay_down(monkeypatch, tmp_path, dask_plain="on")
    choose(person, "tcp://dask.example:8786")
    said = "is not encrypted: others on the way could read the rows."

    assert said in person.get(f"/tables/{stored.id}/predict").text
    assert said in person.post(f"/tables/{stored.id}/trainings", **LEARN).text
    begun = person.post(f"/tables/{stored.id}/trainings", **LEARN, where="there").headers["Location"]
    assert said in person.get(begun).text


def test_what_the_environment_fixes_cannot_be_changed(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUNCH_DASK", FAR)
    monkeypatch.setenv("HUNCH_DASK_KEYS", "/fixed")

    section = person.get("/settings").text.split('id="cluster"')[1].split("</section>")[0]

    assert f"The cluster {FAR} learns: HUNCH_DASK says so" in section
    assert "/fixed" in section
    assert 'name="keys"' not in section
    assert 'name="learns"' not in section
    assert "Test the connection" in section


def test_keys_are_kept_beside_an_address_that_is_fixed(
    person: Person, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUNCH_DASK", FAR)

    person.post("/settings/cluster", keys="/keys")

    assert 'value="/keys"' in person.get("/settings").text
    assert workspace.choices.get(CLUSTER) == ""


def test_an_installation_without_the_part_says_so_and_learns_here(
    person: Person, jobs: FakeJobs, stored: StoredTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(person)
    monkeypatch.setattr(room, "has_dask", lambda: False)

    section = person.get("/settings").text.split('id="cluster"')[1].split("</section>")[0]
    person.post(f"/tables/{stored.id}/trainings", **LEARN)

    assert "This installation has no part for clusters" in section
    assert "<form" not in section
    assert learned_at(jobs) == [None]


def test_the_results_say_where_it_was_learned_and_what_was_lost(
    person: Person, jobs: FakeJobs, stored: StoredTable, workspace: Workspace
) -> None:
    choose(person)
    person.post(f"/tables/{stored.id}/trainings", **LEARN, where="there")
    training = workspace.trainings.latest(stored.id)
    assert training
    job = workspace.jobs.get(training.job_id)
    (Path(job.folder) / "model.hunch").write_bytes(b"PK a model")
    workspace.land(job, to_json(EVALUATION) | {"on_cluster": to_json(OnCluster(places=4, lost=True))})

    page = person.get(f"/trainings/{training.id}/results").text

    assert f"The workers of {FAR} learned it, 4 models at a time." in page
    assert "The cluster was lost on the way, so this computer did the rest." in page


def test_a_cluster_that_was_lost_is_offered_to_be_done_without(
    person: Person, jobs: FakeJobs, stored: StoredTable, workspace: Workspace
) -> None:
    choose(person)
    person.post(f"/tables/{stored.id}/trainings", **LEARN, where="there")
    training = workspace.trainings.latest(stored.id)
    assert training
    workspace.jobs.start(training.job_id)
    workspace.jobs.fail(training.job_id, Problem(code="dask.unreachable", values={"address": FAR}))

    page = person.get(f"/trainings/{training.id}/learn").text
    person.post(f"/trainings/{training.id}/again", where="here")

    assert "Learn on this computer" in page
    assert learned_at(jobs)[-1] is None
