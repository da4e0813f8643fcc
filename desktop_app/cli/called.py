"""How the program was called, for hints that name a command."""

import sys
from pathlib import Path


def called(command: str = "") -> str:
    """Return what a person types for *command*: "hunch train", or with Python from a checkout."""
    start = "python main.py" if Path(sys.argv[0]).name == "main.py" else "hunch"
    return f"{start} {command}".strip()
