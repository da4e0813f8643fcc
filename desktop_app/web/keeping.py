"""Saving what was found in a table as a model: who is asked, and what the page tells of it."""

from desktop_app.errors import AppError, NotFoundError
from desktop_app.records.clusters import GroupFileOrder
from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import to_json
from desktop_app.records.keeping import KeepOrder
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredTable
from desktop_app.web.context import context
from desktop_app.web.row_questions import order_again
from desktop_app.web.watching import Watch, job_shown, watch

JOURNEY = "keep_beside"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """What the page tells of it."""

    watch: Watch | None
    problem: AppError | None
    model_id: str  # once it is kept


def order_keeping(key: str, stored: StoredTable, job: Job) -> Job:
    """Find once more what the job found, and keep it."""
    again = order_again(key, stored, job)
    if isinstance(again, GroupFileOrder):
        order = KeepOrder(name=stored.name, groups=again)
    else:
        order = KeepOrder(name=stored.name, odd=again)
    return context().jobs.submit(JOURNEY, to_json(order), lane="long", subject=stored.id)


def keeping_of(table_id: str, job_id: str) -> Keeping | None:
    """Return what came of the job that an address names; None where it names no such one."""
    job = job_shown(table_id, job_id, JOURNEY)
    if job is None:
        return None
    seen = watch(job)
    return Keeping(
        watch=None if seen.is_over else seen,
        problem=seen.problem,
        model_id=job.id if job.state == "finished" and _is_there(job.id) else "",
    )


def _is_there(model_id: str) -> bool:
    try:
        context().workspace.others.compared(model_id)
    except NotFoundError:
        return False
    return True
