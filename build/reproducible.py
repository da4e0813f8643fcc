"""Freezes the program twice, under other circumstances, and compares every byte.

python build/reproducible.py      some minutes; what differs is named, and the exit code is 1
"""

import hashlib
import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import bundle

# What differs between computers of people, and must not be seen in what they build.
CIRCUMSTANCES = (
    {"TZ": "Pacific/Honolulu", "LC_ALL": "C.UTF-8", "COLUMNS": "200"},
    {"TZ": "Asia/Kathmandu", "LC_ALL": "C", "USER": "somebody", "COLUMNS": "40"},
)
MASKS = (0o022, 0o077)


def main() -> int:
    """Return 0 when both are the same."""
    first, second = (frozen(number) for number in (0, 1))
    found = different(first, second)
    print(f"{len(second)} files, {len(found)} of them different", *found, sep="\n  ")
    return 1 if found else 0


def different(first: Mapping[str, str], second: Mapping[str, str]) -> list[str]:
    """Return the names of files that are not the same in both, or not in both."""
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))


def frozen(number: int) -> dict[str, str]:
    """Freeze once, and return what *marks* says of the bundle."""
    os.environ.update(CIRCUMSTANCES[number])
    os.umask(MASKS[number])
    if sys.platform != "win32":
        time.tzset()
    bundle.make()
    return marks(bundle.BUNDLE)


def marks(folder: Path) -> dict[str, str]:
    """Return the hash of every file, whether it runs, and the goal of every link."""
    return {
        path.relative_to(folder).as_posix(): _mark(path)
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }


def _mark(path: Path) -> str:
    if path.is_symlink():
        return f"to {path.readlink()}"
    is_run = bool(path.stat().st_mode & 0o100)
    return f"{hashlib.sha256(path.read_bytes()).hexdigest()}{' runs' if is_run else ''}"


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    sys.exit(main())
