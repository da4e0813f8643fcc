"""Which rows of a stored table a draw takes."""

from pathlib import Path

from desktop_app.tables.duck import connect
from desktop_app.tables.stored.cells import Draw, cells_of


def drawn_rows(folder: Path, draw: Draw) -> list[int]:
    """Return the numbers of the rows that are drawn, in their order: those that `read_frame` returns."""
    source = cells_of(folder, [], draw)
    with connect(folder=folder) as duck:
        found = duck.execute(f"SELECT row FROM {source.sql}", [*source.bound])  # noqa: S608 - our names
        return [row for (row,) in found.fetchall()]
