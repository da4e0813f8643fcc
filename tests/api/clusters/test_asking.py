"""Where models are learned: kept in the settings, fixed by IT, and asked before a row leaves."""

import sys
from pathlib import Path

import pytest

from desktop_app.records.jobs import Problem
from desktop_app.records.jsonable import to_json
from desktop_app.records.remote import OnCluster
from desktop_app.records.stored import StoredTable
from desktop_app.workspace.personal import CLUSTER
from desktop_app.workspace.store import Workspace
from tests.api.clusters.made import FAR, LEARN, choose, learned_at
from tests.api.conftest import FakeJobs, Person
from tests.api.made import EVALUATION, stored_table, stored_training
from tests.api.test_learning_again import put_together, with_truth

ASKED = "May the rows of &#34;customers.csv&#34; leave this computer?"


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


@pytest.mark.parametrize("where", ["/settings/cluster", "/settings/cluster/test"])
def test_what_was_refused_stands_in_its_field_with_the_reason(person: Person, where: str) -> None:
    answer = person.post(where, learns="cluster", cluster='dask "<b>" example', keys="my keys")

    assert answer.status_code == 400
    assert 'value="dask &#34;&lt;b&gt;&#34; example"' in answer.text
    assert 'value="my keys"' in answer.text
    assert 'value="cluster" checked' in answer.text
    assert 'id="cluster-refused"' in answer.text
    assert 'aria-invalid="true"' in answer.text


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


def test_a_test_keeps_what_was_typed_and_says_that_it_is_not_used_yet(
    person: Person, workspace: Workspace
) -> None:
    person.post("/settings/cluster/test", learns="cluster", cluster=FAR, keys="/keys")
    job = workspace.jobs.list("reach_cluster", "cluster")[0]
    assert 'value="cluster" checked' in person.get(f"/settings?test={job.id}").text

    workspace.jobs.start(job.id)
    workspace.land(job, {"address": FAR, "workers": 4, "threads": 8})
    tested = person.get(f"/settings?test={job.id}").text
    assert 'value="cluster" checked' in tested
    assert "Hunch does not learn there yet" in tested

    choose(person)
    assert "Hunch does not learn there yet" not in person.get(f"/settings?test={job.id}").text


def test_the_pages_never_load_dask(
    person: Person, stored: StoredTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "distributed", raising=False)  # another test may have loaded it
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


def test_new_rows_that_were_put_together_wait_for_a_yes_of_their_own(
    person: Person, jobs: FakeJobs, stored: StoredTable, workspace: Workspace
) -> None:
    choose(person)
    person.post(f"/tables/{stored.id}/where", where="there")
    training = stored_training(workspace, stored.id)
    job_id = put_together(person, workspace, with_truth(workspace, training))
    assert 'hx-trigger="load' not in person.get(f"/again/{job_id}").text

    asked = person.post(f"/again/{job_id}").text
    assert "leave this computer?" in asked
    assert learned_at(jobs) == []

    person.post(f"/again/{job_id}", where="there")
    assert learned_at(jobs) == [{"address": FAR, "keys": "/keys"}]


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


@pytest.mark.parametrize("code", ["dask.unreachable", "dask.no_part"])
def test_a_cluster_that_was_lost_is_offered_to_be_done_without(
    person: Person, jobs: FakeJobs, stored: StoredTable, workspace: Workspace, code: str
) -> None:
    choose(person)
    person.post(f"/tables/{stored.id}/trainings", **LEARN, where="there")
    training = workspace.trainings.latest(stored.id)
    assert training
    workspace.jobs.start(training.job_id)
    workspace.jobs.fail(training.job_id, Problem(code=code, values={"address": FAR}))

    page = person.get(f"/trainings/{training.id}/learn").text
    person.post(f"/trainings/{training.id}/again", where="here")

    assert "Learn on this computer" in page
    assert "Keep the best" not in page  # nothing was begun
    assert learned_at(jobs)[-1] is None
