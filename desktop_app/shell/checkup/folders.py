"""The folders that Hunch writes to: its own, the person's, and the one for work that nobody keeps."""

import importlib
import sys
import tempfile
from pathlib import Path
from typing import Any

from desktop_app.errors.disk import free_space
from desktop_app.language import _, size
from desktop_app.records.checkup import Finding
from desktop_app.workspace.place import is_on_network

LITTLE_DISK = 2 * 10**9  # bytes: a large table and its model still fit
LITTLE_TEMP = 2 * 10**8  # bytes
LONGEST_INSIDE = 120  # letters of the longest path below the folder of Hunch
LONGEST_PATH = 259  # letters, as Windows takes them where nobody allowed more
_FILE_SYSTEM = r"SYSTEM\CurrentControlSet\Control\FileSystem"


def folder_findings(workspace: Path) -> tuple[Finding, ...]:
    """Return whether each folder can be written to, has room, and lies where it should."""
    return (
        _workspace(workspace),
        *_drive(workspace),
        *letter_findings(workspace),
        *_long_path(workspace),
        _disk(workspace),
        _home(),
        _temp(),
    )


def _workspace(folder: Path) -> Finding:
    fine = _can_write(folder)
    return Finding(
        code="workspace",
        thing=_("Folder of Hunch"),
        value=str(folder),
        fine=fine,
        effect=_("nothing new can be saved"),
        fix=_("Allow writing there, or choose another folder with --workspace DIR."),
        told=_told_write(can_write=fine),
    )


def _drive(workspace: Path) -> tuple[Finding, ...]:
    if not is_elsewhere(workspace):
        return ()
    return (
        Finding(
            code="network_drive",
            thing=_("Folder of Hunch"),
            value=_("on a disk of another computer"),
            fine=False,
            effect=_("its database may be damaged when the connection breaks"),
            fix=_("Choose a folder of this computer with --workspace DIR."),
        ),
    )


def is_elsewhere(place: Path) -> bool:
    """Whether a folder lies on a disk of another computer, as far as that may be looked at."""
    try:
        return is_on_network(place)
    except OSError:
        return False


def letter_findings(workspace: Path) -> tuple[Finding, ...]:
    """Return that its path has other letters than plain ones, if so; those of any alphabet are fine."""
    path = str(workspace)
    if path.isascii():
        return ()
    fine = not any("\ud800" <= letter <= "\udfff" for letter in path)  # bytes that are no letters
    return (
        Finding(
            code="letters",
            thing=_("Letters in its path"),
            value=_("letters of another alphabet, which is fine") if fine else _("bytes that are no letters"),
            fine=fine,
            effect=_("tables cannot be kept there"),
            fix=_("Choose a folder with another name with --workspace DIR."),
            told="not all ASCII" if fine else "not Unicode",
        ),
    )


def _long_path(workspace: Path) -> tuple[Finding, ...]:
    if sys.platform == "win32":
        return long_path_findings(len(str(workspace)), is_allowed=_allows_long_paths())
    return ()


def long_path_findings(letters: int, *, is_allowed: bool) -> tuple[Finding, ...]:
    """Return that the path of the folder is so long that paths in it are too long for Windows, if so."""
    if is_allowed or letters + LONGEST_INSIDE <= LONGEST_PATH:
        return ()
    return (
        Finding(
            code="long_path",
            thing=_("Length of its path"),
            value=_("{count} letters").format(count=letters),
            fine=False,
            effect=_("Windows may refuse files in it"),
            fix=_("Choose a folder with a shorter path with --workspace DIR, or ask IT to allow long paths."),
            told=letters,
        ),
    )


def _allows_long_paths() -> bool:
    registry: Any = importlib.import_module("winreg")
    try:
        with registry.OpenKey(registry.HKEY_LOCAL_MACHINE, _FILE_SYSTEM) as key:
            return bool(registry.QueryValueEx(key, "LongPathsEnabled")[0])
    except OSError:
        return False


def _disk(folder: Path) -> Finding:
    free = free_bytes(folder)
    return Finding(
        code="disk",
        thing=_("Free space on its disk"),
        value=_("it cannot be looked at") if free is None else size(free),
        fine=free is None or free >= LITTLE_DISK,  # that nothing can be saved there is said already
        effect=_("a large table may not fit"),
        fix=_("Make room, or choose another folder with --workspace DIR."),
        told="" if free is None else free,
    )


def free_bytes(folder: Path) -> int | None:
    """Return the room on the disk of a folder; None where that may not be looked at."""
    try:
        return free_space(folder)
    except OSError:
        return None


def _home() -> Finding:
    """Return whether the person's own folder takes files; where it does not, Hunch itself is not hindered."""
    try:
        home = Path.home()
    except RuntimeError:  # as for an account that only runs programs
        return Finding(code="home", thing=_("Your own folder"), value=_("none"), told="none")
    can_write = _can_write(home)
    return Finding(
        code="home",
        thing=_("Your own folder"),
        value=str(home) if can_write else _("read-only: save your files in another folder"),
        told=_told_write(can_write=can_write),
    )


def _temp() -> Finding:
    try:
        folder = tempfile.gettempdir()
        free = free_space(Path(folder))
        value = _("{folder}, {free} free").format(folder=folder, free=size(free))
    except OSError:
        free, value = 0, _("none that takes a file")
    return Finding(
        code="temp",
        thing=_("Folder for work under way"),
        value=value,
        fine=free >= LITTLE_TEMP,
        effect=_("commands have no room to work in"),
        fix=_("Make room there, or name another folder in the variable {name}.").format(
            name="TEMP" if sys.platform == "win32" else "TMPDIR"
        ),
        told=free,
    )


def _told_write(*, can_write: bool) -> str:
    return "takes files" if can_write else "read-only"


def _can_write(folder: Path) -> bool:
    """Return whether files can be made in the folder, or in the nearest one above it that exists."""
    try:
        while not folder.exists() and folder != folder.parent:
            folder = folder.parent
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False
