"""Databases for the tables that are looked at, kept open with what they know of them.

To come up and to read the end of a file of 300 columns and millions of rows takes a quarter of a second each
time; a page of rows takes a few milliseconds.
"""

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from desktop_app.tables.duck import connect

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MOST = 2  # tables: each may know hundreds of thousands of parts of its file
_lock = Lock()
_databases: "OrderedDict[Path, DuckDBPyConnection]" = OrderedDict()  # that was used last is last


@contextmanager
def reading(folder: Path) -> Iterator["DuckDBPyConnection"]:
    """Give a connection of this thread alone, for files of *folder* that are never written again."""
    with _lock:
        database = _databases.pop(folder, None) or connect(folder=folder, confined=True)
        _databases[folder] = database
        while len(_databases) > _MOST:
            _databases.popitem(last=False)  # not closed here: another thread may be reading
        connection = database.cursor()
    try:
        yield connection
    finally:
        connection.close()
