"""Lets this Python, frozen or not, use the gi that the system made for the same version of Python.

GTK and WebKit come from the system, and gi must be the one made for them; it is not on any package index
as a finished build. Its compiled part fits every Python of the same minor version.
"""

import importlib.util
import sys
from collections.abc import Sequence
from importlib.machinery import EXTENSION_SUFFIXES, ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType

NAMES = ("gi", "cairo")
_VERSION = f"python{sys.version_info[0]}.{sys.version_info[1]}"
FOLDERS = (
    Path("/usr/lib/python3/dist-packages"),  # Debian and Ubuntu
    Path(f"/usr/lib64/{_VERSION}/site-packages"),  # Fedora
    Path(f"/usr/lib/{_VERSION}/site-packages"),  # Arch
)


class SystemGi:
    """Finds gi and cairo in one folder of the system, and nothing else of what lies there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def find_spec(
        self,
        name: str,
        path: Sequence[str] | None = None,  # noqa: ARG002 - the signature that the import system calls
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        """Return where the module lies, if it is one of ours."""
        return PathFinder.find_spec(name, [str(self.folder)]) if name in NAMES else None


def offer_system_gi(folders: Sequence[Path] = FOLDERS) -> bool:
    """Make `import gi` work where that is possible; return whether it will."""
    if importlib.util.find_spec("gi") is not None:
        return True
    folder = next((folder for folder in folders if _fits(folder)), None)
    if folder is not None:
        sys.meta_path.append(SystemGi(folder))
    return folder is not None


def _fits(folder: Path) -> bool:
    return any((folder / "gi" / f"_gi{suffix}").exists() for suffix in EXTENSION_SUFFIXES if "-" in suffix)
