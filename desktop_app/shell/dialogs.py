"""What the window can do that a page cannot: the system's dialogs, the title, coming to the front."""

import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop_app.language import _, say
from desktop_app.records.tables import ENDINGS
from desktop_app.shell.drops import taken_drop
from desktop_app.shell.sentences import ALL_FILES, REPLACE, REPLACE_TITLE, TABLES
from desktop_app.shell.zoom import zoom

NAME = "Hunch"
READABLE = tuple(f"*{ending}" for ending in (*ENDINGS, ".hunch", ".onnx"))
ANYTHING = "*.*" if sys.platform == "win32" else "*"  # GTK takes "*.*" as: has a dot in its name


class NativeDialogs:
    """The native side of one window; what is asked before there is one is kept for it."""

    def __init__(self) -> None:
        self.first_page = ""
        self.title = NAME  # of the page that is shown
        self._window: Any = None
        self._origin = ""
        self._folder = Path.home()  # where the last file was
        self._one_at_a_time = threading.Lock()

    def attach(self, window: Any, origin: str) -> None:
        """Serve *window*, which shows the pages of *origin*."""
        self._window, self._origin = window, origin

    def open_file(self) -> Path | None:
        """Ask for a table to open; None when the person thinks better of it."""
        patterns = ";".join([*READABLE, *(pattern.upper() for pattern in READABLE)])
        kinds = (f"{_(TABLES)} ({patterns})", f"{_(ALL_FILES)} ({ANYTHING})")
        return self._ask("OPEN", file_types=kinds)

    def dropped_file(self) -> Path | None:
        """Return the file that was just dropped on the window; None where its place is not known."""
        path = taken_drop()
        return path if path and path.is_file() else None

    def choose_folder(self) -> Path | None:
        """Ask for a folder; None when the person thinks better of it."""
        return self._ask("FOLDER")

    def save_file(self, name: str, endings: Sequence[str]) -> Path | None:
        """Ask where to save, *name* proposed; None when the person thinks better of it.

        A name that has none of the *endings* gets the first one.
        """
        typed = self._ask("SAVE", save_filename=name)
        if typed is None:
            return None
        path = _with_ending(typed, endings)
        # The dialogs of the other systems ask this themselves, about the name as it was typed.
        is_asked = path == typed and not sys.platform.startswith("linux")
        return path if is_asked or not path.exists() or self._may_replace(path) else None

    def show_title(self, title: str) -> None:
        """Write the title over the window, so that progress is seen in the taskbar."""
        self.title = title or NAME
        if self._window is not None:
            self._window.set_title(self.title)

    def zoom(self, scale: float) -> None:
        """Show the pages at this scale; 1 is their usual size."""
        if self._window is not None:
            zoom(self._window, scale)

    def show_page(self, address: str) -> None:
        """Bring the window to the front and show the page at *address*, a path of ours."""
        if self._window is None:
            self.first_page = address
            return
        self._window.load_url(self._origin + address)
        self._window.restore()

    def _may_replace(self, path: Path) -> bool:
        question = say(REPLACE, {"file": path.name})
        return bool(self._window.create_confirmation_dialog(_(REPLACE_TITLE), question))

    def _ask(self, kind: str, **options: Any) -> Path | None:
        """Show a file dialog; a second click while one is open shows no second one."""
        if self._window is None or not self._one_at_a_time.acquire(blocking=False):
            return None
        try:
            from webview import FileDialog

            chosen = self._window.create_file_dialog(FileDialog[kind], directory=str(self._folder), **options)
        finally:
            self._one_at_a_time.release()
        if not chosen:
            return None
        path = Path(chosen if isinstance(chosen, str) else chosen[0])
        self._folder = path.parent
        return path


def _with_ending(path: Path, endings: Sequence[str]) -> Path:
    return path if path.suffix.casefold() in endings else path.with_name(f"{path.name}{endings[0]}")
