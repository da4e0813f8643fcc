"""A file brought to the reader, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app.errors import AppError, FileError, SaveError
from desktop_app.records.tables import Table
from desktop_app.tables.importing import import_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """A file as it was read, with what is needed to look at its cells; or why it was not."""

    folder: Path
    table: Table | None = None
    refused: str = ""  # code of the refusal
    fault: str = ""

    def cells(self, rows: Sequence[int]) -> dict[int, dict[str, Any]]:
        """Return some rows by their number: of each the typed and the raw cells by name, `v0`, `r0`, ..."""
        from desktop_app.tables.duck import connect
        from desktop_app.tables.stored.cells import cells_of

        source = cells_of(self.folder, self.table.all_columns if self.table else (), [*rows])
        with connect(folder=self.folder) as duck:
            found = duck.execute(f"SELECT * FROM {source.sql}", [*source.bound])  # noqa: S608 - our names
            names = [column[0] for column in found.description or ()]
            return {
                line[names.index("row")]: dict(zip(names, line, strict=True)) for line in found.fetchall()
            }


def imported(path: Path, folder: Path) -> Imported:
    """Return what becomes of a file; nothing that goes wrong rises from here but a lack of memory."""
    try:
        table = import_file(path, folder, name=path.name, report=lambda _: None)
    except (FileError, SaveError) as error:
        return Imported(folder=folder, refused=error.code)
    except AppError as error:
        return Imported(folder=folder, fault=f"{type(error).__name__} {error.code}")
    except MemoryError:
        return Imported(folder=folder, fault="MemoryError")
    except Exception as error:  # noqa: BLE001 - it is what is looked for
        return Imported(folder=folder, fault=words_of(error))
    return Imported(folder=folder, table=table)


def words_of(error: Exception) -> str:
    """Return what went wrong and where, in one line."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f" at {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}: {str(error)[:200]}{place}"
