"""The way to a cluster: encrypted, to a scheduler whose workers are like this computer."""

import logging
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop_app.engine.workshop import HERE, Hands
from desktop_app.errors import ClusterError
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.remote import Cluster, OnCluster, Reached, Work
from desktop_app.remote.alike import check_alike
from desktop_app.remote.elsewhere import Elsewhere
from desktop_app.remote.keys import security_of

if TYPE_CHECKING:
    from distributed import Client

_PATIENCE = 10.0  # seconds to wait for a scheduler, and for its first worker


@contextmanager
def hands_at(
    cluster: Cluster | None, threads: int, report: Report | None = None, work: Work = "learn"
) -> Iterator[Hands]:
    """Give the workers of a cluster as hands, or this computer's own; *threads* of it go on if that is lost.

    With *report* it is said who does the *work* once the cluster has answered, and before it gets a row.

    Raises ClusterError where no scheduler answers, or none that is trusted, where it has no workers, and
    where those are unlike this computer.
    """
    if cluster is None:
        yield HERE
        return
    with _checked(cluster) as client:
        if report:
            report(Progress(fraction=0.0, notice=cluster.told(work)))
        yield Elsewhere(client, threads)


def on_cluster(hands: Hands) -> OnCluster | None:
    """Return what is told of other hands that did the work; None where this computer did all."""
    return OnCluster(places=hands.places, lost=hands.is_lost) if hands.places else None


def reached(cluster: Cluster) -> Reached:
    """Return what a cluster has that would work for this computer; raises what `hands_at` raises."""
    with _checked(cluster) as client:
        threads = client.nthreads().values()
        return Reached(address=cluster.address, workers=len(threads), threads=sum(map(int, threads)))


@contextmanager
def _checked(cluster: Cluster) -> Iterator["Client"]:
    """Give a connection to a scheduler whose workers are there, and like this computer."""
    with client_of(cluster) as client:
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError as error:
            raise ClusterError("dask.no_workers", address=cluster.address) from error
        check_alike(client)
        yield client


@contextmanager
def client_of(cluster: Cluster) -> Iterator["Client"]:
    """Give a connection to the scheduler; raises ClusterError where there is none."""
    try:
        from distributed import Client
    except ImportError as error:
        raise ClusterError("dask.no_part") from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what it meets is said in words of ours
    try:
        client = Client(
            cluster.address, security=security_of(cluster), timeout=_PATIENCE, set_as_default=False
        )
    except OSError as error:
        refused = _has_cause(error, ssl.SSLError)
        code = "dask.certificate" if refused else "dask.unreachable"
        raise ClusterError(code, address=cluster.address) from error
    with client:
        yield client


def _has_cause(error: BaseException | None, kind: type[BaseException]) -> bool:
    """Return whether an error of that kind stands behind this one."""
    while error is not None:
        if isinstance(error, kind):
            return True
        error = error.__cause__ or error.__context__
    return False
