"""Parquet files: every column as text, and what the file says of it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.errors import FileError
from desktop_app.language import _
from desktop_app.records.notices import Notice, Value, about
from desktop_app.records.tables import Recipe
from desktop_app.tables.duck import connect, memory_for, rows_in, threads_for
from desktop_app.tables.raw import Raw, Source, check_width
from desktop_app.tables.row_groups import form_for, write_groups
from desktop_app.tables.typed.typed_cells import Facts, cell_text, given_of, odd_cells, plain_cells, trait_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# A folder named "a=1" is no column, and a file is read by itself.
_READER = """read_parquet(?, hive_partitioning = false, union_by_name = false, filename = false,
    file_row_number = false, binary_as_string = false)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A column of a typed file."""

    name: str
    type: str  # by its name in DuckDB
    facts: Facts


def read_parquet(source: Source) -> Raw:
    """Return the cells of a Parquet file as text.

    What is within one cell stays there as JSON, and columns of bytes that are no text are left out; both are
    said. Raises FileError.
    """
    goal = source.scratch / "raw.parquet"
    with damage_refused(source.name):
        names = _names(source)
        check_width(len(names), source.name)
        options = {"threads": threads_for(len(names)), "memory": memory_for(2 * len(names))}
        with connect(folder=source.scratch, confined=True, file=source.path, **options) as duck:
            fields = _fields(duck, source.path, names)
            kept = [place for place, field in enumerate(fields) if not _is_binary(field)]
            if not kept:
                raise FileError("refuse.not_table", file=source.name, kind=_("a Parquet file of bytes alone"))
            rows = _write(duck, source.path, fields, kept, goal)
    if not rows:
        raise FileError("refuse.header_only", file=source.name)
    return Raw(
        path=goal,
        headings=tuple(fields[place].name for place in kept),
        rows=rows,
        recipe=Recipe(format="parquet"),
        notices=tuple(_said(fields)),
        given=tuple(given_of(fields[place].type, fields[place].facts) for place in kept),
    )


@contextmanager
def damage_refused(name: str) -> Iterator[None]:
    """Say that a file is damaged where DuckDB cannot read it; a full disk and too little memory stay so."""
    import duckdb

    try:
        yield
    except duckdb.OutOfMemoryException:
        raise
    except duckdb.Error as error:
        if isinstance(error, duckdb.IOException) and "space" in str(error):
            raise
        raise FileError("refuse.damaged", file=name, what=_("its cells cannot be read")) from error


def _names(source: Source) -> list[str]:
    """Return the names as the file has them; DuckDB tells those apart that differ in capitals alone."""
    with connect(folder=source.scratch, confined=True, file=source.path) as duck:
        elements = duck.execute(
            "SELECT name, coalesce(num_children, 0) FROM parquet_schema(?)", [str(source.path)]
        ).fetchall()
    names: list[str] = []
    inside = 0  # elements that belong to the column above
    for name, children in elements[1:]:
        if not inside:
            names.append(name)
        inside += children - (1 if inside else 0)
    if not names:
        raise FileError("refuse.empty", file=source.name)
    return names


def _fields(duck: "DuckDBPyConnection", path: Path, names: Sequence[str]) -> list[Field]:
    types = [
        str(column[1])
        for column in duck.execute(f"DESCRIBE SELECT * FROM {_READER}", [str(path)]).fetchall()  # noqa: S608 - our names
    ]
    questions = [
        question
        for place, type_ in enumerate(types)
        for question in (odd_cells(f"c{place}", trait_of(type_)), plain_cells(f"c{place}", type_))
    ]
    found = duck.execute(
        f"SELECT {', '.join(['count(*)', *questions])} FROM {_aliased(len(types))}",  # noqa: S608 - our names
        [str(path)],
    ).fetchone()
    answers = iter((found or ())[1:])
    return [
        Field(name=name, type=type_, facts=Facts(odd=odd, is_plain=is_plain))
        for name, type_, odd, is_plain in zip(names, types, answers, answers, strict=True)
    ]


def _write(
    duck: "DuckDBPyConnection", path: Path, fields: Sequence[Field], kept: Sequence[int], goal: Path
) -> int:
    cells = ", ".join(
        f"{cell_text(f'c{place}', fields[place].type, fields[place].facts)} AS r{position}"
        for position, place in enumerate(kept)
    )
    query = f"SELECT {cells} FROM {_aliased(len(fields))}"  # noqa: S608 - our names
    write_groups(duck, query, [str(path)], goal, form_for(len(kept)))
    return rows_in(duck, goal)


def _aliased(width: int) -> str:
    return f"{_READER} AS t({', '.join(f'c{place}' for place in range(width))})"


def _is_binary(field: Field) -> bool:
    return trait_of(field.type) == "bytes" and field.facts.odd > 0


def _said(fields: Sequence[Field]) -> Iterator[Notice]:
    """Yield what is said about columns that are not simply text, numbers or days."""
    binary = [field.name for field in fields if _is_binary(field)]
    nested = [field.name for field in fields if trait_of(field.type) == "nested"]
    zoned = [field.name for field in fields if trait_of(field.type) == "zoned"]
    spelled = [field.name for field in fields if trait_of(field.type) == "bytes" and not field.facts.odd]
    if binary:
        values: dict[str, Value] = {"count": len(binary), "columns": binary}
        yield Notice(code="import.bytes_left_out", values=values, level="caution")
    if spelled:
        yield Notice(code="import.bytes_as_text", values={"count": len(spelled), "columns": spelled})
    if nested:
        yield said_of_nested(nested)
    if zoned:
        yield Notice(code="import.time_zone", values={"count": len(zoned), "columns": zoned})
    for field in fields:
        if field.facts.odd and field.name not in binary:
            yield about(field.name, "find.not_finite", "caution", count=field.facts.odd)


def said_of_nested(columns: list[str]) -> Notice:
    """Return what is said about columns that hold more than one value in a cell."""
    return Notice(code="import.nested", values={"count": len(columns), "columns": columns})
