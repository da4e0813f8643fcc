"""Where things live: files shipped with the program, and the person's own folder."""

import os
import sys
from pathlib import Path

_COMMON_DATA, _LONGEST_PATH = 0x23, 260  # as Windows names it, and letters
_BESIDE = ("ui", "docs")  # lie in the package where that was installed, each with a line in front of its name
COMPILED = "templates.compiled"  # in "ui" of the frozen program, in the place of the templates


def bundled(*parts: str) -> Path:
    """Return the path of a file shipped with the program, from source, installed, or frozen."""
    here = Path(__file__).resolve().parent
    if hasattr(sys, "_MEIPASS"):
        root = Path(sys._MEIPASS)
    elif parts[0] in _BESIDE and (here / "_ui").is_dir():
        return (here / f"_{parts[0]}").joinpath(*parts[1:])
    else:
        root = here.parent
    return root.joinpath(*parts)


def policy_file() -> Path:
    """Return where IT lays down what is allowed on this computer; only administrators can write there."""
    if sys.platform == "win32":
        import ctypes

        # By the system's own word: a variable could be changed by who is to be bound.
        folder = ctypes.create_unicode_buffer(_LONGEST_PATH)
        failed = ctypes.windll.shell32.SHGetFolderPathW(None, _COMMON_DATA, None, 0, folder)
        return Path(r"C:\ProgramData" if failed else folder.value) / "Hunch" / "policy.json"
    if sys.platform == "darwin":
        return Path("/Library/Application Support/Hunch/policy.json")
    return Path("/etc/hunch/policy.json")


def default_workspace() -> Path:
    """Return the folder in which everything is remembered, by the habits of the system."""
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "Hunch"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Hunch"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "hunch"
