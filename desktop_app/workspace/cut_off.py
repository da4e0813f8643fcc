"""What opened a file when the program was ended: it is not opened by itself again."""

from pathlib import Path

from desktop_app.records.jobs import Job
from desktop_app.workspace.folders import UPLOADS
from desktop_app.workspace.store import Workspace

_OPENING = ("import", "prepare", "look_at_model")  # each can be ordered anew as it was


def cut_off_opening(workspace: Workspace) -> Job | None:
    """Return what opened a file when the run before this one ended, if anything did; once it is tidied up."""
    found = (job for job in workspace.jobs.list() if job.state == "interrupted" and job.journey in _OPENING)
    return next(found, None)


def file_of(workspace: Workspace, job: Job) -> Path | None:
    """Return the person's own file that a job read; None for a copy of ours, which is gone by now."""
    path = Path(str(job.params.get("path", "")))
    return None if path.parent.resolve() == (workspace.folder / UPLOADS).resolve() else path
