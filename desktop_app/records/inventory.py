"""How much a workspace holds and what went wrong in it, without a name or a value of anybody's."""

from desktop_app.records.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A job that failed: which journey, when it was ordered, and the code of the reason."""

    journey: str
    created: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventory:
    """Counts and sizes; all zero where there is no workspace, or none that can be read."""

    version: int = 0  # of the database
    tables: int = 0
    models: int = 0
    answers: int = 0  # files that were answered
    watches: int = 0
    bytes: dict[str, int]  # part of the folder -> how much it holds
    failures: tuple[Failure, ...] = ()  # the last ones, newest first
