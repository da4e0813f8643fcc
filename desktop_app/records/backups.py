"""What a backup of the workspace holds."""

from desktop_app.records.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """How much was saved into a backup, or restored from one."""

    tables: int
    models: int
    answers: int
    size: int  # bytes of the file


@dataclass(frozen=True, slots=True, kw_only=True)
class LookThroughOrder:
    """Read every table that a backup holds, before any of it counts."""

    path: str  # of the backup, by whose size reading is limited
    held: str  # folder in which it is laid out


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedThrough:
    """All of them can be read."""

    files: int
