"""This computer, as its page shows it: what needs attention, what is fine, and the file for IT."""

from pathlib import Path

from desktop_app.errors import AppError, NotFoundError, PolicyError
from desktop_app.records.checkup import Finding
from desktop_app.records.record import dataclass
from desktop_app.reports.checkup_words import finding_text, summary_text
from desktop_app.settings import read_settings
from desktop_app.web.context import context, native_dialogs
from desktop_app.web.files import write_file
from desktop_app.workspace.allowed import check_allowed

FILE = "hunch-diagnostics.json"
ENDING = ".json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """One thing that needs attention, and how it is mended."""

    said: str
    fix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Computer:
    """What the page tells."""

    summary: str
    wrong: tuple[Wrong, ...]
    fine: tuple[Finding, ...]
    content: str  # of the file, as it is saved
    mark: str  # by which exactly this content is saved
    refusal: AppError | None  # why it may not be


def this_computer() -> Computer:
    """Look at the computer now; raises NotFoundError where nothing can look."""
    look = context().checkup
    if look is None:
        raise NotFoundError("error.not_found")
    checkup = look()
    findings = checkup.findings()
    content = checkup.diagnostics(findings)
    return Computer(
        summary=summary_text(findings),
        wrong=tuple(Wrong(said=finding_text(one), fix=one.fix) for one in findings if not one.fine),
        fine=tuple(one for one in findings if one.fine),
        content=content,
        mark=context().shown_files.issue(content),
        refusal=_refusal(),
    )


def shown_file(mark: str) -> bytes:
    """Return the file as a page has shown it; nothing where that is long ago. Raises PolicyError."""
    if refusal := _refusal():
        raise refusal
    return (context().shown_files.read(mark) or "").encode()


def save_shown(mark: str) -> Path | None:
    """Ask where to save the file that a page has shown; None where the person thinks better of it.

    Raises PolicyError, SaveError, and NotFoundError where there is no window.
    """
    content, dialogs = shown_file(mark), native_dialogs()
    goal = dialogs.save_file(FILE, (ENDING,)) if content else None
    return write_file(content, goal) if goal else None


def _refusal() -> PolicyError | None:
    try:
        check_allowed("diagnostics_export", read_settings().policy)
    except PolicyError as error:
        return error
    return None
