"""A step taken both ways: by reading the file once more, and on the rows that are stored already."""

import itertools
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.records.tables import RowRule, Table, Wishes
from desktop_app.tables.importing import import_file
from desktop_app.tables.steps.short_cut import Step, continued
from tests.stored_rows import texts_of
from tests.unit.tables.one_database import in_one_database

Cells = list[tuple[str | None, ...]]


def silent(_progress: object) -> None:
    """Hear a progress, and do nothing."""


@dataclass
class Stepper:
    """A file, and the tables that were made of it, each in a folder of its own."""

    path: Path
    _numbers: "itertools.count[int]" = field(default_factory=itertools.count)
    _read: dict[str, tuple[Table, Path]] = field(default_factory=dict)

    def fully(self, wishes: Wishes) -> tuple[Table, Path]:
        """Return the table that the file gives, and its folder; read once for the same wishes."""
        if repr(wishes) not in self._read:
            folder = self._folder()
            table = in_one_database(
                import_file, self.path, folder, name="t.csv", report=silent, wishes=wishes
            )
            self._read[repr(wishes)] = table, folder
        return self._read[repr(wishes)]

    def shortly(self, earlier: Path, wishes: Wishes) -> tuple[Table, Path] | None:
        """Return the table that stored rows give, and its folder; None where they do not tell enough."""
        folder = self._folder()
        table = in_one_database(continued, Step(self.path, "t.csv", wishes, earlier), folder, silent)
        return (table, folder) if table else None

    def _folder(self) -> Path:
        return self.path.parent / f"reading {next(self._numbers)}"


def cells(table: Table, folder: Path) -> Cells:
    """Return all cells as they stood in the file."""
    return in_one_database(texts_of, folder, table)


def out(kind: str, column: str = "", **how: object) -> RowRule:
    """Return a rule about rows."""
    return RowRule(kind=kind, column=column, **how)  # type: ignore[arg-type]  # names of its fields
