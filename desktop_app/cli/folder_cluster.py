"""A cluster that answers the files of a folder, until one finds it lost: then this computer does it."""

from collections.abc import Callable

from desktop_app.cli.asked import Asked
from desktop_app.cli.work import done_by_worker
from desktop_app.errors import ClusterError
from desktop_app.records.orders import PredictedFile
from desktop_app.records.remote import Cluster, OnCluster, Reached, ReachOrder
from desktop_app.reports.notice_words import notice_text

_GONE = ("dask.unreachable", "dask.no_workers")  # what is said of one that had answered before


class FolderCluster:
    """Tells each file which cluster answers it; threads may share it."""

    def __init__(self, cluster: Cluster | None, places: int = 0) -> None:
        self._cluster, self._places, self._is_lost = cluster, places, False

    @classmethod
    def reached(cls, asked: Asked, cluster: Cluster | None) -> "FolderCluster":
        """Return it, once it is there and has workers; raises ClusterError before a file is read."""
        if cluster is None:
            return cls(None)
        found = done_by_worker(asked, "reach_cluster", ReachOrder(cluster=cluster), Reached)
        asked.output.remark(notice_text(cluster.told("answer")))
        return cls(cluster, found.threads)

    def answered(self, answer: Callable[[Cluster | None], PredictedFile]) -> PredictedFile:
        """Return what comes of a file, which this computer answers where the cluster is gone."""
        cluster = None if self._is_lost else self._cluster
        try:
            found = answer(cluster)
        except ClusterError as error:
            if cluster is None or error.code not in _GONE:
                raise
            self._is_lost = True
            return answer(None)
        if found.on_cluster and found.on_cluster.lost:
            self._is_lost = True
        return found

    @property
    def told(self) -> OnCluster | None:
        """What is told of it; None where there was none."""
        return OnCluster(places=self._places, lost=self._is_lost) if self._cluster else None
