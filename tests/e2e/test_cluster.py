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
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app import library
from desktop_app.engine.forecasting import alone, forecasting
from desktop_app.engine.training import train
from desktop_app.errors import UsageError
from desktop_app.records.remote import Cluster
from desktop_app.remote.connecting import client_of, hands_at
from desktop_app.remote.elsewhere import Elsewhere
from desktop_app.remote.keys import write_keys
from tests.e2e.test_commands import ROOT, begin, run
from tests.unit.cli.made_files import customers, write
from tests.unit.engine.forecasting.made import ASKED, shops
from tests.unit.engine.made import trained
from tests.unit.engine.test_training import FRAME, PLAN, TABLE

PATIENCE = 60
SHOPS, BY_SHOP = shops(), replace(ASKED, group="shop")
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
def scheduler(*more: str, port: int = 0) -> Iterator[tuple[Cluster, "subprocess.Popen[str]"]]:
    """A scheduler without workers, as somebody else runs one."""
    command = [sys.executable, "-m", "dask", "scheduler", "--host", "127.0.0.1", "--port", str(port)]
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

    assert there.evaluation == at_home.evaluation  # which the journeys add the place to
    assert len(there.evaluation.candidates) > 2
    answers = [learned.predictor.answer(FRAME).amounts for learned in (there, at_home)]
    assert answers[0] is not None
    assert answers[0].tolist() == answers[1].tolist()  # type: ignore[union-attr]


def test_the_command_says_where_rows_go_and_saves_the_model(folder: Path, cluster: Cluster) -> None:
    asked = ("customers.csv", "--target", "left", "--budget", "1", "--json")

    code, out, err = run(folder, "train", *asked, "--dask", cluster.address, "--dask-keys", cluster.keys)

    assert code in (0, 5), err
    assert f"The workers of {cluster.address} learn, on this computer." in err
    found = json.loads(out)
    assert found["on_cluster"] == {"places": 2, "lost": False}
    model = Path(found["model"])
    code, out, err = run(folder, "inspect", str(model))
    assert "A cluster learned it, 2 models at a time." in out
    assert cluster.address not in out + err


def test_the_command_asks_for_the_workers(folder: Path, cluster: Cluster) -> None:
    code, out, err = run(folder, "dask", "test", cluster.address, "--dask-keys", cluster.keys, "--json")

    assert code == 0, err
    assert json.loads(out) == {"address": cluster.address, "workers": 2, "threads": 2}


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


def test_workers_with_another_scikit_learn_are_told(tmp_path: Path) -> None:
    other = tmp_path / "scikit_learn-0.1.dist-info"
    other.mkdir()
    (other / "METADATA").write_text("Metadata-Version: 2.1\nName: scikit-learn\nVersion: 0.1\n")
    both = f"{tmp_path}{os.pathsep}{ROOT}"

    with (
        scheduler() as (cluster, _),
        worker(cluster, PYTHONPATH=both),
        pytest.raises(UsageError) as unlike,
        hands_at(cluster, 1),
    ):
        pass

    assert (unlike.value.code, unlike.value.values["found"]) == ("dask.versions", "scikit-learn 0.1")


def test_a_scheduler_that_starts_again_in_the_middle_goes_on() -> None:
    with scheduler() as (cluster, process), worker(cluster), client_of(cluster) as client:
        client.wait_for_workers(1, timeout=PATIENCE)
        hands = Elsewhere(client, 1, patience=PATIENCE)
        rows = hands.share([1.0] * 1000)
        assert hands.do(operator.countOf, rows, 1.0) == 1000

        process.kill()
        process.wait()
        with scheduler(port=int(cluster.address.rsplit(":")[-1])) as (again, _), worker(again):
            assert hands.do(operator.countOf, rows, 1.0) == 1000

        assert not hands.is_lost


def test_what_is_forecast_on_a_cluster_is_what_is_forecast_at_home(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forecasting, "MOST_TESTED", 2)
    monkeypatch.setattr(alone, "PART", 1)
    with hands_at(cluster, 1) as hands:
        there, _ = forecasting.forecast(SHOPS, BY_SHOP, lambda _: None, hands=hands)
    at_home, _ = forecasting.forecast(SHOPS, BY_SHOP, lambda _: None)

    assert replace(there, seconds=0.0) == replace(at_home, seconds=0.0)
    assert [one.miss is not None for one in there.series] == [True] * 3


def test_what_was_learned_at_home_is_learned_again_on_a_cluster(folder: Path, cluster: Cluster) -> None:
    run(folder, "train", "customers.csv", "--target", "left", "--budget", "1", "--out", "home.hunch")
    keys = ("--dask", cluster.address, "--dask-keys", cluster.keys)

    _, out, err = run(folder, "verify", "home.hunch", "--rerun", "customers.csv", "--json", *keys)
    refused = run(folder, "verify", "home.hunch", *keys)

    assert json.loads(out)["rerun"]["same"], err
    assert refused[0] == 2
    assert "nothing is learned without --rerun" in refused[2]


def test_a_cluster_in_the_settings_does_not_disturb_what_needs_none(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUNCH_DASK", "no address")

    assert run(folder, "inspect", "customers.csv")[0] == 0
    assert run(folder, "train", "customers.csv", "--target", "left", "--budget", "1")[0] == 2


def test_people_who_write_python_can_name_a_cluster(folder: Path, cluster: Cluster) -> None:
    model = library.train(
        folder / "customers.csv", "left", budget=1, dask=cluster.address, dask_keys=cluster.keys
    )

    assert model.candidates["chosen"].any()


def test_where_nothing_listens_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.remote.connecting._PATIENCE", 1.0)

    with pytest.raises(UsageError) as met, hands_at(Cluster(address="tcp://127.0.0.1:1"), 1):
        pass

    assert met.value.code == "dask.unreachable"
