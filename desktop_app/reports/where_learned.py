"""Where a model was learned, or rows were answered, if not on this computer."""

from desktop_app.records.remote import Cluster, OnCluster, Reached
from desktop_app.reports.notice_words import notice_text, text_of


def where_learns(cluster: Cluster) -> str:
    """Return which workers learn, and whether rows leave this computer for them."""
    return notice_text(cluster.told("learn"))


def where_learned(found: OnCluster | None, address: str = "") -> tuple[str, ...]:
    """Return what is said of the cluster that learned; its *address* only where no file takes it along."""
    if found is None:
        return ()
    code, code_at = (
        ("dask.learned", "dask.learned_at") if found.places else ("dask.searched", "dask.searched_at")
    )
    told = text_of(code_at if address else code, {"address": address, "count": found.places})
    return (told, text_of("dask.lost")) if found.lost else (told,)


def where_answered(found: OnCluster | None) -> tuple[str, ...]:
    """Return what is said of the cluster that answered; nothing where there was none."""
    if found is None:
        return ()
    told = text_of("dask.answered", {"count": found.places})
    return (told, text_of("dask.lost")) if found.lost else (told,)


def reached_text(reached: Reached) -> str:
    """Return what a cluster has that would learn."""
    threads = text_of("dask.threads", {"count": reached.threads})
    values = {"address": reached.address, "count": reached.workers, "threads": threads}
    return text_of("dask.reached", values)
