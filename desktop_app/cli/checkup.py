"""What this computer has and lacks for Hunch, looked at without changing anything."""

import math
import platform
import socket
import tempfile
from dataclasses import dataclass
from pathlib import Path

from desktop_app import __version__
from desktop_app.errors.disk import free_space
from desktop_app.language import _, mark, number, size
from desktop_app.settings import LOG_LEVELS, VARIABLES, Settings

LITTLE_DISK = 2 * 10**9  # bytes: a large table and its model still fit
LITTLE_MEMORY = 3 * 10**9  # bytes: a worker, the window and the system have room


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at; where it is not fine, what follows and how to mend it."""

    thing: str
    value: str
    fine: bool = True
    effect: str = ""
    fix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """One environment variable, the value that holds, and where it came from."""

    name: str
    value: str
    source: str


def findings(settings: Settings) -> tuple[Finding, ...]:
    """Return all that was looked at, in the order in which it matters."""
    return (
        Finding(thing="Hunch", value=__version__),
        Finding(thing="Python", value=f"{platform.python_version()}, {platform.platform(terse=True)}"),
        _workspace(settings.workspace),
        _disk(settings.workspace),
        _memory(),
        _limit(settings),
        _window(),
        _loopback(),
        _policy(settings),
        *_not_understood(settings),
    )


def variables(settings: Settings) -> tuple[Variable, ...]:
    """Return every environment variable that Hunch reads."""
    memory = _("half of the memory") if settings.memory_limit is None else size(settings.memory_limit)
    values = {
        "HUNCH_WORKSPACE": str(settings.workspace),
        "HUNCH_POLICY": str(settings.policy or _("none")),
        "HUNCH_WORKERS": number(settings.workers),
        "HUNCH_MEMORY_LIMIT": memory,
        "HUNCH_LOG_LEVEL": settings.log_level,
        "HUNCH_LANGUAGE": settings.language,
        "HUNCH_API_PORT": str(settings.api_port),
    }
    return tuple(Variable(name=name, value=values[name], source=settings.sources[name]) for name in VARIABLES)


def _workspace(folder: Path) -> Finding:
    fine = _can_write(folder)
    return Finding(
        thing=_("Folder of Hunch"),
        value=str(folder),
        fine=fine,
        effect=mark("nothing new can be saved"),
        fix=mark("Allow writing there, or choose another folder with --workspace DIR."),
    )


def _can_write(folder: Path) -> bool:
    """Return whether files can be made in the folder, or in the nearest one above it that exists."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _disk(folder: Path) -> Finding:
    free = free_space(folder)
    return Finding(
        thing=_("Free space on its disk"),
        value=size(free),
        fine=free >= LITTLE_DISK,
        effect=mark("a large table may not fit"),
        fix=mark("Make room, or choose another folder with --workspace DIR."),
    )


def _memory() -> Finding:
    from desktop_app.jobs.limits import memory_of_computer

    memory = memory_of_computer()
    return Finding(
        thing=_("Memory of this computer"),
        value=size(memory),
        fine=memory >= LITTLE_MEMORY,
        effect=mark("large tables cannot be learned from"),
        fix=mark("Close other programs, or use a computer with more memory."),
    )


def _limit(settings: Settings) -> Finding:
    from desktop_app.jobs.limits import LEAST_MEMORY, limits_of

    asked, holds = settings.memory_limit, limits_of(settings).memory
    enough = f"{math.ceil(LEAST_MEMORY / 10**9)}GB"
    return Finding(
        thing=_("Memory for one worker"),
        value=size(asked or holds),
        fine=asked is None or asked == holds,
        effect=mark("HUNCH_MEMORY_LIMIT is not obeyed"),
        fix=_("Set it to {enough} or more: with less, no worker can begin.").format(enough=enough),
    )


MEANT = {
    "HUNCH_WORKERS": mark("Set it to a whole number such as 2, or remove it."),
    "HUNCH_MEMORY_LIMIT": mark("Set it to an amount such as 4GB, or remove it."),
    "HUNCH_API_PORT": mark("Set it to a whole number from 1 to 65535, or remove it."),
    "HUNCH_LANGUAGE": mark("Set it to a language that Hunch speaks, such as en, or remove it."),
}


def _not_understood(settings: Settings) -> tuple[Finding, ...]:
    """Return a finding for each environment variable whose value means nothing."""
    levels = _("Set it to one of {levels}, or remove it.").format(levels=", ".join(LOG_LEVELS))
    fixes = {**MEANT, "HUNCH_LOG_LEVEL": levels}
    effect = mark("its default holds")
    return tuple(
        Finding(thing=name, value=value, fine=False, effect=effect, fix=fixes[name])
        for name, value in settings.not_understood.items()
    )


def _policy(settings: Settings) -> Finding:
    from desktop_app.workspace.trust import read_policy

    found = read_policy(settings.policy)
    return Finding(
        thing=_("Rules of your organisation"),
        value=str(found.path or _("none")),
        fine=not found.problem,
        effect=mark("the strictest rules hold"),
        fix=_("Tell IT: {problem}.").format(problem=_(found.problem)),
    )


def _window() -> Finding:
    from desktop_app.shell.webview_parts import hindrance

    found = hindrance()
    if found is None:
        return Finding(thing=_("Window"), value=_("can be shown"))
    if found.part:
        fix = _("Install {part} for a window of its own.").format(part=found.part)
        return Finding(thing=_("Window"), value=found.part, fine=False, effect=IN_BROWSER, fix=fix)
    return Finding(thing=_("Window"), value=_("no screen"), fine=False, effect=IN_BROWSER, fix=SCREEN)


IN_BROWSER = mark("Hunch is shown in a browser")
SCREEN = mark("Start it where there is a screen; commands and the browser work without one.")


def _loopback() -> Finding:
    fine = _talks_to_itself()
    return Finding(
        thing=_("Connection to this computer itself (127.0.0.1)"),
        value=_("open") if fine else _("blocked"),
        fine=fine,
        effect=mark("no page can be shown"),
        fix=mark("Ask IT to allow this program on 127.0.0.1. Nothing else is needed."),
    )


def _talks_to_itself() -> bool:
    """Return whether a connection on the loopback address carries a byte."""
    try:
        with socket.create_server(("127.0.0.1", 0)) as server:
            server.settimeout(3)
            with socket.create_connection(server.getsockname(), timeout=3) as one:
                other, _address = server.accept()
                with other:
                    one.sendall(b"?")
                    other.settimeout(3)
                    return other.recv(1) == b"?"
    except OSError:
        return False
