"""What the file for IT holds: counts, sizes, versions, codes and yes or no. Paths and names stay here.

Each value is of a closed kind, made here or by the rooms that count; nothing is copied from what a person
typed, so the file can be sent on by anybody.
"""

import datetime
import json
import os
import platform
import re
import sys
from pathlib import Path

from desktop_app import __version__
from desktop_app.language import spoken
from desktop_app.paths import default_workspace, policy_file
from desktop_app.records.checkup import Finding
from desktop_app.records.jsonable import JSON, to_json
from desktop_app.settings import VARIABLES, Settings
from desktop_app.shell.checkup.folders import free_bytes, is_elsewhere
from desktop_app.shell.diagnostics.log_lines import log_lines
from desktop_app.shell.diagnostics.packages import packages
from desktop_app.shell.log import NAME as LOG
from desktop_app.workspace.inventory import inventory
from desktop_app.workspace.trust import SETTINGS, read_policy

FORMAT = 1
# Why a policy is not obeyed, as `workspace.trust` says it; other words could be of the file.
PROBLEMS = frozenset(
    {
        *("the file cannot be read", "it is not JSON", "it is too long", "it is not a text in UTF-8"),
        *("it has a setting that this version does not know", "a setting has a value that it cannot have"),
        *("a setting stands twice in it", "the person who works here can change it"),
    }
)
_LINE = re.compile(r"\d{1,7}:\d{1,7}")


def diagnostics(settings: Settings, findings: tuple[Finding, ...], shown_in: str) -> str:
    """Return the file as text, JSON that a person can read as well."""
    held = inventory(settings.workspace)
    facts: dict[str, JSON] = {
        "hunch_diagnostics": FORMAT,
        "made": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        "program": _program(shown_in),
        "findings": [_finding(found) for found in findings],
        "environment": [_variable(name, settings) for name in VARIABLES],
        "policy": _policy(settings),
        "workspace": {
            **_place(settings.workspace),
            "free_bytes": free_bytes(settings.workspace),
            **{name: told for name, told in to_json(held).items() if name != "failures"},
        },
        "failures": to_json(held.failures),
        "log": [*log_lines(settings.workspace / LOG)],
        "packages": {**packages()},
    }
    return _text(facts)


def _text(facts: dict[str, JSON]) -> str:
    """Return JSON in which each finding, failure and line of the log takes one line."""
    parts = []
    for name, told in facts.items():
        if isinstance(told, list) and told:
            value = "[\n" + ",\n".join(f"    {json.dumps(one)}" for one in told) + "\n  ]"
        else:
            value = json.dumps(told, indent=2).replace("\n", "\n  ")
        parts.append(f'  "{name}": {value}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _program(shown_in: str) -> dict[str, JSON]:
    return {
        "version": __version__,
        "frozen": hasattr(sys, "_MEIPASS"),
        "shown_in": shown_in,
        "language": spoken(),
        "python": platform.python_version(),
        "system": platform.platform(terse=True),
        "machine": platform.machine(),
        "processors": os.cpu_count(),
    }


def _finding(found: Finding) -> dict[str, JSON]:
    facts: dict[str, JSON] = {"code": found.code, "ok": found.fine}
    return facts | ({"value": found.told} if found.told != "" else {})


def _variable(name: str, settings: Settings) -> dict[str, JSON]:
    values: dict[str, JSON] = {
        "HUNCH_WORKERS": settings.workers,
        "HUNCH_MEMORY_LIMIT": settings.memory_limit,
        "HUNCH_LOG_LEVEL": settings.log_level,
        "HUNCH_LANGUAGE": settings.language[:2],
        "HUNCH_API_PORT": settings.api_port,
    }
    facts: dict[str, JSON] = {"name": name, "source": settings.sources[name]}
    return facts | ({"value": values[name]} if name in values else {})


def _policy(settings: Settings) -> dict[str, JSON]:
    found = read_policy(settings.policy)
    facts: dict[str, JSON] = {"path": None, "obeyed": not found.problem}
    if found.path is not None:
        official = found.path == policy_file()
        facts |= {"path": str(found.path)} if official else {"path": "HUNCH_POLICY", **_place(found.path)}
    if found.problem:
        facts["problem"] = found.problem if found.problem in PROBLEMS else "another one"
        is_ours = found.place in SETTINGS or _LINE.fullmatch(found.place)
        facts["place"] = found.place if is_ours else ""
    return facts


def _place(path: Path) -> dict[str, JSON]:
    """Return where something lies without its path, which can hold the name of a person or a customer."""
    text = str(path.absolute())
    try:
        usual, home = default_workspace().absolute(), Path.home()
    except RuntimeError:  # an account without a home
        usual = home = Path("-")
    return {
        "usual_place": path.absolute() == usual,
        "below_home": path.absolute().is_relative_to(home),
        "on_network": is_elsewhere(path),
        "path_letters": len(text),
        "path_is_ascii": text.isascii(),
    }
