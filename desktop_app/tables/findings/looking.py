"""Everything that is found in a table once its rows are stored, the most harmful first."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from desktop_app.records.notices import Notice
from desktop_app.records.tables import Table
from desktop_app.tables.duck import connect
from desktop_app.tables.findings.days import days_to_come, ends_before_starts
from desktop_app.tables.findings.magnitudes import magnitudes
from desktop_app.tables.findings.other_units import other_units
from desktop_app.tables.findings.personal import personal_data
from desktop_app.tables.findings.repeated_rows import repeated_rows
from desktop_app.tables.findings.same_columns import same_columns
from desktop_app.tables.findings.stored_rows import StoredRows
from desktop_app.tables.findings.totals import totals_inside
from desktop_app.tables.findings.unknown_words import unknown_words
from desktop_app.tables.stored.storage import replace_table

MOST_OF_A_KIND = 5  # of one code: who has read five of them looks at the other columns, too
WIDEST = 2_000  # columns: beyond, each question about one of them reads the names of all
# In order of harm.
FAMILIES: tuple[Callable[[StoredRows], Iterator[Notice]], ...] = (
    magnitudes,
    totals_inside,
    repeated_rows,
    ends_before_starts,
    days_to_come,
    personal_data,
    unknown_words,
    same_columns,
    other_units,
)

_OF_PROFILES = (unknown_words,)  # that read no rows


def with_findings(table: Table, folder: Path, now: float | None = None) -> Table:
    """Return a table with what is found in its rows, which are in *folder* and its record beside them.

    *now* is the present moment, in seconds since 1970. What is said of one column stands in its notes, too.
    """
    with connect(folder=folder) as duck:
        moment = time.time() if now is None else now
        rows = StoredRows(duck=duck, folder=folder, table=table, now=moment)
        families = FAMILIES if len(table.columns) <= WIDEST else _OF_PROFILES
        found = tuple(notice for family in families for notice in _some(family(rows)))
    if not found:
        return table
    columns = tuple(
        replace(column, notes=(*column.notes, *_about(column.name, found))) for column in table.columns
    )
    table = replace(table, columns=columns, warnings=(*table.warnings, *found))
    replace_table(folder, table)
    return table


def _some(notices: Iterable[Notice]) -> Iterator[Notice]:
    """Yield the first ones of each code, and look no further where there are enough."""
    seen: Counter[str] = Counter()
    for notice in islice(notices, 4 * MOST_OF_A_KIND):
        seen[notice.code] += 1
        if seen[notice.code] <= MOST_OF_A_KIND:
            yield notice


def _about(name: str, found: Sequence[Notice]) -> tuple[Notice, ...]:
    return tuple(notice for notice in found if notice.columns == (name,))
