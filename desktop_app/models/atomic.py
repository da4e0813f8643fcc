"""A file that appears whole or not at all."""

import os
import secrets
from pathlib import Path

from desktop_app.errors.disk import save_error


def write_atomically(path: Path, data: bytes) -> None:
    """Write *data* to *path*, on the disk when this returns. Raises SaveError and leaves what was."""
    draft = path.with_name(f".{secrets.token_hex(8)}.tmp")  # beside the goal: renaming must not cross disks
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        _settle(path.parent)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise save_error(error, path) from error


def _settle(folder: Path) -> None:
    """Wait until the folder itself is on the disk, where the system lets a folder be opened."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
