"""The environment variables that steer the program, read once into a frozen record."""

import locale
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from desktop_app.errors import UsageError
from desktop_app.language import is_spoken
from desktop_app.paths import default_workspace

Source = Literal["environment", "command line", "policy", "default"]  # each is said as it stands
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
    dask: str  # address of the scheduler of a cluster that learns, and answers, instead; empty: none
    dask_keys: str  # the folder of its certificates
    api_port: int  # of 127.0.0.1, at which programs of the person's are answered, where that is wished
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
    "HUNCH_API_PORT",
    "HUNCH_DASK",
    "HUNCH_DASK_KEYS",
)
API_PORT, LAST_PORT = 8765, 65535


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings that *environment* asks for; what cannot be understood takes its default.

    Raises UsageError where no folder is named and the person has no home for the usual one.
    """
    given = {name: environment.get(name, "").strip() for name in VARIABLES}
    workers, memory = _whole(given["HUNCH_WORKERS"]), _bytes(given["HUNCH_MEMORY_LIMIT"])
    port = _port(given["HUNCH_API_PORT"])
    level, language = given["HUNCH_LOG_LEVEL"].upper(), given["HUNCH_LANGUAGE"]
    understood = {
        "HUNCH_WORKSPACE": bool(given["HUNCH_WORKSPACE"]),
        "HUNCH_POLICY": bool(given["HUNCH_POLICY"]),
        "HUNCH_WORKERS": workers is not None,
        "HUNCH_MEMORY_LIMIT": memory is not None,
        "HUNCH_LOG_LEVEL": level in LOG_LEVELS,
        "HUNCH_LANGUAGE": is_spoken(language),
        "HUNCH_API_PORT": port is not None,
        "HUNCH_DASK": bool(given["HUNCH_DASK"]),
        "HUNCH_DASK_KEYS": bool(given["HUNCH_DASK_KEYS"]),
    }
    return Settings(
        workspace=Path(given["HUNCH_WORKSPACE"]) if given["HUNCH_WORKSPACE"] else _usual_workspace(),
        policy=Path(given["HUNCH_POLICY"]) if given["HUNCH_POLICY"] else None,
        workers=workers or min(os.cpu_count() or 1, 4),
        memory_limit=memory,
        log_level=level if level in LOG_LEVELS else "INFO",
        language=language_of(environment),
        dask=given["HUNCH_DASK"],
        dask_keys=given["HUNCH_DASK_KEYS"],
        api_port=port or API_PORT,
        sources={name: "environment" if understood[name] else "default" for name in VARIABLES},
        not_understood={name: given[name] for name in VARIABLES if given[name] and not understood[name]},
    )


def _usual_workspace() -> Path:
    try:
        return default_workspace()
    except RuntimeError as error:  # as Python says that there is no home
        raise UsageError("start.no_home") from error


def language_of(environment: Mapping[str, str] = os.environ) -> str:
    """Return the language that is asked for, else the first of the person's that is spoken, else English."""
    asked = environment.get("HUNCH_LANGUAGE", "").strip()
    if is_spoken(asked):
        return asked
    return next((language for language in _chosen_languages(environment) if is_spoken(language)), "en")


def _chosen_languages(environment: Mapping[str, str]) -> list[str]:
    if sys.platform == "win32":
        import ctypes

        return [locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")]
    if sys.platform == "darwin":
        from Foundation import NSLocale  # pyobjc, which brings the window

        return [str(language).replace("-", "_") for language in NSLocale.preferredLanguages()]
    # As gettext looks for them: the first variable that is there decides.
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    return next((environment[name].split(":") for name in names if environment.get(name)), [])


def _whole(text: str) -> int | None:
    return int(text) if text.isdecimal() and int(text) > 0 else None


def _port(text: str) -> int | None:
    port = _whole(text) if len(text) <= 5 else None
    return port if port and port <= LAST_PORT else None


def _bytes(text: str) -> int | None:
    """Return a number of bytes from "2000000000", "2GB" or "500 MB"."""
    units = {"KB": 10**3, "MB": 10**6, "GB": 10**9, "": 1}
    digits = text.upper().replace(" ", "")
    unit = digits[-2:] if digits[-2:] in units else ""
    count = _whole(digits.removesuffix(unit)) if digits else None
    return count * units[unit] if count else None
