"""Files made up in a test, and the tables that come of them."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.records.jobs import Progress
from desktop_app.records.notices import Notice
from desktop_app.records.tables import Column, Table, Wishes
from desktop_app.tables.importing import import_file
from tests.stored_rows import texts_of
from tests.unit.tables.one_database import in_one_database


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A file that became a table."""

    table: Table
    folder: Path
    progress: tuple[Progress, ...]

    @property
    def rows(self) -> list[tuple[str | None, ...]]:
        return in_one_database(texts_of, self.folder, self.table)

    @property
    def names(self) -> list[str]:
        return [column.name for column in self.table.columns]

    @property
    def types(self) -> list[str]:
        return [column.type for column in self.table.columns]

    @property
    def codes(self) -> list[str]:
        """The codes of everything that is said."""
        return [notice.code for notice in self.table.warnings]

    def column(self, name: str) -> Column:
        column = self.table.column(name)
        assert column is not None
        return column

    def said(self, code: str) -> Notice:
        return next(notice for notice in self.table.warnings if notice.code == code)


class Opener:
    """Writes a file and reads it, each time into a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._numbers = itertools.count()

    def __call__(
        self, content: str | bytes | Path, *, name: str = "table.csv", wishes: Wishes | None = None
    ) -> Opened:
        folder = self.folder / f"table {next(self._numbers)}"
        path = content if isinstance(content, Path) else self.write(content, name)
        progress: list[Progress] = []
        wishes = wishes or Wishes()
        table = in_one_database(
            import_file, path, folder, name=path.name, report=progress.append, wishes=wishes
        )
        return Opened(table=table, folder=folder, progress=tuple(progress))

    def write(self, content: str | bytes, name: str = "table.csv") -> Path:
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def column(self, cells: Sequence[str], *, name: str = "x") -> Column:
        """Return the one column of a file that holds these cells, beside a column of numbers."""
        lines = [f"{name},other", *(f'"{cell}",{row}' for row, cell in enumerate(cells))]
        return self("\n".join(lines)).table.columns[0]
