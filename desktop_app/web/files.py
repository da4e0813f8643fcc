"""Files that the person keeps: their names, and writing them so that nothing is ever half there."""

import shutil
from pathlib import Path

from desktop_app.tables.out.placing import placed

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


def copy_file(source: Path, goal: Path) -> Path:
    """Copy a file to where the person wants it, all or nothing; raises SaveError."""
    with source.open("rb") as reading, placed(goal) as draft, draft.open("wb") as writing:
        shutil.copyfileobj(reading, writing, 1024 * 1024)
    return goal


def write_file(content: bytes, goal: Path) -> Path:
    """Write a file to where the person wants it, all or nothing; raises SaveError."""
    with placed(goal) as draft:
        draft.write_bytes(content)
    return goal
