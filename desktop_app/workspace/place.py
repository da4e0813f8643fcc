"""Where the workspace lies: where the person wishes or IT has laid it down, and on what kind of drive."""

import ctypes
import re
import sys
from dataclasses import replace
from pathlib import Path

from desktop_app.errors import PolicyError, UsageError
from desktop_app.settings import Settings
from desktop_app.workspace.trust import expanded, read_policy

VARIABLE = "HUNCH_WORKSPACE"
_REMOTE = 4  # as Windows calls a network drive
_ESCAPED = re.compile(r"\\([0-7]{3})")  # blanks stand as \040
_MOUNTS = Path("/proc/self/mountinfo")
_NETWORK = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "coda", "ceph", "glusterfs", "lustre"),
        *("fuse.sshfs", "fuse.rclone", "fuse.davfs", "davfs", "fuse.glusterfs", "9p", "afpfs", "webdav"),
    }
)


def settled(settings: Settings) -> Settings:
    """Return the settings with the workspace where IT has laid it down, if they have.

    Raises PolicyError where the command line names another place, and UsageError where a home is asked for in
    vain.
    """
    policy = read_policy(settings.policy).policy
    if not policy.workspace:
        return settings
    try:
        place = expanded(policy.workspace)
    except (RuntimeError, KeyError, OSError) as error:  # the system does not tell who works here, or no home
        raise UsageError("start.no_home") from error
    if settings.sources[VARIABLE] == "command line" and settings.workspace.absolute() != place:
        raise PolicyError("policy.workspace", path=str(place), contact=policy.contact)
    return replace(settings, workspace=place, sources={**settings.sources, VARIABLE: "policy"})


def check_drive(settings: Settings) -> None:
    """Raise PolicyError where the workspace lies on a network drive, and IT does not allow that."""
    policy = read_policy(settings.policy).policy
    if not policy.allow_network_drives and is_on_network(settings.workspace):
        raise PolicyError("policy.network_drive", path=str(settings.workspace), contact=policy.contact)


def is_on_network(place: Path) -> bool:
    """Whether a folder lies on a drive of another computer, as far as this system tells."""
    place = place.absolute()
    if sys.platform == "win32":
        anchor = place.anchor
        return anchor.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(anchor) == _REMOTE
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return kind_of_mount(place.resolve(), mounts) in _NETWORK


def kind_of_mount(place: Path, mounts: str) -> str:
    """Return the kind of file system that holds *place*, by the lines of `mountinfo` (see proc(5))."""
    found: tuple[int, str] = (0, "")
    for line in mounts.splitlines():
        fields, _, behind = line.partition(" - ")
        parts = fields.split(" ")
        if len(parts) < 5 or not behind:
            continue
        point = _ESCAPED.sub(lambda blank: chr(int(blank[1], 8)), parts[4])
        if place.is_relative_to(point) and len(point) >= found[0]:
            found = (len(point), behind.split(" ")[0])
    return found[1]
