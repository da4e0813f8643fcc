"""Rows that a Dask cluster of real processes answers have the answers of this computer, to the last byte."""

import json
import os
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.engine.workshop import HERE, Hands
from desktop_app.journeys.answer_there import answer_there
from desktop_app.models import applying, batches
from desktop_app.models.applying import NewTable, apply_model
from desktop_app.models.opening import OpenedModel, open_model
from desktop_app.models.preflight import preflight
from desktop_app.records.jobs import Progress
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.orders import PredictedFile
from desktop_app.records.remote import Cluster
from desktop_app.records.shared_files import AnsweredThere
from desktop_app.remote.connecting import client_of, hands_at
from desktop_app.remote.elsewhere import Elsewhere
from desktop_app.reports.notice_words import notice_text
from tests.e2e.clusters.made import PATIENCE, scheduler, worker
from tests.e2e.test_commands import run
from tests.unit.cli.made_files import customers, write
from tests.unit.journeys.test_answering_there import asked_of, names
from tests.unit.models.made import save
from tests.unit.models.stored import store
from tests.unit.models.test_applying import TYPES, texts

Case = tuple[OpenedModel, NewTable]
FILE = 'mäi "1".csv'
pytestmark = pytest.mark.filterwarnings("ignore")  # of Dask's own


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Case:
    """A model, and 800 rows that it answers fifty at a time."""
    monkeypatch.setattr(batches, "ROWS", 50)
    monkeypatch.setattr(applying, "_EXPLAINED_AT_ONCE", 50)
    save(tmp_path / "model.hunch", "together", "spent")
    model = open_model(tmp_path / "model.hunch")
    table = store(tmp_path / "table", {name: cells * 4 for name, cells in texts().items()}, TYPES)
    found = preflight(model.card, tmp_path / "table", table)
    return model, NewTable(folder=tmp_path / "table", table=table, preflight=found)


def answered(
    case: Case, job: Path, hands: Hands = HERE, report: Callable[[Progress], None] = lambda _: None
) -> bytes:
    job.mkdir()
    model, new = case
    apply_model(model, replace(new, hands=hands), job / "answers.parquet", notice_text, report)
    return (job / "answers.parquet").read_bytes()


def at_row(row: int, act: Callable[[], object]) -> Callable[[Progress], None]:
    """Return what acts once so many rows are answered."""

    def report(progress: Progress) -> None:
        if progress.notice and progress.notice.values.get("done") == row:
            act()

    return report


def test_answers_and_reasons_are_those_of_this_computer(case: Case, cluster: Cluster, tmp_path: Path) -> None:
    model, new = case
    explained = model, replace(new, explain=True)
    with hands_at(cluster, 1) as hands:
        assert answered(explained, tmp_path / "there", hands) == answered(explained, tmp_path / "here")

    assert not hands.is_lost


def test_a_worker_that_is_killed_in_the_middle_changes_no_answer(
    case: Case, cluster: Cluster, tmp_path: Path
) -> None:
    with client_of(cluster) as client:
        client.wait_for_workers(2, timeout=PATIENCE)
        hands = Elsewhere(client, 1, patience=PATIENCE)
        victim = hands.do(os.getpid)
        killing = at_row(150, lambda: os.kill(victim, signal.SIGKILL))

        assert answered(case, tmp_path / "there", hands, killing) == answered(case, tmp_path / "here")

    assert not hands.is_lost


def test_where_the_cluster_is_lost_in_the_middle_this_computer_answers_the_rest(
    case: Case, tmp_path: Path
) -> None:
    with scheduler() as (cluster, _), worker(cluster) as only, client_of(cluster) as client:
        client.wait_for_workers(1, timeout=PATIENCE)
        hands = Elsewhere(client, 1, patience=1.0)

        found = answered(case, tmp_path / "there", hands, at_row(150, only.kill))

    assert hands.is_lost
    assert found == answered(case, tmp_path / "here")


@pytest.fixture(scope="module")
def inbox(folder: Path) -> Path:
    """A folder of files, one of them broken, beside a model."""
    code, _, err = run(folder, "train", "customers.csv", "--target", "left", "--budget", "1")
    assert code in (0, 5), err
    place = folder / "Größe 'a\"b"
    place.mkdir()
    write(place / FILE, [row[:3] for row in customers(300, seed=2)])
    (place / "broken.csv").write_bytes(b"\x7fELF\x00\x01" + bytes(range(256)) * 40)
    return place


@pytest.fixture(scope="module")
def at_home(folder: Path, inbox: Path) -> bytes:
    """The answers to the whole file of that folder."""
    run(folder, "predict", "customers.hunch", str(inbox / FILE), "--out", "home.csv")
    return (folder / "home.csv").read_bytes()


def test_the_command_answers_a_file_as_at_home_and_says_where(
    folder: Path, inbox: Path, at_home: bytes, cluster: Cluster
) -> None:
    there = ("--dask", cluster.address, "--dask-keys", cluster.keys, "--json")
    asked = ("predict", "customers.hunch", str(inbox / FILE), "--out", "there", "--parts", "120")

    code, out, err = run(folder, *asked, *there)

    assert code in (0, 5), err
    assert f"The workers of {cluster.address} answer the rows, on this computer." in err
    assert json.loads(out)["on_cluster"] == {"places": 2, "lost": False}
    assert names(folder / "there") == [f"part-0000{number}.csv" for number in (1, 2, 3)]
    parts = [(folder / "there" / one).read_bytes().partition(b"\n") for one in names(folder / "there")]
    assert b"\n".join((parts[0][0], b"".join(rows for _head, _end, rows in parts))) == at_home


@pytest.mark.parametrize("shared", [False, True])
def test_the_command_answers_a_folder_as_at_home(
    shared: bool, folder: Path, inbox: Path, at_home: bytes, cluster: Cluster
) -> None:
    there = ("--dask", cluster.address, "--dask-keys", cluster.keys, "--json", *["--shared"] * shared)

    code, out, err = run(folder, "predict", "customers.hunch", str(inbox), "--out", f"all {shared}", *there)

    found = json.loads(out)
    assert code == 5, err
    assert (f"The workers of {cluster.address} read the files, answer" in err) == shared
    assert (found["answered"], found["aside"], found["on_cluster"]) == (1, 1, {"places": 2, "lost": False})
    assert names(folder / f"all {shared}") == [FILE]
    assert (folder / f"all {shared}" / FILE).read_bytes() == at_home


def test_workers_answer_whole_files_though_one_is_killed_in_the_middle(
    folder: Path, inbox: Path, at_home: bytes, cluster: Cluster
) -> None:
    place, out = folder / "many", folder / "many there"
    place.mkdir()
    out.mkdir()
    for number in range(8):
        (place / f"{number}.csv").write_bytes((inbox / FILE).read_bytes())
    order = replace(asked_of(folder / "customers.hunch", place, out), cluster=cluster)

    with client_of(cluster) as client:
        client.wait_for_workers(2, timeout=PATIENCE)
        victim, _ = client.run(os.getpid).values()

    def report(progress: Progress) -> None:
        if progress.notice and progress.notice.values.get("number") == 1:
            os.kill(victim, signal.SIGKILL)

    done = from_json(AnsweredThere, answer_there(to_json(order), folder, report))

    assert all(isinstance(one, PredictedFile) for one in done.outcomes)
    assert done.on_cluster is not None
    assert not done.on_cluster.lost
    assert [(out / one).read_bytes() for one in names(out)] == [at_home] * 8
