"""A file for the person, which is there complete or not at all."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_IMODE

from desktop_app.errors import SaveError
from desktop_app.errors.disk import save_error
from desktop_app.language import _
from desktop_app.tables.faults import faults_of


@contextmanager
def placed(out: Path) -> Iterator[Path]:
    """Yield a name beside *out* to write to; the file takes its place when all of it is on disk.

    Raises SaveError where that cannot be; what was there before is then unchanged.
    """
    if out.is_dir():
        raise SaveError("save.failed", file=out.name, reason=_("a folder has this name"))
    if not out.parent.is_dir():
        raise SaveError("save.failed", file=out.name, reason=_("there is no such folder"))
    coming = out.with_name(f".{secrets.token_hex(8)}.part")
    with faults_of(out):
        try:
            coming.touch(mode=0o666, exist_ok=False)  # a read-only folder says so here, in plain words
            yield coming
            settle(coming)
            coming.replace(out)
            settle(out.parent)
        finally:
            with suppress(OSError):
                coming.unlink(missing_ok=True)


def make_as_open(folder: Path) -> None:
    """Make a folder in which whoever may write in the one around it may write; raises OSError."""
    folder.mkdir()
    open_as_around(folder)


def open_as_around(folder: Path) -> None:
    """Let whoever may write in the folder around this one write in it."""
    with suppress(OSError):  # not every disk has such rules
        folder.chmod(S_IMODE(folder.parent.stat().st_mode))


def land(draft: Path, out: Path, *, force: bool) -> None:
    """Move a finished draft into its place.

    Raises FileExistsError where a file is there by now, which stays unless *force* says otherwise, and
    SaveError where the disk does not take it.
    """
    try:
        if force:
            draft.replace(out)
        else:
            place_new(draft, out)
    except FileExistsError:
        raise
    except OSError as error:
        raise save_error(error, out) from error
    with suppress(OSError):  # not every disk can be asked
        settle(out.parent)


def place_new(draft: Path, out: Path) -> None:
    """Give a finished draft its place; raises FileExistsError where a file is there by now, which stays."""
    try:
        os.link(draft, out)  # fails when the name is taken, at one stroke
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links
        if out.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(out)) from None
        draft.replace(out)


def settle(place: Path) -> None:
    """Wait until a file, or the names in a folder, are on disk."""
    if place.is_dir():
        if os.name == "nt":
            return  # Windows keeps names itself and cannot be asked
        handle = os.open(place, os.O_RDONLY)
    else:
        handle = os.open(place, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
