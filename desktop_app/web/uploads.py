"""Files that a browser hands over: working copies inside the workspace, gone at the next start."""

import errno
import secrets
import shutil
from pathlib import Path
from typing import BinaryIO

from desktop_app.errors import NotFoundError, SaveError
from desktop_app.language import size

SLICE = 8 * 1024 * 1024


class Uploads:
    """Working copies by their id; the name that a browser gives is never part of a path."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        shutil.rmtree(folder, ignore_errors=True)  # what an earlier start left behind

    def begin(self) -> str:
        """Make an empty working copy and return its id."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        upload = secrets.token_hex(16)
        (self._folder / upload).touch(mode=0o600, exist_ok=False)
        return upload

    def append(self, upload: str, start: int, content: BinaryIO) -> int:
        """Write *content* from byte *start* on, and return how long the copy is now.

        Raises NotFoundError for an id that is not ours or a slice that does not follow on, SaveError when
        the disk is full.
        """
        path = self.path(upload)
        if start > path.stat().st_size:
            raise NotFoundError("error.not_found")
        try:
            with path.open("r+b") as copy:
                copy.seek(start)
                shutil.copyfileobj(content, copy, 1024 * 1024)
                copy.truncate()
                return copy.tell()
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            free = size(shutil.disk_usage(self._folder).free)
            raise SaveError("error.disk_full", free=free) from error

    def path(self, upload: str) -> Path:
        """Return where the working copy lies, or raise NotFoundError."""
        path = self._folder / upload
        if not (len(upload) == 32 and upload.isalnum() and path.is_file()):
            raise NotFoundError("error.not_found")
        return path

    def discard(self, path: Path) -> None:
        """Delete a working copy that is no longer needed; a file of the person's own is left alone."""
        if path.parent == self._folder:
            path.unlink(missing_ok=True)
