"""Programs of the person's that may ask for things: what each of them may do."""

from typing import Literal

from desktop_app.records.record import dataclass

Scope = Literal["read", "learn", "predict", "delete"]
SCOPES: tuple[Scope, ...] = ("read", "learn", "predict", "delete")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredProgram:
    """One program, known by its token, which is not kept."""

    id: str
    name: str
    scopes: tuple[Scope, ...]
    created: str  # ISO 8601, UTC
    used: str = ""  # when it asked last, to the minute; empty: never


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request that made a job."""

    sha256: str  # of what was asked
    job_id: str
