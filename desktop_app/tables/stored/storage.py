"""The two files of a stored table: the rows, and what is known about them."""

import json
from pathlib import Path

from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.tables import Table

PARQUET = "table.parquet"
RECORD = "table.json"


def write_table_record(folder: Path, table: Table) -> None:
    """Write what is known about the table beside its rows."""
    text = json.dumps(to_json(table), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    (folder / RECORD).write_text(text, encoding="utf-8")


def read_table(folder: Path) -> Table:
    """Return what is known about the table in *folder*."""
    return from_json(Table, json.loads((folder / RECORD).read_text(encoding="utf-8")))
