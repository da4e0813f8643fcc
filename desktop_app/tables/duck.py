"""The one opener of DuckDB: in memory, without extensions, and unable to be set otherwise afterwards."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY = 512 * 1024**2  # bytes, beyond which it goes on in *folder*
_WIDE = 1_000  # columns: beyond, a second thread costs more memory than it saves time
_MEMORY_OF_COLUMN = 512 * 1024  # bytes that are set aside for each column that is written, touched or not


def memory_for(columns: int) -> int:
    """Return how many bytes to allow for writing that many columns."""
    return max(MEMORY, columns * _MEMORY_OF_COLUMN)


def threads_for(columns: int) -> int:
    """Return how many threads should write that many columns."""
    return 1 if columns > _WIDE else 2


def connect(
    *,
    folder: Path,
    threads: int = 2,
    memory: int = MEMORY,
    confined: bool = False,
    file: Path | None = None,
) -> "DuckDBPyConnection":
    """Return a database in memory; what does not fit goes into *folder*.

    A *confined* one reads files of *folder* and no others, but for *file*: for the window's process, and
    for files that DuckDB itself takes apart.
    """
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
        },
    )
    if confined:
        connection.execute("SET allowed_directories = ?", [[str(folder)]])
        if file:
            connection.execute("SET allowed_paths = ?", [[str(file)]])
        connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection
