"""Where a command may write: beside its goal first, and into place only when all is done."""

import contextlib
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from desktop_app.errors import SaveError, UsageError
from desktop_app.errors.disk import save_error
from desktop_app.language import mark
from desktop_app.tables.out.placing import land

FOLDER = mark("it is a folder")
_PREFIX = ".hunch-"
_OURS = re.compile(re.escape(_PREFIX) + "[a-z0-9_]{8}")  # as `tempfile` goes on
_OLD = 48 * 3600  # seconds: no command takes so long


class Goal:
    """A file to be written: *draft* is its place until `land` moves it to where the person wants it."""

    def __init__(self, path: Path, draft: Path, *, force: bool) -> None:
        self.path = path
        self.draft = draft
        self.force = force

    def land(self) -> None:
        """Move the finished draft into place; a file that has appeared there meanwhile is left alone."""
        try:
            land(self.draft, self.path, force=self.force)
        except FileExistsError as error:
            raise UsageError("cli.out_exists", file=self.path.name) from error


@contextlib.contextmanager
def goal(path: Path, *, force: bool, endings: tuple[str, ...]) -> Iterator[Goal]:
    """Give a draft in a folder beside *path*, once nothing forbids it; the folder goes in the end."""
    _check(path, force=force, endings=endings)
    with draft_beside(path) as folder:
        yield Goal(path, folder / path.name, force=force)


@contextlib.contextmanager
def draft_beside(path: Path) -> Iterator[Path]:
    """Give a folder beside *path*, which goes in the end; raises SaveError."""
    _sweep(path.parent)
    try:
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=path.parent))
    except OSError as error:
        raise save_error(error, path) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _sweep(folder: Path) -> None:
    """Remove what commands left there that were killed: empty folders of ours, and old ones alone.

    A young one may belong to a command that is at work, here or on another computer.
    """
    with contextlib.suppress(OSError):  # it is not ours to complain about
        for left in folder.glob(f"{_PREFIX}*"):
            if _OURS.fullmatch(left.name) and time.time() - left.lstat().st_mtime > _OLD:
                with contextlib.suppress(OSError):  # not a folder, or not empty
                    left.rmdir()


def _check(path: Path, *, force: bool, endings: tuple[str, ...]) -> None:
    if path.suffix.lower() not in endings:
        raise UsageError("cli.out_type", ending=path.suffix or path.name, endings=", ".join(endings))
    if path.is_dir():
        raise SaveError("save.failed", file=path.name, reason=FOLDER)
    if not path.parent.is_dir():
        raise SaveError("save.no_folder", file=path.name, folder=str(path.parent))
    if not force and path.exists():
        raise UsageError("cli.out_exists", file=path.name)
