"""Read every table of a backup in a worker: what would harm a reader harms this one alone."""

from contextlib import closing
from pathlib import Path

from desktop_app.errors import FileError
from desktop_app.language import mark
from desktop_app.records.backups import LookedThrough, LookThroughOrder
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.tables.duck import connect
from desktop_app.tables.stored.storage import RECORD, read_table

UNREADABLE = mark("a table in it cannot be read")
_ROWS = ("*.parquet", "*.tested")


def look_through(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return how many files hold rows. Raises FileError for a backup with one that cannot be read."""
    order = from_json(LookThroughOrder, params)
    held = Path(order.held)
    files = [file for pattern in _ROWS for file in sorted(held.rglob(pattern))]
    try:
        for count, file in enumerate(files, 1):
            _read_all(file, folder)
            report(Progress(fraction=count / len(files)))
        for record in held.rglob(RECORD):
            read_table(record.parent)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise FileError("backup.damaged", file=Path(order.path).name, what=UNREADABLE) from error
    return to_json(LookedThrough(files=len(files)))


def _read_all(file: Path, folder: Path) -> None:
    """Read every cell. Raises ValueError where one cannot be read."""
    import duckdb

    try:
        with closing(connect(folder=folder, confined=True, file=file)) as db:
            db.execute("SELECT count(COLUMNS(*)) FROM read_parquet(?)", [str(file)]).fetchall()
    except duckdb.Error as error:
        raise ValueError(str(error)) from error
