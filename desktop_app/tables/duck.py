"""The one opener of DuckDB: in memory, without extensions, and unable to be set otherwise afterwards."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY = 512 * 1024**2  # bytes, beyond which it goes on in *folder*
_LOCK = "SET lock_configuration = true"
WIDE = 200  # columns: beyond, a second thread costs more memory than it saves time
_MEMORY_OF_WIDE = 1024**3  # bytes
_MEMORY_OF_COLUMN = 512 * 1024  # bytes that are set aside for each column that is written, touched or not


class _Shared(NamedTuple):
    """Databases that are open, by their threads and memory."""

    folder: Path
    databases: "dict[tuple[int, int], DuckDBPyConnection]"


_shared: ContextVar[_Shared | None] = ContextVar("shared databases", default=None)


def memory_for(columns: int) -> int:
    """Return how many bytes to allow for writing that many columns."""
    if columns <= WIDE:
        return MEMORY
    return _MEMORY_OF_WIDE + columns * _MEMORY_OF_COLUMN


def threads_for(columns: int) -> int:
    """Return how many threads should write that many columns."""
    return 1 if columns > WIDE else 2


def connect(
    *,
    folder: Path,
    threads: int = 2,
    memory: int = MEMORY,
    confined: bool = False,
    file: Path | tuple[Path, ...] = (),
) -> "DuckDBPyConnection":
    """Return a database in memory; what does not fit goes into *folder*.

    A *confined* one reads files of *folder* and no others, but for *file*: for the window's process, and
    for files that DuckDB itself takes apart. It reads the end of a Parquet file once, in which stands where
    everything is.
    """
    shared = None if confined else _shared.get()
    if shared:
        key = threads, memory
        if key not in shared.databases:
            shared.databases[key] = _opened(shared.folder, threads, memory)
        return shared.databases[key].cursor()
    connection = _opened(folder, threads, memory, is_locked=not confined)
    if confined:
        connection.execute("SET allowed_directories = ?", [[str(folder)]])
        if file:
            files = (file,) if isinstance(file, Path) else file
            connection.execute("SET allowed_paths = ?", [[str(one) for one in files]])
        connection.execute("SET GLOBAL parquet_metadata_cache = true")
        connection.execute("SET enable_external_access = false")
        connection.execute(_LOCK)
    return connection


def number_of(duck: "DuckDBPyConnection", query: str, bound: Sequence[object]) -> int:
    """Return the one number that a query answers."""
    found = duck.execute(query, [*bound]).fetchone()
    return int(found[0]) if found else 0


def rows_in(duck: "DuckDBPyConnection", file: Path) -> int:
    """Return how many rows a Parquet file holds."""
    return number_of(duck, "SELECT count(*) FROM read_parquet(?)", [str(file)])


@contextmanager
def sharing(folder: Path) -> Iterator[None]:
    """Let databases that are alike be one within, since each takes 25 ms to come up.

    Only tables of a connection's own (TEMP) may be made in them. What does not fit into memory goes into
    *folder*, whichever folder is asked for. Confined ones are not shared.
    """
    if _shared.get():
        yield
        return
    shared = _Shared(folder, {})
    token = _shared.set(shared)
    try:
        yield
    finally:
        _shared.reset(token)
        for database in shared.databases.values():
            database.close()


def _opened(folder: Path, threads: int, memory: int, *, is_locked: bool = True) -> "DuckDBPyConnection":
    import duckdb

    connection = duckdb.connect(
        ":memory:",
        config={
            "threads": threads,
            "memory_limit": f"{memory}B",
            "temp_directory": str(folder / "spilled"),
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "allow_community_extensions": False,
            "allow_persistent_secrets": False,
            "python_enable_replacements": False,  # a name in a statement is never a variable of ours
            "disabled_optimizers": "in_clause",  # it makes joins of long lists, which lose the order of rows
        },
    )
    if is_locked:
        connection.execute(_LOCK)
    return connection
