"""Where a file that is written for the person goes: where they say, or to a copy that a browser fetches."""

from collections.abc import Mapping
from pathlib import Path

from desktop_app.errors import UsageError
from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import from_json
from desktop_app.records.orders import Written
from desktop_app.web.context import context
from desktop_app.web.files import file_name
from desktop_app.web.laid_down import check_saving

KINDS = {"csv": ".csv", "xlsx": ".xlsx"}
REPORTS = {"html": ".html", "docx": ".docx", "pdf": ".pdf"}
# The journeys that end with a file for the person.
WRITING = ("export", "write_report", "save_impersonal", "hand_over")
_BESIDE = ("group_file", "odd_file")  # which do so beside what they find, where they are asked to


def written_of(job: Job) -> Written | None:
    """Return the file that a job has written, if that is what it did."""
    if job.state != "finished":
        return None
    if job.journey in WRITING:
        return from_json(Written, job.result)
    written = job.result.get("written") if job.journey in _BESIDE else None
    return from_json(Written, written) if written else None


def goal_for(stem: str, kind: str, kinds: Mapping[str, str] = KINDS) -> Path | None:
    """Return where a file of a kind goes that is proposed to be called so.

    None where the person thinks better of it. In a dialog it may get the ending of any of the *kinds*, by
    themselves those of tables. Raises UsageError where it is none of them, and PolicyError.
    """
    check_saving()
    suffix = kinds.get(kind)
    if suffix is None:
        raise UsageError("error.not_understood")
    name, dialogs = file_name(stem, suffix), context().dialogs
    if dialogs is None:
        return context().uploads.place_for(name, suffix)
    return dialogs.save_file(name, (suffix, *(ending for ending in kinds.values() if ending != suffix)))
