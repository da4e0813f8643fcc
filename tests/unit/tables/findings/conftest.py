from collections.abc import Callable, Mapping, Sequence

import pytest

from desktop_app.records.notices import Notice
from desktop_app.tables.findings.looking import with_findings
from tests.unit.tables.one_database import in_one_database
from tests.unit.tables.opening import Opener

NOW = 1_750_000_000.0  # June 2025
Find = Callable[[Mapping[str, Sequence[object]]], list[Notice]]


@pytest.fixture
def find(open_file: Opener) -> Find:
    """Return what finds something in a table of these columns."""

    def look(columns: Mapping[str, Sequence[object]]) -> list[Notice]:
        rows = zip(*columns.values(), strict=True)
        lines = [columns.keys(), *rows]
        opened = open_file("\n".join(",".join(f'"{cell}"' for cell in line) for line in lines))
        found = in_one_database(with_findings, opened.table, opened.folder, now=NOW)
        return [notice for notice in found.warnings if notice not in opened.table.warnings]

    return look


def codes(found: Sequence[Notice]) -> list[str]:
    return [notice.code for notice in found]
