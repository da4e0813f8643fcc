"""Where a table is learned from: nothing of it leaves the computer before its person has said yes."""

from typing import Literal

from flask import request

from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import from_json
from desktop_app.records.notices import Notice
from desktop_app.records.orders import FinishOrder, TrainOrder
from desktop_app.records.record import dataclass
from desktop_app.records.remarks import SENT, SENT_NOT
from desktop_app.records.remote import Cluster
from desktop_app.records.stored import StoredTable, StoredTraining
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.where_learned import where_learned, where_learns
from desktop_app.web.cluster import chosen_cluster
from desktop_app.web.context import context
from desktop_app.web.laid_down import policy

Said = Literal["there", "here", ""]  # empty: not asked yet


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where it would be learned, in words."""

    cluster: Cluster | None  # that may be given the rows, or would be after a yes
    said: Said
    lines: tuple[str, ...]
    plain: str  # that others could read what is sent


class AskFirstError(Exception):
    """A person has to say first whether the rows of a table may be sent to a cluster."""

    def __init__(self, stored: StoredTable, cluster: Cluster) -> None:
        super().__init__()
        self.stored, self.cluster = stored, cluster


def cluster_for(stored: StoredTable, *, may_ask: bool) -> Cluster | None:
    """Return the cluster that a table is learned by; None: this computer. What a form says of it is kept.

    Raises AskFirstError where a person has not said yet; where nobody *may_ask* them, this computer learns.
    """
    cluster = chosen_cluster().cluster
    if cluster is None:
        return None
    if may_ask and request.form.get("where") in ("there", "here"):
        keep_said(stored, cluster, there=request.form["where"] == "there")
    said = _said(stored.id, cluster)
    if not said and may_ask:
        raise AskFirstError(stored, cluster)
    return cluster if said == "there" else None


def keep_said(stored: StoredTable, cluster: Cluster, *, there: bool) -> None:
    """Write into the log of a table whether its rows may be sent there; another answer takes it back."""
    if _said(stored.id, cluster) != ("there" if there else "here"):
        notice = Notice(code=SENT if there else SENT_NOT, values={"address": cluster.address})
        context().workspace.remarks.decided(notice, table_id=stored.id)


def where_of(stored: StoredTable) -> Where:
    """Return where a table would be learned from now."""
    chosen = chosen_cluster()
    cluster = chosen.cluster
    if cluster is None:
        problem = chosen.problem
        lines = (problem.message, problem.hint, text_of("where.home")) if problem else ()
        return Where(cluster=None, said="", lines=lines, plain="")
    said = _said(stored.id, cluster)
    line = text_of(_code(cluster, said), {"address": cluster.address, "file": stored.name})
    return Where(
        cluster=cluster, said=said, lines=(line,), plain="" if said == "here" else plain_text(cluster)
    )


def is_asked_first(stored: StoredTable) -> bool:
    """Whether a person has to say yes or no before a table is learned from."""
    found = where_of(stored)
    return found.cluster is not None and not found.said


def plain_text(cluster: Cluster) -> str:
    """Return that others on the way could read the rows, where that is so."""
    is_safe = cluster.is_encrypted or cluster.is_here
    return "" if is_safe else text_of("where.plain", {"address": cluster.address})


def learns_at(job: Job) -> tuple[str, ...]:
    """Return where a training is that is on its way; nothing where this computer learns."""
    if job.journey == "finish":
        address = from_json(FinishOrder, job.params).searched_at
        return (text_of("where.rest"),) if address else ()
    cluster = _given(job)
    return (where_learns(cluster),) if cluster else ()


def plain_at(job: Job) -> str:
    """Return that others on the way could read the rows that a training sends, where that is so."""
    cluster = _given(job)
    return plain_text(cluster) if cluster else ""


def learned_at(training: StoredTraining) -> tuple[str, ...]:
    """Return where a training was; nothing where this computer learned alone."""
    found = training.evaluation.on_cluster if training.evaluation else None
    if found is None or not training.job_id:
        return where_learned(found)
    job = context().workspace.jobs.get(training.job_id)
    if job.journey == "finish":
        return where_learned(found, from_json(FinishOrder, job.params).searched_at)
    cluster = _given(job)
    return where_learned(found, cluster.address if cluster else "")


def _given(job: Job) -> Cluster | None:
    """Return the cluster that a training was given to."""
    return from_json(TrainOrder, job.params).cluster if job.journey == "train" else None


def _said(table_id: str, cluster: Cluster) -> Said:
    """Return what holds for a table: what was said last of this address, or what needs no asking."""
    for one in reversed(context().workspace.remarks.decisions_of(table_id=table_id)):
        if one.notice.code in (SENT, SENT_NOT) and one.notice.values["address"] == cluster.address:
            return "there" if one.notice.code == SENT else "here"
    is_settled = cluster.is_here or policy().dask_address == cluster.address
    return "there" if is_settled else ""


def _code(cluster: Cluster, said: Said) -> str:
    if said == "there":
        if cluster.is_here:
            return "dask.here"
        return "where.by_rule" if policy().dask_address == cluster.address else "where.there"
    return "where.here" if said else "where.asked"
