"""The files of a stored table: its rows as text and as values, and what is known about them."""

import json
from pathlib import Path
from typing import Any

from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.tables import Table

VALUES = "values.parquet"  # what the cells of each row mean
TEXTS = "texts.parquet"  # the cells as they were read, in the same order
RECORD = "table.json"
_FOUND = "found"  # in the record, beside the names of `Table`, which who reads that does not know


def write_table_record(folder: Path, table: Table, found: object = None) -> None:
    """Write what is known about the table beside its rows; *found* is a record of the ground of it."""
    facts = to_json(table) | ({_FOUND: to_json(found)} if found else {})
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    (folder / RECORD).write_text(text, encoding="utf-8")


def replace_table(folder: Path, table: Table) -> None:
    """Write anew what is known about the table; the ground of it stays as it was kept."""
    write_table_record(folder, table, read_found(folder))


def read_table(folder: Path) -> Table:
    """Return what is known about the table in *folder*."""
    return from_json(Table, json.loads((folder / RECORD).read_text(encoding="utf-8")))


def read_found(folder: Path) -> Any:
    """Return the JSON of the ground that a table's record was made on; None where it was not kept."""
    return json.loads((folder / RECORD).read_text(encoding="utf-8")).get(_FOUND)
