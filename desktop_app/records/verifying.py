"""What a model file is asked to prove, and what came of it."""

from desktop_app.records.record import dataclass
from desktop_app.records.remote import Cluster, OnCluster
from desktop_app.records.trust import Trust


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyOrder:
    """Say whether a model file is whole and answers as before; with *path*, learn it again from that file."""

    model: str
    path: str = ""  # the file that it learned from
    cluster: Cluster | None = None  # whose workers learn it again
    threads: int = 2  # the worker fills in how many it may use
    trust: Trust | None = None  # the worker fills in whose models are believed


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A number of an evaluation that came out otherwise; None where it has no such number."""

    field: str  # of the evaluation
    now: float | None
    then: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedAgain:
    """How a model that was learned again compares with the one in the file."""

    is_same: bool  # to the last number
    content: str  # sha256 over what the new one is
    numbers: int = 0  # of the evaluation that differ
    first: Difference | None = None
    answers_agree: bool = True  # for the stored rows, within what computers differ by
    on_cluster: OnCluster | None = None  # where one learned it again


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What a model file that passed every check says of itself."""

    name: str  # of the file
    stored_answers: int
    format: int
    created: str  # ISO 8601, UTC
    versions: dict[str, str]
    table: str  # name of the file that it learned from
    table_sha256: str
    seed: int
    content: str  # sha256 over what the model is
    is_older: bool  # another version made it, and it answers the same here
    signed_by: tuple[str, ...] = ()  # whose signatures hold, as their keys are called here
    again: LearnedAgain | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOrder:
    """Sign a model file with a private key; the public one lies beside it."""

    model: str
    key: str  # path
    out: str
    passphrase: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """Who signed a model file."""

    model: str  # name of the file
    signer: str
    key_id: str
