"""Looking into a folder, and taking a copy of a file in it: the only reads of a watched folder."""

import hashlib
import os
import stat
from pathlib import Path
from typing import BinaryIO

from desktop_app.errors import FileError
from desktop_app.errors.disk import save_error
from desktop_app.jobs.watched.news import is_passing
from desktop_app.records.watched import Sight

_PIECE = 1024 * 1024  # bytes
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def look(folder: Path) -> dict[str, Sight]:
    """Return the files in a folder by their names; links are none of them, for they may lead elsewhere.

    Raises OSError where the folder cannot be looked into.
    """
    with os.scandir(folder) as entries:
        seen = [_sight(entry) for entry in entries if not is_passing(entry.name)]
    return {sight.name: sight for sight in seen if sight}


def take(folder: Path, sight: Sight, goal: Path) -> str | None:
    """Copy a file to *goal* and return its SHA-256; None where it is not what was seen any more.

    The copy is what is answered: nobody changes it meanwhile, or puts another file in its place. Raises
    FileError where the file may not be read, and SaveError where the copy cannot be written.
    """
    try:
        handle = os.open(folder / sight.name, _READ)
    except PermissionError as error:
        if os.name == "nt":  # another program still writes it
            return None
        reason = error.strerror or ""
        raise FileError("error.file_unreadable", file=sight.name, reason=reason) from error
    except OSError:
        return None  # gone meanwhile, or a link by now
    with open(handle, "rb") as file:  # noqa: PTH123 - which has no way to open a handle
        if _as_it_is(sight.name, os.fstat(handle)) != sight:
            return None
        sha256 = _copied(file, goal)
        return sha256 if _as_it_is(sight.name, os.fstat(handle)) == sight else None


def _copied(file: BinaryIO, goal: Path) -> str | None:
    """Return the SHA-256 of what was copied; None where the file cannot be read to its end."""
    digest = hashlib.sha256()
    try:
        copy = goal.open("wb")
    except OSError as error:
        raise save_error(error, goal) from error
    with copy:
        while True:
            try:
                piece = file.read(_PIECE)
            except OSError:
                return None  # the drive is gone, or the lock of another program is in the way
            if not piece:
                return digest.hexdigest()
            digest.update(piece)
            try:
                copy.write(piece)
            except OSError as error:
                raise save_error(error, goal) from error


def _sight(entry: "os.DirEntry[str]") -> Sight | None:
    try:
        return _as_it_is(entry.name, entry.stat(follow_symlinks=False))
    except FileNotFoundError:
        return None


def _as_it_is(name: str, found: os.stat_result) -> Sight | None:
    """Return a file as it is now; None for what is no plain file."""
    if not stat.S_ISREG(found.st_mode):
        return None
    return Sight(name=name, size=found.st_size, modified=found.st_mtime_ns)
