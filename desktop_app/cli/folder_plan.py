"""Which files of a folder are answered, and where the answers to each go."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

from desktop_app.cli.output import DONE, WITH_WARNINGS
from desktop_app.errors import DataError, FileError, UsageError
from desktop_app.jobs.watched.looking import look
from desktop_app.jobs.watched.news import out_name


class Planned(NamedTuple):
    """A file of the folder, and the file for its answers."""

    file: Path
    out: Path

    @property
    def is_there(self) -> bool:
        """Whether its answers are there: they appear whole, so an earlier run has made them."""
        return self.out.exists()


def planned(folder: Path, out: Path, ending: str = "") -> list[Planned]:
    """Return the files of a folder in the order of their names; *ending* of all answers, if one is wished.

    Raises FileError where there is no file, and UsageError where the answers would be files of the folder.
    """
    if out.is_dir() and out.samefile(folder):
        raise UsageError("folder.same", folder=folder.name)
    try:
        names = sorted(look(folder), key=lambda name: (name.casefold(), name))
    except OSError as error:
        raise FileError("error.file_unreadable", file=folder.name, reason=error.strerror or "") from error
    if not names:
        raise FileError("folder.empty", folder=folder.name)
    return [Planned(folder / name, out / to) for name, to in zip(names, _names(names, ending), strict=True)]


def exit_code(errors: Sequence[int], *, answered: int, doubtful: int) -> int:
    """Return what all files came to; *errors*: the exit code of each that was not answered."""
    if errors and not answered:
        return errors[0] if len(set(errors)) == 1 else DataError.exit_code
    return WITH_WARNINGS if errors or doubtful else DONE


def _names(names: Sequence[str], ending: str) -> list[str]:
    """Return what the answers are called: as their file, whose whole name stays where two would be one.

    Names that differ only in capital letters are one: not every disk tells them apart.
    """
    short = {name: "".join(_out_name(name, ending)) for name in names}
    often = Counter(map(str.casefold, short.values()))
    called: dict[str, str] = {}
    taken: set[str] = set()
    for name, to in sorted(short.items(), key=lambda pair: pair[0] != pair[1]):  # who keeps its name first
        called[name] = to if name == to or often[to.casefold()] == 1 else f"{name}{PurePath(to).suffix}"
        while called[name].casefold() in taken:
            called[name] += PurePath(to).suffix
        taken.add(called[name].casefold())
    return [called[name] for name in names]


def _out_name(name: str, ending: str) -> tuple[str, str]:
    stem, own = out_name(name)
    return stem, ending or own
