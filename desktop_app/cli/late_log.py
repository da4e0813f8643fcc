"""A log that is only begun when there is something to write: where all goes well, no trace is left."""

import contextlib
import logging
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler

from desktop_app.settings import Settings


class LateLog(logging.Handler):
    """Opens the log of the workspace at the first record of weight, unless the window has done so."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(logging.WARNING)
        self._settings = settings
        self._begun = False

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - as logging calls it
        """Begin the log with this record."""
        from desktop_app.shell.log import keep_log

        if self._begun or _files():
            return
        self._begun = True
        keep_log(self._settings.workspace, self._settings.log_level)  # it hears of this record next


@contextlib.contextmanager
def late_log(settings: Settings) -> Iterator[None]:
    """Let nothing of the log reach the terminal while a command works, and keep what would be missed."""
    root, handler = logging.getLogger(), LateLog(settings)
    before, level = list(root.handlers), root.level
    root.addHandler(handler)
    try:
        yield
    finally:
        for added in [handler, *_files()]:
            if added not in before:
                root.removeHandler(added)
                added.close()
        root.setLevel(level)


def _files() -> list[RotatingFileHandler]:
    return [handler for handler in logging.getLogger().handlers if isinstance(handler, RotatingFileHandler)]
