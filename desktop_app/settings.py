"""The environment variables that steer the program, read once into a frozen record."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.paths import default_workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What was asked for from outside, with the defaults filled in."""

    workspace: Path
    workers: int  # threads a worker may use
    memory_limit: int | None  # bytes a worker may take; None: half of the computer's memory
    log_level: str
    language: str
    sources: dict[str, str]  # variable -> "environment" or "default"

    def in_workspace(self, folder: Path | None) -> "Settings":
        """Return the same settings for another workspace, if one is given."""
        return self if folder is None else replace(self, workspace=folder)


VARIABLES = ("HUNCH_WORKSPACE", "HUNCH_WORKERS", "HUNCH_MEMORY_LIMIT", "HUNCH_LOG_LEVEL", "HUNCH_LANGUAGE")


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings that *environment* asks for; what cannot be understood takes its default."""
    given = {name: environment.get(name, "").strip() for name in VARIABLES}
    return Settings(
        workspace=Path(given["HUNCH_WORKSPACE"]) if given["HUNCH_WORKSPACE"] else default_workspace(),
        workers=_whole(given["HUNCH_WORKERS"]) or min(os.cpu_count() or 1, 4),
        memory_limit=_bytes(given["HUNCH_MEMORY_LIMIT"]),
        log_level=given["HUNCH_LOG_LEVEL"].upper() or "INFO",
        language=given["HUNCH_LANGUAGE"] or "en",
        sources={name: "environment" if given[name] else "default" for name in VARIABLES},
    )


def _whole(text: str) -> int | None:
    return int(text) if text.isdecimal() and int(text) > 0 else None


def _bytes(text: str) -> int | None:
    """Return a number of bytes from "2000000000", "2GB" or "500 MB"."""
    units = {"KB": 10**3, "MB": 10**6, "GB": 10**9, "": 1}
    digits = text.upper().replace(" ", "")
    unit = digits[-2:] if digits[-2:] in units else ""
    count = _whole(digits.removesuffix(unit)) if digits else None
    return count * units[unit] if count else None
