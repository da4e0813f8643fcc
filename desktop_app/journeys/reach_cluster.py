"""Say whether a cluster would work for this computer."""

from pathlib import Path

from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.notices import Notice
from desktop_app.records.remote import ReachOrder
from desktop_app.remote.connecting import reached


def reach_cluster(params: dict[str, JSON], _folder: Path, report: Report) -> dict[str, JSON]:
    """Return how many workers it has; no rows are sent.

    Raises ClusterError where it does not answer or is not trusted, has no workers, or those are unlike this
    computer.
    """
    order = from_json(ReachOrder, params)
    report(
        Progress(fraction=0.1, notice=Notice(code="dask.asking", values={"address": order.cluster.address}))
    )
    return to_json(reached(order.cluster))
