"""What was found of each row of a table lies beside the rows, as long as that is what was found last."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.records.found import FOUND_FILE, found_name
from desktop_app.records.jobs import Job
from desktop_app.workspace.folders import move_file, remove


@contextmanager
def found_kept(job: Job) -> Iterator[None]:
    """Keep what a job found of each row, in place of what was found before; nothing if it fails meanwhile."""
    left, folder = Path(job.folder) / FOUND_FILE, Path(str(job.params.get("table_folder", "")))
    if not left.is_file() or not folder.is_dir():
        yield
        return
    goal = folder / found_name(job.journey, job.id)
    try:
        move_file(left, goal)
        yield
    except BaseException:
        remove(goal)
        raise
    for other in folder.glob(found_name(job.journey, "*")):
        if other != goal:
            remove(other)
