"""A failure of the disk, turned into the one a person can read."""

import errno
import os
import shutil
from pathlib import Path

from desktop_app.errors import SaveError
from desktop_app.language import _, size

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_LOCKED = {errno.EROFS, errno.EACCES, errno.EPERM}
_BAD = {errno.EIO, getattr(errno, "ESTALE", errno.EIO)}


def is_of_the_disk(error: OSError) -> bool:
    """Whether the disk or a permission is the cause, and not a bug of ours."""
    return error.errno in _FULL | _LOCKED | _BAD


def save_error(error: OSError, file: Path) -> SaveError:
    """Return why *file*, or something in it, could not be written."""
    if error.errno in _FULL:
        return disk_full(file)
    if error.errno in _LOCKED:
        # `Path` would raise where not even the folder above may be looked into.
        folder = file if os.path.isdir(file) else file.parent  # noqa: PTH112
        return SaveError("error.read_only", folder=str(folder))
    if error.errno == errno.ENOENT and not os.path.isdir(file.parent):  # noqa: PTH112
        return SaveError("save.no_folder", file=file.name, folder=str(file.parent))
    return SaveError("save.failed", file=file.name, reason=_("the disk reports an error"))


def disk_full(file: Path) -> SaveError:
    """Return that the disk which holds *file* has no room left."""
    return SaveError("error.disk_full", free=size(free_space(file)))


def free_space(place: Path) -> int:
    """Return the free bytes on the disk that holds *place*, which need not exist yet."""
    while not os.path.exists(place) and place != place.parent:  # noqa: PTH110 - as above
        place = place.parent
    return shutil.disk_usage(os.fspath(place)).free
