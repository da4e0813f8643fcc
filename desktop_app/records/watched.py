"""A folder whose new files are answered: what is seen in it, what came of each file, and how it goes."""

from collections.abc import Callable
from typing import Literal

from desktop_app.records.jobs import Problem
from desktop_app.records.models import Truth
from desktop_app.records.orders import PredictedFile
from desktop_app.records.record import dataclass

Fate = Literal["begun", "answered", "aside"]
WatchState = Literal["watching", "answering", "waiting"]
Clock = Callable[[], float]  # seconds that only grow


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """A model that answered a watched folder before."""

    training_id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Which folder is watched, where its answers go, and how notes call the model."""

    folder: str
    out: str
    model: str
    former: tuple[str, ...] = ()  # names of the files of models whose answers count as its own


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """A file as one look at its folder shows it."""

    name: str
    size: int  # bytes
    modified: int  # nanoseconds since 1970


@dataclass(frozen=True, slots=True, kw_only=True)
class Handled:
    """What came of one file: a line of the memory that lies with the answers."""

    sight: Sight
    sha256: str  # empty: it could not be read at all
    model: str  # name of the model's file
    fate: Fate
    out: str = ""  # name of what was left for it: the file with the answers, or else the note
    asked: str = ""  # tells what was asked for; one set aside is tried again for something else, as for none
    problem: Problem | None = None  # why it was set aside
    at: str = ""  # ISO 8601, UTC: when it was answered
    truth: Truth | None = None  # where it said itself what is right


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A file was answered, just now."""

    name: str
    out: str  # name of the file with the answers
    note: str
    predicted: PredictedFile


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A file could not be answered, just now; it stays where it is."""

    name: str
    note: str
    problem: Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderLost:
    """The folder is not there any more, or not to be looked into; it is waited for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderFound:
    """The folder is there again."""


Event = Answered | SetAside | FolderLost | FolderFound


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A file that was set aside, and why."""

    name: str
    problem: Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How a watch goes, for a page that shows it."""

    state: WatchState = "watching"
    now: str = ""  # the file that is answered now
    last: str = ""  # the file that was answered last
    answered: int = 0
    aside: int = 0
    reasons: tuple[LeftOut, ...] = ()  # the last ones of those that were set aside
    problem: Problem | None = None  # why it does not go on; it is tried again
    last_at: str = ""  # ISO 8601, UTC: when the last one was answered
    truth: Truth | None = None  # of the last file that this model answered and that said what is right
    truth_file: str = ""  # its name
    truth_at: str = ""  # when it was answered


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredWatch:
    """A watched folder as the workspace remembers it."""

    id: str
    training_id: str
    folder: str
    out: str  # the folder of its answers
    is_paused: bool
    told: Told
    former: tuple[Former, ...] = ()  # the last one last
