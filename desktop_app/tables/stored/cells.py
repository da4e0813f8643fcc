"""SQL for the cells of a stored table: what each was understood to be, and the text that it was read from."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from desktop_app.tables.columns.meanings import Meaning
from desktop_app.tables.stored.storage import TEXTS, VALUES

_AMONG = " WHERE {name} IN (SELECT unnest(?))"
# Multiples of the golden ratio fall evenly into any stretch (Knuth, The Art of Computer Programming, 6.4).
_DRAWN = " WHERE ({name} * 2654435761 + ?) % 4294967296 < ?"
_ALL = 2**32


class Kept(Protocol):
    """A column of a stored table."""

    @property
    def position(self) -> int:
        """Which one it is."""

    @property
    def as_read(self) -> bool:
        """Whether its values are its texts, which are then not stored twice."""


class Draw(NamedTuple):
    """About this share of all rows, evenly spread over the table and in their order; the same for a seed."""

    share: float
    seed: int


def draw_of(rows: int, most: float, seed: int) -> Draw | None:
    """Return a draw of about *most* of so many rows; None where all of them are wanted."""
    share = most / max(1, rows)
    return Draw(share=share, seed=seed) if share < 1 else None


def cells_of(folder: Path, columns: Iterable[Kept], rows: Sequence[int] | Draw | None = None) -> Meaning:
    """Return a relation of `row`, and `v{p}` and `r{p}` of each of these columns of the table in *folder*.

    The rows come in their order; where single *rows* are asked for, in any.
    """
    asked = list(columns)
    typed = "".join(f", v{column.position}" for column in asked if not column.as_read)
    read = ", ".join(
        f"r{column.position}" + (f", r{column.position} AS v{column.position}" if column.as_read else "")
        for column in asked
    )
    is_single = rows is not None and not isinstance(rows, range | Draw)
    is_text = bool(asked) and not typed and not is_single  # then all is in one file
    read = ", ".join(filter(None, ["file_row_number AS row" if is_single or is_text else "", read]))
    some, others = _some("row", rows), _some("file_row_number", rows)
    values = Meaning(f"SELECT row{typed} FROM read_parquet(?){some.sql}", (str(folder / VALUES), *some.bound))  # noqa: S608 - our names
    if not asked:
        return Meaning(f"({values.sql})", values.bound)
    texts = f"SELECT {read} FROM read_parquet(?, file_row_number = true){others.sql}"  # noqa: S608 - our names
    if is_text:
        return Meaning(f"({texts})", (str(folder / TEXTS), *others.bound))
    # Nothing but their order says which text belongs to which value, and to look for one takes longer.
    join = "JOIN" if is_single else "POSITIONAL JOIN"
    by = " USING (row)" if is_single else ""
    return Meaning(
        f"(SELECT * FROM ({values.sql}) {join} ({texts}){by})",  # noqa: S608 - our names
        (*values.bound, str(folder / TEXTS), *others.bound),
    )


def times(sql: str, factor: float) -> str:
    """Return SQL for a number times a factor; a thousandth is a division, which is exact."""
    if factor == 1:
        return sql
    parts = 1 / factor
    is_part = abs(parts) > 1 and abs(parts - round(parts)) < 1e-9 * abs(parts)
    return f"(({sql}) / {round(parts)}.0)" if is_part else f"(({sql}) * {factor!r}::DOUBLE)"


def _some(name: str, rows: Sequence[int] | Draw | None) -> Meaning:
    if rows is None:
        return Meaning("")
    if isinstance(rows, Draw):
        return Meaning(_DRAWN.format(name=name), (rows.seed * 2246822519 % _ALL, round(rows.share * _ALL)))
    if isinstance(rows, range):
        return Meaning(f" WHERE {name} BETWEEN ? AND ?", (rows.start, rows.stop - 1))
    return Meaning(_AMONG.format(name=name), ([*rows],))
