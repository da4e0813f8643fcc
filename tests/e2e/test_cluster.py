"""Work on a Dask cluster of real processes: the same numbers as at home, whatever is lost on the way."""

import json
import operator
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop_app.engine.training import train
from desktop_app.errors import UsageError
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.remote import Cluster
from desktop_app.remote.connecting import client_of, hands_at
from desktop_app.remote.elsewhere import Elsewhere
from desktop_app.remote.keys import write_keys
from tests.e2e.test_commands import ROOT, begin, run
from tests.unit.cli.made_files import customers, write
from tests.unit.engine.each.made import shops
from tests.unit.engine.made import table_for, trained
from tests.unit.engine.test_training import FRAME, PLAN, TABLE

PATIENCE = 60
pytestmark = pytest.mark.filterwarnings("ignore")  # of Dask's own


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("files")
    write(place / "customers.csv", customers(200))
    return place


@pytest.fixture(scope="module")
def cluster(folder: Path) -> Iterator[Cluster]:
    """The cluster that a person starts to try it."""
    with begin(folder, "dask", "up", "--workers", "2", "--json") as process:
        assert process.stdout is not None
        try:
            told = json.loads(process.stdout.readline())
            yield Cluster(address=told["address"], keys=told["keys"])
        finally:
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert not Path(told["keys"]).exists()


