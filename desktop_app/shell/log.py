"""The log file of the workspace: what happened and where, never a value of the person's data or a secret."""

import logging
import os
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

from desktop_app.errors.traces import trace_of

NAME = "hunch.log"
LARGEST = 1_000_000  # bytes, of which three are kept
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class _Lines(logging.Formatter):
    """The lines of the log; also a library that notes down an exception writes no value from a file."""

    def formatException(self, ei: Any) -> str:  # noqa: N802 - the name that logging calls
        """Return what the exception was and where it arose."""
        return trace_of(ei[1]) if ei[1] else ""


def keep_log(folder: Path, level: str) -> None:
    """Write what the program notes down to the workspace in *folder*; on a read-only disk, nowhere."""
    logging.getLogger().setLevel(level)
    # At a finer level it would write the addresses of pages, and the first one is a secret.
    logging.getLogger("pywebview").setLevel(logging.WARNING)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # eight threads are often busy for a moment
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(folder / NAME, os.O_WRONLY | os.O_CREAT, 0o600))
        file = RotatingFileHandler(folder / NAME, maxBytes=LARGEST, backupCount=2, encoding="utf-8")
    except OSError:
        return
    file.setFormatter(_Lines(FORMAT))
    logging.getLogger().addHandler(file)


def give_output_a_place() -> None:
    """Make print and tracebacks harmless in a windowed program, which has no streams at all."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - until the end
