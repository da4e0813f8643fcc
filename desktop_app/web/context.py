"""What every page may reach for."""

from collections.abc import Callable, Sequence
from dataclasses import field
from pathlib import Path
from typing import Protocol

from flask import current_app

from desktop_app.errors import NotFoundError
from desktop_app.records.asking import Ask, Opening, Reply
from desktop_app.records.checkup import Finding
from desktop_app.records.jobs import Job, Lane, Live
from desktop_app.records.jsonable import JSON
from desktop_app.records.record import dataclass
from desktop_app.web.bringings import Bringings
from desktop_app.web.entrance import Entrance
from desktop_app.web.last_kept import LastKept
from desktop_app.web.uploads import Uploads
from desktop_app.workspace.store import Workspace


class JobRunner(Protocol):
    """The part of the supervisor that pages use; tests pass a fake that only takes orders."""

    def submit(self, journey: str, params: dict[str, JSON], *, lane: Lane, subject: str = "") -> Job:
        """Queue a job and return it as stored."""

    def cancel(self, job_id: str) -> None:
        """End the job; nothing of it is kept."""

    def stop(self, job_id: str) -> None:
        """End the search and keep the best that is finished."""

    def resume(self, job_id: str) -> None:
        """Go on answering rows where that was cut off."""

    def close_models(self) -> None:
        """Close every model that is held open, with what its worker wrote."""

    def live(self, job_id: str) -> Live:
        """Return how far the job has come."""


class ModelDesk(Protocol):
    """Where pages ask a model that is held open; tests pass a fake."""

    def ask(self, opening: Opening, question: Ask) -> Reply:
        """Return the answer; raises AppError where the model cannot be opened or does not answer in time."""


class Dialogs(Protocol):
    """The native side of the window; there is none when the pages are shown in a browser."""

    def open_file(self) -> Path | None:
        """Ask for a table to open; None when the person thinks better of it."""

    def dropped_file(self) -> Path | None:
        """Return the file that was just dropped on the window; None where its place is not known."""

    def choose_folder(self) -> Path | None:
        """Ask for a folder; None when the person thinks better of it."""

    def save_file(self, name: str, endings: Sequence[str]) -> Path | None:
        """Ask where to save, *name* proposed; None when the person thinks better of it.

        The file has one of the *endings*, and one that was there may be replaced.
        """

    def show_title(self, title: str) -> None:
        """Write the title over the window, so that progress is seen in the taskbar."""

    def zoom(self, scale: float) -> None:
        """Show the pages at this scale; 1 is their usual size."""

    def show_page(self, address: str) -> None:
        """Bring the window to the front and show the page at *address*, a path of ours."""


class ProgramsDoor(Protocol):
    """The second listener, which answers programs of the person's; closed until they open it."""

    @property
    def address(self) -> str:
        """Where programs ask, or would."""

    @property
    def is_open(self) -> bool:
        """Whether programs are answered."""

    @property
    def is_wished(self) -> bool:
        """Whether the person wants it open, also where it could not be opened."""

    def open(self) -> None:
        """Answer programs from now on, and after each start; raises UsageError where the port is taken."""

    def close(self) -> None:
        """Answer none any more, also not after the next start."""


class Checkup(Protocol):
    """Looks at this computer, for its page; nothing is changed."""

    def findings(self) -> tuple[Finding, ...]:
        """Return all that was looked at, in the order in which it matters."""

    def diagnostics(self, findings: tuple[Finding, ...]) -> str:
        """Return the file for IT, which holds nobody's data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The rooms the pages stand on."""

    workspace: Workspace
    jobs: JobRunner
    entrance: Entrance
    uploads: Uploads
    desk: ModelDesk | None = None
    dialogs: Dialogs | None = None
    language: str = "en"  # of the computer, or as it was asked for at the start
    tickets: LastKept[Path] = field(default_factory=lambda: LastKept(32))  # chosen in a native dialog
    bringings: Bringings = field(default_factory=Bringings)
    programs: ProgramsDoor | None = None
    tokens: LastKept[str] = field(default_factory=lambda: LastKept(8))  # of programs, until they are shown
    checkup: Callable[[], Checkup] | None = None
    shown_files: LastKept[str] = field(default_factory=lambda: LastKept(8))  # for IT, as pages showed them


def context() -> Context:
    """Return the context of the app that is serving this request."""
    found: Context = current_app.extensions["hunch"]
    return found


def native_dialogs() -> Dialogs:
    """Return the dialogs of our window; raises NotFoundError where a browser shows the pages."""
    dialogs = context().dialogs
    if dialogs is None:
        raise NotFoundError("error.not_found")
    return dialogs
