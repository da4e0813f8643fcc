"""The files of a folder on a cluster: once it is lost, this computer answers the rest."""

from typing import cast

import pytest

from desktop_app.cli.folder_cluster import FolderCluster
from desktop_app.errors import ClusterError
from desktop_app.records.models import Answers
from desktop_app.records.orders import PredictedFile, Written
from desktop_app.records.remote import Cluster, OnCluster

CLUSTER = Cluster(address="tcp://127.0.0.1:8786")


class Answering:
    """Answers a file by whom it is told, and keeps who that was."""

    def __init__(self, *, lost: bool = False, error: str = "") -> None:
        self._lost, self._error = lost, error
        self.asked: list[Cluster | None] = []

    def __call__(self, cluster: Cluster | None) -> PredictedFile:
        self.asked.append(cluster)
        if cluster and self._error:
            raise ClusterError(self._error, address=cluster.address)
        on_cluster = OnCluster(places=2, lost=self._lost) if cluster else None
        return PredictedFile(
            answers=cast("Answers", None), written=Written(path="", size=0), on_cluster=on_cluster
        )


def test_all_files_are_answered_there_as_long_as_it_is_there() -> None:
    crew, answering = FolderCluster(CLUSTER, 2), Answering()

    crew.answered(answering)
    crew.answered(answering)

    assert answering.asked == [CLUSTER, CLUSTER]
    assert crew.told == OnCluster(places=2, lost=False)


def test_behind_the_file_that_found_it_lost_this_computer_answers() -> None:
    crew, answering = FolderCluster(CLUSTER, 2), Answering(lost=True)

    crew.answered(answering)
    crew.answered(answering)

    assert answering.asked == [CLUSTER, None]
    assert crew.told == OnCluster(places=2, lost=True)


@pytest.mark.parametrize("code", ["dask.unreachable", "dask.no_workers"])
def test_a_file_that_comes_too_late_is_answered_here(code: str) -> None:
    crew, answering = FolderCluster(CLUSTER, 2), Answering(error=code)

    crew.answered(answering)

    assert answering.asked == [CLUSTER, None]
    assert crew.told == OnCluster(places=2, lost=True)


def test_what_is_wrong_with_a_cluster_is_not_passed_over() -> None:
    crew = FolderCluster(CLUSTER, 2)

    with pytest.raises(ClusterError):
        crew.answered(Answering(error="dask.versions"))


def test_without_a_cluster_nothing_is_told_of_one() -> None:
    crew, answering = FolderCluster(None), Answering()

    crew.answered(answering)

    assert answering.asked == [None]
    assert crew.told is None
