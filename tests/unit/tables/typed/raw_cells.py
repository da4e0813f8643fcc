"""What tests look at in a raw file: its cells, and what is said of it."""

from collections.abc import Callable
from typing import Any

import duckdb
import pytest

from desktop_app.errors import FileError
from desktop_app.records.notices import Notice
from desktop_app.tables.raw import Raw

Read = Callable[..., Raw]


def cells(raw: Raw) -> list[tuple[Any, ...]]:
    return duckdb.execute("SELECT * FROM read_parquet(?)", [str(raw.path)]).fetchall()


def said(raw: Raw) -> dict[str, Notice]:
    return {notice.code: notice for notice in raw.notices}


def refused(read: Callable[[], object]) -> FileError:
    with pytest.raises(FileError) as refusal:
        read()
    return refusal.value
