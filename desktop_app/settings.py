"""The environment variables that steer the program, read once into a frozen record."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from desktop_app.language import is_spoken
from desktop_app.paths import default_workspace

Source = Literal["environment", "command line", "default"]  # each is said as it stands
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What was asked for from outside, with the defaults filled in."""

    workspace: Path
    policy: Path | None  # a file of rules, which holds where IT has none in its own place
    workers: int  # threads a worker may use
    memory_limit: int | None  # bytes a worker may take; None: half of the computer's memory
    log_level: str
    language: str
    sources: dict[str, Source]  # variable -> where the value that holds came from
    not_understood: dict[str, str] = field(default_factory=dict)  # variable -> what it was set to

    def in_workspace(self, folder: Path | None) -> "Settings":
        """Return the same settings for the workspace that the command line names, if it names one."""
        if folder is None:
            return self
        return replace(self, workspace=folder, sources={**self.sources, "HUNCH_WORKSPACE": "command line"})


VARIABLES = (
    "HUNCH_WORKSPACE",
    "HUNCH_POLICY",
    "HUNCH_WORKERS",
    "HUNCH_MEMORY_LIMIT",
    "HUNCH_LOG_LEVEL",
    "HUNCH_LANGUAGE",
)


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings that *environment* asks for; what cannot be understood takes its default."""
    given = {name: environment.get(name, "").strip() for name in VARIABLES}
    workers, memory = _whole(given["HUNCH_WORKERS"]), _bytes(given["HUNCH_MEMORY_LIMIT"])
    level, language = given["HUNCH_LOG_LEVEL"].upper(), given["HUNCH_LANGUAGE"]
    understood = {
        "HUNCH_WORKSPACE": bool(given["HUNCH_WORKSPACE"]),
        "HUNCH_POLICY": bool(given["HUNCH_POLICY"]),
        "HUNCH_WORKERS": workers is not None,
        "HUNCH_MEMORY_LIMIT": memory is not None,
        "HUNCH_LOG_LEVEL": level in LOG_LEVELS,
        "HUNCH_LANGUAGE": is_spoken(language),
    }
    return Settings(
        workspace=Path(given["HUNCH_WORKSPACE"]) if given["HUNCH_WORKSPACE"] else default_workspace(),
        policy=Path(given["HUNCH_POLICY"]) if given["HUNCH_POLICY"] else None,
        workers=workers or min(os.cpu_count() or 1, 4),
        memory_limit=memory,
        log_level=level if level in LOG_LEVELS else "INFO",
        language=language if is_spoken(language) else "en",
        sources={name: "environment" if understood[name] else "default" for name in VARIABLES},
        not_understood={name: given[name] for name in VARIABLES if given[name] and not understood[name]},
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
