"""What is to be packed, and how."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A bundle, the folder for what comes of it, and the one date of all files, in seconds since 1970.

    *quick* packs badly and soon: for tests, never for people.
    """

    bundle: Path
    out: Path
    date: int
    quick: bool = False
