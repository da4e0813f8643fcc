"""What the first page says of this start: why there is no window, and how the run before it ended."""

from desktop_app.language import _, mark, say
from desktop_app.records.jobs import Job
from desktop_app.records.record import dataclass
from desktop_app.web.context import context
from desktop_app.workspace.cut_off import cut_off_opening, file_of

ENDED = mark("Hunch was ended from outside the last time. Everything that was saved is here.")
ENDED_OPENING = mark(
    'Hunch was ended while it opened "{file}". Everything that was saved is here; this file is not opened '
    "by itself."
)
CHOOSE_AGAIN = mark("Choose it again to open it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How the run before this one ended."""

    text: str
    can_open: bool = False  # whether the file can be opened again from here


def told() -> Told | None:
    """Return how the run before ended, if it was not by itself, until it was put away."""
    beginning = context().entrance.beginning
    job = cut_off()
    if job is None:
        return Told(text=_(ENDED)) if beginning.was_killed else None
    text = say(ENDED_OPENING, {"file": str(job.params.get("name", ""))})
    if file_of(context().workspace, job):
        return Told(text=text, can_open=True)
    return Told(text=f"{text} {_(CHOOSE_AGAIN)}")


def cut_off() -> Job | None:
    """Return what opened a file when the program was ended from outside, until that was put away."""
    return cut_off_opening(context().workspace) if context().entrance.beginning.was_killed else None
