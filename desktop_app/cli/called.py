"""How the program was called, for hints that name a command."""

import sys
from pathlib import Path

from desktop_app.errors import AppError, from_code

_INSTALLED = "hunch"


def called(command: str = "") -> str:
    """Return what a person types for *command*: "hunch train", or with Python from a checkout."""
    start = "python main.py" if Path(sys.argv[0]).name == "main.py" else _INSTALLED
    return f"{start} {command}".strip()


def as_called(error: AppError) -> AppError:
    """Return a failure whose hint names a command of the installed program as this one is called."""
    program, _, command = str(error.values.get("command", "")).partition(" ")
    if program != _INSTALLED:
        return error
    return from_code(error.code, error.values | {"command": called(command)})
