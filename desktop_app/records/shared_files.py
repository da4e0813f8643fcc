"""Files that the workers of a cluster answer: they see them where this computer does."""

from desktop_app.records.notices import Value
from desktop_app.records.orders import PredictedFile, PredictFileOrder
from desktop_app.records.record import dataclass
from desktop_app.records.remote import Cluster, OnCluster
from desktop_app.records.trust import Trust


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedFile:
    """A file on storage that several computers see, as this one sees it, and where its answers go."""

    path: str
    out: str
    size: int  # bytes
    modified: float  # seconds since 1970


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerThereOrder:
    """Let the workers of a cluster answer files, which they read and write themselves."""

    order: PredictFileOrder  # of each of them, without its paths
    files: tuple[SharedFile, ...]
    draft: str  # a folder on the same storage, for what is not finished; it goes in the end
    force: bool  # whether answers that are there are replaced
    language: str  # in which the answers speak
    cluster: Cluster | None
    threads: int = 2  # the worker fills in how many it may use
    trust: Trust | None = None  # the worker fills in whose models are believed


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAnswered:
    """Why a file was not answered, as an AppError has it."""

    code: str
    values: dict[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredThere:
    """What came of each of the files, in their order."""

    outcomes: tuple[PredictedFile | NotAnswered, ...]
    on_cluster: OnCluster | None = None
