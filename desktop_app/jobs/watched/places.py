"""Which folder may be watched, and where its answers go."""

import os
from pathlib import Path

from desktop_app.errors import FileError, UsageError
from desktop_app.jobs.watched.memory import NAME

ANSWERS = "answered"  # the folder for them, in the one that is watched, which is not looked into deeper


def answers_folder(folder: Path) -> Path:
    """Return where answers go that nobody wants elsewhere."""
    return folder / ANSWERS


def check_folder(folder: Path, out: Path) -> None:
    """Raise FileError where there is no such folder, UsageError where answers would be its new files."""
    if not folder.is_dir():
        raise FileError("watch.no_folder", path=str(folder))
    if os.path.lexists(folder / NAME) or (out.exists() and out.samefile(folder)):
        raise UsageError("watch.of_answers", folder=folder.name)
