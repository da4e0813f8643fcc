"""Where a command may write: beside its goal first, and into place only when all is done."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from desktop_app.errors import SaveError, UsageError
from desktop_app.errors.disk import save_error
from desktop_app.language import mark
from desktop_app.tables.out.placing import place_new, settle

FOLDER = mark("it is a folder")
NO_FOLDER = mark("there is no such folder")


class Goal:
    """A file to be written: *draft* is its place until `land` moves it to where the person wants it."""

    def __init__(self, path: Path, draft: Path, *, force: bool) -> None:
        self.path = path
        self.draft = draft
        self._force = force

    def land(self) -> None:
        """Move the finished draft into place; a file that has appeared there meanwhile is left alone."""
        try:
            if self._force:
                os.replace(self.draft, self.path)  # noqa: PTH105 - the same call on all systems
            else:
                place_new(self.draft, self.path)
        except FileExistsError as error:
            raise UsageError("cli.out_exists", file=self.path.name) from error
        except OSError as error:
            raise save_error(error, self.path) from error
        with contextlib.suppress(OSError):  # not every disk can be asked
            settle(self.path.parent)


@contextlib.contextmanager
def goal(path: Path, *, force: bool, endings: tuple[str, ...]) -> Iterator[Goal]:
    """Give a draft in a folder beside *path*, once nothing forbids it; the folder goes in the end."""
    _check(path, force=force, endings=endings)
    try:
        folder = Path(tempfile.mkdtemp(prefix=".hunch-", dir=path.parent))
    except OSError as error:
        raise save_error(error, path) from error
    try:
        yield Goal(path, folder / path.name, force=force)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _check(path: Path, *, force: bool, endings: tuple[str, ...]) -> None:
    if path.suffix.lower() not in endings:
        raise UsageError("cli.out_type", ending=path.suffix or path.name, endings=", ".join(endings))
    if path.is_dir():
        raise SaveError("save.failed", file=path.name, reason=FOLDER)
    if not path.parent.is_dir():
        raise SaveError("save.failed", file=path.name, reason=NO_FOLDER)
    if not force and path.exists():
        raise UsageError("cli.out_exists", file=path.name)
