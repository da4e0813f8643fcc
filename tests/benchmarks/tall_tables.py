"""A table of many rows and columns, written by DuckDB straight into a workspace as if it had been opened."""

from pathlib import Path

from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import ImportOrder
from desktop_app.records.stored import StoredTable
from desktop_app.records.tables import Bar, Column, ColumnType, Recipe, Table
from desktop_app.tables.duck import connect, memory_for, threads_for
from desktop_app.tables.row_groups import form_for, write_groups
from desktop_app.tables.stored.storage import TEXTS, VALUES, write_table_record
from desktop_app.workspace.store import Workspace

# Of each kind of column its text: the same values come again and again, so that it stays small on disk.
_CELLS: tuple[tuple[ColumnType, str], ...] = (
    ("number", "(((range * 7919 + {place}) % 1009) / 4)::VARCHAR"),
    ("category", "['north', 'south', 'east', 'west'][(range + {place}) % 4 + 1]"),
    ("number", "CASE range % 5 WHEN 3 THEN NULL ELSE ((range + {place}) % 97)::VARCHAR END"),
    ("text", "'note ' || ((range * 31 + {place}) % 499)"),
    ("yes/no", "['yes', 'no'][(range // 3 + {place}) % 2 + 1]"),
)


def tall_table(workspace: Workspace, rows: int, columns: int) -> StoredTable:
    """Return a stored table of that size: the first column counts the rows, as in many files."""
    made = Table(
        name=f"{rows} x {columns}.csv",
        rows=rows,
        columns=tuple(_column(place) for place in range(columns)),
        recipe=Recipe(format="csv"),
    )
    order = ImportOrder(path="-", name=made.name)
    job = workspace.jobs.add("import", to_json(order), lane="short")
    folder = Path(job.folder)
    _write(folder, rows, columns)
    write_table_record(folder, made)
    workspace.land(job, to_json(made))
    return workspace.tables.get(job.id)


def _kind(place: int) -> tuple[ColumnType, str]:
    if place == 0:
        return "id", "range::VARCHAR"
    kind, cell = _CELLS[place % len(_CELLS)]
    return kind, cell.format(place=place)


def _column(place: int) -> Column:
    kind, _ = _kind(place)
    labels = {"category": ("north", "south", "east", "west"), "yes/no": ("yes", "no")}.get(kind, ())
    bars = tuple(Bar(label=label, count=1000) for label in labels)
    return Column(
        name=f"{kind} {place}",
        type=kind,
        position=place,
        missing=3,
        distinct=97,
        examples=("1234567",),
        bars=bars,
        top_values=bars,
        minimum=0.0 if kind == "number" else None,
        maximum=252.0 if kind == "number" else None,
        as_read=kind != "number",
    )


def _write(folder: Path, rows: int, columns: int) -> None:
    folder.mkdir(exist_ok=True)
    kinds = [_kind(place) for place in range(columns)]
    texts = ", ".join(f"{cell} AS r{place}" for place, (_, cell) in enumerate(kinds))
    values = "".join(
        f", TRY_CAST(r{place} AS DOUBLE) AS v{place}"
        for place, (kind, _) in enumerate(kinds)
        if kind == "number"
    )
    names = ", ".join(f"r{place}" for place in range(columns))
    width = columns
    with connect(folder=folder, threads=threads_for(width), memory=memory_for(width)) as duck:
        for file, fields in ((VALUES, f"row{values}"), (TEXTS, names)):
            query = f"SELECT {fields} FROM (SELECT range AS row, {texts} FROM range({rows}))"  # noqa: S608 - our names
            write_groups(duck, query, [], folder / file, form_for(width))
