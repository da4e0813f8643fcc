"""One piece of background work, and what crosses the pipe to and from its process."""

from collections.abc import Callable
from dataclasses import field
from typing import Literal

from desktop_app.records.jsonable import JSON
from desktop_app.records.notices import Notice, Value
from desktop_app.records.record import dataclass

JobState = Literal["waiting", "running", "finished", "failed", "cancelled", "stopped", "interrupted"]
Lane = Literal["long", "short"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Do this journey, with these parameters, in this folder."""

    journey: str
    params: dict[str, JSON]
    folder: str
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """This much is done; a milestone stays in the list that the person sees."""

    fraction: float
    notice: Notice | None = None
    milestone: bool = False
    read: bool = False  # the file from outside is read: what goes wrong from here on is not its fault
    seconds_left: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """All is done, and these are the facts to store."""

    result: dict[str, JSON]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why it could not be done: a code of `errors` and its values; a traceback only for a bug."""

    code: str
    values: dict[str, Value] = field(default_factory=dict)
    traceback: str = ""


Message = Progress | Finished | Problem
Report = Callable[[Progress], None]  # how a journey says how far it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """How far a job has come, as pages show it; kept in memory, not stored."""

    fraction: float = 0.0
    notice: Notice | None = None
    milestones: tuple[Notice, ...] = ()
    seconds_left: float | None = None

    @property
    def percent(self) -> int:
        """How far it is in whole percent; 100 only when the job is over, which is not known here."""
        return min(99, int(100 * self.fraction))


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One piece of background work, as stored."""

    id: str
    journey: str
    lane: Lane
    state: JobState
    params: dict[str, JSON]
    folder: str
    created: str
    subject: str = ""  # id of the table, training or answers it works for
    result: dict[str, JSON] = field(default_factory=dict)
    problem: Problem | None = None

    @property
    def is_over(self) -> bool:
        """Whether the job will change no more by itself."""
        return self.state not in ("waiting", "running")
