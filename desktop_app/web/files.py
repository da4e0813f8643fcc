"""Files that the person keeps: their names, and writing them so that nothing is ever half there."""

import os
import secrets
import shutil
from collections.abc import Sequence
from pathlib import Path

from desktop_app.errors.disk import save_error

FORBIDDEN = frozenset('<>:"/\\|?*')
RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10)))
)
LONGEST_STEM = 80


def file_name(name: str, suffix: str) -> str:
    """Return a name that every system takes for a file, made from a name that may hold anything."""
    stem = name.removesuffix(suffix)
    letters = (" " if letter in FORBIDDEN or not letter.isprintable() else letter for letter in stem)
    line = " ".join("".join(letters).split())[:LONGEST_STEM].strip(" .")
    return f"{line if line and line.casefold() not in RESERVED else 'hunch'}{suffix}"


def with_suffix(path: Path, allowed: Sequence[str]) -> Path:
    """Return the path with an ending that says what is in it; the first one is ours."""
    return path if path.suffix.casefold() in allowed else path.with_name(f"{path.name}{allowed[0]}")


def copy_file(source: Path, goal: Path) -> Path:
    """Copy a file to where the person wants it, all or nothing; raises SaveError."""
    draft = goal.with_name(f".{goal.name}.{secrets.token_hex(4)}")
    try:
        with source.open("rb") as reading, draft.open("xb") as writing:
            shutil.copyfileobj(reading, writing, 1024 * 1024)
            writing.flush()
            os.fsync(writing.fileno())
        draft.replace(goal)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise save_error(error, goal) from error
    return goal
