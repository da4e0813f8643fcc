"""Work on a Dask cluster of real processes: the same numbers as at home, whatever is lost on the way."""

import operator
import os
import signal
import threading
import time
from pathlib import Path

import pytest

from desktop_app.errors import ClusterError, UsageError
from desktop_app.records.jobs import Progress
from desktop_app.records.remote import Cluster
from desktop_app.remote.connecting import client_of, hands_at
from desktop_app.remote.elsewhere import Elsewhere
from desktop_app.remote.keys import write_keys
from tests.e2e.clusters.made import PATIENCE, scheduler, worker
from tests.e2e.test_commands import ROOT

pytestmark = pytest.mark.filterwarnings("ignore")  # of Dask's own


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


@pytest.mark.parametrize(
    ("emptied", "code"),
    [("ca.pem", "dask.no_authority"), ("cert.pem", "dask.no_pair"), ("key.pem", "dask.no_pair")],
)
def test_an_empty_file_of_keys_is_no_matter_of_trust(
    emptied: str, code: str, cluster: Cluster, tmp_path: Path
) -> None:
    write_keys(tmp_path)
    (tmp_path / emptied).write_bytes(b"")

    with (
        pytest.raises(ClusterError) as met,
        hands_at(Cluster(address=cluster.address, keys=str(tmp_path)), 1),
    ):
        pass

    assert met.value.code == code
    assert emptied in met.value.message


def test_who_learns_is_said_when_the_cluster_has_answered(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.remote.connecting._PATIENCE", 1.0)
    said: list[Progress] = []
    away = Cluster(address="tls://127.0.0.1:9", keys=cluster.keys)
    with pytest.raises(ClusterError), hands_at(away, 1, said.append):
        pass
    assert said == []

    monkeypatch.setattr("desktop_app.remote.connecting._PATIENCE", PATIENCE)
    with hands_at(cluster, 1, said.append):
        assert [progress.notice for progress in said] == [cluster.told("learn")]


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


def test_where_nothing_listens_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.remote.connecting._PATIENCE", 1.0)

    with pytest.raises(UsageError) as met, hands_at(Cluster(address="tcp://127.0.0.1:1"), 1):
        pass

    assert met.value.code == "dask.unreachable"
