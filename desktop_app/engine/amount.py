"""How many rows are learned from: as many as time and memory hold, known before they are read."""

from collections.abc import Mapping

from desktop_app.records.tables import ColumnType

MOST_BYTES = 1_500_000_000  # more rows hardly make a model better, and a minute is too short for them
FEWEST = 20_000  # rows: with fewer, reading less would gain nothing
_PROGRAM = 1024**3  # bytes of addresses that the program itself and a search among few rows take
# Bytes of a cell while it is learned from: as read, as kept, and as features, of which trees hold copies.
_BYTES: Mapping[ColumnType, int] = {
    "number": 60,
    "date": 160,
    "category": 60,
    "yes/no": 60,
    "id": 60,
    "text": 600,
}


def rows_that_fit(wanted: Mapping[str, ColumnType], memory: int) -> float:
    """Return how many rows a worker can learn from that may take *memory* bytes (0: any).

    *wanted* are the columns that are read, each in its type.
    """
    most = min(MOST_BYTES, memory - _PROGRAM) if memory else MOST_BYTES
    a_row = sum(_BYTES[type_] for type_ in wanted.values())
    return max(FEWEST, most / max(1, a_row))
