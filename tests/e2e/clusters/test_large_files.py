"""One large file that real workers answer together: the bytes of this computer, whoever is lost."""

import json
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.engine.workshop import Hands
from desktop_app.journeys import answer_there
from desktop_app.records.jobs import Progress
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.orders import PredictedFile, PredictFileOrder
from desktop_app.records.remote import Cluster
from desktop_app.records.shared_files import AnsweredThere, AnswerThereOrder
from desktop_app.remote.connecting import client_of
from desktop_app.remote.elsewhere import Elsewhere
from tests.e2e.clusters.made import PATIENCE, scheduler, worker
from tests.e2e.test_commands import run
from tests.unit.cli.made_files import customers, write
from tests.unit.journeys.test_answering_there import names, shared

FILE = 'neu "1"; <b>.csv'
ROWS = 3_100  # with reasons, 500 are answered at a time
pytestmark = pytest.mark.filterwarnings("ignore")  # of Dask's own


@pytest.fixture(scope="module")
def model(folder: Path) -> Path:
    """A model, and the answers with reasons to a file beside it, made at home."""
    code, _, err = run(folder, "train", "customers.csv", "--target", "left", "--budget", "1")
    assert code in (0, 5), err
    write(folder / FILE, [row[:3] for row in customers(ROWS, seed=2)])
    run(folder, "predict", "customers.hunch", FILE, "--out", "home.csv", "--explain")
    return folder / "customers.hunch"


@pytest.fixture
def order(model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AnswerThereOrder:
    monkeypatch.setattr(answer_there, "LARGE", 0)
    (tmp_path / ".draft").mkdir()
    return AnswerThereOrder(
        order=PredictFileOrder(model=str(model), path="", out="", explain=True),
        files=(shared(model.with_name(FILE), tmp_path / "there.csv"),),
        draft=str(tmp_path / ".draft"),
        force=False,
        language="en",
        cluster=None,
    )


def answered(order: AnswerThereOrder, act: Callable[[], object]) -> AnsweredThere:
    """Answer the file, and act once the first of some ranges of its rows are answered."""
    acts = [act]

    def report(progress: Progress) -> None:
        if progress.notice and progress.notice.code == "apply.running" and acts:
            acts.pop()()

    found = answer_there.answer_there(to_json(order), Path(order.draft), report)
    return from_json(AnsweredThere, found)


def is_as_at_home(done: AnsweredThere, order: AnswerThereOrder) -> bool:
    (found,) = done.outcomes
    there, home = Path(order.files[0].out), Path(order.order.model).with_name("home.csv")
    return isinstance(found, PredictedFile) and there.read_bytes() == home.read_bytes()


def test_the_command_answers_a_file_where_workers_see_it(model: Path, folder: Path, cluster: Cluster) -> None:
    there = ("--dask", cluster.address, "--dask-keys", cluster.keys, "--shared", "--json")
    asked = ("predict", model.name, FILE, "--explain")

    code, out, err = run(folder, *asked, "--out", "parts", "--parts", "1200", *there)
    alone, _, _ = run(folder, *asked, "--out", "alone.csv", *there)

    assert (code in (0, 5), alone in (0, 5)) == (True, True), err
    assert f"The workers of {cluster.address} read the files, answer" in err
    told = json.loads(out)
    assert told["on_cluster"] == {"places": 2, "lost": False}
    assert [one["rows"] for one in told["parts"]] == [1200, 1200, 700]
    home = (folder / "home.csv").read_bytes()
    assert (folder / "alone.csv").read_bytes() == home
    parts = [(folder / "parts" / one).read_bytes().partition(b"\n") for one in names(folder / "parts")]
    assert b"\n".join((parts[0][0], b"".join(rows for _head, _end, rows in parts))) == home
    assert not [one for one in names(folder) if one.startswith(".hunch-")]


def test_one_worker_is_killed_in_the_middle(order: AnswerThereOrder, cluster: Cluster) -> None:
    with client_of(cluster) as client:
        client.wait_for_workers(2, timeout=PATIENCE)
        victim, _ = client.run(os.getpid).values()

    done = answered(replace(order, cluster=cluster), lambda: os.kill(victim, signal.SIGKILL))

    assert is_as_at_home(done, order)
    assert done.on_cluster is not None
    assert not done.on_cluster.lost


def test_where_the_cluster_is_lost_in_the_middle_this_computer_does_the_rest(
    order: AnswerThereOrder, monkeypatch: pytest.MonkeyPatch
) -> None:
    with scheduler() as (cluster, _), worker(cluster) as only, client_of(cluster) as client:
        client.wait_for_workers(1, timeout=PATIENCE)

        @contextmanager
        def impatient(*_: object) -> Iterator[Hands]:
            yield Elsewhere(client, 1, patience=1.0)

        monkeypatch.setattr(answer_there, "hands_at", impatient)
        done = answered(order, only.kill)

    assert is_as_at_home(done, order)
    assert done.on_cluster is not None
    assert done.on_cluster.lost
