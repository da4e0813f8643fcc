"""A look into a workbook before its cells are read: how much room they take, and how they are shown."""

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.errors import FileError
from desktop_app.language import _
from desktop_app.records.tables import Format
from desktop_app.tables.books import binary_sheets, old_sheets, open_sheets, worksheets
from desktop_app.tables.books.tallies import LockedError, UnfitError
from desktop_app.tables.books.worksheets import Worksheet

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

# A reader makes room for one sheet at a time, or for all sheets when it opens the file.
_ONE_BY_ONE: Mapping[Format, Callable[[Path, int], Worksheet | None]] = {
    "xlsx": worksheets.look_at,
    "xlsb": binary_sheets.look_at,
}
_AT_ONCE: Mapping[Format, Callable[[Path], list[Worksheet]]] = {
    "xls": old_sheets.look_at_all,
    "ods": open_sheets.look_at_all,
}
_TOO_MANY = re.compile(r"Cell limit exceeded \((\d+) cells")


def _check_room(largest: Worksheet | None, name: str) -> None:
    if largest and largest.is_too_large:
        raise FileError("refuse.sparse", file=name, cells=largest.cells)


@contextmanager
def opened(path: Path, name: str, looks: "Looks") -> Iterator["CalamineWorkbook"]:
    """Yield a workbook that is open; raises FileError, also for what is found out while it is read.

    *name* is what the person calls the file.
    """
    from python_calamine import CalamineError, PasswordError, load_workbook

    try:
        _check_room(looks.largest(), name)
        with load_workbook(path) as workbook:
            yield workbook
    except (PasswordError, LockedError) as error:
        raise FileError("refuse.password", file=name) from error
    except CalamineError as error:
        if found := _TOO_MANY.search(str(error)):
            raise FileError("refuse.sparse", file=name, cells=int(found[1])) from error
        raise _damaged(name) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, UnfitError) as error:
        raise _damaged(name) from error
    except BaseException as error:
        if _is_of_reader(error):
            raise _damaged(name) from error
        raise


def _damaged(name: str) -> FileError:
    return FileError("refuse.damaged", file=name, what=_("its parts cannot be read"))


def _is_of_reader(error: BaseException) -> bool:
    """Whether it is a fault of the file that was found while reading it, and not one of ours or the disk."""
    if isinstance(error, OSError):
        return error.errno is None  # faults of the disk have a number
    if isinstance(error, NotImplementedError | UnicodeDecodeError):
        return True  # of a package
    if type(error) is RuntimeError:
        return "encrypted" in str(error)  # a part of a package
    return type(error).__name__ == "PanicException"  # which is no Exception in ours


class Looks:
    """What is known of the sheets of one workbook; each part is looked at once."""

    def __init__(self, path: Path, kind: Format) -> None:
        self._path, self._kind = path, kind
        self._all: list[Worksheet] | None = None

    def of(self, index: int) -> Worksheet | None:
        """Return what is known of the sheet at *index* (from 0); None where it cannot be found.

        Raises zipfile.BadZipFile, zlib.error, EOFError or UnfitError where the file is damaged.
        """
        if self._kind in _ONE_BY_ONE:
            return _ONE_BY_ONE[self._kind](self._path, index)
        if self._all is None:
            self._all = _AT_ONCE[self._kind](self._path) if self._kind in _AT_ONCE else []
        return self._all[index] if index < len(self._all) else None

    def largest(self) -> Worksheet | None:
        """Return the sheet that takes most room, where opening the workbook reads all of them."""
        if self._kind not in _AT_ONCE:
            return None
        self.of(0)
        return max(self._all or (), key=lambda sheet: sheet.cells, default=None)
