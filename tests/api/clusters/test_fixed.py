"""Where models are learned, as the environment, IT or the installation fixes it."""

import json
from pathlib import Path

import pytest

from desktop_app.records.stored import StoredTable
from desktop_app.web import cluster as room
from desktop_app.workspace.personal import CLUSTER
from desktop_app.workspace.store import Workspace
from tests.api.clusters.made import FAR, LEARN, choose, learned_at
from tests.api.conftest import FakeJobs, Person


def lay_down(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, **rules: object) -> None:
    path = tmp_path / "policy.json"
    path.write_text(json.dumps(rules), encoding="utf-8")
    monkeypatch.setenv("HUNCH_POLICY", str(path))


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
