"""The memory of this computer, and how much of it one worker may take."""

import math
import shutil
import sys
from pathlib import Path

from desktop_app.language import _, size
from desktop_app.records.checkup import Finding
from desktop_app.settings import Settings
from desktop_app.shell.webview_parts import has_screen

LITTLE_MEMORY = 3 * 10**9  # bytes: a worker, the window and the system have room
LITTLE_SHARED = 32 * 10**6  # bytes
SHARED = Path("/dev/shm")  # noqa: S108 - looked at, nothing is put there


def memory_findings(settings: Settings) -> tuple[Finding, ...]:
    """Return whether there is enough memory, and whether the limit that was asked for can hold."""
    return (_memory(), _limit(settings), *_shared())


def _memory() -> Finding:
    from desktop_app.jobs.limits import memory_of_computer

    memory = memory_of_computer()
    return Finding(
        code="memory",
        thing=_("Memory of this computer"),
        value=size(memory),
        fine=memory >= LITTLE_MEMORY,
        effect=_("large tables cannot be learned from"),
        fix=_("Close other programs, or use a computer with more memory."),
        told=memory,
    )


def _limit(settings: Settings) -> Finding:
    from desktop_app.jobs.limits import LEAST_MEMORY, limits_of

    asked, holds = settings.memory_limit, limits_of(settings).memory
    enough = f"{math.ceil(LEAST_MEMORY / 10**9)}GB"
    return Finding(
        code="memory_limit",
        thing=_("Memory for one worker"),
        value=size(asked or holds),
        fine=asked is None or asked == holds,
        effect=_("HUNCH_MEMORY_LIMIT is not obeyed"),
        fix=_("Set it to {enough} or more: with less, no worker can begin.").format(enough=enough),
        told=asked or holds,
    )


def _shared() -> tuple[Finding, ...]:
    """Return how much memory a web view can share between its processes; without a screen there is none."""
    return (shared_finding(SHARED),) if sys.platform == "linux" and has_screen() else ()


def shared_finding(place: Path) -> Finding:
    """Return whether there is enough memory at *place* to share."""
    try:
        free = shutil.disk_usage(place).free
    except OSError:
        free = 0
    return Finding(
        code="shared_memory",
        thing=_("Memory that programs can share"),
        value=size(free),
        fine=free >= LITTLE_SHARED,
        effect=_("the window or the browser may stay blank"),
        fix=_("Ask IT for more room in {path}; a container takes --shm-size=256m.").format(path=SHARED),
        told=free,
    )
