"""What is new in a folder: decided from what was seen in it, without looking again."""

from collections.abc import Callable, Mapping
from pathlib import PurePath

from desktop_app.records.watched import Sight

# What programs call files that they have not finished, and files that systems leave in every folder.
_PASSING_STARTS = (".", "~", "$")
_PASSING_ENDS = ("~", ".part", ".partial", ".crdownload", ".download", ".tmp", ".temp", ".filepart", ".lock")
_OF_SYSTEMS = frozenset(("desktop.ini", "thumbs.db"))
_PACKED = ".gz"
_OUT = {  # how a file comes back: as what it is where that can be written
    **dict.fromkeys((".xlsx", ".xltx", ".xls", ".xlsb", ".ods"), ".xlsx"),
    ".xlsm": ".xlsm",
    ".parquet": ".parquet",
}
LONGEST_STEM = 200  # bytes: systems take 255 for a name, and a number and more comes behind it


def is_passing(name: str) -> bool:
    """Whether a file of that name is no file for us: hidden, of the system, or still being written."""
    folded = name.casefold()
    return folded.startswith(_PASSING_STARTS) or folded.endswith(_PASSING_ENDS) or folded in _OF_SYSTEMS


def news(
    now: Mapping[str, Sight], before: Mapping[str, Sight], is_known: Callable[[Sight], bool]
) -> tuple[Sight, ...]:
    """Return the files to be answered, the oldest first: unchanged over two looks, and not known.

    A file that grows, or was not there at the look before, may be half written.
    """
    settled = (sight for name, sight in now.items() if before.get(name) == sight)
    return tuple(
        sorted(
            (sight for sight in settled if not is_known(sight)),
            key=lambda sight: (sight.modified, sight.name),
        )
    )


def out_name(name: str) -> tuple[str, str]:
    """Return what the file with the answers to a file is called: its stem and its ending.

    A workbook comes back as one, Parquet as Parquet, and everything else as CSV.
    """
    path = PurePath(name.removesuffix(_PACKED) or name)
    return shortened(path.stem), _OUT.get(path.suffix.casefold(), ".csv")


def shortened(stem: str) -> str:
    """Return as much of a name as leaves room for what comes behind it."""
    while len(stem.encode("utf-8", "surrogatepass")) > LONGEST_STEM:
        stem = stem[:-1]
    return stem
