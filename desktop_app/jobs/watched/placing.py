"""What is left for a file of a watched folder: its answers and a note. Nothing that is there is replaced."""

import os
import re
import secrets
import shutil
from collections.abc import Sequence
from contextlib import suppress
from itertools import chain, count
from pathlib import Path

from desktop_app.errors.disk import save_error
from desktop_app.tables.out.placing import land, settle

NOTE = " note.txt"
_DRAFT = re.compile(r"\.hunch-[0-9a-f]{16}\.part")


def make_folder(out: Path) -> None:
    """Make the folder for answers where it is not there; raises SaveError."""
    try:
        out.mkdir(exist_ok=True)
    except OSError as error:
        raise save_error(error, out) from error


def sweep(out: Path) -> None:
    """Remove what a program that was killed had not finished to write."""
    with suppress(OSError):
        for found in out.iterdir():
            if _DRAFT.fullmatch(found.name):
                found.unlink()


def place_for(out: Path, stem: str, ending: str, *notes: str) -> Path:
    """Return a free place, whose *notes* have one, too: "june.csv", then "june (2).csv"."""
    stems = chain([stem], (f"{stem} ({number})" for number in count(2)))
    places = (out / f"{one}{ending}" for one in stems)
    return next(
        place for place in places if not any(os.path.lexists(f"{place}{behind}") for behind in ("", *notes))
    )


def put(file: Path, goal: Path) -> None:
    """Copy a finished file to its place, which shows it whole or not at all.

    Raises FileExistsError where another one is there by now, and SaveError where it cannot be written.
    """
    draft = goal.with_name(f".hunch-{secrets.token_hex(8)}.part")
    try:
        shutil.copyfile(file, draft)
        settle(draft)
        land(draft, goal, force=False)
    except FileExistsError:
        raise
    except OSError as error:
        raise save_error(error, goal) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def write_note(goal: Path, lines: Sequence[str]) -> None:
    """Write a note in plain text, in the place of an earlier one; raises SaveError."""
    draft = goal.with_name(f".hunch-{secrets.token_hex(8)}.part")
    try:
        draft.write_text("\n\n".join(lines) + "\n", encoding="utf-8-sig", errors="replace")
        draft.replace(goal)
    except OSError as error:
        raise save_error(error, goal) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
