"""Files on their way between a browser and the program: copies of ours.

When the job that reads one is over, the workspace keeps it with the table, or removes it where there is none;
the others go at the next start.
"""

import secrets
import shutil
import threading
from pathlib import Path
from typing import IO

from desktop_app.errors import NotFoundError
from desktop_app.errors.disk import save_error

SLICE = 8 * 1024 * 1024


class Uploads:
    """Working copies by their id; the name that a browser gives is never part of a path."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: dict[str, str] = {}  # of files that a browser will fetch
        self._lock = threading.Lock()
        shutil.rmtree(folder, ignore_errors=True)  # what an earlier start left behind

    def room(self) -> Path:
        """Return the folder, made when it is first needed."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return self._folder

    def begin(self) -> str:
        """Make an empty working copy and return its id."""
        upload = secrets.token_hex(16)
        try:
            (self.room() / upload).touch(mode=0o600, exist_ok=False)
        except OSError as error:
            raise save_error(error, self._folder) from error
        return upload

    def append(self, upload: str, start: int, content: IO[bytes]) -> int:
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
            raise save_error(error, path) from error

    def path(self, upload: str) -> Path:
        """Return where the working copy lies, or raise NotFoundError."""
        path = self._folder / upload
        if not (len(upload) == 32 and upload.isalnum() and path.is_file()):
            raise NotFoundError("error.not_found")
        return path

    def set_aside(self, path: Path, folder: str) -> Path:
        """Return where a file lies that no job may take away; one that is the person's own stays there.

        What is set aside goes at the next start.
        """
        if not self.holds(str(path)):
            return path
        (self._folder / folder).mkdir(exist_ok=True, mode=0o700)
        return path.rename(self._folder / folder / path.name)

    def place_for(self, name: str, suffix: str) -> Path:
        """Return where to write a file that a browser will fetch as *name*."""
        place = self.room() / f"{secrets.token_hex(16)}{suffix}"
        with self._lock:
            self._names[place.name] = name
        return place

    def holds(self, path: str) -> bool:
        """Whether the file is one of ours, and not the person's own."""
        return Path(path).parent == self._folder

    def name_of(self, path: str) -> str:
        """Return the name under which a browser fetches the file."""
        return self._names.get(Path(path).name, Path(path).name)
