"""Jobs: how far they are, and how to end one."""

from desktop_app.api.asked import OnePath, PartQuery
from desktop_app.api.guard import need
from desktop_app.api.paging import ids_of
from desktop_app.api.routes import Routes
from desktop_app.api.telling import job_told, kind_of
from desktop_app.api.told import Job, Jobs
from desktop_app.errors import NotFoundError
from desktop_app.web.context import context

routes = Routes("jobs", "Jobs")


@routes.get("/jobs", Jobs)
def list_jobs(query: PartQuery) -> Jobs:
    """List the work that is on its way, and some that is over."""
    ids, after = ids_of("job", query)
    return Jobs(items=[job_told(context().workspace.jobs.get(one)) for one in ids], next=after)


@routes.get("/jobs/<thing>", Job)
def get_job(path: OnePath) -> Job:
    """Tell how far a job is; ask again until its state is none of "waiting" and "running"."""
    return job_told(context().workspace.jobs.get(path.thing))


@routes.act("/jobs/<thing>/cancel", Job, None)
def cancel_job(path: OnePath) -> Job:
    """End a job that waits or runs; nothing of it is kept, and one that is over stays as it is."""
    job = context().workspace.jobs.get(path.thing)
    need("predict" if kind_of(job) == "prediction" else "learn")
    context().jobs.cancel(job.id)
    return job_told(context().workspace.jobs.get(job.id))


@routes.act("/jobs/<thing>/stop", Job, "learn")
def stop_job(path: OnePath) -> Job:
    """Stop a training and keep the best that is finished, in a job of its own, which is told."""
    job = context().workspace.jobs.get(path.thing)
    if kind_of(job) != "training":
        raise NotFoundError("error.not_found")
    context().jobs.stop(job.id)
    return job_told(context().workspace.jobs.active(job.subject) or context().workspace.jobs.get(job.id))
