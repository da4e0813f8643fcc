"""A log that is only begun when there is something to write: where all goes well, no trace is left."""

import logging

from desktop_app.settings import Settings


class LateLog(logging.Handler):
    """Opens the log of the workspace at the first record of weight, and hands over to it."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(logging.WARNING)
        self._settings = settings

    def emit(self, record: logging.LogRecord) -> None:
        """Begin the log with this record."""
        from desktop_app.shell.log import keep_log

        root = logging.getLogger()
        root.removeHandler(self)
        before = list(root.handlers)
        keep_log(self._settings.workspace, self._settings.log_level)
        for handler in root.handlers:
            if handler not in before:
                handler.handle(record)


def keep_late_log(settings: Settings) -> None:
    """Let nothing of the log reach the terminal, and keep what would be missed."""
    root = logging.getLogger()
    if not any(isinstance(handler, LateLog) for handler in root.handlers):
        root.addHandler(LateLog(settings))
        logging.lastResort = None  # a disk that takes no log is no reason to show tracebacks
