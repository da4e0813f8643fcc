"""A cluster of this computer alone, to try out what one does: a scheduler and workers, one thread each."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.errors import ClusterError
from desktop_app.records.remote import Cluster
from desktop_app.remote.keys import security_of


@contextmanager
def cluster_here(workers: int, keys: Path, port: int = 0) -> Iterator[Cluster]:
    """Give a cluster on loopback, over TLS: others who use this computer could send it work otherwise.

    Raises ClusterError where the port is taken, or Dask is not installed.
    """
    try:
        from distributed import LocalCluster
    except ImportError as error:
        raise ClusterError("dask.no_part") from error
    security = security_of(Cluster(address="tls://127.0.0.1", keys=str(keys)))
    try:
        cluster = LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            protocol="tls://",
            scheduler_port=port,
            security=security,
            dashboard_address="127.0.0.1:0",  # nobody asks there; a fixed port may be in use
            silence_logs=50,
            # Given to the next worker, which may be just starting, it would end that one for good.
            scheduler_kwargs={"allowed_failures": 0},
        )
    except (OSError, RuntimeError) as error:
        raise ClusterError("dask.port", port=str(port)) from error
    with cluster:
        yield Cluster(address=cluster.scheduler_address, keys=str(keys))