@contextmanager
def scheduler(*more: str) -> Iterator[tuple[Cluster, "subprocess.Popen[str]"]]:
    """A scheduler without workers, as somebody else runs one."""
    command = [sys.executable, "-m", "dask", "scheduler", "--host", "127.0.0.1", "--port", "0"]
    with subprocess.Popen(
        [*command, "--dashboard-address", "127.0.0.1:0", *more],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr is not None
        try:
            address = next(line.split()[-1] for line in process.stderr if "Scheduler at:" in line)
            threading.Thread(target=process.stderr.read, daemon=True).start()
            yield Cluster(address=address), process
        finally:
            process.kill()


@contextmanager
def worker(of: Cluster, **environment: str) -> Iterator[None]:
    command = [sys.executable, "-m", "dask", "worker", of.address, "--nthreads", "1", "--no-nanny"]
    with subprocess.Popen(
        [*command, "--dashboard-address", "127.0.0.1:0"],
        cwd="/",  # else what lies in this folder would be found first
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            yield
        finally:
            process.kill()


def test_what_a_cluster_learns_is_what_this_computer_learns(cluster: Cluster, tmp_path: Path) -> None:
    with hands_at(cluster, 1) as hands:
        there = train(FRAME, TABLE, PLAN, tmp_path, lambda _: None, clock=lambda: 0.0, threads=1, hands=hands)
    (tmp_path / "home").mkdir()
    at_home = trained(FRAME, TABLE, PLAN, tmp_path / "home", lambda _: None)

    assert there.evaluation == at_home.evaluation
    assert len(there.evaluation.candidates) > 2
    answers = [learned.predictor.answer(FRAME).amounts for learned in (there, at_home)]
    assert answers[0] is not None
    assert answers[0].tolist() == answers[1].tolist()  # type: ignore[union-attr]


def test_models_for_each_group_are_the_same_from_a_cluster(cluster: Cluster, tmp_path: Path) -> None:
    frame, (here, there) = shops(), (tmp_path / "here", tmp_path / "there")
    plan = TrainingPlan(target="sales", exclude=("kind",), each="shop", any_row=True, budget=2.0)
    there.mkdir()

    at_home = trained(frame, table_for(frame), plan, here, lambda _: None)
    with hands_at(cluster, threads=1) as hands:
        away = train(frame, table_for(frame), plan, there, lambda _: None, clock=lambda: 0.0, hands=hands)

    assert at_home.evaluation.each == away.evaluation.each
    assert away.evaluation.each is not None


def test_the_command_says_where_rows_go_and_saves_the_model(folder: Path, cluster: Cluster) -> None:
    asked = ("customers.csv", "--target", "left", "--budget", "1", "--json")

    code, out, err = run(folder, "train", *asked, "--dask", cluster.address, "--dask-keys", cluster.keys)

    assert code in (0, 5), err
    assert f"The workers of {cluster.address} learn, on this computer." in err
    assert Path(json.loads(out)["model"]).is_file()


def test_a_worker_that_is_killed_in_the_middle_is_made_up_for(cluster: Cluster) -> None:
    with client_of(cluster) as client:
        client.wait_for_workers(2, timeout=PATIENCE)
        hands = Elsewhere(client, 1)
        victim = hands.do(os.getpid)
        threading.Timer(0.5, os.kill, (victim, signal.SIGKILL)).start()

        assert [hands.do(time.sleep, 1.0) for _ in range(3)] == [None] * 3
        assert not hands.is_lost


def test_what_every_worker_had_lost_is_handed_over_again(cluster: Cluster) -> None:
    with client_of(cluster) as client:
        client.wait_for_workers(2, timeout=PATIENCE)
        hands = Elsewhere(client, 1, patience=PATIENCE)
        rows = hands.share([1.0] * 1000)
        assert hands.do(operator.countOf, rows, 1.0) == 1000

        for process in client.run(os.getpid).values():
            os.kill(process, signal.SIGKILL)

        assert hands.do(operator.countOf, rows, 1.0) == 1000
        assert not hands.is_lost


def test_what_ends_one_worker_after_the_other_is_done_here(cluster: Cluster) -> None:
    deadly = f"__import__('os').getpid() == {os.getpid()} or __import__('os')._exit(1)"
    with client_of(cluster) as client:
        client.wait_for_workers(2, timeout=PATIENCE)
        hands = Elsewhere(client, 1)

        assert hands.do(eval, deadly)
        assert not hands.is_lost


def test_what_cannot_be_sent_back_is_a_failure_and_not_waited_for(cluster: Cluster) -> None:
    with hands_at(cluster, 1) as hands, pytest.raises(TypeError, match="serialize"):
        hands.do(threading.Lock)


def test_where_the_scheduler_is_gone_this_computer_goes_on() -> None:
    with (
        scheduler() as (cluster, process),
        worker(cluster),
        client_of(cluster) as client,
    ):
        client.wait_for_workers(1, timeout=PATIENCE)
        hands = Elsewhere(client, 1, patience=1.0)
        rows = hands.share([1.0] * 1000)
        assert hands.do(operator.countOf, rows, 1.0) == 1000

        process.kill()

        assert hands.do(operator.countOf, rows, 1.0) == 1000
        assert hands.is_lost


def test_where_all_workers_are_gone_for_good_this_computer_goes_on() -> None:
    with scheduler() as (cluster, _), client_of(cluster) as client:
        with worker(cluster):
            client.wait_for_workers(1, timeout=PATIENCE)
            hands = Elsewhere(client, 1, patience=1.0)
            assert hands.do(operator.add, 1, 1) == 2

        assert hands.do(operator.add, 1, 1) == 2
        assert hands.is_lost


def test_what_goes_wrong_in_the_work_is_raised_here(cluster: Cluster) -> None:
    with hands_at(cluster, 1) as hands, pytest.raises(ZeroDivisionError):
        hands.do(operator.floordiv, 1, 0)


def test_certificates_of_another_authority_are_not_trusted(cluster: Cluster, tmp_path: Path) -> None:
    write_keys(tmp_path)

    with pytest.raises(UsageError) as met, hands_at(Cluster(address=cluster.address, keys=str(tmp_path)), 1):
        pass

    assert met.value.code == "dask.certificate"


def test_a_cluster_without_workers_or_with_another_hunch_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.remote.connecting._PATIENCE", 3.0)
    other = tmp_path / "desktop_app"
    other.mkdir()
    (other / "__init__.py").write_text('__version__ = "0.0.9"\n')
    with scheduler() as (cluster, _):
        with pytest.raises(UsageError) as none, hands_at(cluster, 1):
            pass
        monkeypatch.setattr("desktop_app.remote.connecting._PATIENCE", PATIENCE)
        with (
            worker(cluster, PYTHONPATH=str(tmp_path)),
            pytest.raises(UsageError) as unlike,
            hands_at(cluster, 1),
        ):
            pass

    assert none.value.code == "dask.no_workers"
    assert (unlike.value.code, unlike.value.values["count"]) == ("dask.no_hunch", 1)


def test_where_nothing_listens_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.remote.connecting._PATIENCE", 1.0)

    with pytest.raises(UsageError) as met, hands_at(Cluster(address="tcp://127.0.0.1:1"), 1):
        pass

    assert met.value.code == "dask.unreachable"
