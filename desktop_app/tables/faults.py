"""What goes wrong with the disk or the memory while DuckDB works, in the words of the app's own errors."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.errors import SaveError
from desktop_app.errors.disk import disk_full, free_space, is_of_the_disk, save_error
from desktop_app.language import _

_LITTLE = 1024**2  # bytes


@contextmanager
def faults_of(file: Path) -> Iterator[None]:
    """Raise SaveError where *file* cannot be written, and MemoryError where there is too little of it."""
    import duckdb

    try:
        yield
    except duckdb.OutOfMemoryException as error:
        raise MemoryError(str(error)) from error
    except duckdb.IOException as error:
        if "space" in str(error) or free_space(file) < _LITTLE:
            raise disk_full(file) from error
        raise SaveError("save.failed", file=file.name, reason=_("the disk reports an error")) from error
    except OSError as error:
        if is_of_the_disk(error):
            raise save_error(error, file) from error
        raise
