"""The truth about who uses a workspace: one program at a time holds its lock, and a dead one holds none."""

import errno
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from desktop_app.errors import SaveError
from desktop_app.errors.disk import save_error

NAME = "workspace.lock"
_HELD = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}  # by another program


class Lock:
    """A lock that is held until it is released or the program ends."""

    def __init__(self, handle: int) -> None:
        self._handle: int | None = handle

    def release(self) -> None:
        """Let another program have the workspace."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def take(folder: Path) -> Lock | None:
    """Return the lock of the workspace in *folder*, or None when another program holds it.

    Raises SaveError where the folder cannot be written to, or its disk knows no locks.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(folder / NAME, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise save_error(error, folder) from error
    try:
        _lock(handle)
    except OSError as error:
        os.close(handle)
        if error.errno in _HELD:
            return None
        raise SaveError("start.no_lock", path=str(folder)) from error
    return Lock(handle)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        # flock, not lockf: a lock of lockf ends when any handle on the file is closed in this program.
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
