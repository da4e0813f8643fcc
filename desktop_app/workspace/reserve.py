"""Some room on the disk that is kept for bad days."""

import os
from pathlib import Path

from desktop_app.errors.disk import free_space

SIZE = 8 * 1024 * 1024
ENOUGH = 8 * SIZE  # free bytes with which setting the reserve aside robs nobody
NEEDED = 1024 * 1024  # free bytes with which a small change surely finds room


class Reserve:
    """A file that holds nothing: on a full disk even deleting needs room, and gets it from here."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def set_aside(self) -> None:
        """Make the reserve if it is not there and the disk has room to spare."""
        if self._file.exists() or free_space(self._file) < ENOUGH:
            return
        with self._file.open("xb") as file:
            self._file.chmod(0o600)
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(file.fileno(), 0, SIZE)
            else:
                file.write(bytes(SIZE))

    def give_up_if_needed(self) -> None:
        """Remove the reserve when the disk is so full that nothing else can be written."""
        if free_space(self._file) < NEEDED:
            self._file.unlink(missing_ok=True)
